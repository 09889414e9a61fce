@testable import PatternMatching

/// The rules written down as simply as they can be, over arrays of scalars: what the fast search is compared with.
struct Naive {
    typealias Piece = [Unicode.Scalar]

    /// Whether script and width must be the same.
    var exact = false

    private let sentenceMarks = Array("。！？；".unicodeScalars)
    private let clauseMarks = Array("，。！？；：、—".unicodeScalars)

    /// Every place a literal or gap fits, overlapping ones included.
    func fits(_ pattern: MatchPattern, _ piece: Piece) -> [Range<Int>] {
        guard case .gapped(let leading, let parts, let trailing) = pattern else {
            guard case .literal(let bytes) = pattern else { return [] }
            return places(bytes, piece)
        }
        return places(parts[0], piece).flatMap { first -> [Range<Int>] in
            var start = first.lowerBound
            while leading, start > 0, !clauseMarks.contains(piece[start - 1]) { start -= 1 }
            if leading, start == first.lowerBound { return [] }
            return ends(first.upperBound, parts.dropFirst(), piece).compactMap { last in
                var end = last
                while trailing, end < piece.count, !clauseMarks.contains(piece[end]) { end += 1 }
                return trailing && end == last ? nil : start..<end
            }
        }
    }

    func places(_ bytes: [UInt8], _ piece: Piece) -> [Range<Int>] {
        let needle = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        guard needle.count <= piece.count else { return [] }
        return (0...piece.count - needle.count).map { $0..<$0 + needle.count }.filter { range in
            zip(piece[range], needle).allSatisfy { isSame($0, $1) }
        }
    }

    /// Each word of the table is a class; full width is a constant away from half width.
    private static let classes: [Unicode.Scalar: Int] = {
        let words = "\(scriptClasses)".split(separator: " ")
        return Dictionary(words.enumerated().flatMap { number, word in word.unicodeScalars.map { ($0, number) } }) { a, _ in a }
    }()

    private func isSame(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        if a == b { return true }
        if exact { return false }
        if let x = Naive.classes[a], let y = Naive.classes[b] { return x == y }
        let pair = [min(a, b), max(a, b)]
        if pair == [" ", "\u{3000}"] { return true }
        return pair[0] > " " && pair[0] < "\u{7F}" && pair[1].value == pair[0].value + 0xFEE0
    }

    func ends(_ from: Int, _ parts: ArraySlice<[UInt8]>, _ piece: Piece) -> [Int] {
        guard let part = parts.first else { return [from] }
        return places(part, piece).flatMap { place -> [Int] in
            let gap = place.lowerBound - from
            guard (1...20).contains(gap), !piece[from..<place.lowerBound].contains(where: sentenceMarks.contains) else { return [] }
            return ends(place.upperBound, parts.dropFirst(), piece)
        }
    }

    func positive(_ pattern: MatchPattern, _ isPositive: Bool = true) -> [MatchPattern] {
        switch pattern {
        case .and(let parts), .or(let parts): parts.flatMap { positive($0, isPositive) }
        case .not(let part): positive(part, !isPositive)
        case .literal, .gapped, .regex: isPositive ? [pattern] : []
        }
    }

    func holds(_ pattern: MatchPattern, _ unit: [Piece]) -> Bool {
        switch pattern {
        case .and(let parts): parts.allSatisfy { holds($0, unit) }
        case .or(let parts): parts.contains { holds($0, unit) }
        case .not(let part): !holds(part, unit)
        case .literal, .gapped, .regex: unit.contains { !fits(pattern, $0).isEmpty }
        }
    }

    /// Leftmost; of one term the shortest, among terms the longest; on from the end.
    func ownHits(_ pattern: MatchPattern, _ piece: Piece) -> [Range<Int>] {
        let fits = positive(pattern).map { self.fits($0, piece) }
        var hits: [Range<Int>] = []
        while true {
            let from = hits.last?.upperBound ?? 0
            let nearest = fits.compactMap { term in
                term.filter { $0.lowerBound >= from }.min { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
            }
            guard let next = nearest.min(by: { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }) else { return hits }
            hits.append(next)
        }
    }

    /// The hits of each piece of a unit, or nil where the unit is not satisfied.
    func hits(_ pattern: MatchPattern, except: MatchPattern?, _ unit: [Piece]) -> [[Range<Int>]]? {
        guard holds(pattern, unit) else { return nil }
        let hits = unit.map { ownHits(pattern, $0) }
        guard let except, !positive(pattern).isEmpty else { return hits }
        guard holds(except, unit) else { return hits.allSatisfy(\.isEmpty) ? nil : hits }
        let rest = zip(unit, hits).map { piece, hits in
            let barred = ownHits(except, piece)
            return hits.filter { hit in !barred.contains { $0.overlaps(hit) } }
        }
        return rest.allSatisfy(\.isEmpty) ? nil : rest
    }
}
