import Glibc

@testable import TestTerminal

/// The program at a pseudo-terminal of its own, as a person has it. A class because it owns a process.
final class ShellAtTerminal {
    let terminal: PseudoTerminal
    private let process: pid_t
    private var hasEnded = false

    /// Starts the program in an empty environment but for `TERM`, `PATH`, a home in `home` and what `environment` adds; nil
    /// where there is no pseudo-terminal.
    init?(
        columns: Int = 80, rows: Int = 24, term: String = "xterm", home: String, environment: [String: String] = [:],
        executable: String = Program.path, arguments: [String] = [Program.seeds]
    ) {
        var variables = ["TERM": term, "HOME": home, "PATH": Program.searchPath]
        variables.merge(environment) { $1 }
        guard let terminal = PseudoTerminal(columns: columns, rows: rows),
            let process = terminal.spawn(executable: executable, arguments: arguments, environment: variables)
        else { return nil }
        self.terminal = terminal
        self.process = process
    }

    deinit {
        if hasEnded { return }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    var screen: Screen { terminal.screen }
    var text: String { String(decoding: terminal.transcript, as: UTF8.self) }

    private static let begin = Array("\u{1B}[?2004h".utf8)
    private static let end = Array("\u{1B}[?2004l".utf8)

    /// How often a line was asked for.
    private var prompts: Int { count(ShellAtTerminal.begin) }
    /// Whether a line is being edited now.
    private var isReading: Bool { prompts > count(ShellAtTerminal.end) }

    private func count(_ sequence: [UInt8]) -> Int {
        let bytes = terminal.transcript
        guard bytes.count >= sequence.count else { return 0 }
        return (0...bytes.count - sequence.count).count {
            bytes[$0] == 0x1B && bytes[$0..<$0 + sequence.count].elementsEqual(sequence)
        }
    }

    /// Waits until a line can be typed behind the prompt.
    @discardableResult
    func ready() -> Bool {
        terminal.wait(seconds: 10) { _ in isReading } && terminal.wait(seconds: 10) { !$0.currentLine.isEmpty }
    }

    /// Types, and waits for the screen to be as expected.
    func type(_ keys: String, until isReached: (Screen) -> Bool) -> Bool {
        ready()
        terminal.type(keys)
        return terminal.wait(seconds: 10, until: isReached)
    }

    /// Enters a line and gives what was written until the next prompt.
    @discardableResult
    func enter(_ line: String) -> String {
        ready()
        let (before, written) = (prompts, terminal.transcript.count)
        terminal.type(line + Key.enter)
        terminal.wait(seconds: 10) { _ in prompts > before }
        ready()
        return String(decoding: terminal.transcript[written...], as: UTF8.self)
    }

    /// Enters a query that goes on for long, types Ctrl-C until the prompt is back, and gives what was written.
    func interrupt(while query: String) -> String {
        ready()
        let (before, written) = (prompts, terminal.transcript.count)
        terminal.type(query + Key.enter)
        terminal.wait(seconds: 10) { _ in !isReading }
        for _ in 0..<20 where prompts == before {
            terminal.type(Key.interrupt)
            terminal.wait(seconds: 1) { _ in prompts > before }
        }
        ready()
        return String(decoding: terminal.transcript[written...], as: UTF8.self)
    }

    /// Types q until the prompt is there: what is typed while a pager deals with an interrupt may be lost.
    func leavePager() -> Bool {
        for _ in 0..<5 {
            terminal.type("q")
            if terminal.wait(seconds: 2, until: { $0.currentLine.hasPrefix("seeds>") }) {
                ready()
                terminal.type("\u{15}")
                return true
            }
        }
        return false
    }

    func send(_ signal: Int32) { kill(process, signal) }

    /// Waits for the end; the exit status, negative for a signal, nil where it does not end.
    func status() -> Int32? {
        guard let status = terminal.status(of: process, seconds: 10) else { return nil }
        hasEnded = true
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    }

    /// Whether the terminal echoes and gives lines, as a shell expects to find it.
    var isTerminalSane: Bool {
        var modes = termios()
        let wanted = tcflag_t(ICANON | ECHO | ISIG)
        return tcgetattr(terminal.master, &modes) == 0 && modes.c_lflag & wanted == wanted
    }
}

/// The program under test, and the document it is asked about.
enum Program {
    /// Beside the tests, where both were built.
    static let path: String = {
        guard let own = realpath("/proc/self/exe", nil) else { return "wen" }
        defer { free(own) }
        let name = String(cString: own)
        return name[..<(name.lastIndex(of: "/") ?? name.startIndex)] + "/wen"
    }()

    static let seeds = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/seeds"

    static let searchPath = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"

    /// What a command of the shell writes to standard output, with `$WEN` and `$SEEDS` set.
    static func output(of command: String) -> String {
        guard let stream = popen("unset LANG LC_ALL; WEN='\(path)'; SEEDS='\(seeds)'; \(command)", "r") else { return "" }
        defer { pclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
