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
        var singles: ContiguousArray<UInt32> = []
        var cursors: ContiguousArray<GroupCursor> = []
        for list in lists {
            if list.count == 1 {
                list.forEach(in: range, textCount: textCount) { singles.append($0[0]) }
            } else {
                cursors.append(GroupCursor(list, from: range.lowerBound))
            }
        }
        singles.sort()
        let bitmap = WindowBitmap(bits: min(window, UInt64(range.count)))
        var single = 0
        var stretch = UInt64(range.lowerBound)..<UInt64(range.lowerBound)
        while stretch.upperBound < range.upperBound {
            stretch = stretch.upperBound..<min(stretch.upperBound + window, UInt64(range.upperBound))
            while single < singles.count, singles[single] < stretch.upperBound {
                bitmap.set(UInt64(singles[single]) - stretch.lowerBound)
                single += 1
            }
            cursors.withUnsafeMutableBufferPointer { cursors in
                for index in 0..<cursors.count { cursors[index].setBits(in: stretch, of: bitmap) }
            }
            bitmap.drain(stretch, to: &places)
        }
    }
}

extension Range<UInt32> {
    /// How many of `count` places in a text are in the range, if they are spread evenly.
    func expected(of count: Int, in textCount: Int) -> Int {
        textCount == 0 ? 0 : Int(Double(count) * Double(self.count) / Double(textCount)) + 16
    }
}
