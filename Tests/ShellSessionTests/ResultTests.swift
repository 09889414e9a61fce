import Testing

@testable import ShellSession

/// A kept result is the pipeline it came from.
@Suite struct ResultTests {
    private static let queries = [
        "sents | grep 党员", "find 从…入手", "quotes", "sections", "articles", "section 新的任务", "sents | where len > 100", "kwic 战斗力",
        "count by=section", "freq 群众, 党员 by=section", "paras | derive n = count(党员)", "sents | grep 没有的词", "sents | head 0",
        "find 党员 | expand paragraph", "near 党组织 群众", "sents | sort len desc", "sents | grep 党员 | intersect (sents | grep 群众)",
    ]

    /// What entries print, one after the other in one session.
    private func printed(_ entries: String..., setup: String = "") -> String {
        let captured = Captured()
        var options = SessionOptions()
        options.quiet = true
        let session = Session(streams: captured.streams, options: options)
        session.openExample()
        session.keepsResults = true
        if !setup.isEmpty { session.run(QuerySource(setup)) }
        for entry in entries {
            captured.output = ""
            session.run(QuerySource(entry))
        }
        return captured.output + captured.error
    }

    @Test(arguments: queries)
    func theLastResultIsThePipeline(_ query: String) {
        let once = printed(query)
        #expect(printed(query, "_") == once)
        #expect(printed(query, "_", "_1") == once)
        #expect(printed(query, "sents | count", "_1") == once)
        #expect(printed(query, "| head 1000000") == once)
        #expect(printed(query, "| count") == printed("\(query) | count"))
        #expect(printed(query, "_ | to jsonl") == printed("\(query) | to jsonl"))
    }

    @Test(arguments: queries)
    func theOptimizerChangesNothingThatIsShown(_ query: String) {
        let with = printed("\(query) | to jsonl")
        #expect(printed("\(query) | to jsonl", setup: "set optimize false") == with)
        #expect(printed(query, setup: "set optimize false") == printed(query))
    }

    @Test(arguments: queries)
    func theNumberOfLinesOverAPipeIsTheCount(_ query: String) {
        let isTable = ["kwic", "count", "freq", "derive"].contains { query.holds($0) }
        let lines = printed(query).split(separator: "\n").count
        #expect("\(isTable ? lines - 1 : lines)\n" == printed("\(query) | count"))
    }

    /// Hits found before are marked whichever way the rows came.
    @Test func hitsStayWithTheRows() {
        let direct = printed("sents | grep 党员 | kwic width=5")
        #expect(direct.split(separator: "\n").count == 15)
        #expect(printed("sents | grep 党员", "_ | kwic width=5") == direct)
        #expect(printed("sents | grep 党员 | to jsonl").holds("\"hits\":[["))
    }
}
