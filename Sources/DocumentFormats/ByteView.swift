import Documents
import Glibc

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
    @inline(__always) func has(_ literal: StaticString, at offset: Int, before end: Int) -> Bool {
        let length = literal.utf8CodeUnitCount
        // Most comparisons end with the first byte.
        guard offset + length <= end, length == 0 || self[offset] == literal.utf8Start.pointee else { return false }
        return memcmp(base + offset, literal.utf8Start, length) == 0
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

    /// The number of bytes in `[start, end)` whose bits in `mask` are `value`. 32 bytes a step.
    func count(of value: UInt8, mask: UInt8, from start: Int, to end: Int) -> Int {
        var count = 0
        var offset = start
        while offset + 32 <= end {
            // As many steps as a byte can count.
            let stop = min(offset + 255 * 32, offset + (end - offset) / 32 * 32)
            var found = SIMD32<UInt8>()
            while offset < stop {
                let block = base.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
                found &-= unsafeBitCast(ByteView.bytes(block, masked: mask, equal: value), to: SIMD32<UInt8>.self)
                offset += 32
            }
            count += ByteView.sum(unsafeBitCast(found, to: SIMD4<UInt64>.self))
        }
        for place in offset..<max(offset, end) where self[place] & mask == value { count += 1 }
        return count
    }

    /// The sum of all bytes.
    private static func sum(_ block: SIMD4<UInt64>) -> Int {
        let evens = SIMD4<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
        let pairs = (block & evens) &+ ((block &>> 8) & evens)
        return (0..<4).reduce(0) { $0 + Int((pairs[$1] &* 0x0001_0001_0001_0001) &>> 48) }
    }

    /// The number of characters in `[start, end)`: bytes that are no continuation bytes.
    func characters(from start: Int, to end: Int) -> Int {
        end > start ? end - start - count(of: 0x80, mask: 0xC0, from: start, to: end) : 0
    }
}
