import Documents

/// The bytes of a text as the scanners look at them: unchecked loads, because a text is followed by `Text.padding` zero
/// bytes and every offset given here is at most the text's length.
struct ByteView {
    let base: UnsafeRawPointer
    let count: Int

    init(_ text: Text) {
        self.init(text.bytes)
    }

    /// `bytes` must be followed by `Text.padding` readable bytes.
    init(_ bytes: UnsafeRawBufferPointer) {
        base = bytes.baseAddress ?? UnsafeRawPointer(ByteView.nothing.utf8Start)
        count = bytes.count
    }

    /// What a view of a buffer without an address looks at: as many zero bytes as the padding.
    private static let nothing: StaticString = """
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0
        """

    @inline(__always) subscript(offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }

    /// Four bytes from `offset`, the first in the lowest eight bits.
    @inline(__always) func word(at offset: Int) -> UInt32 {
        UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// Eight bytes from `offset`, the first in the lowest eight bits.
    @inline(__always) func doubleWord(at offset: Int) -> UInt64 {
        UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The three bytes at `offset` as a number that reads as they are written: `0xE38080` is U+3000.
    @inline(__always) func three(at offset: Int) -> UInt32 { word(at: offset).byteSwapped >> 8 }

    /// Whether the three-byte character `character`, as `three` gives it, is at `offset` and ends by `end`.
    @inline(__always) func has(_ character: UInt32, at offset: Int, before end: Int) -> Bool {
        offset + 3 <= end && three(at: offset) == character
    }

    /// The last three bytes before `end`, or 0 where there are not as many since `start`.
    @inline(__always) func threeBefore(_ end: Int, from start: Int) -> UInt32 {
        end - start >= 3 ? three(at: end - 3) : 0
    }

    /// Whether the bytes of `literal` are at `offset` and end by `end`.
    func has(_ literal: StaticString, at offset: Int, before end: Int) -> Bool {
        guard offset + literal.utf8CodeUnitCount <= end else { return false }
        return literal.withUTF8Buffer { wanted in
            for index in 0..<wanted.count where self[offset + index] != wanted[index] { return false }
            return true
        }
    }

    /// Whether the bytes of `literal` are somewhere in `[start, end)`.
    func contains(_ literal: StaticString, from start: Int, to end: Int) -> Bool {
        first(literal, from: start, to: end) != nil
    }

    /// Where the bytes of `literal` first are in `[start, end)`. For short stretches: compares at every byte.
    func first(_ literal: StaticString, from start: Int, to end: Int) -> Int? {
        var offset = start
        while offset + literal.utf8CodeUnitCount <= end {
            if has(literal, at: offset, before: end) { return offset }
            offset += 1
        }
        return nil
    }

    /// The number of bytes in `[start, end)` whose bits in `mask` are `value`. Counts 128 at a time in a byte, so that the
    /// compiler takes many bytes a step.
    func count(of value: UInt8, mask: UInt8, from start: Int, to end: Int) -> Int {
        var count = 0
        var offset = start
        while offset < end {
            let stop = min(offset &+ 128, end)
            var found: UInt8 = 0
            for place in offset..<stop { found &+= self[place] & mask == value ? 1 : 0 }
            count += Int(found)
            offset = stop
        }
        return count
    }

    /// The number of characters in `[start, end)`: bytes that are no continuation bytes.
    func characters(from start: Int, to end: Int) -> Int {
        var count = 0
        for offset in start..<max(start, end) where self[offset] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
