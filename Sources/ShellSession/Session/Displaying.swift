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
        guard isAtTerminal else { return try render(result, to: streams.output) }
        let pager = Pager(output: streams.output, rows: pagedRows)
        do {
            let summary = try render(result, to: pager.write)
            if let start, settings.isOn(.time), !options.quiet, summary.kind != .textLines {
                try pager.write(footnote(summary, elapsed: start.duration(to: clock.now)) + "\n")
            }
            pager.finish()
            return summary
        } catch {
            pager.finish()
            throw error
        }
    }

    private func footnote(_ summary: Summary, elapsed: Duration) -> String {
        let totals = ScopeTotals(articles: archive.articleCount)
        return footer(summary, of: totals, elapsed: elapsed, language: language)
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
