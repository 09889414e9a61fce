/// How offsets in a text lead back to what the text was made from: a file in another encoding, a field of a JSON record.
public protocol OffsetMap: Sendable {
    /// The offset in the source of what stands at `offset` in the text; for the end of the text, the end of the source.
    func source(of offset: Int) -> Int
}

/// A map by runs: stretches of the text that stand in their source byte for byte, and what was decoded or put in between
/// them. The offsets of a run count on from its beginning; those of anything else are the place it was made from.
public struct RunMap: OffsetMap {
    /// Where runs begin in the text.
    public private(set) var starts: PackedColumn<UInt32> = []
    /// Where they begin in the source.
    public private(set) var sources: PackedColumn<UInt32> = []
    /// The bytes of a run; for one of escapes their number, with the highest bit set.
    public private(set) var lengths: PackedColumn<UInt32> = []

    /// A JSON escape `\u4e00` is six bytes and stands for a character of three.
    private static let escape: UInt32 = 1 << 31
    private static let escapeBytes = (text: 3, source: 6)

    /// No runs yet: offset 0 is 0.
    public init() {}

    /// Runs as they were kept; the columns have equal lengths.
    public init(starts: PackedColumn<UInt32>, sources: PackedColumn<UInt32>, lengths: PackedColumn<UInt32>) {
        self.starts = starts
        self.sources = sources
        self.lengths = lengths
    }

    /// Adds a run of `length` bytes that begins at `start` in the text and `source` in the source. Runs come in text order.
    /// A run of no length marks a place: what follows it in the text, up to the next run, was made from there. What
    /// continues the last run in both makes it longer.
    public mutating func append(text start: Int, source: Int, length: Int) {
        if extendLast(text: start, source: source, by: length) { return }
        let first = min(length, Int(RunMap.escape) - 1)
        add(start, source, UInt32(truncatingIfNeeded: first))
        if first < length { append(text: start + first, source: source + first, length: length - first) }
    }

    /// Adds a run of `count` escapes of six bytes each, such as `\u4e00`, that stand for characters of three bytes.
    public mutating func append(text start: Int, escapes source: Int, count: Int) {
        add(start, source, UInt32(truncatingIfNeeded: count) | RunMap.escape)
    }

    private mutating func add(_ start: Int, _ source: Int, _ length: UInt32) {
        starts.append(UInt32(truncatingIfNeeded: start))
        sources.append(UInt32(truncatingIfNeeded: source))
        lengths.append(length)
    }

    private mutating func extendLast(text start: Int, source: Int, by length: Int) -> Bool {
        guard length > 0, let last = lengths.indices.last, lengths[last] & RunMap.escape == 0, lengths[last] > 0 else { return false }
        let end = Int(lengths[last])
        guard Int(starts[last]) + end == start, Int(sources[last]) + end == source, end + length < RunMap.escape else { return false }
        lengths[last] += UInt32(truncatingIfNeeded: length)
        return true
    }

    /// Adds the runs of a text that was put behind this one's at `start`.
    public mutating func append(contentsOf other: RunMap, text start: Int) {
        starts.append(contentsOf: other.starts.lazy.map { $0 &+ UInt32(truncatingIfNeeded: start) })
        sources.append(contentsOf: other.sources)
        lengths.append(contentsOf: other.lengths)
    }

    /// Cost: a binary search.
    public func source(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        return Int(sources[low - 1]) + distance(offset - Int(starts[low - 1]), inRun: low - 1)
    }

    private func distance(_ bytes: Int, inRun run: Int) -> Int {
        let length = lengths[run]
        guard length & RunMap.escape != 0 else { return min(bytes, Int(length)) }
        return min(bytes / RunMap.escapeBytes.text, Int(length & ~RunMap.escape)) * RunMap.escapeBytes.source
    }
}

extension Shard {
    /// The offset in the original file of what stands at `offset` in the text. What was packed counts as unpacked. Cost: a
    /// search in each map; none where the text is the file.
    public func sourceOffset(_ offset: UInt32) -> Int {
        let part = filePart(at: offset)
        return part.offsetMaps.reduce(Int(offset) - Int(part.start)) { $1.source(of: $0) } + part.sourceStart
    }
}
