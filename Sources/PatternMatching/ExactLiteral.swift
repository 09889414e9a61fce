import Documents
import Glibc

/// A literal found byte by byte. Two of its bytes, the last of its rarest character, are compared in 64 places at once; only where
/// both are right is the whole literal compared.
struct ExactLiteral: Sendable {
    let bytes: [UInt8]
    private let firstOffset: Int
    private let secondOffset: Int
    private let first: SIMD4<UInt64>
    private let second: SIMD4<UInt64>
    private let head: UInt64
    private let headMask: UInt64

    /// `bytes` are not empty.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        secondOffset = CharacterRarity.rarestScalarEnd(in: bytes)
        firstOffset = max(0, secondOffset - 1)
        first = SIMD4(repeating: 0x0101_0101_0101_0101 &* UInt64(bytes[firstOffset]))
        second = SIMD4(repeating: 0x0101_0101_0101_0101 &* UInt64(bytes[secondOffset]))
        let headLength = min(8, bytes.count)
        head = bytes.prefix(headLength).reversed().reduce(0) { $0 << 8 | UInt64($1) }
        headMask = headLength == 8 ? .max : (1 << UInt64(headLength * 8)) - 1
    }

    var count: Int { bytes.count }

    /// Whether the literal stands at `offset`; up to seven bytes behind its end are read.
    @inline(__always)
    func matches(_ text: Haystack, at offset: Int) -> Bool {
        let word = UInt64(littleEndian: text.base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        guard (word ^ head) & headMask == 0 else { return false }
        return bytes.count <= 8 || tailMatches(text, at: offset)
    }

    private func tailMatches(_ text: Haystack, at offset: Int) -> Bool {
        bytes.withUnsafeBytes { needle in
            guard let base = needle.baseAddress else { return false }
            return memcmp(text.base + offset + 8, base + 8, needle.count - 8) == 0
        }
    }

    /// Calls `body` with the start of every occurrence that lies wholly in `range`, in order, until it gives false.
    @inline(__always)
    func visit(_ text: Haystack, _ range: Range<Int>, _ body: (Int) -> Bool) {
        let last = range.upperBound - bytes.count
        var offset = range.lowerBound
        while offset <= last {
            let near = candidates(text, at: offset)
            let far = candidates(text, at: offset + 32)
            let both = near | far
            let halves = both.lowHalf | both.highHalf
            if halves[0] | halves[1] != 0 {
                guard visit(text, near, at: offset, upTo: last, body), visit(text, far, at: offset + 32, upTo: last, body) else { return }
            }
            offset += 64
        }
    }

    /// The same for the candidates among the 32 places from `offset` on; false where it ends there.
    @inline(__always)
    private func visit(_ text: Haystack, _ candidates: SIMD4<UInt64>, at offset: Int, upTo last: Int, _ body: (Int) -> Bool) -> Bool {
        for lane in 0..<4 {
            var bits = candidates[lane]
            while bits != 0 {
                let place = offset + lane * 8 + bits.trailingZeroBitCount >> 3
                if place > last { return false }
                if matches(text, at: place), !body(place) { return false }
                bits &= bits &- 1
            }
        }
        return true
    }

    /// The high bit of each byte where both compared bytes are right, and by a borrow sometimes of the byte above one.
    @inline(__always)
    private func candidates(_ text: Haystack, at offset: Int) -> SIMD4<UInt64> {
        let a = text.base.loadUnaligned(fromByteOffset: offset + firstOffset, as: SIMD4<UInt64>.self)
        let b = text.base.loadUnaligned(fromByteOffset: offset + secondOffset, as: SIMD4<UInt64>.self)
        let difference = (a ^ first) | (b ^ second)
        return (difference &- SIMD4(repeating: 0x0101_0101_0101_0101)) & ~difference & SIMD4(repeating: 0x8080_8080_8080_8080)
    }
}
