/// Bytes that are no part of a well-formed UTF-8 sequence.
public struct Undecodable: Hashable, Sendable {
    /// How many there are.
    public var count = 0
    /// The offset of the first.
    public var first: Int?

    /// None, or so many.
    public init(count: Int = 0, first: Int? = nil) {
        self.count = count
        self.first = first
    }

    /// Counts and locates what is not UTF-8 in `bytes`, where a sequence must begin at the first. Cost: a pass at some 6 GB/s.
    public init(in bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        self = UTF8Bytes(base: base).undecodable(from: 0, to: bytes.count)
    }
}

extension Shard {
    /// The report with the undecodable bytes counted. They are looked for when it is asked, since most queries never do.
    /// Cost: a pass over the text; none where it was converted.
    public var examined: FileReport {
        if file.isConverted { return file }
        let undecodable = withExtendedLifetime(text) { Undecodable(in: text.bytes) }
        var report = file
        report.undecodable = undecodable.count
        report.firstUndecodable = undecodable.first.map { sourceOffset(UInt32(truncatingIfNeeded: $0)) }
        return report
    }
}

/// Bytes that are looked at as UTF-8, by unchecked loads inside their bounds.
struct UTF8Bytes {
    let base: UnsafeRawPointer

    @inline(__always) private subscript(offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }

    private static let step = 32

    /// Counts and locates what is not UTF-8 in `[start, end)`, where a sequence must begin at `start`. Text of ASCII and
    /// of characters of three bytes goes 32 bytes a step; what has others, or errors, is looked at one by one.
    func undecodable(from start: Int, to end: Int) -> Undecodable {
        var result = Undecodable()
        var offset = examine(from: start, to: min(start + 2, end), end, into: &result)
        while offset + UTF8Bytes.step <= end {
            let clean = skippingPlainBlocks(from: offset, to: end)
            // A block may have ended inside a character: go back to its first byte.
            offset = clean > offset ? lead(ofCharacterOver: clean) : clean
            offset = examine(from: offset, to: min(offset + UTF8Bytes.step, end), end, into: &result)
        }
        _ = examine(from: offset, to: end, end, into: &result)
        return result
    }

    /// Looks at the characters that begin in `[start, stop)` one by one, and goes on until two good bytes stand before
    /// the next, so that no lead that was counted, or has its continuation, is taken for one that wants another. Returns
    /// where it came.
    private func examine(from start: Int, to stop: Int, _ end: Int, into result: inout Undecodable) -> Int {
        var offset = start
        var stop = stop
        while offset < stop {
            let width = sequenceWidth(at: offset, before: end)
            if width == 0 {
                result.count += 1
                result.first = result.first ?? offset
            }
            if width == 0 || width == 2 { stop = max(stop, min(offset + 3, end)) }
            offset += max(width, 1)
        }
        return offset
    }

    /// The end of the blocks from `start` on that are nothing but ASCII and well-formed characters of three bytes, the
    /// last of which may be cut; two bytes must stand before `start`. A byte 10… must stand just where one of the two
    /// before it is 11…; leads of two and four bytes, E0 and ED end the run.
    @inline(__always) private func skippingPlainBlocks(from start: Int, to end: Int) -> Int {
        let highs = SIMD4<UInt64>(repeating: 0x8080_8080_8080_8080)
        var offset = start
        while offset + UTF8Bytes.step <= end {
            let word = block(at: offset)
            if word & highs != SIMD4(repeating: 0) || leads(block(at: offset - 2)) != SIMD4(repeating: 0) {
                let lead = leads(word)
                let wanted = leads(block(at: offset - 1)) | leads(block(at: offset - 2))
                let continuation = word & ~(word &<< 1) & highs
                let unusual = (lead & ~(word &<< 2)) | (lead & (word &<< 3)) | bytes(0xE0, in: word) | bytes(0xED, in: word)
                if (continuation ^ wanted) | unusual != SIMD4(repeating: 0) { break }
            }
            offset += UTF8Bytes.step
        }
        return offset
    }

    @inline(__always) private func block(at offset: Int) -> SIMD4<UInt64> {
        base.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
    }

    /// The highest bit of every byte 11….
    @inline(__always) private func leads(_ word: SIMD4<UInt64>) -> SIMD4<UInt64> {
        word & (word &<< 1) & SIMD4(repeating: 0x8080_8080_8080_8080)
    }

    /// Bits that are not all zero where `word` holds `byte`, by subtract-and-mask.
    @inline(__always) private func bytes(_ byte: UInt64, in word: SIMD4<UInt64>) -> SIMD4<UInt64> {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let other = word ^ SIMD4(repeating: byte &* ones)
        return (other &- SIMD4(repeating: ones)) & ~other & SIMD4(repeating: 0x8080_8080_8080_8080)
    }

    /// The first byte of the character that `offset`, right behind plain blocks, cuts in two; otherwise `offset`.
    private func lead(ofCharacterOver offset: Int) -> Int {
        if self[offset - 1] >= 0xC0 { return offset - 1 }
        return self[offset - 2] >= 0xC0 ? offset - 2 : offset
    }

    /// The width of the well-formed sequence at `offset`, or 0 (Unicode, table 3-7).
    func sequenceWidth(at offset: Int, before end: Int) -> Int {
        let lead = self[offset]
        if lead < 0x80 { return 1 }
        let width = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard width > 0, offset + width <= end, secondBytes(after: lead).contains(self[offset + 1]) else { return 0 }
        for index in 2..<max(width, 2) where self[offset + index] & 0xC0 != 0x80 { return 0 }
        return width
    }

    private func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}
