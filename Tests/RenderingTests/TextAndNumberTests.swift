import Documents
import QueryLanguage
import Rendering
import Testing

@Suite struct TextAndNumberTests {
    private let text = QueryResult.text(
        TextResult(lines: [
            .init("标题\u{1B}", style: .title),
            .init("社区党建，大有可为，党员要带头。社区党建，大有可为。", address: "¶13", marks: [30..<36]),
            .init("  code that is longer than the width of the line", style: .code),
            .init("  - long words that need to be wrapped somewhere", style: .faint),
        ]))

    @Test func textIsWrappedBehindItsAddressAndCodeIsNot() throws {
        #expect(
            try terminal(text, width: 40) == """
                标题␛
                ¶13  社区党建，大有可为，党员要带头。社
                     区党建，大有可为。
                  code that is longer than the width of the line
                  - long words that need to be wrapped
                  somewhere

                """)
    }

    @Test func marksAndStylesOfTextAreShown() throws {
        let shown = try terminal(text, .colour)
        #expect(shown.hasPrefix("\u{1B}[1m标题␛\u{1B}[0m\n"))
        #expect(shown.contains("大有可为，\u{1B}[1;31m党员\u{1B}[0m要带头"))
    }

    @Test func overAPipeTextIsItsLines() throws {
        #expect(try rendered(renderPipe, text).hasPrefix("标题␛\n社区党建，大有可为，党员要带头。社区党建，大有可为。\n  code"))
    }

    @Test func aNumberSaysOfHowManyAtATerminalAndStandsAloneInAPipe() throws {
        let number = QueryResult.number(NumberResult(value: 1234, unit: .paragraph, of: 18_000))
        #expect(try terminal(number) == "1,234 paragraphs of 18,000\n")
        #expect(try rendered(renderTerminal, number, RenderOptions(language: .chinese)) == "1,234 段（共 18,000）\n")
        #expect(try rendered(renderPipe, number) == "1234\n")
        #expect(try terminal(.number(NumberResult(value: 1, unit: .article))) == "1 article\n")
        #expect(try terminal(.number(NumberResult(value: -1234))) == "-1,234\n")
    }

    @Test func nothingIsNothing() throws {
        #expect(try terminal(.nothing) == "")
        #expect(try rendered(renderPipe, .nothing) == "")
        #expect(try rendered(renderJSONLines, .nothing) == "")
        #expect(try terminal(.text(TextResult([] as [String]))) == "")
    }
}

@Suite struct FooterTests {
    private func summary(_ kind: Summary.Kind, rows: Int, shown: Int? = nil, hits: Int? = nil, articles: Int? = nil) -> Summary {
        var summary = Summary(kind)
        summary.rows = rows
        summary.shown = shown ?? rows
        summary.hits = hits
        summary.articles = articles
        return summary
    }

    @Test func theFooterCountsRowsHitsAndArticles() {
        let found = summary(.units(.paragraph), rows: 2, hits: 9, articles: 1)
        let totals = ScopeTotals(articles: 1)
        #expect(
            footer(found, of: totals, elapsed: .microseconds(1234), language: .english) == "2 paragraphs · 9 hits · 1 article of 1 · 1.2 ms"
        )
        #expect(footer(found, of: totals, elapsed: .microseconds(1234), language: .chinese) == "2 段 · 9 处命中 · 1 篇文章（共 1 篇） · 1.2 毫秒")
        #expect(footer(found, of: nil, elapsed: .seconds(3), language: .english) == "2 paragraphs · 9 hits · 1 article · 3.0 s")
    }

    @Test func aCutListSaysSo() {
        let cut = summary(.units(.sentence), rows: 2300, shown: 100, articles: 40)
        #expect(
            footer(cut, of: ScopeTotals(articles: 50, units: 9000), elapsed: .milliseconds(123), language: .english)
                == "first 100 of 2,300 sentences · 40 articles of 50 · 123 ms")
    }

    @Test func articlesAreCountedOnce() {
        let found = summary(.units(.article), rows: 1, articles: 1)
        #expect(footer(found, of: ScopeTotals(articles: 7), elapsed: .zero, language: .english) == "1 article of 7 · 0.0 ms")
    }

    @Test func tablesCountRowsAndTheOthersOnlyTime() {
        #expect(footer(summary(.tableRows, rows: 1), of: nil, elapsed: .zero, language: .english) == "1 row · 0.0 ms")
        #expect(footer(summary(.nothing, rows: 0), of: nil, elapsed: .zero, language: .english) == "0.0 ms")
    }
}
