/// A stretch of UTF-8 bytes, looked at character by character. Every offset lies between `start` and `end`.
struct GlyphReader {
    let base: UnsafeRawPointer
    let start: Int
    let end: Int
    private let folded = GlyphTable.shared.folded
    private let numerals = GlyphTable.shared.numerals

    /// The bytes `[start, end)` behind `base`.
    init(_ base: UnsafeRawPointer, from start: Int, to end: Int) {
        self.base = base
        self.start = start
        self.end = end
    }

    @inline(__always) func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }

    /// The character at `offset` and where the next one begins; 0 at the end.
    @inline(__always) func glyph(at offset: Int) -> (glyph: Glyph, next: Int) {
        guard offset < end else { return (0, offset) }
        let first = byte(offset)
        if first < 0x80 { return (Glyph(first), offset + 1) }
        if first & 0xF0 == 0xE0, offset + 3 <= end {
            let (second, third) = (byte(offset + 1), byte(offset + 2))
            guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return (0xFFFF, offset + 1) }
            let code = Int(first & 15) << 12 | Int(second & 63) << 6 | Int(third & 63)
            return (folded[code], offset + 3)
        }
        if first & 0xE0 == 0xC0, offset + 2 <= end, byte(offset + 1) & 0xC0 == 0x80 {
            return (folded[Int(first & 31) << 6 | Int(byte(offset + 1) & 63)], offset + 2)
        }
        return (0xFFFF, offset + 1)
    }

    /// What the character at `offset` means in a numeral.
    @inline(__always) func numeral(at offset: Int) -> (kind: NumeralGlyph, next: Int) {
        let (glyph, next) = glyph(at: offset)
        return (NumeralGlyph(packed: numerals[Int(glyph)]), next)
    }

    /// The character before `offset`; 0 at the start.
    func glyph(before offset: Int) -> Glyph {
        guard offset > start else { return 0 }
        return glyph(at: self.offset(before: offset)).glyph
    }

    /// Where the character before `offset` begins.
    func offset(before offset: Int) -> Int {
        var place = offset - 1
        while place > start, offset - place < 3, byte(place) & 0xC0 == 0x80 { place -= 1 }
        return max(start, place)
    }

    /// Where `word`, in folded characters, ends if it stands at `offset`.
    func after(_ word: StaticString, at offset: Int) -> Int? {
        var place = offset
        var index = 0
        let length = word.utf8CodeUnitCount
        let wanted = word.utf8Start
        while index < length {
            let lead = wanted[index]
            let width = lead < 0x80 ? 1 : lead & 0xF0 == 0xE0 ? 3 : 2
            let code =
                switch width {
                case 1: Int(lead)
                case 2: Int(lead & 31) << 6 | Int(wanted[index + 1] & 63)
                default: Int(lead & 15) << 12 | Int(wanted[index + 1] & 63) << 6 | Int(wanted[index + 2] & 63)
                }
            let (glyph, next) = glyph(at: place)
            guard Int(glyph) == code else { return nil }
            place = next
            index += width
        }
        return place
    }

    /// Whether `word` stands at `offset`.
    func has(_ word: StaticString, at offset: Int) -> Bool { after(word, at: offset) != nil }

    /// Where the first of `words` that stands at `offset` ends; longer ones are to come first.
    func after(anyOf words: [StaticString], at offset: Int) -> Int? {
        for word in words { if let end = after(word, at: offset) { return end } }
        return nil
    }

    /// Whether one of `words` ends at `offset`.
    func has(anyOf words: [StaticString], before offset: Int) -> Bool {
        words.contains { word in
            var place = offset
            for _ in 0..<word.characterCount where place > start { place = self.offset(before: place) }
            return place < offset && after(word, at: place) == offset
        }
    }
}

extension StaticString {
    /// The number of Unicode scalars.
    var characterCount: Int {
        var count = 0
        for index in 0..<utf8CodeUnitCount where utf8Start[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}

/// Some characters, a bit each.
struct GlyphSet: Sendable {
    private var bits = ContiguousArray<UInt64>(repeating: 0, count: 1 << 10)

    /// The folded characters of a text.
    init(_ text: String) {
        for scalar in text.unicodeScalars where scalar.value < 1 << 16 {
            bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
        }
    }

    @inline(__always) func contains(_ glyph: Glyph) -> Bool { bits[Int(glyph >> 6)] >> UInt64(glyph & 63) & 1 != 0 }
}
