/// Decodes a list of two or more offsets group by group, window after window of the text.
struct GroupCursor {
    private var gaps: GapReader
    private var controls: UnsafeRawPointer
    private let end: UnsafeRawPointer
    /// The offsets that are left, and those of them in the block that was begun.
    private var rest: Int
    private var blockRest = 0

    /// A cursor from the block on that may hold offsets from `offset` on.
    init(_ list: PostingList, from offset: UInt32) {
        var blocks = BlockCursor(list, textCount: PostingLayout.longestText)
        if offset > 0 { blocks.skip(to: offset) }
        gaps = blocks.gaps
        controls = gaps.data
        end = list.base + list.size
        rest = list.count - blocks.block * PostingLayout.block
    }

    /// Sets the bits of the offsets in `window`, which begins where the one before ended; the first bit is that of the offset `origin`. A
    /// damaged list ends early.
    mutating func setBits(in window: Range<UInt64>, of bitmap: WindowBitmap, from origin: UInt64) {
        GapTable.entries.withUnsafeBufferPointer { table in
            let table = table.baseAddress.unsafelyUnwrapped
            while rest > 0, gaps.next < window.upperBound {
                if blockRest == 0 { beginBlock() }
                guard gaps.data <= end else { return rest = 0 }
                var after = gaps
                let group = after.group(controls.load(as: UInt8.self), table)
                let lanes = min(4, blockRest)
                if lanes == 4, group.first >= window.lowerBound, group.fourth < window.upperBound {
                    bitmap.set(group.first &- origin)
                    bitmap.set(group.second &- origin)
                    bitmap.set(group.third &- origin)
                    bitmap.set(group.fourth &- origin)
                } else {
                    if !setBits(group, lanes, window, bitmap, origin) { return }
                }
                gaps = after
                controls += 1
                blockRest -= lanes
                rest -= lanes
            }
        }
    }

    private mutating func beginBlock() {
        blockRest = min(PostingLayout.block, rest)
        controls = gaps.data
        gaps.data += (blockRest + 3) / 4
    }

    /// Sets those of `lanes` offsets that lie in the window; false where one lies behind it, so that the group must be read again.
    private func setBits(_ group: GapGroup, _ lanes: Int, _ window: Range<UInt64>, _ bitmap: WindowBitmap, _ origin: UInt64) -> Bool {
        for lane in 0..<lanes {
            let place = lane == 0 ? group.first : lane == 1 ? group.second : lane == 2 ? group.third : group.fourth
            if place >= window.upperBound { return false }
            if place >= window.lowerBound { bitmap.set(place &- origin) }
        }
        return true
    }
}
