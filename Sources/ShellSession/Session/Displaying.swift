import Documents
import Glibc
import LineEditing
import QueryEngine
import QueryLanguage
import Rendering
import SourceText

extension Session {
    /// Shows a result in the way that suits where it goes; with a start, says how long it took. Tall output at a terminal
    /// goes to the pager, and leaving the pager stops the query.
    func display(_ result: QueryResult, since start: ContinuousClock.Instant?, _ clock: ContinuousClock) throws -> Summary {
        guard isAtTerminal else {
            let summary = try render(result, to: streams.output)
            if let start, settings[.mode] == "box", !options.json { try streams.output(lastLine(summary, since: start, clock)) }
            return summary
        }
        let pager = Pager(output: streams.output, rows: pagedRows)
        do {
            let summary = try render(result, to: pager.write)
            if let start { try pager.write(lastLine(summary, since: start, clock)) }
            pager.finish()
            return summary
        } catch {
            pager.finish()
            throw error
        }
    }

    /// How much there was, and with `set time true` how long it took; empty where neither is to be said.
    private func lastLine(_ summary: Summary, since start: ContinuousClock.Instant, _ clock: ContinuousClock) -> String {
        guard !options.quiet else { return "" }
        let elapsed = settings.isOn(.time) ? start.duration(to: clock.now) : nil
        let line = footer(summary, of: ScopeTotals(articles: archive.articleCount), elapsed: elapsed, language: language)
        return line.isEmpty ? "" : line + "\n"
    }

    private var isAtTerminal: Bool {
        guard streams.terminal != nil, !options.json else { return false }
        return settings[.mode] == "auto" || settings[.mode] == "box"
    }

    /// Rows of the screen behind which output is paged; nil where it never is.
    private var pagedRows: Int? {
        guard options.isInteractive, settings.isOn(.pager), let terminal = streams.terminal, terminal.understandsEscapes
        else { return nil }
        return terminal.size.rows
    }

    private func render(_ result: QueryResult, to sink: @escaping TextSink) throws -> Summary {
        if options.json || settings[.mode] == "json" { return try renderJSONLines(result, renderOptions, to: sink) }
        let isBox = settings[.mode] == "box" || (settings[.mode] == "auto" && streams.terminal != nil)
        return try isBox ? renderTerminal(result, renderOptions, to: sink) : renderPipe(result, renderOptions, to: sink)
    }
}

/// Holds text back until it is more than a screen, then streams it through `$PAGER`. A class: it owns a process.
final class Pager {
    private let output: (String) throws -> Void
    private let rows: Int?
    private var held = ""
    private var lines = 0
    private var process: UnsafeMutablePointer<FILE>?

    /// A pager for a screen of so many rows; nil never pages.
    init(output: @escaping (String) throws -> Void, rows: Int?) {
        self.output = output
        self.rows = rows
    }

    /// Takes text. Throws `OutputClosed` where the person has left the pager.
    func write(_ text: String) throws {
        guard let rows else { return try output(text) }
        if let process { return try send(text, to: process) }
        held += text
        lines += text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        if lines >= rows { try start() }
    }

    private func start() throws {
        let command = getenv("PAGER").map { String(cString: $0) } ?? "less -RFX"
        let text = held
        held = ""
        // `less` may be missing on a small machine; then text scrolls.
        guard !command.isEmpty, Pager.exists(command), let process = popen(command, "w") else { return try output(text) }
        self.process = process
        try send(text, to: process)
    }

    private static func exists(_ command: String) -> Bool {
        let program = command.split(separator: " ").first.map(String.init) ?? ""
        if program.contains("/") { return access(program, X_OK) == 0 }
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    private func send(_ text: String, to process: UnsafeMutablePointer<FILE>) throws {
        var text = text
        let written = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, process) }
        guard written == text.utf8.count, fflush(process) == 0 else { throw OutputClosed() }
    }

    /// Shows what is held, or waits until the pager is left.
    func finish() {
        if let process {
            pclose(process)
            self.process = nil
        } else {
            try? output(held)
        }
        held = ""
    }
}
