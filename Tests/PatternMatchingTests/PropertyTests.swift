import Documents
import Testing

@testable import PatternMatching

/// The first four are those of the plain texts; all of them are mixed in script, width and bytes a character: 台 has five forms, 𪨧 four bytes.
private let alphabets = ["以为党员a，。；", "黨党以爲为為員员5５，,台臺檯颱枱ａa仑𪨧侖 　。；"].map { Array($0.unicodeScalars) }

private struct RandomCase {
    var generator: SeededGenerator
    var pieces: [[Unicode.Scalar]] = []
    var groups: ContiguousArray<Range<UInt32>>?
    private let letters: [Unicode.Scalar]

    init(seed: UInt64) {
        letters = alphabets[Int(seed % 2)]
        generator = SeededGenerator(state: seed)
        pieces = (0..<number(1...6)).map { _ in scalars(0...number(1...40), of: number(2...letters.count)) }
        if number(0...2) == 0 { groups = randomGroups() }
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func scalars(_ length: ClosedRange<Int>, of kinds: Int) -> [Unicode.Scalar] {
        (0..<number(length)).map { _ in letters[number(0...kinds - 1)] }
    }

    mutating func randomGroups() -> ContiguousArray<Range<UInt32>> {
        let ranges = (0..<number(1...4)).map { _ in
            let start = number(0...pieces.count)
            return UInt32(start)..<UInt32(number(start...pieces.count))
        }
        return ContiguousArray(ranges.sorted { $0.lowerBound < $1.lowerBound })
    }

    mutating func literal() -> [UInt8] {
        Array(scalars(1...number(1...3), of: number(2...letters.count)).map { String($0) }.joined().utf8)
    }

    mutating func pattern(depth: Int) -> MatchPattern {
        switch number(0...(depth > 0 ? 6 : 3)) {
        case 0, 1: return .literal(literal())
        case 2, 3:
            let parts = (0..<number(1...3)).map { _ in literal() }
            return .gapped(leading: number(0...2) == 0, parts: parts, trailing: number(0...2) == 0)
        case 4: return .and((0..<number(1...3)).map { _ in pattern(depth: depth - 1) })
        case 5: return .or((0..<number(1...3)).map { _ in pattern(depth: depth - 1) })
        default: return .not(pattern(depth: depth - 1))
        }
    }
}

/// What a search is expected to give, in bytes.
private func expected(_ sample: RandomCase, _ fixture: Fixture, _ pattern: MatchPattern, _ except: MatchPattern?, exact: Bool)
    -> [UInt32: [Span]]
{
    let groups = sample.groups ?? ContiguousArray(sample.pieces.indices.map { UInt32($0)..<UInt32($0 + 1) })
    var result: [UInt32: [Span]] = [:]
    for (unit, group) in groups.enumerated() {
        let indices = Array(group).map { Int($0) }
        guard let hits = Naive(exact: exact).hits(pattern, except: except, indices.map { sample.pieces[$0] }) else { continue }
        result[UInt32(unit)] = zip(indices, hits).flatMap { index, hits in
            hits.map { hit in
                func offset(_ scalar: Int) -> Int {
                    Int(fixture.pieces[index].start) + sample.pieces[index].prefix(scalar).reduce(0) { $0 + UTF8.width($1) }
                }
                return Span(offset(hit.lowerBound), offset(hit.upperBound))
            }
        }
    }
    return result
}

@Test("the search agrees with a naive one", arguments: 0..<20)
func agreement(_ part: Int) throws {
    for number in 0..<1000 {
        var sample = RandomCase(seed: UInt64(part * 1000 + number))
        let strings = sample.pieces.map { $0.map { String($0) }.joined() }
        let fixture = Fixture(strings, separator: sample.number(0...1) == 0 ? "" : "党a")
        let pattern = sample.pattern(depth: 2)
        let except = sample.number(0...2) == 0 ? sample.pattern(depth: 1) : nil
        let units = sample.groups.map { UnitList(fixture.pieces, groups: $0) } ?? UnitList(fixture.pieces)
        let exact = sample.number(0...3) == 0
        let matcher = try Matcher(pattern, except: except, options: MatchOptions(exact: exact))
        let found = try matcher.search(units, in: fixture.text, wantsHits: true)
        var answer: [UInt32: [Span]] = [:]
        for (index, unit) in found.units.enumerated() { answer[unit] = found.hits(of: index).map { found.hit($0) } }
        let wanted = expected(sample, fixture, pattern, except, exact: exact)
        #expect(
            answer == wanted,
            "\(strings) \(pattern) except \(String(describing: except)) groups \(String(describing: sample.groups)) exact \(exact)")
        #expect(Array(found.units) == wanted.keys.sorted())
        #expect(try matcher.search(units, in: fixture.text, wantsHits: false).units == found.units)
        for index in [
            NaiveIndex(text: fixture.text, pieces: fixture.pieces, unknown: sample.number(0...3)),
            NaiveIndex(text: fixture.text, pieces: fixture.pieces, isLoose: true),
        ] {
            let indexed = IndexedPlaces(index, leastBytes: 0)
            let byIndex = try matcher.search(units, in: fixture.text, indexed: indexed, wantsHits: true)
            #expect(byIndex == found, "\(strings) \(pattern) by index")
            #expect(try matcher.search(units, in: fixture.text, indexed: indexed, wantsHits: false).units == found.units)
            if byIndex != found { return }
            let whole = UInt32(0)..<UInt32(fixture.text.count)
            if !index.isLoose, sample.groups == nil, let count = matcher.countHits(beginningIn: whole, by: index) {
                #expect(count == found.hitCount, "\(strings) \(pattern) counted by index")
            }
        }
        if answer != wanted { return }
    }
}

@Test func `a literal is found at every place of a vector and of every length`() throws {
    for length in 1...20 {
        let needle = Array(repeating: UInt8(ascii: "x"), count: length - 1) + [UInt8(ascii: "y")]
        let matcher = try Matcher(.literal(needle))
        for start in 0..<70 {
            let bytes = Array(repeating: UInt8(ascii: "x"), count: start) + needle
            let text = Text(copying: bytes + needle)
            let hits = try matcher.hits(in: Span(0, bytes.count), of: text)
            #expect(hits.count == 1 && hits[0] == Span(start, start + length))
            #expect(try matcher.countHits(in: Span(0, bytes.count - 1), of: text) == 0)
        }
    }
}
