@testable import PatternMatching
import Testing

private let rewritten: [(source: String, expected: String?)] = [
    ("党+员", "[党黨]+[员員]"), ("主", nil), (".*\\d", nil), ("[党主]", "[党黨主]"), ("[^党]", "[^党黨]"), ("[一-龥]", nil), ("[党-国]", nil),
    ("[党-]", "[党黨\\-－]"),
    ("\\x{515A}", nil), ("\\x41", nil), ("\\p{Han}", nil), ("\\pL", nil), ("主{2,3}", nil), ("党{2}", "[党黨]{2}"), ("(?<名>主)\\k<名>", nil),
    ("(?<a>主)(?P=a)(?&a)(?1)", nil), ("(主)\\1", nil), ("(?#党)主", nil), ("(?i)党", "(?i)[党黨]"), ("(?<=党)主", "(?<=[党黨])主"),
    ("(?x) 党 # 党\n 员", "(?x) [党黨] # 党\n [员員]"), ("(?x: 主 ) 主", "(?x: 主 )[\\ 　]主"), ("(?-x) ", "(?-x)[\\ 　]"), ("\\.", "[\\.．]"),
    ("\\党", "[党黨]"),
    ("\\Q党.\\E+", "[党黨][\\.．]+"), ("[\\Q党]\\E]", "[党黨\\]］]"), ("[]党]", "[]］党黨]"), ("[[:alpha:]党]", "[[:alpha:]党黨]"), ("(*NO_JIT)主", nil),
    ("(*pla:党)", "(*pla:[党黨])"),
    ("(?(1)主|党)", "(?(1)主|[党黨])"), ("(?(?=党)主)", "(?(?=[党黨])主)"), ("(?|党|主)", "(?|[党黨]|主)"), ("5", "[5５]"), ("\\N{U+515A}", nil),
    ("\\cA", nil), ("\\g{-1}", nil),
    ("a{x}", "[aａ][\\{｛][xｘ][\\}｝]"), ("[\\]党]", "[\\]］党黨]"),
]

@Test("a regular expression's characters become classes, and nothing else changes", arguments: rewritten)
func rewriting(_ source: String, _ expected: String?) {
    #expect(RegexFolding.folded(source) == expected)
}

private let matching: [(source: String, piece: String, flags: RegexFlags, expected: [String])] = [
    ("党.", "黨員党员", [], ["黨員", "党员"]), ("(?<=国)务", "國務国务", [], ["務", "务"]), ("[^党]", "黨主", [], ["主"]),
    ("(党)\\1", "党党黨黨党黨", [], ["党党", "黨黨"]),
    ("第[一二]条", "第一條", [], ["第一條"]), ("1(?=9)", "１９", [], ["１"]), ("wen", "ＷＥＮ wEn", .ignoresCase, ["ＷＥＮ", "wEn"]),
    ("国{2}", "国國國", [], ["国國"]),
    ("\\Q国.\\E", "國．国。", [], ["國．"]), ("a\\.b", "ａ．b", [], ["ａ．b"]), ("(?x) 国 务", "國務", [], ["國務"]), ("国务院|劳动者", "勞動者", [], ["勞動者"]),
    ("[\\]５]", "］5", [], ["］", "5"]), ("[a-]+", "aａ-－b党", [], ["aａ-－"]), ("[-党]+", "-－黨主", [], ["-－黨"]), ("[--/]", "./", [], [".", "/"]),
]

@Test("a folded regular expression matches all forms", arguments: matching)
func foldedRegexes(_ source: String, _ piece: String, _ flags: RegexFlags, _ expected: [String]) throws {
    #expect(try hits(regex(source, flags), in: piece) == expected)
}

@Test func `a wrong expression has its place in what was written`() throws {
    let error = try #require(throws: PatternError.self) { try Matcher(regex("党员(国务")) }
    #expect(error.scalarOffset == 5 && error.source == "党员(国务")
}

@Test func `folded expressions agree with exact ones on texts of one script`() throws {
    let atoms = [
        "党", "员", "a", ".", "[党a]", "[^员]", "(?:员|a)", "(党)", "\\w", "\\.", "(?=员)", "\\b", "(?<!党)", "\\Q党.\\E", "(?<n>a)", "(?x: 员 )",
    ]
    let endings = ["", "", "", "?", "+", "*", "{2}", "{0,1}", "|", "^", "+?", "\\1"]
    var generator = SeededGenerator(state: 11)
    let plain = (0..<40).map { _ in (0..<8).map { _ in ["党", "员", "a", "."].randomElement(using: &generator) ?? "" }.joined() }
    let others: [Character: Character] = ["党": "黨", "员": "員", "a": "ａ", ".": "．"]
    let (simple, mixed) = (Fixture(plain), Fixture(plain.map { String($0.map { others[$0] ?? $0 }) }))
    for _ in 0..<1500 {
        let source = (0..<Int.random(in: 1...5, using: &generator)).reduce(into: "") { source, _ in
            source += (atoms.randomElement(using: &generator) ?? "") + (endings.randomElement(using: &generator) ?? "")
        }
        guard let exact = try? Matcher(regex(source), options: MatchOptions(exact: true)) else { continue }
        let folded = try Matcher(regex(source))
        let expected = try exact.search(UnitList(simple.pieces), in: simple.text, wantsHits: true)
        let found = try folded.search(UnitList(simple.pieces), in: simple.text, wantsHits: true)
        #expect(found.starts == expected.starts && found.ends == expected.ends, "\(source)")
        let wide = try folded.search(UnitList(mixed.pieces), in: mixed.text, wantsHits: true)
        #expect(wide.units == expected.units && wide.hitCount == expected.hitCount, "\(source)")
    }
}
