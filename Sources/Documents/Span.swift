/// A half-open stretch `[start, end)` of a text in bytes. 32 bits an end keep the columns small: a text has less than 4 GiB.
public struct Span: Hashable, Sendable, Comparable {
    /// Offset of the first byte.
    public var start: UInt32
    /// Offset past the last byte.
    public var end: UInt32

    /// The bytes from `start` up to and not including `end`.
    public init(_ start: UInt32, _ end: UInt32) {
        self.start = start
        self.end = end
    }

    /// The same from offsets of type `Int`; they must fit 32 bits.
    public init(_ start: Int, _ end: Int) {
        self.init(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
    }

    /// The number of bytes.
    public var count: Int { Int(end) - Int(start) }

    /// Whether it holds no byte.
    public var isEmpty: Bool { end <= start }

    /// Whether every byte of `other` is in this span.
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    /// Whether the two share a byte.
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// Text order: by start, the longer first.
    public static func < (a: Span, b: Span) -> Bool { a.start != b.start ? a.start < b.start : a.end > b.end }
}

/// Spans in text order that do not overlap, as two columns.
public struct SpanColumn: Sendable {
    /// Where each begins.
    public private(set) var starts: ContiguousArray<UInt32> = []
    /// Where each ends.
    public private(set) var ends: ContiguousArray<UInt32> = []

    /// No spans.
    public init() {}

    /// The number of spans.
    public var count: Int { starts.count }

    /// Span number `index`, from 0.
    public subscript(index: Int) -> Span { Span(starts[index], ends[index]) }

    /// Adds a span, which must begin at or after the end of the last.
    public mutating func append(_ span: Span) {
        starts.append(span.start)
        ends.append(span.end)
    }

    /// Adds all spans of `other`, which must begin at or after the end of the last.
    public mutating func append(contentsOf other: SpanColumn) {
        starts.append(contentsOf: other.starts)
        ends.append(contentsOf: other.ends)
    }

    /// Makes room, so that adding `count` spans does not grow in steps.
    public mutating func reserveCapacity(_ count: Int) {
        starts.reserveCapacity(count)
        ends.reserveCapacity(count)
    }

    /// The index of the last span that begins at or before `offset`, or nil. Cost: a binary search.
    public func last(startingAtOrBefore offset: UInt32) -> Int? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }
}
