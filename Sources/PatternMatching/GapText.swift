// What may stand between two parts of a formulation.

extension Haystack {
    /// Whether an inner gap may be what stands from `start` to `end`, where a character begins: 1–20 characters in not more than 80 bytes, and
    /// no sentence mark. Eight bytes at a time.
    func isGap(from start: Int, to end: Int) -> Bool {
        let length = end - start
        guard length > 0, length <= GapFinder.mostGapBytes else { return false }
        var continuations: UInt64 = 0
        var offset = start
        while offset < end {
            let bytes = bytes(at: offset, before: end)
            continuations &+= (bytes &>> 7) & ~(bytes &>> 6) & 0x0101_0101_0101_0101
            if hasSentenceMark(bytes, at: offset) { return false }
            offset += 8
        }
        let padding = offset - end
        let characters = length + padding - Int((continuations &* 0x0101_0101_0101_0101) &>> 56)
        // A stray continuation byte at the beginning is a character of its own.
        return characters + (byte(start) & 0xC0 == 0x80 ? 1 : 0) <= GapFinder.widestGap
    }

    /// Eight bytes; those from `end` on as continuation bytes.
    @inline(__always)
    private func bytes(at offset: Int, before end: Int) -> UInt64 {
        let bytes = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        guard offset + 8 > end else { return bytes }
        let kept: UInt64 = 1 &<< UInt64(8 * (end - offset)) &- 1
        return bytes & kept | 0x8080_8080_8080_8080 & ~kept
    }

    /// Whether one of eight bytes at `offset` begins a sentence mark. They begin with E3 or EF.
    @inline(__always)
    private func hasSentenceMark(_ bytes: UInt64, at offset: Int) -> Bool {
        var leads = places(of: 0xE3E3_E3E3_E3E3_E3E3, in: bytes) | places(of: 0xEFEF_EFEF_EFEF_EFEF, in: bytes)
        while leads != 0 {
            if isSentenceMark(offset + leads.trailingZeroBitCount &>> 3) { return true }
            leads &= leads &- 1
        }
        return false
    }

    /// The high bit of each byte that is right, and by a borrow sometimes of the byte above one.
    @inline(__always)
    private func places(of byte: UInt64, in bytes: UInt64) -> UInt64 {
        let difference = bytes ^ byte
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }
}
