import Documents

/// The units that are searched: each a run of consecutive pieces. Pieces are disjoint and in text order; no hit crosses
/// the edge of one, while `and`, `or`, `not` are judged over all the pieces of a unit. Copying costs no more than a reference.
public struct UnitList: Sendable {
    let starts: PackedColumn<UInt32>
    let ends: PackedColumn<UInt32>
    let groups: ContiguousArray<Range<UInt32>>?

    /// Each piece is a unit of its own: paragraphs, sentences, spans.
    public init(_ pieces: SpanColumn) {
        starts = pieces.starts
        ends = pieces.ends
        groups = nil
    }

    /// Unit `i` is the pieces `groups[i]`: articles or sections over paragraphs. Groups are sorted by their first piece; they
    /// may nest, as sections do, and may be empty.
    public init(_ pieces: SpanColumn, groups: ContiguousArray<Range<UInt32>>) {
        starts = pieces.starts
        ends = pieces.ends
        self.groups = groups
    }

    /// The number of units.
    public var count: Int { groups?.count ?? starts.count }

    /// The indices of the pieces of a unit.
    func pieces(of unit: Int) -> Range<Int> {
        guard let groups else { return unit..<unit + 1 }
        let limit = starts.count
        let lower = min(Int(groups[unit].lowerBound), limit)
        return lower..<max(lower, min(Int(groups[unit].upperBound), limit))
    }

    /// The piece's bytes, cut to a text of `count` bytes, so that a wrong column cannot make a wild read.
    @inline(__always)
    func piece(_ index: Int, limit count: Int) -> Range<Int> {
        let end = min(Int(ends[index]), count)
        return min(Int(starts[index]), end)..<end
    }

    /// Where the unit begins in the text; of an empty one, where the next does.
    public func start(of unit: Int) -> Int {
        guard groups != nil else { return Int(starts[unit]) }
        let index = pieces(of: unit).lowerBound
        return index < starts.count ? Int(starts[index]) : Int(ends.last ?? 0)
    }

    /// The indices of the pieces of a run of units.
    func pieces(of units: Range<Int>) -> Range<Int> {
        guard groups != nil, !units.isEmpty else { return units }
        let lower = pieces(of: units.lowerBound).lowerBound
        return lower..<units.reduce(lower) { max($0, pieces(of: $1).upperBound) }
    }

    /// Whether no unit of a run shares a piece with another: not so where sections nest.
    func areApart(_ units: Range<Int>) -> Bool {
        guard groups != nil else { return true }
        var end = 0
        for unit in units {
            let own = pieces(of: unit)
            if own.lowerBound < end { return false }
            end = own.upperBound
        }
        return true
    }

    /// The unit that holds a piece, of units that are apart; nil where none does. `unit`, at which to begin, goes forward.
    @inline(__always)
    func holder(of piece: Int, from unit: inout Int) -> Int? {
        guard groups != nil else { return piece }
        while unit < count, pieces(of: unit).upperBound <= piece { unit += 1 }
        return unit < count && pieces(of: unit).contains(piece) ? unit : nil
    }

    /// The end of a block: the first unit behind `first` that begins `size` bytes or more after it; at most `last`, but behind `first`. Cost:
    /// a binary search.
    public func blockEnd(from first: Int, upTo last: Int, size: Int) -> Int {
        let bound = start(of: first) + size
        var low = first + 1
        var high = max(last, low)
        while low < high {
            let middle = (low + high) / 2
            if start(of: middle) < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
