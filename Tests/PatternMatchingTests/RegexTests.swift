import Documents
@testable import PatternMatching
import Testing

private let matching: [(source: String, piece: String, flags: RegexFlags, expected: [String])] = [
    ("^党.", "党员党员", [], ["党员"]),
    (".$", "党员", [], ["员"]),
    ("\\d+", "１９９９年10月", [], ["１９９９", "10"]),
    ("\\w+", "党员，群众", [], ["党员", "群众"]),
    ("\\p{Han}{2}", "党员a群众", [], ["党员", "群众"]),
    ("wen", "WEN wen", .ignoresCase, ["WEN", "wen"]),
    ("é", "É", .ignoresCase, ["É"]),
    ("^b", "a\nb", [], []),
    ("^b", "a\nb", .multiline, ["b"]),
    ("a.b", "a\nb", [], []),
    ("a.b", "a\nb", .dotMatchesNewline, ["a\nb"]),
    ("x*", "axxb", [], ["xx"]),
    ("$|(?=a)", "abc", [], []),
    ("党\\K员", "党员员", [], ["员"]),
    ("(?<=党)员", "党员员", [], ["员"]),
    ("(*NO_JIT)党+", "党党", [], ["党党"]),
    ("(*LIMIT_MATCH=999999999)党+", "党党", [], ["党党"]),
]

@Test("a regular expression sees one piece and Unicode", arguments: matching)
func regexes(_ source: String, _ piece: String, _ flags: RegexFlags, _ expected: [String]) throws {
    #expect(try hits(regex(source, flags), in: piece) == expected)
}

@Test func `flags are read from their letters`() {
    #expect(RegexFlags(letters: "ims") == [.ignoresCase, .multiline, .dotMatchesNewline])
    #expect(RegexFlags(letters: "") == [])
    #expect(RegexFlags(letters: "x") == nil)
}

private let wrong: [(source: String, bytes: Int?, scalars: Int?)] = [
    ("党(员", 7, 3), ("党[员", 7, 3), ("*", 0, 0), ("a\\C", 3, 3), ("党)", 3, 1), ("[z-a]", 3, 3), ("\\p{Hann}", 8, 8), ("(?<=a*)b", 0, 0),
    ("(a{1000}){1000}{1000}", nil, nil),
]

@Test("a wrong regular expression says where and what", arguments: wrong)
func wrongRegexes(_ source: String, _ bytes: Int?, _ scalars: Int?) throws {
    let error = try #require(throws: PatternError.self) { try Matcher(regex(source)) }
    #expect(error.source == source)
    #expect(!error.message.isEmpty && !error.advice.isEmpty)
    if let bytes { #expect(error.byteOffset == bytes) }
    if let scalars { #expect(error.scalarOffset == scalars) }
}

@Test("a runaway pattern ends with its place", arguments: ["(a+)+$", "(*NO_JIT)(a+)+$", "(a|aa|aaa)*$"])
func runaways(_ source: String) throws {
    let fixture = Fixture(["x", String(repeating: "a", count: 4000) + "b"])
    let failure = try #require(throws: MatchFailure.self) {
        try Matcher(regex(source)).search(UnitList(fixture.pieces), in: fixture.text, wantsHits: false)
    }
    #expect(failure == .limitReached(source: source, piece: fixture.pieces[1]))
    #expect(failure.description.contains(source))
}

@Test func `a deep recursion is an answer or a failure, never a crash`() {
    let piece = String(repeating: "(", count: 200_000)
    for source in ["(\\((?1)*\\)?)+", "(*NO_JIT)(\\((?1)*\\)?)+"] { _ = try? hits(regex(source), in: piece) }
}

@Test func `without a just-in-time compiler the answers are the same`() throws {
    let fixture = Fixture(["党员，党群"])
    let haystack = try #require(Haystack(fixture.text))
    let piece = Int(fixture.pieces[0].start)..<Int(fixture.pieces[0].end)
    guard let workspace = RegexWorkspace() else {
        Issue.record("no memory for a workspace")
        return
    }
    for source in ["党.", "群$", "无", "[员，]+"] {
        let plain = try RegexProgram(source, [], allowsJIT: false)
        #expect(!plain.usesJIT)
        let fast = try RegexProgram(source, [])
        #expect(
            try workspace.next(plain, in: haystack, piece, from: piece.lowerBound, nil)
                == workspace.next(fast, in: haystack, piece, from: piece.lowerBound, nil))
    }
}

@Test func `ill-formed bytes match nothing and hide nothing`() throws {
    var bytes = Array("党员".utf8)
    bytes += [0xE5, 0x85, 0xFF, 0x80, 0xC0, 0xF8]
    bytes += Array("党员。从".utf8) + [0x9A, 0xE5] + Array("入手".utf8) + [0xE5, 0x85]
    let text = Text(copying: bytes)
    let piece = Span(0, bytes.count)
    let expected: [(MatchPattern, Int)] = [
        (phrase("党员"), 2), (regex("党员"), 2), (regex("党."), 2), (phrase("从…入手"), 1), (regex("[^党]$"), 0), (phrase("…员…"), 1),
    ]
    for (pattern, count) in expected {
        #expect(try Matcher(pattern).countHits(in: piece, of: text) == count, "\(pattern)")
    }
    for start in 0..<bytes.count { _ = try Matcher(regex(".+|党")).countHits(in: Span(start, bytes.count), of: text) }
}

@Test func `a long piece is matched window by window with the same hits`() throws {
    let long = (0..<3000).map { "第\($0)段" }.joined() + "党" + String(repeating: "员", count: 5000)
    #expect(try hits(regex("第\\d+段"), in: long).count == 3000)
    #expect(try hits(regex("党员+$"), in: long).map { $0.unicodeScalars.count } == [5001])
    #expect(try hits(regex("^员"), in: long) == [])
    #expect(try hits(regex("(?<!员)员{3}(?=员*$)"), in: long) == ["员员员"])
}

private let required: [(source: String, expected: String?)] = [
    ("党员", "党员"), ("党员?", "党"), ("党员+众", "党员"), ("党{2}员工", "员工"), ("(党)员", "员"), ("[党]员", "员"), ("a|b", "a/b"), ("党员+|.群众|工人?", "党员/群众/工"),
    ("a|", nil), ("a|.*", nil), ("(a|b)c", "c"),
    ("(?i)abc", nil), ("(?:a)bc", "bc"), ("(?#x)abc", nil), ("\\Qa*\\E", nil), ("a\\.b", "a.b"), ("\\d{2}年", "年"), (".*", nil),
    ("(*ACCEPT)abc", nil), ("(a(*ACCEPT))b", nil), ("(?=x)ab", "ab"), ("[]x]ab", "ab"), ("[^]x]ab", "ab"), ("[[:alpha:]]ab", nil),
    ("x{,3}ab", "ab"),
    ("\\x{515A}a", nil), ("a{x}bc", "x}bc"), ("", nil), ("的机制", "的机制"),
]

@Test("the required literals are such that every match contains one", arguments: required)
func requiredLiterals(_ source: String, _ expected: String?) {
    let found = RequiredLiteral.find(in: Array(source.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(found.joined(separator: "/") == expected ?? "")
}

@Test func `what a regular expression requires never loses a hit`() throws {
    let atoms = ["党", "员", "a", ".", "[党a]", "(?:员|a)", "(党)", "\\w", "\\.", "(?=员)", "\\b"]
    let endings = ["", "", "", "?", "+", "*", "{2}", "{0,1}", "|", "^", "+?"]
    var generator = SeededGenerator(state: 7)
    let pieces = (0..<40).map { _ in (0..<8).map { _ in ["党", "员", "a", "."].randomElement(using: &generator) ?? "" }.joined() }
    let fixture = Fixture(pieces)
    let text = try #require(Haystack(fixture.text))
    guard let workspace = RegexWorkspace() else { return }
    for _ in 0..<1500 {
        let source = (0..<Int.random(in: 1...5, using: &generator)).reduce(into: "") { source, _ in
            source += (atoms.randomElement(using: &generator) ?? "") + (endings.randomElement(using: &generator) ?? "")
        }
        guard let program = try? RegexProgram(source, []) else { continue }
        let plain = try (0..<40).filter { index in
            let piece = Int(fixture.pieces[index].start)..<Int(fixture.pieces[index].end)
            return try workspace.next(program, in: text, piece, from: piece.lowerBound, nil) != nil
        }
        let found = try Matcher(regex(source)).search(UnitList(fixture.pieces), in: fixture.text, wantsHits: false)
        #expect(found.units.map { Int($0) } == plain, "\(source)")
    }
}
