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

    /// The first CR or LF at or after `start`, or `limit`. 32 bytes a step.
    @inline(__always) func lineEnd(from start: Int, limit: Int) -> Int { first(of: 0x0A, or: 0x0D, from: start, limit: limit) }

    /// The first byte at or after `start` that is one of two, or `limit`. 32 bytes a step.
    @inline(__always) func first(of one: UInt8, or other: UInt8, from start: Int, limit: Int) -> Int {
        var offset = start
        while offset < limit {
            let block = base.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
            let found = ByteView.bytes(block, masked: 0xFF, equal: one) | ByteView.bytes(block, masked: 0xFF, equal: other)
            if found != SIMD4(repeating: 0) { return min(offset &+ ByteView.firstByte(of: found), limit) }
            offset &+= 32
        }
        return limit
    }

    /// The last byte in `[start, end)` that is `byte`. 32 bytes a step.
    func last(of byte: UInt8, from start: Int, to end: Int) -> Int? {
        var offset = end
        while offset - 32 >= start {
            let block = base.loadUnaligned(fromByteOffset: offset - 32, as: SIMD4<UInt64>.self)
            if ByteView.bytes(block, masked: 0xFF, equal: byte) != SIMD4(repeating: 0) { break }
            offset -= 32
        }
        while offset > start {
            offset -= 1
            if self[offset] == byte { return offset }
        }
        return nil
    }

    /// The first byte at or after `start` that is one of three, or `limit`.
    @inline(__always) func first(of one: UInt8, or other: UInt8, or third: UInt8, from start: Int, limit: Int) -> Int {
        var offset = start
        while offset < limit {
            let block = base.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
            let two = ByteView.bytes(block, masked: 0xFF, equal: one) | ByteView.bytes(block, masked: 0xFF, equal: other)
            let found = two | ByteView.bytes(block, masked: 0xFF, equal: third)
            if found != SIMD4(repeating: 0) { return min(offset &+ ByteView.firstByte(of: found), limit) }
            offset &+= 32
        }
        return limit
    }

    /// All eight bits of every byte that is `value` where `mask` has bits. Bytes are compared as such; what else is done
    /// with them is done in words, because only so it becomes a few instructions.
    @inline(__always) static func bytes(_ block: SIMD4<UInt64>, masked mask: UInt8, equal value: UInt8) -> SIMD4<UInt64> {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let masked = unsafeBitCast(block & SIMD4(repeating: UInt64(mask) &* ones), to: SIMD32<UInt8>.self)
        let values = unsafeBitCast(SIMD4(repeating: UInt64(value) &* ones), to: SIMD32<UInt8>.self)
        return unsafeBitCast(masked .== values, to: SIMD4<UInt64>.self)
    }

    /// The index of the first byte that is not 0; one must be. Selects instead of branches: the place is unpredictable.
    @inline(__always) private static func firstByte(of lanes: SIMD4<UInt64>) -> Int {
        func zeros(_ lane: Int) -> Int { UInt64(littleEndian: lanes[lane]).trailingZeroBitCount }
        let low = lanes[0] != 0 ? zeros(0) : 64 &+ zeros(1)
        let high = lanes[2] != 0 ? 128 &+ zeros(2) : 192 &+ zeros(3)
        return (lanes[0] | lanes[1] != 0 ? low : high) >> 3
    }
}
