import Glibc
import LineEditing

/// Holds text back until it is more than a screen, then streams it through `$PAGER`. A class: it owns a process.
final class Pager {
    private let output: (String) throws -> Void
    private let rows: Int?
    private var held = ""
    private var lines = 0
    private var process: UnsafeMutablePointer<FILE>?
    private var modes: TerminalModes?
    /// What the pager was given, as long as it may not have read any of it: shown after all where it turns out that it
    /// could not be started.
    private var unread: String? = ""
    private var hasFailed = false

    /// More than a pipe holds: a pager that was sent this much has read some.
    private static let pipeSize = 1 << 17

    /// A pager for a screen of so many rows; nil never pages.
    init(output: @escaping (String) throws -> Void, rows: Int?) {
        self.output = output
        self.rows = rows
    }

    /// Takes text. Throws `OutputClosed` where the person has left the pager.
    func write(_ text: String) throws {
        guard let rows, !hasFailed else { return try output(text) }
        if process != nil { return try send(text) }
        held += text
        lines += text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        if lines >= rows { try start() }
    }

    private func start() throws {
        let text = held
        held = ""
        modes = TerminalModes(descriptor: STDIN_FILENO)
        process = Pager.command.flatMap(Pager.run)
        guard process != nil else {
            hasFailed = true
            return try output(text)
        }
        try send(text)
    }

    /// `$PAGER`, else `less` where there is one; nil where text is to scroll.
    static var command: String? {
        if let chosen = getenv("PAGER").map({ String(cString: $0) }) {
            return chosen.contains { !$0.isWhitespace } ? chosen : nil
        }
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        let isThere = path.split(separator: ":").contains { access("\($0)/less", X_OK) == 0 }
        return isThere ? "less -RFX" : nil
    }

    /// Starts a command with its input from here. Without a locale `less` would show every byte of Chinese as a number.
    private static func run(_ command: String) -> UnsafeMutablePointer<FILE>? {
        // What is ignored here would be ignored there too.
        let before = signal(SIGPIPE, SIG_DFL)
        defer { signal(SIGPIPE, before) }
        return popen("export LESSCHARSET=\"${LESSCHARSET:-utf-8}\"\n\(command)", "we")
    }

    private func send(_ text: String) throws {
        guard let process else { return try output(text) }
        unread? += text
        do {
            try ShellSession.write(text, to: fileno(process))
            if let size = unread?.utf8.count, size > Pager.pipeSize { unread = nil }
        } catch {
            finish()
            if !hasFailed { throw OutputClosed() }
        }
    }

    /// Shows what is held, or waits until the pager is left; the terminal is as it was then.
    func finish() {
        if let process {
            self.process = nil
            let status = pclose(process)
            modes?.restore()
            hasFailed = Pager.isFailure(status)
            held = hasFailed ? unread ?? "" : ""
        }
        try? output(held)
        held = ""
    }

    /// Whether a status says that there is no such program, or that it gave up; not that it was ended by a signal.
    private static func isFailure(_ status: Int32) -> Bool {
        status & 0x7F == 0 && [1, 126, 127].contains(status >> 8 & 0xFF)
    }
}
