/// A half-open stretch `[start, end)` of a text in bytes. 32 bits an end keep the columns small: a text has less than 4 GiB.
@frozen public struct Span: Hashable, Sendable, Comparable, BitwiseCopyable {
    /// Offset of the first byte.
    public var start: UInt32
    /// Offset past the last byte.
    public var end: UInt32

    /// The bytes from `start` up to and not including `end`.
    @inlinable public init(_ start: UInt32, _ end: UInt32) {
        self.start = start
        self.end = end
    }

    /// The same from offsets of type `Int`; they must fit 32 bits.
    @inlinable public init(_ start: Int, _ end: Int) {
        self.init(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
    }

    /// The number of bytes.
    @inlinable public var count: Int { Int(end) - Int(start) }

    /// Whether it holds no byte.
    @inlinable public var isEmpty: Bool { end <= start }

    /// Whether every byte of `other` is in this span.
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    /// Whether the two share a byte.
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// Text order: by start, the longer first.
    public static func < (a: Span, b: Span) -> Bool { a.start != b.start ? a.start < b.start : a.end > b.end }
}

/// Spans in text order that do not overlap, as two columns.
public struct SpanColumn: Sendable {
    @usableFromInline var startColumn: PackedColumn<UInt32> = []
    @usableFromInline var endColumn: PackedColumn<UInt32> = []

    /// Where each begins.
    @inlinable public var starts: PackedColumn<UInt32> { startColumn }
    /// Where each ends.
    @inlinable public var ends: PackedColumn<UInt32> { endColumn }

    /// No spans.
    public init() {}

    /// Spans with these beginnings and ends, as many of the one as of the other.
    public init(starts: PackedColumn<UInt32>, ends: PackedColumn<UInt32>) {
        startColumn = starts
        endColumn = ends
    }

    /// The number of spans.
    @inlinable public var count: Int { startColumn.count }

    /// Span number `index`, from 0.
    @inlinable public subscript(index: Int) -> Span { Span(startColumn[index], endColumn[index]) }

    /// Adds a span, which must begin at or after the end of the last.
    @inlinable public mutating func append(_ span: Span) {
        startColumn.append(span.start)
        endColumn.append(span.end)
    }

    /// Adds spans given as columns of the same length; the first must begin at or after the end of the last.
    public mutating func append(starts: UnsafeBufferPointer<UInt32>, ends: UnsafeBufferPointer<UInt32>) {
        startColumn.append(contentsOf: starts)
        endColumn.append(contentsOf: ends)
    }

    /// Adds all spans of `other`, which must begin at or after the end of the last.
    public mutating func append(contentsOf other: SpanColumn) {
        startColumn.append(contentsOf: other.starts)
        endColumn.append(contentsOf: other.ends)
    }

    /// Makes room, so that adding `count` spans does not grow in steps.
    public mutating func reserveCapacity(_ count: Int) {
        startColumn.reserveCapacity(count)
        endColumn.reserveCapacity(count)
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
