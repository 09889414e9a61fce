/// Where literals stand in a text, known without a scan. It may give places where a literal does not stand; it never leaves one out.
public protocol LiteralIndex: Sendable {
    /// Where a literal stands, whose characters have these forms each; nil where the index cannot tell (the caller then scans). Cost: looking up the lists, microseconds.
    func places(of literal: [[Unicode.Scalar]]) -> (any LiteralPlaces)?
}

/// The places of one literal.
public protocol LiteralPlaces: Sendable {
    /// At most as many there are (an upper bound that costs nothing: the length of the rarest list).
    var atMost: Int { get }
    /// Whether each place is an occurrence; otherwise whoever asks compares the text.
    var isExact: Bool { get }
    /// Adds, ascending, the offsets at which occurrences begin that begin in `range`; occurrences may overlap each other.
    func append(in range: Range<UInt32>, to places: inout ContiguousArray<UInt32>)
    /// Adds the offsets in `range` behind which an occurrence of `other` begins in it at so many bytes from theirs, ascending, each with the
    /// first of these. Cost: at most that of both lists and a step for each place.
    func append(in range: Range<UInt32>, before other: any LiteralPlaces, at distance: ClosedRange<Int>, to pairs: inout PlacePairs)
}

/// Places of two literals that stand close to each other.
public struct PlacePairs: Sendable {
    /// Where the first begins, ascending.
    public var firsts: ContiguousArray<UInt32> = []
    /// Where the second begins that belongs to each; they ascend, and may be the same for several.
    public var seconds: ContiguousArray<UInt32> = []

    /// No pairs.
    public init() {}

    /// Adds a pair.
    @inlinable public mutating func append(_ first: UInt32, _ second: UInt32) {
        firsts.append(first)
        seconds.append(second)
    }
}

extension LiteralPlaces {
    /// By the lists of both, as there is no better way for most.
    public func append(in range: Range<UInt32>, before other: any LiteralPlaces, at distance: ClosedRange<Int>, to pairs: inout PlacePairs)
    {
        appendByLists(in: range, before: other, at: distance, to: &pairs)
    }

    /// The same, by the lists of both.
    public func appendByLists(
        in range: Range<UInt32>, before other: any LiteralPlaces, at distance: ClosedRange<Int>, to pairs: inout PlacePairs
    ) {
        var firsts = ContiguousArray<UInt32>()
        var seconds = ContiguousArray<UInt32>()
        append(in: range, to: &firsts)
        other.append(in: range, to: &seconds)
        var next = 0
        for first in firsts {
            while next < seconds.count, Int(seconds[next]) < Int(first) + distance.lowerBound { next += 1 }
            guard next < seconds.count else { return }
            if Int(seconds[next]) <= Int(first) + distance.upperBound { pairs.append(first, seconds[next]) }
        }
    }
}
