import Documents
import Glibc
import PatternMatching

/// Units written as strings: each becomes a piece, with a line end between.
struct Fixture {
    let text: Text
    let pieces: SpanColumn

    init(_ pieces: [String], separator: String = "\n　　") {
        var bytes: [UInt8] = []
        var column = SpanColumn()
        for piece in pieces {
            bytes += Array(separator.utf8)
            column.append(Span(bytes.count, bytes.count + piece.utf8.count))
            bytes += Array(piece.utf8)
        }
        text = Text(copying: bytes)
        self.pieces = column
    }

    func string(_ span: Span) -> String { text.string(span) }
}

/// The hits in one piece as strings.
func hits(_ pattern: MatchPattern, except: MatchPattern? = nil, in piece: String) throws -> [String] {
    let fixture = Fixture([piece])
    let found = try Matcher(pattern, except: except).hits(in: fixture.pieces[0], of: fixture.text)
    return (0..<found.count).map { fixture.string(found[$0]) }
}

/// The numbers of the pieces that satisfy a pattern.
func satisfied(_ pattern: MatchPattern, except: MatchPattern? = nil, in pieces: [String]) throws -> [Int] {
    let fixture = Fixture(pieces)
    let matcher = try Matcher(pattern, except: except)
    return try matcher.search(UnitList(fixture.pieces), in: fixture.text, wantsHits: false).units.map { Int($0) }
}

/// `从…入手` as it is written; without `…` a literal.
func phrase(_ written: String) -> MatchPattern {
    var parts: [[UInt8]] = [[]]
    for scalar in written.unicodeScalars {
        if scalar == "…" { parts.append([]) } else { parts[parts.count - 1] += Array(String(scalar).utf8) }
    }
    if parts.count == 1 { return .literal(parts[0]) }
    return .gapped(leading: parts.first == [], parts: parts.filter { !$0.isEmpty }, trailing: parts.last == [])
}

/// `/source/flags`
func regex(_ source: String, _ flags: RegexFlags = []) -> MatchPattern { .regex(source: source, flags: flags) }

/// The bytes of a file.
func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: max(0, ftell(file)))
    rewind(file)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
}

/// Small, seeded and the same everywhere: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
