import Testing

@testable import ShellSession

/// A count that is known beforehand is answered from the articles in which it may find something; nobody must see it.
@Suite struct RestrictedOpeningTests {
    private let files = RestrictedFolder()

    @Test(arguments: [
        "群众", "人民群众", "社会主义", "社會主義", "\"发展 生产\"", "党", "从…入手", "坚持…发展", "…入手", "入手…", "群众 or 改革", "群众 and 改革",
        "群众 and not 改革", "not 群众", "not 群众 and 改革", "(群众 or 改革) and 发展", "/第[一二三]章/", "/[一二三四]+/", "/群众|改革/", "/群.{1,3}路线/",
        "/(?i)wto/", "WTO", "ｗｔｏ", "没有的词", "题中之词", "节中之词", "头中之词", "副题之词", "孤行之词", "表格之词", "码中之词", "跨行", "尾篇之词",
        "\"### \"", "\"#\"", "1999", "第1版", "专栏", "人人", "的", "e", "𠮷", "裏", "里", "后", "後", "假题之尾", "不是题",
    ])
    func theAnswerIsThatOfTheWholeReading(pattern: String) {
        for query in ["find \(pattern) | count", "找 \(pattern) | 计数", "find \(pattern) exact=true | count"] { expectSame(query) }
    }

    @Test(arguments: ["群众 except=人民群众", "群众 except=/.民群众/", "社会主义 except=社会", "群众 or 改革 except=群众", "/群.路线/ except=群众"])
    func exceptionsAreThoseOfTheWholeReading(pattern: String) { expectSame("find \(pattern) | count") }

    @Test func whatElseIsPrintedIsPrintedAlike() {
        for (json, quiet, language) in [(true, false, "en"), (false, true, "en"), (false, false, "zh"), (true, true, "zh")] {
            for pattern in ["群众", "题中之词", "没有的词"] {
                expectSame("find \(pattern) | count", json: json, quiet: quiet, language: language)
            }
        }
    }

    /// The comparison above would say nothing if both readings were whole.
    @Test func articlesWithoutTheLiteralAreNotRead() throws {
        let whole = try #require(articlesRead("articles | count"))
        #expect(whole > files.articles)
        #expect(articlesRead("find 尾篇之词 | count") == 1)
        #expect(articlesRead("find 尾篇之词 and 此处 | count") == 1)
        #expect(articlesRead("find 题中之词 | count") == whole, "nothing in the body: then the whole is read after all")
        let some = try #require(articlesRead("find 从…入手 or /群.路线/ | count"))
        #expect(some > 10 && some < whole)
    }

    @Test(arguments: [
        "find 尾篇之词", "find 尾篇之词 | count by=article", "find not 群众 | count", "find /[一二]+/ | count", "grep 尾篇之词 | count",
        "find 尾篇之词 | expand article | count", "sents | find 尾篇之词 | count", "use articles date=1999; find 尾篇之词 | count",
        "find 尾篇之词 | count; articles | count", "open x | find 尾篇之词 | count",
    ])
    func whateverElseIsAskedIsAskedOfTheWhole(query: String) {
        #expect(session(query).restrictedOpening == nil)
    }

    @Test func standardInputIsReadWhole() {
        let session = Session(streams: Captured().streams, options: SessionOptions())
        session.openFromCommandLine(["-"], for: QuerySource("find 群众 | count"))
        #expect(session.restrictedOpening == nil)
    }

    // MARK: The two readings

    private func expectSame(_ query: String, json: Bool = false, quiet: Bool = false, language: String = "en") {
        var request = QueryRequest(
            queries: [query], archives: [files.folder.path, files.folder("没有这个")], json: json, quiet: quiet,
            asksForStatus: true, language: language)
        let found = runCaptured(request)
        // Two statements: the whole is read.
        request.queries = ["set onerror stop", query]
        #expect(found == runCaptured(request), "\(query)")
    }

    private func session(_ query: String) -> Session {
        let session = Session(streams: Captured().streams, options: SessionOptions())
        session.openFromCommandLine([files.folder.path], for: QuerySource(query))
        return session
    }

    /// The articles in memory afterwards, of the files that can be read in part.
    private func articlesRead(_ query: String) -> Int? {
        let session = session(query)
        session.run(QuerySource(query))
        let files = session.archive.shards.map(\.file).filter { $0.format == "article" && !$0.isConverted }
        return files.isEmpty ? nil : files.reduce(0) { $0 + $1.articles }
    }
}
