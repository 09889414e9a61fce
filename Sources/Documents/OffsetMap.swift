/// How offsets in a text lead back to what the text was made from: a file in another encoding, a field of a JSON record.
public protocol OffsetMap: Sendable {
    /// The offset in the source of what stands at `offset` in the text; for the end of the text, the end of the source.
    func source(of offset: Int) -> Int
}

/// A map by runs: stretches of the text that stand in their source byte for byte, and what was decoded or put in between
/// them. The offsets of a run count on from its beginning; those of anything else are the place it was made from.
public struct RunMap: OffsetMap {
    private var starts: ContiguousArray<UInt32> = []
    private var sources: ContiguousArray<UInt32> = []
    private var lengths: ContiguousArray<UInt32> = []

    /// No runs yet: offset 0 is 0.
    public init() {}

    /// Adds a run of `length` bytes that begins at `start` in the text and `source` in the source. Runs come in text order.
    /// A run of no length marks a place: what follows it in the text, up to the next run, was made from there.
    public mutating func append(text start: Int, source: Int, length: Int) {
        starts.append(UInt32(truncatingIfNeeded: start))
        sources.append(UInt32(truncatingIfNeeded: source))
        lengths.append(UInt32(truncatingIfNeeded: length))
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
        return Int(sources[low - 1]) + min(offset - Int(starts[low - 1]), Int(lengths[low - 1]))
    }
}

extension Shard {
    /// The offset in the original file of what stands at `offset` in the text. What was packed counts as unpacked. Cost: a
    /// search in each map; none where the text is the file.
    public func sourceOffset(_ offset: UInt32) -> Int {
        offsetMaps.reduce(Int(offset)) { $1.source(of: $0) }
    }
}
