/// Fingerprints of a text: hashes of some of its k-grams, chosen so that two texts that share enough have one in common (Schleimer,
/// Wilkerson and Aiken, *Winnowing*, 2003).
struct Winnowing {
    /// The characters of a k-gram.
    let gram: Int
    /// Of so many k-grams in a row one is chosen: shared runs of `gram + window - 1` characters are always found.
    let window: Int

    /// A hash and where its k-gram begins.
    struct Fingerprint {
        var hash: UInt64
        var position: UInt32
    }

    /// The fingerprints of `range` of `content`, in text order. Cost: one pass.
    func fingerprints(of range: Range<Int>, in content: ContiguousArray<Symbol>, into found: inout ContiguousArray<Fingerprint>) {
        guard range.count >= gram else { return }
        var rolling = RollingHash(length: gram)
        var last = -1
        var hashes = [UInt64](repeating: 0, count: window)
        content.withUnsafeBufferPointer { content in
            for index in range {
                guard rolling.add(content, at: index) else { continue }
                let position = index + 1 - gram
                hashes[position % window] = Winnowing.mixed(rolling.value)
                guard position + 1 - window >= range.lowerBound else { continue }
                let chosen = lowest(hashes, endingAt: position)
                guard chosen != last else { continue }
                last = chosen
                found.append(Fingerprint(hash: hashes[chosen % window], position: UInt32(chosen)))
            }
        }
    }

    /// The place of the lowest of the last hashes, the rightmost of equals.
    private func lowest(_ hashes: [UInt64], endingAt position: Int) -> Int {
        var best = position
        for place in stride(from: position - 1, to: position - window, by: -1) where hashes[place % window] < hashes[best % window] {
            best = place
        }
        return best
    }

    /// Spreads a rolling hash over all bits, so that the lowest is a fair choice.
    private static func mixed(_ value: UInt64) -> UInt64 {
        let spread = (value ^ value >> 31) &* 0x9E37_79B9_7F4A_7C15
        return spread ^ spread >> 29
    }
}
