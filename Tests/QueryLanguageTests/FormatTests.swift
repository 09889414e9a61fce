import QueryEngine
import QueryLanguage
import QuerySyntax
import SourceText
import Testing

@Suite struct FormatTests {
    /// One statement as `fmt` writes it; nil where it is none or has errors.
    private func formatted(_ query: String, _ language: String) -> String? {
        let bound = bind("fmt \(language)\(query)", in: environment)
        guard bound.diagnostics.isEmpty, case .format(_, let text?)? = bound.statements.first else { return nil }
        return text
    }

    private func tree(_ query: String) -> Script { parse(query, vocabulary: commandTable.vocabulary).script }

    /// The queries of one statement that may be formatted by itself.
    static let queries = validQueries.filter { query in
        let script = parse(query, vocabulary: commandTable.vocabulary).script
        guard script.statements.count == 1, let statement = script.statements.first else { return false }
        if case .format = statement.kind { return false }
        return !query.hasPrefix("#")
    }

    @Test func thereIsMuchToFormat() { #expect(FormatTests.queries.count >= 120) }

    @Test(arguments: queries, ["", "en ", "zh "])
    func formattingTwiceIsFormattingOnce(_ query: String, _ language: String) throws {
        let once = try #require(formatted(query, language), "\(query)")
        let twice = try #require(formatted(once, language), "\(once)")
        #expect(twice == once)
    }

    @Test(arguments: queries)
    func withoutALanguageTheTreeStaysAsItIs(_ query: String) throws {
        // Keywords become English, and a word that looks like one is quoted: the same meaning in another tree.
        guard query.utf8.firstRange(of: "降".utf8) == nil, query != "帮助 含" else { return }
        let text = try #require(formatted(query, ""))
        #expect(tree(text) == tree(query), "\(text)")
    }

    @Test(arguments: queries)
    func toChineseAndBackIsTheSameTree(_ query: String) throws {
        let english = try #require(formatted(query, "en "))
        let chinese = try #require(formatted(english, "zh "))
        let back = try #require(formatted(chinese, "en "))
        #expect(back == english, "\(chinese)")
        #expect(tree(back) == tree(english))
        // What it means does not depend on the language: the same diagnostics, none.
        #expect(bind(chinese, in: environment).diagnostics.isEmpty, "\(chinese)")
    }

    @Test func theChineseOfTheSpecification() {
        #expect(formatted("section 新的任务 | grep 党员", "zh ") == "入节 新的任务 ｜ 含 党员")
        #expect(formatted("入节 新的任务 ｜ 含 党员", "en ") == "section 新的任务 | grep 党员")
    }
}
