import Documents

/// The offsets of many lists in one order, each once. Many are put into order as bits, window by window of the text, without another copy; few
/// are gathered and sorted.
struct PostingUnion {
    private let range: Range<UInt32>
    private let textCount: Int
    private var lists: ContiguousArray<PostingList> = []
    private var count = 0

    /// The bytes of text whose bitmap is made at a time.
    private let window: UInt64
    /// So many lists are merged faster than they are put into a bitmap, unless they are dense.
    private static let fewLists = 8

    /// An empty union of what lies in `range` of a text. The bits of a window, 512 KiB, stay in the cache.
    init(_ range: Range<UInt32>, textCount: Int, window: UInt64 = 1 << 22) {
        let end = UInt32(truncatingIfNeeded: min(textCount, Int(range.upperBound)))
        self.range = min(range.lowerBound, end)..<end
        self.textCount = textCount
        self.window = window
    }

    /// Adds the list's offsets that are in the range.
    mutating func add(_ list: PostingList) {
        lists.append(list)
        count += list.count
    }

    /// Adds all to `places`, ascending.
    func append(to places: inout ContiguousArray<UInt32>) {
        places.reserveForAppending(range.expected(of: count, in: textCount))
        let leastDensity = lists.count <= PostingUnion.fewLists ? 512 : 8192
        if count < textCount / leastDensity { appendSorted(to: &places) } else { appendByWindows(to: &places) }
    }

    private func appendSorted(to places: inout ContiguousArray<UInt32>) {
        var gathered: ContiguousArray<UInt32> = []
        for list in lists { list.forEach(in: range, textCount: textCount) { gathered.append(contentsOf: $0) } }
        gathered.sort()
        var last: UInt32?
        for place in gathered where place != last {
            places.append(place)
            last = place
        }
    }

    private func appendByWindows(to places: inout ContiguousArray<UInt32>) {
        var bits = PostingBits(lists, range, textCount: textCount)
        let bitmap = WindowBitmap(bits: min(window, UInt64(range.count)))
        for stretch in stretches(of: window) {
            bits.set(in: stretch, of: bitmap, from: stretch.lowerBound)
            bitmap.drain(stretch, to: &places)
        }
    }

    /// The windows of the range.
    private func stretches(of window: UInt64) -> some Sequence<Range<UInt64>> {
        let end = UInt64(range.upperBound)
        return stride(from: UInt64(range.lowerBound), to: end, by: Int(window)).lazy.map { $0..<min($0 + window, end) }
    }

    // MARK: Two unions

    /// Whether there are enough to be put into a bitmap.
    private var isDense: Bool { count >= textCount / 8192 }

    /// Adds to `pairs` those behind which one of another union of the same range stands, each with the first such; false, and nothing was done,
    /// where there are so few of either that bitmaps do not pay.
    func append(before other: PostingUnion, at distance: ClosedRange<Int>, to pairs: inout PlacePairs) -> Bool {
        guard isDense, other.isDense else { return false }
        var bits = (PostingBits(lists, range, textCount: textCount), PostingBits(other.lists, range, textCount: textCount))
        let window = (window + 255) / 256 * 256
        let join = WindowJoin(distance, window: min(window, UInt64(range.count)))
        for stretch in stretches(of: window) {
            bits.0.set(in: stretch, of: join.firsts, from: join.origin(of: stretch))
            bits.1.set(in: stretch, of: join.seconds, from: join.origin(of: stretch))
            join.append(stretch, isLast: stretch.upperBound == UInt64(range.upperBound), to: &pairs)
        }
        return true
    }
}

/// The offsets of many lists as bits, window after window of a text.
private struct PostingBits {
    private var singles: ContiguousArray<UInt32> = []
    private var cursors: ContiguousArray<GroupCursor> = []
    private var single = 0

    init(_ lists: ContiguousArray<PostingList>, _ range: Range<UInt32>, textCount: Int) {
        for list in lists {
            if list.count == 1 {
                list.forEach(in: range, textCount: textCount) { singles.append($0[0]) }
            } else {
                cursors.append(GroupCursor(list, from: range.lowerBound))
            }
        }
        singles.sort()
    }

    /// Sets the bits of the offsets in a window, which begins where the one before ended; the first bit is that of `origin`.
    mutating func set(in window: Range<UInt64>, of bitmap: WindowBitmap, from origin: UInt64) {
        while single < singles.count, singles[single] < window.upperBound {
            bitmap.set(UInt64(singles[single]) &- origin)
            single += 1
        }
        cursors.withUnsafeMutableBufferPointer { cursors in
            for index in 0..<cursors.count { cursors[index].setBits(in: window, of: bitmap, from: origin) }
        }
    }
}

extension Range<UInt32> {
    /// How many of `count` places in a text are in the range, if they are spread evenly.
    func expected(of count: Int, in textCount: Int) -> Int {
        textCount == 0 ? 0 : Int(Double(count) * Double(self.count) / Double(textCount)) + 16
    }
}
