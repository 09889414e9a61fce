/// The postings of one block of text, in memory. The runs of a segment, in text order, become its part of the archive.
public struct PostingRun: Sendable {
    private let memory: RunMemory
    /// From the first byte of the first piece to the last byte of the last, with the origin added.
    private let range: Range<UInt32>

    /// Encodes sorted pairs.
    init(_ pairs: SortedPairs, range: Range<UInt32>) throws {
        let memory = RunMemory(expecting: pairs)
        var writer = PostingWriter { memory.bytes.append($0) }
        try writer.write(pairs)
        (self.memory, self.range, postingCount) = (memory, range, pairs.count)
    }

    /// The number of bytes it takes, and that `write` gives for it alone.
    public var byteCount: Int { memory.bytes.count }

    /// The number of characters indexed.
    public let postingCount: Int

    /// Writes the part of a segment from its runs in text order, in pieces of up to some megabytes, in order. Throws what `sink` throws, and
    /// `PostingFailure.runsOutOfOrder`. Cost: of several runs some 10 ns a character, of one a copy.
    public static func write(_ runs: [PostingRun], to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        for index in runs.indices.dropFirst() where runs[index].range.lowerBound < runs[index - 1].range.upperBound {
            throw PostingFailure.runsOutOfOrder(index)
        }
        if runs.count == 1 { return try sink(runs[0].memory.bytes.bytes) }
        try withoutActuallyEscaping(sink) { sink in
            var writer = PostingWriter(sink)
            try writer.write(merging: runs.compactMap { PostingTable($0.memory.bytes.bytes) })
        }
    }
}

/// The bytes of a run. A class because runs are copied and their memory is not.
private final class RunMemory: @unchecked Sendable {
    // Safe to share: written before the run is made and never after.

    var bytes: ByteBuffer

    /// Room for what `pairs` commonly take, so that it is seldom copied; what is not written is not used.
    init(expecting pairs: SortedPairs) { bytes = ByteBuffer(capacity: pairs.count * 5 / 2 + pairs.lists.count * 4 + 1 << 10) }
}

extension PostingWriter {
    /// Writes a whole part.
    fileprivate mutating func write(_ pairs: SortedPairs) throws {
        let lists = pairs.lists
        let places = pairs.places
        for index in lists.indices {
            let list = lists[index]
            if index == 0 || lists[index - 1].first != list.first { beginFirst(pairs.keys[Int(list.first)]) }
            let end = index + 1 < lists.count ? Int(lists[index + 1].begin) : pairs.count
            try add(pairs.keys[Int(list.second)], places, Int(list.begin)..<end)
            if index + 1 == lists.count || lists[index + 1].first != list.first { endFirst() }
        }
        try end()
    }

    @inline(__always)
    private mutating func add(_ second: CharacterKey, _ places: UnsafePointer<UInt32>, _ range: Range<Int>) throws {
        beginList(second, count: range.count)
        var begin = range.lowerBound
        while begin < range.upperBound {
            let count = min(PostingLayout.block, range.upperBound - begin)
            try addBlock(places + begin, count)
            begin += count
        }
        endList()
    }
}
