import QueryEngine
import Testing

/// Queries in traditional script or full width on the seed, which is simplified: what is equal to what.
@Suite struct FoldingTests {
    @Test(arguments: [
        ("grep 黨員 | count", 7), ("grep /黨員/ | count", 7), ("find 從…入手 | count", 4), ("find 以…爲… | expand paragraph | count", 4),
        ("find 黨建 except=社區黨建 | count", 3), ("near 黨組織 羣眾 within=10 | expand sentence | count", 4), ("kwic 戰鬥力 | count", 3),
        ("section 新的任務 | count", 5), ("sections 新的探索 or 新的任務 | count", 2), ("articles 社區 | count", 1), ("articles column=特稿 | count", 1),
        ("articles | where title has 實踐 | count", 1), ("articles | where title ~ /實踐——/ | count", 1),
        ("articles | where column = 本期特稿 | count", 1),
        ("sections | where section = 新的任務 | count", 1), ("sections | where section != 新的任務 | count", 4),
        ("sections | where section in (新的任務, 新的格局) | count", 2), ("paras | where count(黨員) >= 2 | count", 1),
        ("paras | where has(黨員) | count", 7), ("paras | where after(黨員) = 黨員 | count", 0),
    ])
    func traditionalScriptAsksWhatSimplifiedDoes(_ query: String, _ expected: Int) throws {
        #expect(try rows(query) == .number(expected))
        #expect(try rows(query, optimized: false) == .number(expected))
    }

    @Test(arguments: [
        "grep 黨員 exact=true | count", "find 從…入手 exact=true | count", "near 黨組織 羣眾 exact=true | count", "kwic 戰鬥力 exact=true | count",
        "sections 新的任務 exact=true | count", "articles 社區 exact=true | count",
    ])
    func exactTurnsItOffForTheStage(_ query: String) throws { #expect(try rows(query) == .number(0)) }

    @Test(arguments: [
        ("grep 黨員 | count", 0), ("grep 黨員 exact=false | count", 7), ("articles | where title has 實踐 | count", 0),
        ("sections | where section = 新的任務 | count", 0), ("sections | where section != 新的任務 | count", 5),
        ("sections | where section in (新的任務) | count", 0), ("paras | where has(黨員) | count", 0),
        ("paras | where count(黨員) = 0 | count", 18),
        ("articles column=專欄 | count", 0), ("freq 黨員 | select hits | where hits = 0 | count", 1), ("find /黨/ | count", 0),
    ])
    func theSettingTurnsItOffEverywhere(_ query: String, _ expected: Int) throws {
        #expect(try rows("set exact true; \(query)") == .number(expected))
    }

    @Test func whatIsShownIsTheOriginal() throws {
        #expect(try rows("find 黨員 | uniq | select text") == rows("find 党员 exact=true | uniq | select text"))
        #expect(try rows("freq 羣眾 by=section") == rows("freq 群众 by=section exact=true"))
    }

    @Test func explainSaysWhatStandsForWhat() throws {
        let lines = explained("grep 黨員 /主5/")
        #expect(lines.last == "  folds 黨→党黨 員→员員 5→5５")
        #expect(explained("grep 黨員 exact=true").count == 2)
    }
}
