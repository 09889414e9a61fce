import Documents
import PatternMatching
import Testing

/// The paragraphs of the seed: body lines without headings and head matter.
private func seed() throws -> Fixture {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let bytes = try #require(contents(of: root + "/seeds/000_1961cee9d1c97f34.txt"))
    let body = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("　　") }
    let paragraphs = body.dropFirst(3).map { String($0.dropFirst(2)) }.filter { $0.unicodeScalars.count > 4 }
    return Fixture(paragraphs)
}

private let counts: [(pattern: MatchPattern, except: MatchPattern?, hits: Int, units: Int?)] = [
    (phrase("从…入手"), nil, 4, 4),
    (phrase("以…为…"), nil, 8, 4),
    (phrase("党建"), phrase("社区党建"), 3, 3),
    (phrase("党建"), nil, 36, nil),
    (phrase("社区党建"), nil, 33, nil),
    (phrase("党员"), nil, 14, 7),
    (regex("党员"), nil, 14, 7),
    (.or([phrase("党员"), phrase("社区党建")]), nil, 47, nil),
]

@Test("the seed gives the counts that the specification states", arguments: counts)
func seedCounts(_ pattern: MatchPattern, _ except: MatchPattern?, _ hits: Int, _ units: Int?) throws {
    let seed = try seed()
    #expect(seed.pieces.count == 18)
    let found = try Matcher(pattern, except: except).search(UnitList(seed.pieces), in: seed.text, wantsHits: true)
    #expect(found.hitCount == hits)
    if let units { #expect(found.units.count == units) }
}

@Test func `the section 新的任务 has two paragraphs with 党员`() throws {
    let seed = try seed()
    let found = try Matcher(phrase("党员")).search(UnitList(seed.pieces), range: 10..<15, in: seed.text, wantsHits: true)
    #expect(found.units == [12, 14])
    #expect(found.hits(of: 0).count == 8)
    #expect(found.hits(of: 1).count == 1)
}
