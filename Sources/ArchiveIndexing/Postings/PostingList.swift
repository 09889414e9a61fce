/// The offsets of one pair as they are stored. Its bytes were found to lie in the part, with a trailer behind; what they say is not trusted.
struct PostingList {
    let base: UnsafeRawPointer
    /// The bytes of blocks, without those of skips.
    let size: Int
    /// The number of offsets.
    let count: Int

    var blockCount: Int { (count + PostingLayout.block - 1) / PostingLayout.block }

    /// For block `index`, at least 1: one more than the last offset before it, and where it begins.
    @inline(__always)
    func skip(_ index: Int) -> (next: UInt32, place: Int) {
        let entry = base + size + (index - 1) * PostingLayout.skipSize
        return (
            UInt32(littleEndian: entry.loadUnaligned(as: UInt32.self)),
            Int(UInt32(littleEndian: entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        )
    }
}

/// Decodes a list block by block, forwards, and may leave blocks out.
struct BlockCursor {
    private let list: PostingList
    /// One more than the highest offset there may be.
    private let bound: UInt64
    private(set) var block = 0
    private(set) var gaps: GapReader

    /// A cursor before the first block; offsets are below `textCount`.
    init(_ list: PostingList, textCount: Int) {
        self.list = list
        bound = UInt64(textCount)
        gaps = GapReader(data: list.base, next: 0)
    }

    /// The offsets from which on the block behind the next one may hold some; nil where there is none.
    @inline(__always)
    var nextBound: UInt32? { block + 1 < list.blockCount ? list.skip(block + 1).next : nil }

    /// Leaves out blocks that hold nothing from `offset` on. Cost: the logarithm of how many.
    mutating func skip(to offset: UInt32) {
        var low = block
        var step = 1
        // `low` is the last block known to begin at or before `offset`.
        while low + step < list.blockCount, list.skip(low + step).next <= offset {
            low += step
            step *= 2
        }
        var high = min(low + step, list.blockCount)
        while low + 1 < high {
            let middle = (low + high) / 2
            if list.skip(middle).next <= offset { low = middle } else { high = middle }
        }
        guard low > block else { return }
        let (next, place) = list.skip(low)
        block = place <= list.size ? low : list.blockCount
        if block == low { gaps = GapReader(data: list.base + place, next: UInt64(next)) }
    }

    /// Decodes the next block and gives its number of offsets; 0 at the end, and where the list is damaged.
    mutating func decode(to out: UnsafeMutablePointer<UInt32>) -> Int {
        let rest = list.count - block * PostingLayout.block
        guard rest > 0 else { return 0 }
        let count = min(PostingLayout.block, rest)
        block += 1
        if list.count == 1 { return decodeSingle(to: out) }
        let controls = gaps.data
        let end = list.base + list.size
        gaps.data += (count + 3) / 4
        guard gaps.data <= end, gaps.decode(controls, count, limit: end, bound: bound, to: out) else {
            block = list.blockCount
            return 0
        }
        return count
    }

    private func decodeSingle(to out: UnsafeMutablePointer<UInt32>) -> Int {
        var offset: UInt32 = 0
        for index in 0..<min(4, list.size) {
            offset |= UInt32(list.base.load(fromByteOffset: index, as: UInt8.self)) << UInt32(8 * index)
        }
        out[0] = offset
        return UInt64(offset) < bound ? 1 : 0
    }
}

extension PostingList {
    /// Calls `body` with the offsets in `range`, ascending, some at a time.
    @inline(__always)
    func forEach(in range: Range<UInt32>, textCount: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PostingLayout.block) { memory in
            let block = memory.baseAddress.unsafelyUnwrapped
            var cursor = BlockCursor(self, textCount: textCount)
            if range.lowerBound > 0 { cursor.skip(to: range.lowerBound) }
            while case let count = cursor.decode(to: block), count > 0 {
                let decoded = UnsafeBufferPointer(start: block, count: count)
                let begin = block[0] < range.lowerBound ? decoded.firstIndex(notBelow: range.lowerBound) : 0
                let isLast = block[count - 1] >= range.upperBound
                let end = isLast ? decoded.firstIndex(notBelow: range.upperBound) : count
                if begin < end { body(UnsafeBufferPointer(rebasing: decoded[begin..<end])) }
                if isLast { return }
            }
        }
    }
}

extension UnsafeBufferPointer<UInt32> {
    /// The index of the first element, of ascending ones, that is not below `bound`. Cost: a binary search.
    @inline(__always)
    func firstIndex(notBelow bound: UInt32) -> Int {
        guard let base = baseAddress else { return 0 }
        var low = 0
        var size = count
        while size > 0 {
            let half = size / 2
            if base[low + half] < bound {
                low += half + 1
                size -= half + 1
            } else {
                size = half
            }
        }
        return low
    }
}
