import CLibEdit
import Glibc

/// A person's `.editrc`. It is applied before the editor's own keys are bound, since it may choose the mode, and its
/// bindings once more after them, so that they win.
struct EditRC {
    private let path: String
    private let bindings: [String]

    /// `$EDITRC`, else `~/.editrc`; nil where there is none.
    init?() {
        guard let path = environment("EDITRC") ?? environment("HOME").map({ $0 + "/.editrc" }),
            let file = try? OpenFile(path, O_RDONLY | O_CLOEXEC), let status = try? file.status(),
            let bytes = try? file.bytes(from: 0, to: Int(status.st_size))
        else { return nil }
        self.path = path
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        bindings = lines.filter(EditRC.bindsKey)
    }

    /// All of it.
    func apply(to handle: OpaquePointer) {
        _ = el_source(handle, path)
    }

    /// The bindings of keys alone.
    func applyBindings(to handle: OpaquePointer) {
        for line in bindings { parse(line, handle) }
    }

    /// `bind KEY …`, for this program or all; not `bind -e` and `bind -v`, which would undo every binding made.
    private static func bindsKey(_ line: String) -> Bool {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let command = words.first, command == "bind" || command.hasSuffix(":bind"), words.count > 2 else {
            return false
        }
        return !words.contains("-e") && !words.contains("-v")
    }

    private func parse(_ line: String, _ handle: OpaquePointer) {
        guard let tokenizer = tok_winit(nil) else { return }
        defer { tok_wend(tokenizer) }
        var count: Int32 = 0
        var words: UnsafeMutablePointer<UnsafePointer<wchar_t>?>?
        if tok_wstr(tokenizer, wideString(line), &count, &words) == 0, count > 0 {
            _ = el_wparse(handle, count, words)
        }
    }
}
