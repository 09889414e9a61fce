/// A stretch of a symbol text that is like a string.
public struct ApproximateMatch: Hashable, Sendable {
    /// Its symbols.
    public let range: Range<Int>
    /// The characters that must be put in, left out or exchanged to make one of the other.
    public let distance: Int
}

/// Finds what is within an edit distance of a string (Levenshtein): its variants.
public struct ApproximateSearch: Sendable {
    /// For each character the symbols that stand for it.
    private let pattern: [[Symbol]]
    private let distance: Int

    /// A search for `pattern`, for each character the symbols that are it, none where no text has it; with at most `distance` changes,
    /// fewer than it has characters.
    public init(_ pattern: [[Symbol]], distance: Int) {
        self.pattern = pattern
        self.distance = max(0, min(distance, pattern.count - 1))
    }

    /// A search for a string of symbols, each standing for itself.
    public init(_ pattern: [Symbol], distance: Int) { self.init(pattern.map { [$0] }, distance: distance) }

    /// The matches in `text`: of those that overlap, the nearest, then the longest, then the first. In text order; none holds a mark.
    /// Cost: a look at every symbol, and for the few stretches that have an unchanged part of the pattern, the square of its length.
    public func matches(in text: SymbolText, poll: (Double) throws -> Void = { _ in }) throws -> [ApproximateMatch] {
        guard !pattern.isEmpty else { return [] }
        var found: [ApproximateMatch] = []
        var covered = 0
        for anchor in try anchors(in: text.symbols, poll) {
            let window = max(anchor, covered)..<min(anchor + pattern.count + 2 * distance, text.count)
            guard !window.isEmpty else { continue }
            found += candidates(in: text.symbols, window)
            // The next window may begin inside this one; what it would find twice is dropped with what overlaps.
            covered = max(covered, anchor)
        }
        return nearest(found)
    }

    /// Where a match could begin at the earliest: before each occurrence of one of `distance` + 1 parts of the pattern, of
    /// which at least one must stand unchanged.
    private func anchors(in symbols: ContiguousArray<Symbol>, _ poll: (Double) throws -> Void) throws -> [Int] {
        let parts = partBounds
        let beginnings = beginnings(of: parts)
        var anchors: [Int] = []
        for index in symbols.indices {
            if index & 0xFFFFF == 0 { try poll(Double(index) / Double(symbols.count)) }
            guard beginnings[Int(symbols[index])] else { continue }
            for part in parts where isAt(index, part, symbols) { anchors.append(max(0, index - part.lowerBound - distance)) }
        }
        return Array(Set(anchors)).sorted()
    }

    private var partBounds: [Range<Int>] {
        let size = pattern.count / (distance + 1)
        return (0...distance).map { $0 * size..<($0 == distance ? pattern.count : ($0 + 1) * size) }
    }

    /// For each symbol whether it begins a part: one look decides most places of a text.
    private func beginnings(of parts: [Range<Int>]) -> [Bool] {
        var begins = [Bool](repeating: false, count: Int(Symbol.max) + 1)
        for part in parts { for symbol in pattern[part.lowerBound] { begins[Int(symbol)] = true } }
        return begins
    }

    private func isAt(_ index: Int, _ part: Range<Int>, _ symbols: ContiguousArray<Symbol>) -> Bool {
        guard index + part.count <= symbols.count else { return false }
        for offset in 0..<part.count where !pattern[part.lowerBound + offset].contains(symbols[index + offset]) { return false }
        return true
    }

    /// All stretches of a window that are near enough: for each beginning the ends, by a table of distances a row a symbol.
    private func candidates(in symbols: ContiguousArray<Symbol>, _ window: Range<Int>) -> [ApproximateMatch] {
        var found: [ApproximateMatch] = []
        let latest = min(window.upperBound, window.lowerBound + 2 * distance + 1)
        for start in window.lowerBound..<latest where symbols[start] != 0 {
            var row = Array(0...pattern.count)
            for end in start..<min(window.upperBound, start + pattern.count + distance) where row[0] <= pattern.count + distance {
                guard symbols[end] != 0 else { break }
                row = next(row, symbols[end])
                if row[pattern.count] <= distance {
                    found.append(ApproximateMatch(range: start..<end + 1, distance: row[pattern.count]))
                }
            }
        }
        return found
    }

    private func next(_ row: [Int], _ symbol: Symbol) -> [Int] {
        var next = [row[0] + 1]
        next.reserveCapacity(row.count)
        for (index, own) in pattern.enumerated() {
            next.append(min(row[index + 1] + 1, next[index] + 1, row[index] + (own.contains(symbol) ? 0 : 1)))
        }
        return next
    }

    private func nearest(_ found: [ApproximateMatch]) -> [ApproximateMatch] {
        let best = Set(found).sorted { a, b in
            (a.distance, -a.range.count, a.range.lowerBound) < (b.distance, -b.range.count, b.range.lowerBound)
        }
        // Matches that overlap stand close together: those kept are looked up by what they cover.
        var taken = Set<Int>()
        var kept: [ApproximateMatch] = []
        for match in best where !match.range.contains(where: taken.contains) {
            kept.append(match)
            taken.formUnion(match.range)
        }
        return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
