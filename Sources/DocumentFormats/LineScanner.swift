/// One line: `[start, end)` without its line end, and where the next begins. At the end of the text `next == end`.
struct Line {
    var start: Int
    var end: Int
    var next: Int
}

extension ByteView {
    /// The line that begins at `start`. Line ends are LF, CRLF and CR, in any mixture.
    @inline(__always) func line(at start: Int, limit: Int) -> Line {
        let end = lineEnd(from: start, limit: limit)
        guard end < limit else { return Line(start: start, end: limit, next: limit) }
        let isPair = self[end] == 0x0D && end + 1 < limit && self[end + 1] == 0x0A
        return Line(start: start, end: end, next: end + (isPair ? 2 : 1))
    }

    /// The first CR or LF at or after `start`, or `limit`. 32 bytes a step: bytes below 0x10 are found by
    /// subtract-and-mask and looked at one by one; in text they are line ends, and now and then a tab.
    @inline(__always) func lineEnd(from start: Int, limit: Int) -> Int {
        let upperHalves = SIMD4<UInt64>(repeating: 0xF0F0_F0F0_F0F0_F0F0)
        let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
        let highs = SIMD4<UInt64>(repeating: 0x8080_8080_8080_8080)
        var offset = start
        while offset < limit {
            let word = base.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self) & upperHalves
            let found = (word &- ones) & ~word & highs
            if found[0] | found[1] | found[2] | found[3] != 0 {
                if let end = lineEnd(among: found, at: offset, limit: limit) { return end }
            }
            offset += 32
        }
        return limit
    }

    @inline(__always) private func lineEnd(among found: SIMD4<UInt64>, at offset: Int, limit: Int) -> Int? {
        for lane in 0..<4 {
            var bits = UInt64(littleEndian: found[lane])
            while bits != 0 {
                let candidate = offset + lane * 8 + bits.trailingZeroBitCount / 8
                if candidate >= limit { return limit }
                if self[candidate] == 0x0A || self[candidate] == 0x0D { return candidate }
                bits &= bits - 1
            }
        }
        return nil
    }
}
