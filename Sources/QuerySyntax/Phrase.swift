import SourceText

/// Whether `…`, `……` or `...` occurs in a text.
func hasGap(_ text: String) -> Bool {
    var dots = 0
    for scalar in text.unicodeScalars {
        dots = scalar == "." ? dots + 1 : 0
        if scalar == "…" || dots == 3 { return true }
    }
    return false
}

/// A word or the text of a string cut at its gaps: `从…入手` is `[text, gap, text]`.
///
/// For a value that turns out to be a pattern, such as `except=从…入手`. Patterns in the tree are cut already.
public func phraseParts(of text: String) -> [PhrasePart] {
    let source = SourceBytes(text)
    var decoder = PhraseDecoder(source, SourceRange(0, source.count), resolvesEscapes: false, isUnclosed: false)
    return decoder.decode().parts
}

/// What is between the marks of a string, or in a word.
struct Phrase {
    /// The characters, escapes resolved and gaps as they are written.
    var text = String.UnicodeScalarView()
    /// The same cut at the gaps. An escaped ellipsis is text here, and that is how the two are told apart.
    var parts: [PhrasePart] = []
    /// Backslashes that begin no escape.
    var badEscapes: [SourceRange] = []
}

/// Reads a stretch of source as a phrase.
struct PhraseDecoder {
    private let source: SourceBytes
    private let resolvesEscapes: Bool
    private let isUnclosed: Bool
    private let end: Int
    private var position: Int
    private var run = String.UnicodeScalarView()
    private var phrase = Phrase()

    init(_ source: SourceBytes, _ range: SourceRange, resolvesEscapes: Bool, isUnclosed: Bool) {
        self.source = source
        self.resolvesEscapes = resolvesEscapes
        self.isUnclosed = isUnclosed
        self.position = range.lower
        self.end = range.upper
    }

    mutating func decode() -> Phrase {
        while position < end {
            let glyph = source.glyph(at: position)
            switch glyph.value {
            case 0x5C where resolvesEscapes: decodeEscape()
            case 0x2026: decodeGap(of: 0x2026, isGap: true)
            case 0x2E:
                decodeGap(
                    of: 0x2E,
                    isGap: source.glyph(at: position + 1).value == 0x2E
                        && source.glyph(at: position + 2).value == 0x2E && position + 3 <= end)
            case _: take(glyph)
            }
        }
        endRun()
        return phrase
    }

    private mutating func take(_ glyph: Glyph) {
        append(Unicode.Scalar(glyph.value) ?? "\u{FFFD}")
        position += max(glyph.length, 1)
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        run.append(scalar)
        phrase.text.append(scalar)
    }

    private mutating func endRun() {
        if !run.isEmpty { phrase.parts.append(.text(String(run))) }
        run = String.UnicodeScalarView()
    }

    /// A run of one mark: all of it is one gap, or only its first is text.
    private mutating func decodeGap(of mark: UInt32, isGap: Bool) {
        guard isGap else { return take(source.glyph(at: position)) }
        endRun()
        while position < end, source.glyph(at: position).value == mark {
            phrase.text.append(Unicode.Scalar(mark) ?? "…")
            position += source.glyph(at: position).length
        }
        if phrase.parts.last != .gap { phrase.parts.append(.gap) }
    }

    // MARK: Escapes

    /// `\n \t \\ \" \” \… \u{…}`: any quotation mark, and a whole run of `…`, may be escaped.
    private mutating func decodeEscape() {
        let start = position
        let glyph = source.glyph(at: start + 1)
        let next = start + 1 + glyph.length
        guard next <= end else { return decodeBadEscape(upTo: end) }
        switch glyph.value {
        case 0x6E: resolve("\n", next)
        case 0x74: resolve("\t", next)
        case 0x5C: resolve("\\", next)
        case 0x75: decodeScalarEscape(next)
        case 0x2026:
            position += 1
            while position < end, source.glyph(at: position).value == 0x2026 { take(source.glyph(at: position)) }
        case let value where isQuotationMark(value): resolve(Unicode.Scalar(value) ?? "\"", next)
        case _: decodeBadEscape(upTo: next)
        }
    }

    private mutating func resolve(_ scalar: Unicode.Scalar, _ next: Int) {
        append(scalar)
        position = next
    }

    /// `{4E2D}` after `\u`.
    private mutating func decodeScalarEscape(_ start: Int) {
        var value: UInt32 = 0
        var digit = start
        guard digit < end, source.bytes[digit] == 0x7B else { return decodeBadEscape(upTo: digit) }
        digit += 1
        while digit < end, let number = hexDigit(source.bytes[digit]), digit < start + 8 {
            value = value << 4 | number
            digit += 1
        }
        guard digit < end, source.bytes[digit] == 0x7D else { return decodeBadEscape(upTo: digit) }
        guard digit > start + 1, let scalar = Unicode.Scalar(value) else { return decodeBadEscape(upTo: digit + 1) }
        resolve(scalar, digit + 1)
    }

    /// An escape that the end of an open string cuts off may still become a good one and is not reported.
    private mutating func decodeBadEscape(upTo upper: Int) {
        if !(isUnclosed && upper == end) { phrase.badEscapes.append(SourceRange(position, upper)) }
        while position < upper { take(source.glyph(at: position)) }
    }
}

private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    case _: nil
    }
}
