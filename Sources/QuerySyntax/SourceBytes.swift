import SourceText

/// One Unicode scalar of a query and the bytes it takes; at the end of the text the length is 0.
struct Glyph {
    let value: UInt32
    let length: Int

    static let end = Glyph(value: .max, length: 0)
}

/// A query as UTF-8, read scalar by scalar.
struct SourceBytes: Sendable {
    let bytes: [UInt8]

    init(_ source: String) { bytes = Array(source.utf8) }

    var count: Int { bytes.count }

    /// The scalar that begins at `offset`.
    func glyph(at offset: Int) -> Glyph {
        guard offset < bytes.count else { return .end }
        let lead = UInt32(bytes[offset])
        switch lead {
        case 0xF0...: return joined(lead & 0x07, offset, length: 4)
        case 0xE0...: return joined(lead & 0x0F, offset, length: 3)
        case 0xC0...: return joined(lead & 0x1F, offset, length: 2)
        default: return Glyph(value: lead, length: 1)
        }
    }

    private func joined(_ lead: UInt32, _ offset: Int, length: Int) -> Glyph {
        guard offset + length <= bytes.count else { return Glyph(value: 0xFFFD, length: 1) }
        var value = lead
        for next in bytes[(offset + 1)..<(offset + length)] {
            value = value << 6 | UInt32(next & 0x3F)
        }
        return Glyph(value: value, length: length)
    }

    /// What the scalar at `offset` is to the lexer.
    func kind(at offset: Int) -> GlyphKind { GlyphKind(glyph(at: offset).value) }

    /// The mark that begins at `offset`, folded to ASCII.
    func mark(at offset: Int) -> Mark? {
        if case .mark(let mark) = kind(at: offset) { mark } else { nil }
    }

    /// The text of a range.
    func text(_ range: SourceRange) -> String {
        String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
    }

    /// The offset of the newline that ends the line of `offset`, or of the end of the text.
    func lineEnd(from offset: Int) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }
}
