import CLibEdit
import Glibc

extension LineEditor {
    /// Ctrl-X Ctrl-E, and `v` among vi's commands: the line in `$VISUAL`, else `$EDITOR`, else `vi`. What is saved there
    /// becomes the line, all its lines included; it is shown, and runs when Enter is typed.
    func editOutside() -> Int32 {
        let buffer = EditBuffer(handle)
        guard let file = EditedFile(buffer.text + "\n") else { return CC_ERROR }
        leaveLine()
        var edited: String?
        suspend { edited = file.edit() }
        if let edited {
            erase()
            EditBuffer(handle).replace(with: PastedText.cleaned(edited))
            redraw()
        }
        return CC_NORM
    }
}

/// A file that nobody else can read, gone when the editor is left.
private struct EditedFile {
    private let path: String

    /// Writes `text` into a new file below `$TMPDIR`; nil where that cannot be done. The ending tells editors the language.
    init?(_ text: String) {
        let folder = environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        path = "\(folder)/wen-\(getpid())-\(UInt32.random(in: 0...(.max))).wen"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard Glibc.write(descriptor, text, text.utf8.count) == text.utf8.count else {
            unlink(path)
            return nil
        }
    }

    /// What the person leaves in it; nil where the editor failed or was given up. The file is gone afterwards.
    func edit() -> String? {
        defer { unlink(path) }
        let chosen = ["VISUAL", "EDITOR"].compactMap(environment).first { $0.contains { !$0.isWhitespace } }
        let quoted = "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
        guard system("\(chosen ?? "vi") \(quoted) </dev/tty >/dev/tty") == 0 else { return nil }
        guard let file = try? OpenFile(path, O_RDONLY | O_CLOEXEC), let status = try? file.status(),
            let bytes = try? file.bytes(from: 0, to: min(Int(status.st_size), 1 << 20))
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
