/// A bit for each byte of a window of text. A class because its memory has an owner.
final class WindowBitmap {
    /// The bits, the first in the lowest bit of the first word.
    let words: UnsafeMutablePointer<UInt64>
    private let count: Int

    /// A bitmap of at least `bits` bits, none of them set.
    init(bits: UInt64) {
        // Four words more, as words are looked at in fours.
        count = Int(bits / 64) + 5
        words = .allocate(capacity: count)
        words.initialize(repeating: 0, count: count)
    }

    deinit { words.deallocate() }

    /// Sets a bit; `bit` is below their number.
    @inline(__always)
    func set(_ bit: UInt64) { words[Int(truncatingIfNeeded: bit >> 6)] |= 1 &<< (bit & 63) }

    /// Makes `kept` words from `index` on the first ones, and clears all others up to their end.
    func carry(_ kept: Int, from index: Int) {
        words.update(from: words + index, count: kept)
        (words + kept).update(repeating: 0, count: index)
    }

    /// Adds the places in `window` whose bits are set to `places`, ascending, and clears them.
    func drain(_ window: Range<UInt64>, to places: inout ContiguousArray<UInt32>) {
        let end = Int((window.upperBound - window.lowerBound + 63) / 64)
        let base = UInt32(truncatingIfNeeded: window.lowerBound)
        // Two places are written where there may be one or none.
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: WindowBitmap.batch + 4 * 64 + 2) { memory in
            let batch = memory.baseAddress.unsafelyUnwrapped
            var filled = 0
            for index in stride(from: 0, to: end, by: 4) {
                if words[index] | words[index + 1] | words[index + 2] | words[index + 3] == 0 { continue }
                for word in index..<index + 4 { drain(word, base, to: batch, &filled) }
                if filled > WindowBitmap.batch {
                    places.append(contentsOf: UnsafeBufferPointer(start: batch, count: filled))
                    filled = 0
                }
            }
            places.append(contentsOf: UnsafeBufferPointer(start: batch, count: filled))
        }
    }

    private static let batch = 1024

    /// Most words have at most two bits: no branch depends on how many.
    @inline(__always)
    private func drain(_ index: Int, _ base: UInt32, to batch: UnsafeMutablePointer<UInt32>, _ filled: inout Int) {
        let word = words[index]
        words[index] = 0
        let base = base &+ UInt32(truncatingIfNeeded: index &* 64)
        let rest = word & (word &- 1)
        let last: UInt64 = 1 << 63
        batch[filled] = base &+ UInt32(truncatingIfNeeded: (word | last).trailingZeroBitCount)
        filled &+= word == 0 ? 0 : 1
        batch[filled] = base &+ UInt32(truncatingIfNeeded: (rest | last).trailingZeroBitCount)
        filled &+= rest == 0 ? 0 : 1
        var more = rest & (rest &- 1)
        while more != 0 {
            batch[filled] = base &+ UInt32(truncatingIfNeeded: more.trailingZeroBitCount)
            filled &+= 1
            more &= more &- 1
        }
    }
}
