import Documents
import PatternMatching
import Testing

private let lines = ["党员和群众", "党员", "群众", "干部", "党员群众干部"]

private let boolean: [(pattern: MatchPattern, expected: [Int])] = [
    (MatchPattern.and([phrase("党员"), phrase("群众")]), [0, 4]),
    (.or([phrase("党员"), phrase("群众")]), [0, 1, 2, 4]),
    (.not(phrase("党员")), [2, 3]),
    (.and([phrase("党员"), .not(phrase("干部"))]), [0, 1]),
    (.not(.or([phrase("党员"), phrase("群众")])), [3]),
    (.and([]), [0, 1, 2, 3, 4]),
    (.or([]), []),
    (.not(.not(phrase("干部"))), [3, 4]),
    (.and([regex("党.$"), .not(phrase("干…"))]), [1]),
]

@Test("and, or and not are judged over a unit", arguments: boolean)
func booleans(_ pattern: MatchPattern, _ expected: [Int]) throws {
    #expect(try satisfied(pattern, in: lines) == expected)
    let fixture = Fixture(lines)
    let found = try Matcher(pattern).search(UnitList(fixture.pieces), in: fixture.text, wantsHits: true)
    #expect(found.units.map { Int($0) } == expected)
    #expect(found.firstHits.count == expected.count + 1)
}

@Test func `the hits are those of the positive parts`() throws {
    #expect(try hits(.and([phrase("党员"), .not(phrase("干部")), phrase("群众")]), in: "党员群众，党员") == ["党员", "群众", "党员"])
    #expect(try hits(.and([phrase("党员"), .not(phrase("干部"))]), in: "党员干部") == [])
    #expect(try hits(.not(phrase("干部")), in: "党员") == [])
}

@Test func `among alternatives the leftmost is taken, then the longest, then the search goes on behind it`() throws {
    #expect(try hits(.or([phrase("党"), phrase("党员"), phrase("员工")]), in: "党员工党") == ["党员", "党"])
    #expect(try hits(.or([phrase("ab"), phrase("bb")]), in: "abbb") == ["ab", "bb"])
    #expect(try hits(.or([phrase("a…c"), regex("b+")]), in: "a1cbbabc") == ["a1c", "bb", "abc"])
}

@Test func `except drops hits that overlap its own`() throws {
    let piece = "党建、社区党建、党建"
    #expect(try hits(phrase("党建"), except: phrase("社区党建"), in: piece) == ["党建", "党建"])
    #expect(try satisfied(phrase("党建"), except: phrase("社区党建"), in: ["社区党建", "党建", "无"]) == [1])
    #expect(try hits(.or([phrase("党建"), phrase("社区")]), except: regex("社区."), in: piece) == ["党建", "党建"])
    #expect(try hits(phrase("党建"), except: .and([phrase("社区党建"), phrase("没有")]), in: piece).count == 3)
    #expect(try satisfied(.not(phrase("党建")), except: phrase("无"), in: ["党建", "无"]) == [1])
}

@Test func `a unit of several pieces is judged as a whole, and units may nest or be empty`() throws {
    let fixture = Fixture(["党员", "群众", "党员群众", "干部"])
    let groups: ContiguousArray<Range<UInt32>> = [0..<4, 0..<2, 1..<1, 1..<2, 2..<4, 3..<4]
    let units = UnitList(fixture.pieces, groups: groups)
    let found = try Matcher(.and([phrase("党员"), phrase("群众")])).search(units, in: fixture.text, wantsHits: true)
    #expect(found.units == [0, 1, 4])
    #expect((0..<3).map { found.hits(of: $0).count } == [4, 2, 2])
    #expect(try Matcher(phrase("党员")).search(units, in: fixture.text, wantsHits: false).units == [0, 1, 4])
    #expect(try Matcher(.not(phrase("党员"))).search(units, in: fixture.text, wantsHits: false).units == [2, 3, 5])
}

@Test func `a limit and a range give a part of the whole answer`() throws {
    let fixture = Fixture((0..<4000).map { $0 % 3 == 0 ? "第\($0)个党员" : "第\($0)个" })
    let units = UnitList(fixture.pieces)
    for pattern in [phrase("党员"), phrase("第…党员"), .and([phrase("党员"), regex("\\d0")])] {
        let matcher = try Matcher(pattern)
        let whole = try matcher.search(units, in: fixture.text, wantsHits: true)
        let first = try matcher.search(units, in: fixture.text, wantsHits: true, limit: 7)
        #expect(first.units == ContiguousArray(whole.units.prefix(7)))
        #expect(first.firstHits == ContiguousArray(whole.firstHits.prefix(8)))
        #expect(first.hitCount == Int(whole.firstHits[7]))
        #expect(try matcher.search(units, in: fixture.text, wantsHits: false, limit: 7).units == first.units)
        var parts: ContiguousArray<UInt32> = []
        for range in [0..<1000, 1000..<1001, 1001..<9999] {
            parts += try matcher.search(units, range: range, in: fixture.text, wantsHits: true).units
        }
        #expect(parts == whole.units)
    }
    #expect(try Matcher(phrase("党员")).search(units, in: fixture.text, wantsHits: true, limit: 0).units.isEmpty)
}
