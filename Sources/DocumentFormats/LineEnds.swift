import Glibc

/// Finds the ends of lines one after the other, in time less than it takes to load the text. Nearly every line ends with LF, which
/// the C library finds by the widest vectors of the processor; CR is looked for in a stretch at a time, so that lines can do
/// without.
struct LineEnds {
    private let view: ByteView
    /// Bytes that were looked through for CR: none stands in them.
    private var cleared = 0..<0

    /// Bytes looked through at once: they are still in the nearest cache when their lines are read.
    private static let stretch = 1 << 14

    init(_ view: ByteView) { self.view = view }

    /// The line that begins at `start`, as `ByteView.line` gives it. Cost: the least for lines in order.
    @inline(__always) mutating func line(at start: Int, limit: Int) -> Line {
        let end = end(from: start, limit: limit)
        guard end < limit else { return Line(start: start, end: limit, next: limit) }
        let isPair = view[end] == 0x0D && end &+ 1 < limit && view[end &+ 1] == 0x0A
        return Line(start: start, end: end, next: end &+ (isPair ? 2 : 1))
    }

    /// The first CR or LF at or after `start`, or `limit`.
    @inline(__always) private mutating func end(from start: Int, limit: Int) -> Int {
        if cleared.contains(start), let feed = view.first(0x0A, from: start, to: min(cleared.upperBound, limit)) { return feed }
        return endBeyondCleared(from: start, limit: limit)
    }

    @inline(never) private mutating func endBeyondCleared(from start: Int, limit: Int) -> Int {
        var offset = start
        while offset < limit {
            let stop = min(offset + LineEnds.stretch, limit)
            let clear = view.first(0x0D, from: offset, to: stop) ?? stop
            cleared = offset..<clear
            if let feed = view.first(0x0A, from: offset, to: clear) { return feed }
            if clear < stop { return clear }
            offset = stop
        }
        return limit
    }
}

extension ByteView {
    /// Where `byte` first stands in `[start, end)`, by the widest vectors of the processor.
    @inline(__always) func first(of byte: UInt8, from start: Int, to end: Int) -> Int? { first(Int32(byte), from: start, to: end) }

    @inline(__always) fileprivate func first(_ byte: Int32, from start: Int, to end: Int) -> Int? {
        memchr(base + start, byte, max(0, end &- start)).map { UnsafeRawPointer($0) - base }
    }
}
