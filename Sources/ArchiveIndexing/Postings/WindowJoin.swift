import Documents

/// The places of one kind behind which one of another stands, by a bitmap of each, window after window of a text. The last bits of a window
/// wait for the next, as what follows them may stand there.
struct WindowJoin {
    let firsts: WindowBitmap
    let seconds: WindowBitmap
    private let distance: ClosedRange<Int>
    /// The words that wait.
    private let carried: Int
    /// How many words further on the last place at the distance may be.
    private let reach: Int

    /// A join in windows of at most `window` bytes, a multiple of 256 unless there is but one.
    init(_ distance: ClosedRange<Int>, window: UInt64) {
        self.distance = distance
        reach = distance.upperBound / 64 + 1
        carried = (reach + 4) / 4 * 4
        // What is looked at behind the last word is zero.
        let bits = window + UInt64(carried + reach + 4) * 64
        (firsts, seconds) = (WindowBitmap(bits: bits), WindowBitmap(bits: bits))
    }

    /// The place of the first bit while a window is filled in; before the text for the first.
    func origin(of window: Range<UInt64>) -> UInt64 { window.lowerBound &- UInt64(carried * 64) }

    /// Adds the pairs of which the first is in the window, or waited for it, but for those that wait for the next; each with the first of its
    /// seconds.
    func append(_ window: Range<UInt64>, isLast: Bool, to pairs: inout PlacePairs) {
        let whole = Int(window.upperBound - window.lowerBound + 63) / 64
        let base = UInt32(truncatingIfNeeded: origin(of: window))
        let (words, others) = (firsts.words, seconds.words)
        for index in stride(from: 0, to: isLast ? whole + carried : whole, by: 4) {
            let own = words[index] | words[index + 1] | words[index + 2] | words[index + 3]
            // One branch for both and for four words: neither alone can be foreseen.
            if min(own, near(index, 4, others)) == 0 { continue }
            for word in index..<index + 4 where words[word] != 0 && near(word, 1, others) != 0 {
                append(word, words[word], others, base, to: &pairs)
            }
        }
        if isLast { return }
        firsts.carry(carried, from: whole)
        seconds.carry(carried, from: whole)
    }

    /// The bits of some words and as far on as may count, one over the other.
    @inline(__always)
    private func near(_ word: Int, _ count: Int, _ others: UnsafeMutablePointer<UInt64>) -> UInt64 {
        var near: UInt64 = 0
        for step in 0..<count + reach { near |= others[word + step] }
        return near
    }

    private func append(_ word: Int, _ bits: UInt64, _ others: UnsafeMutablePointer<UInt64>, _ base: UInt32, to pairs: inout PlacePairs) {
        var rest = bits
        while rest != 0 {
            let place = word * 64 + rest.trailingZeroBitCount
            rest &= rest &- 1
            guard let other = first(in: others, from: place + distance.lowerBound, through: place + distance.upperBound) else { continue }
            pairs.append(base &+ UInt32(truncatingIfNeeded: place), base &+ UInt32(truncatingIfNeeded: other))
        }
    }

    /// The first bit that is set.
    @inline(__always)
    private func first(in words: UnsafeMutablePointer<UInt64>, from start: Int, through last: Int) -> Int? {
        var index = start >> 6
        var word = words[index] & (.max << UInt64(start & 63))
        while word == 0 {
            index += 1
            guard index << 6 <= last else { return nil }
            word = words[index]
        }
        let bit = index << 6 + word.trailingZeroBitCount
        return bit <= last ? bit : nil
    }
}
