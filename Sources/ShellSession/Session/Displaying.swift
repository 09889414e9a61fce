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
        guard streams.terminal != nil, !options.json else {
            let summary = try render(result, to: streams.output)
            if let start, settings[.mode] == "box", !options.json { try streams.output(lastLine(summary, since: start, clock)) }
            return summary
        }
        let pager = Pager(output: streams.output, rows: pagedRows)
        do {
            let summary = try render(result, to: pager.write)
            if let start, isBox, summary.kind != .textLines { try pager.write(lastLine(summary, since: start, clock)) }
            pager.finish()
            return summary
        } catch {
            pager.finish()
            throw error
        }
    }

    /// How much there was, and with `set time true` how long it took; empty where neither is to be said.
    private func lastLine(_ summary: Summary, since start: ContinuousClock.Instant, _ clock: ContinuousClock) -> String {
        // Of nothing the line that says why speaks.
        guard !options.quiet, summary.rows > 0 else { return "" }
        let elapsed = settings.isOn(.time) ? start.duration(to: clock.now) : nil
        let line = footer(summary, of: ScopeTotals(articles: articlesInScope), elapsed: elapsed, language: language)
        return line.isEmpty ? "" : line + "\n"
    }

    /// Whether results are laid out for a person.
    private var isBox: Bool { settings[.mode] == "box" || (settings[.mode] == "auto" && streams.terminal != nil) }

    /// Rows of the screen behind which output is paged; nil where it never is.
    private var pagedRows: Int? {
        guard options.isInteractive, settings.isOn(.pager), let terminal = streams.terminal, terminal.understandsEscapes
        else { return nil }
        return terminal.size.rows
    }

    /// Writes that an interrupt ends between two pieces, however much is still to be laid out, and that damage found in an archive
    /// ends before what rests on it is written.
    func interruptible(_ sink: @escaping TextSink) -> TextSink {
        { [cancellation] text in
            try cancellation.check()
            try self.checkDamage()
            try sink(text)
        }
    }

    private func render(_ result: QueryResult, to output: @escaping TextSink) throws -> Summary {
        let sink = interruptible(output)
        if options.json { return try renderJSONLines(result, renderOptions, to: sink) }
        if isBox { return try renderTerminal(result, renderOptions, to: sink) }
        switch (settings[.mode], result) {
        case ("json", _): return try renderJSONLines(result, renderOptions, to: sink)
        // Help and passages are no tables: they stay text.
        case (_, .text): return try renderPipe(result, renderOptions, to: sink)
        case ("csv", _), ("markdown", _): return try export(result, as: settings[.mode], to: sink)
        case _: return try renderPipe(result, renderOptions, to: sink)
        }
    }

    private func export(_ result: QueryResult, as name: String, to sink: @escaping TextSink) throws -> Summary {
        var options = renderOptions
        options.emphasis = .none
        options.width = nil
        guard let format = exportFormat(named: name) else { return try renderPipe(result, renderOptions, to: sink) }
        return try format.write(result, options, to: sink)
    }
}
