import Documents
import PatternMatching

/// Characters that patterns and texts are made of: few, so that they meet often; marks that end clauses and sentences.
private let alphabet = Array("以为党员a，。；".unicodeScalars)

/// A pattern of literals, gaps and connectives, read off the input, finds in a text read off the input what it should: hits
/// lie in their pieces, in order; literals agree with a search that is as simple as it can be.
func brokenMatching(_ input: [UInt8]) -> String? {
    let (recipe, characters) = divided(input, default: input.reversed())
    var maker = PatternMaker(bytes: recipe[...])
    let pattern = maker.pattern(depth: 3)
    let exception = maker.byte() % 3 == 0 ? maker.pattern(depth: 1) : nil
    let (text, pieces) = pieces(characters)
    guard let matcher = try? Matcher(pattern, except: exception, options: MatchOptions(exact: true)) else {
        return "a pattern without an empty part is refused: \(pattern)"
    }
    do {
        let found = try matcher.search(UnitList(pieces), in: text, wantsHits: true)
        let units = try matcher.search(UnitList(pieces), in: text, wantsHits: false).units
        guard found.units == units else { return "without hits other units are found: \(pattern)" }
        return brokenHits(found, pieces) ?? (exception == nil ? brokenLiteral(pattern, found, pieces, text) : nil)
    } catch {
        return "\(error)"
    }
}

/// A regular expression of the input's own making over a text of its own: an answer, an error, or a limit, in bounded time.
func brokenRegex(_ input: [UInt8]) -> String? {
    let (source, bytes) = divided(input, default: Array("aaaaaaaaaaaaaaaaaaaaaaaaaaaa从社区党建入手，以人为本。".utf8))
    let flags = RegexFlags(rawValue: source.first.map { $0 % 8 } ?? 0)
    let pattern = MatchPattern.regex(source: String(decoding: source.dropFirst(), as: UTF8.self), flags: flags)
    guard let matcher = try? Matcher(pattern) else { return nil }
    let text = Text(copying: bytes)
    var column = SpanColumn()
    column.append(Span(0, bytes.count))
    do {
        let found = try matcher.search(UnitList(column), in: text, wantsHits: true)
        let units = try matcher.search(UnitList(column), in: text, wantsHits: false).units
        guard found.units == units else { return "without hits other units are found" }
        return brokenHits(found, column)
    } catch {
        return nil
    }
}

/// Hits are not empty, lie in the pieces of their units, and do not overlap.
private func brokenHits(_ found: UnitMatches, _ pieces: SpanColumn) -> String? {
    for (index, unit) in found.units.enumerated() {
        guard unit < pieces.count else { return "unit \(unit) of \(pieces.count)" }
        let piece = pieces[Int(unit)]
        var end = piece.start
        for number in found.hits(of: index) {
            let hit = found.hit(number)
            guard hit.start >= end, hit.end <= piece.end, !hit.isEmpty else { return "hit \(hit) in \(piece) behind \(end)" }
            end = hit.end
        }
    }
    return nil
}

/// A literal alone: its hits are those of the plainest search.
private func brokenLiteral(_ pattern: MatchPattern, _ found: UnitMatches, _ pieces: SpanColumn, _ text: Text) -> String? {
    guard case .literal(let needle) = pattern else { return nil }
    var wanted: [Span] = []
    for index in 0..<pieces.count {
        var offset = Int(pieces[index].start)
        while offset + needle.count <= Int(pieces[index].end) {
            let isThere = text.bytes[offset..<offset + needle.count].elementsEqual(needle)
            if isThere { wanted.append(Span(offset, offset + needle.count)) }
            offset += isThere ? needle.count : 1
        }
    }
    let hits = (0..<found.hitCount).map { found.hit($0) }
    return hits == wanted ? nil : "\(hits.count) hits of \(pattern), not \(wanted.count)"
}

/// The characters as pieces with line ends between.
private func pieces(_ input: [UInt8]) -> (Text, SpanColumn) {
    var bytes: [UInt8] = []
    var column = SpanColumn()
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
        let start = bytes.count
        for byte in line { bytes += Array(String(alphabet[Int(byte) % alphabet.count]).utf8) }
        column.append(Span(start, bytes.count))
        bytes.append(0x0A)
    }
    return (Text(copying: bytes), column)
}

/// Reads a pattern off bytes, as far as they go.
private struct PatternMaker {
    var bytes: ArraySlice<UInt8>

    mutating func byte() -> Int { bytes.popFirst().map(Int.init) ?? 0 }

    mutating func literal() -> [UInt8] {
        (0...byte() % 4).flatMap { _ in Array(String(alphabet[byte() % alphabet.count]).utf8) }
    }

    mutating func pattern(depth: Int) -> MatchPattern {
        switch byte() % (depth > 0 ? 7 : 4) {
        case 0, 1: .literal(literal())
        case 2, 3: .gapped(leading: byte() % 3 == 0, parts: (0...byte() % 4).map { _ in literal() }, trailing: byte() % 3 == 0)
        case 4: .and((0...byte() % 3).map { _ in pattern(depth: depth - 1) })
        case 5: .or((0...byte() % 3).map { _ in pattern(depth: depth - 1) })
        default: .not(pattern(depth: depth - 1))
        }
    }
}
