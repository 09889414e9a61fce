/// The offsets of many lists in one order, each once. They are gathered list by list; then many are put into order as bits, stretch by
/// stretch of the text, and few are sorted.
struct PostingUnion {
    private let range: Range<UInt32>
    private var gathered: ContiguousArray<UInt32> = []

    /// The bytes of text that share a bitmap: its 64 KiB stay in the cache.
    private static let stretchBits: UInt32 = 19
    /// Where there are fewer offsets in a stretch than this, a sort is faster than a look at the whole bitmap.
    private static let sparse = 64

    /// An empty union of what lies in `range`, of about `count` offsets in the whole text.
    init(_ range: Range<UInt32>, expecting count: Int = 0) {
        self.range = range
        gathered.reserveCapacity(min(count, range.count))
    }

    /// Adds the list's offsets that are in the range.
    @inline(__always)
    mutating func add(_ list: PostingList, textCount: Int) {
        list.forEach(in: range, textCount: textCount) { gathered.append(contentsOf: $0) }
    }

    /// Adds all to `places`, ascending.
    func append(to places: inout ContiguousArray<UInt32>) {
        guard let lowest = gathered.min(), let highest = gathered.max() else { return }
        let stretches = Int((highest - lowest) >> PostingUnion.stretchBits) + 1
        if gathered.count < PostingUnion.sparse * stretches { return appendSorted(to: &places) }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: stretches + 1) { ends in
            let parted = parted(lowest, ends)
            let bitmap = StretchBitmap(bits: PostingUnion.stretchBits)
            var begin = 0
            for stretch in 0..<stretches {
                let base = lowest &+ UInt32(truncatingIfNeeded: stretch) << PostingUnion.stretchBits
                parted.withUnsafeBufferPointer {
                    bitmap.sort(UnsafeBufferPointer(rebasing: $0[begin..<ends[stretch]]), base: base, to: &places)
                }
                begin = ends[stretch]
            }
        }
    }

    private func appendSorted(to places: inout ContiguousArray<UInt32>) {
        var last: UInt32?
        for place in gathered.sorted() where place != last {
            places.append(place)
            last = place
        }
    }

    /// The offsets stretch by stretch; `ends` gets where each stretch ends.
    private func parted(_ lowest: UInt32, _ ends: UnsafeMutableBufferPointer<Int>) -> ContiguousArray<UInt32> {
        guard let ends = ends.baseAddress else { return [] }
        let bits = PostingUnion.stretchBits
        let stretches = Int(((gathered.max() ?? lowest) - lowest) >> bits) + 1
        ends.initialize(repeating: 0, count: stretches + 1)
        return gathered.withUnsafeBufferPointer { gathered in
            for place in gathered { ends[Int((place &- lowest) >> bits) &+ 1] &+= 1 }
            for stretch in 0..<stretches { ends[stretch + 1] += ends[stretch] }
            return ContiguousArray(unsafeUninitializedCapacity: gathered.count) { parted, count in
                guard let target = parted.baseAddress else { return }
                for place in gathered {
                    let stretch = Int((place &- lowest) >> bits)
                    target[ends[stretch]] = place
                    ends[stretch] &+= 1
                }
                count = gathered.count
            }
        }
    }
}

/// A bit for each byte of a stretch of text. A class because its memory has an owner.
private final class StretchBitmap {
    private let words: UnsafeMutablePointer<UInt64>
    private let count: Int

    init(bits: UInt32) {
        count = 1 << Int(bits - 6)
        words = .allocate(capacity: count)
        words.initialize(repeating: 0, count: count)
    }

    deinit { words.deallocate() }

    /// Adds the places of a stretch that begins at `base` to `sorted`, ascending, each once.
    func sort(_ places: UnsafeBufferPointer<UInt32>, base: UInt32, to sorted: inout ContiguousArray<UInt32>) {
        for place in places {
            let bit = Int(place &- base)
            words[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        let ascending = ContiguousArray<UInt32>(unsafeUninitializedCapacity: places.count) { target, filled in
            guard let target = target.baseAddress else { return }
            for index in 0..<count where words[index] != 0 {
                var word = words[index]
                words[index] = 0
                while word != 0 {
                    target[filled] = base &+ UInt32(truncatingIfNeeded: index &* 64 &+ word.trailingZeroBitCount)
                    filled &+= 1
                    word &= word &- 1
                }
            }
        }
        sorted.append(contentsOf: ascending)
    }
}
