/// A string that occurs more than once.
public struct Repeat: Hashable, Sendable {
    /// Its length in characters.
    public let length: Int
    /// The places in `SuffixOrder.starts` where it occurs.
    public let places: Range<Int>

    /// How often it occurs, overlapping occurrences included.
    public var count: Int { places.count }
}

extension SuffixOrder {
    /// The maximal repeats: strings of at least `length` characters and `count` occurrences to which no character on the left or right can
    /// be added without losing an occurrence (Gusfield 1997, 7.12). In the order of the suffixes. Cost: one pass.
    public func maximalRepeats(
        of text: SymbolText, length: Int, count: Int, poll: (Double) throws -> Void = { _ in }
    ) throws -> [Repeat] {
        var walk = RepeatWalk(symbols: text.symbols, starts: starts, length: Int32(max(1, length)), count: max(2, count))
        for place in common.indices {
            if place & 0xFFFFF == 0 { try poll(Double(place) / Double(common.count)) }
            walk.step(to: place, sharing: common[place])
        }
        walk.step(to: common.count, sharing: 0)
        return walk.found
    }
}

/// Walks the intervals of suffixes that share a prefix, with a stack of the open ones.
private struct RepeatWalk {
    let symbols: ContiguousArray<Symbol>
    let starts: ContiguousArray<Int32>
    let length: Int32
    let count: Int
    private(set) var found: [Repeat] = []
    private var open: [Interval] = []

    init(symbols: ContiguousArray<Symbol>, starts: ContiguousArray<Int32>, length: Int32, count: Int) {
        self.symbols = symbols
        self.starts = starts
        self.length = length
        self.count = count
    }

    struct Interval {
        var length: Int32
        var first: Int
        /// The character before all occurrences, as long as it is the same; `mixed` where it is not.
        var left: Int32
    }

    private static let mixed: Int32 = -1

    /// The suffix at `place` shares `common` symbols with the one before it.
    mutating func step(to place: Int, sharing common: Int32) {
        var first = place - 1
        var left = place > 0 ? self.left(place - 1) : RepeatWalk.mixed
        while let last = open.last, last.length > common {
            open.removeLast()
            let interval = Interval(length: last.length, first: last.first, left: merged(last.left, left))
            close(interval, before: place)
            (first, left) = (interval.first, interval.left)
        }
        guard common >= length else { return }
        if let last = open.last, last.length == common {
            open[open.count - 1].left = merged(last.left, left)
        } else {
            open.append(Interval(length: common, first: first, left: left))
        }
    }

    private mutating func close(_ interval: Interval, before place: Int) {
        guard interval.left == RepeatWalk.mixed, place - interval.first >= count else { return }
        found.append(Repeat(length: Int(interval.length), places: interval.first..<place))
    }

    /// The character before a suffix. What begins behind a mark has none that could be added: every such place is unlike all others.
    private func left(_ place: Int) -> Int32 {
        let start = Int(starts[place])
        let symbol = start > 0 ? symbols[start - 1] : 0
        return symbol == 0 ? RepeatWalk.mixed : Int32(symbol)
    }

    private func merged(_ a: Int32, _ b: Int32) -> Int32 { a == b ? a : RepeatWalk.mixed }
}
