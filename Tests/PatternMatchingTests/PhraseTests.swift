import Documents
import PatternMatching
import Testing

private let literal: [(pattern: String, piece: String, expected: [String])] = [
    ("党员", "党员教育党员管理，党", ["党员", "党员"]),
    ("哈哈", "哈哈哈哈哈", ["哈哈", "哈哈"]),
    ("a", "banana", ["a", "a", "a"]),
    ("é", "café é", ["é", "é"]),
    ("的", "", []),
    ("社区党组织的组织协调能力", "使社区党组织的组织协调能力进一步提高", ["社区党组织的组织协调能力"]),
    ("𠮷野", "𠮷𠮷野家", ["𠮷野"]),
]

@Test("literals are found leftmost and without overlap", arguments: literal)
func literals(_ pattern: String, _ piece: String, _ expected: [String]) throws {
    #expect(try hits(phrase(pattern), in: piece) == expected)
}

private let innerGap: [(pattern: String, piece: String, expected: [String])] = [
    ("从…入手", "从维护大局入手，从开拓资源、创新载体入手", ["从维护大局入手", "从开拓资源、创新载体入手"]),
    ("从…入手", "从入手", []),
    ("从…入手", "从从入手", ["从从入手"]),
    ("从…入手", "从这里。入手", []),
    ("从…入手", "从这里！从那里入手", ["从那里入手"]),
    ("从…入手", "从12345678901234567890入手", ["从12345678901234567890入手"]),
    ("从…入手", "从123456789012345678901入手", []),
    ("从…入手", "从1从23456789012345678901入手", ["从23456789012345678901入手"]),
    ("以…为", "以为人民服务为宗旨", ["以为人民服务为"]),
    ("a…b…c", "a1b1b12345678901234567890c", ["a1b1b12345678901234567890c"]),
    ("a…b…c", "a1b。c a2b2c", ["a2b2c"]),
    ("a…b", "a1b1b", ["a1b"]),
    ("。…。", "。甲。", ["。甲。"]),
]

@Test("an inner gap holds 1 to 20 characters and no sentence mark", arguments: innerGap)
func innerGaps(_ pattern: String, _ piece: String, _ expected: [String]) throws {
    #expect(try hits(phrase(pattern), in: piece) == expected)
}

private let outerGap: [(pattern: String, piece: String, expected: [String])] = [
    ("以…为…", "要以邓小平理论为指导，全面贯彻", ["以邓小平理论为指导"]),
    ("以…为…", "以条为主、条块分割", ["以条为主"]),
    ("以…为…", "以甲为，以乙为本", ["以甲为，以乙为本"]),
    ("从…", "从一二三四五六七八九十一二三四五六七八九十一二三——后", ["从一二三四五六七八九十一二三四五六七八九十一二三"]),
    ("从…", "从，从甲", ["从甲"]),
    ("从…", "到从", []),
    ("…入手", "甲，从乙入手", ["从乙入手"]),
    ("…入手", "入手，甲入手", ["甲入手"]),
    ("…入手", "甲入手又入手，丙入手", ["甲入手", "丙入手"]),
    ("…入手…", "从乙入手做起；入手", ["从乙入手做起"]),
    ("…a…b", "甲a123456789012345678901a乙b", ["甲a123456789012345678901a乙b"]),
]

@Test("a leading or trailing gap runs to the edge of the clause", arguments: outerGap)
func outerGaps(_ pattern: String, _ piece: String, _ expected: [String]) throws {
    #expect(try hits(phrase(pattern), in: piece) == expected)
}

@Test func `hits never cross the edge of a piece`() throws {
    let fixture = Fixture(["有党", "员工从", "此入手党员"], separator: "")
    let units = UnitList(fixture.pieces)
    func count(_ written: String) throws -> Int {
        try Matcher(phrase(written)).search(units, in: fixture.text, wantsHits: true).hitCount
    }
    #expect(try count("党员") == 1)
    #expect(try count("从…入手") == 0)
    #expect(try count("…此") == 0)
    #expect(try count("从…") == 0)
}

@Test func `empty parts are refused`() {
    #expect(throws: PatternError.self) { try Matcher(.literal([])) }
    #expect(throws: PatternError.self) { try Matcher(.gapped(leading: true, parts: [], trailing: true)) }
    #expect(throws: PatternError.self) { try Matcher(.gapped(leading: false, parts: [[65], []], trailing: true)) }
    #expect(throws: PatternError.self) { try Matcher(.and([.not(.regex(source: "", flags: []))])) }
}

@Test func `the first hit, its count and its place answer start, end, before and after`() throws {
    let fixture = Fixture(["党员和党员"])
    let (piece, text) = (fixture.pieces[0], fixture.text)
    let matcher = try Matcher(phrase("党员"))
    #expect(try matcher.countHits(in: piece, of: text) == 2)
    #expect(try matcher.firstHit(in: piece, of: text)?.start == piece.start)
    #expect(try matcher.hits(in: piece, of: text)[1].end == piece.end)
    #expect(try matcher.isSatisfied(by: piece, of: text))
    #expect(try Matcher(phrase("群众")).firstHit(in: piece, of: text) == nil)
    #expect(try Matcher(phrase("党员"), except: phrase("党员和")).firstHit(in: piece, of: text)?.end == piece.end)
}

@Test func `a span behind the text's end is cut, not read`() throws {
    let text = Text(copying: Array("党员".utf8))
    #expect(try Matcher(phrase("党员")).countHits(in: Span(0, 60), of: text) == 1)
    #expect(try Matcher(phrase("党员")).firstHit(in: Span(50, 60), of: text) == nil)
    #expect(try Matcher(regex("党员")).countHits(in: Span(UInt32.max - 1, UInt32.max), of: text) == 0)
    #expect(try Matcher(phrase("a")).countHits(in: Span(0, 0), of: Text(copying: [])) == 0)
}

/// Where little of the text belongs to the pieces, as with titles, each is looked at by itself.
@Test func `pieces far apart have the hits of pieces close together`() throws {
    let written = (0..<300).map { $0 % 3 == 0 ? "党党员\($0)" : $0 % 3 == 1 ? "" : "社會主义与社会主義党" }
    let close = Fixture(written)
    let apart = Fixture(written, separator: String(repeating: "党社会主义员", count: 60))
    for pattern in [phrase("党"), phrase("党员"), phrase("社会主义"), phrase("社…义"), regex("党.")] {
        let found = try [close, apart].map { fixture in
            let matches = try Matcher(pattern).search(UnitList(fixture.pieces), in: fixture.text, wantsHits: true)
            let hits = (0..<matches.hitCount).map { fixture.string(matches.hit($0)) }
            return matches.units.enumerated().map { "\($1) \(hits[matches.hits(of: $0)])" }
        }
        #expect(found[0] == found[1])
        #expect(!found[0].isEmpty)
    }
}
