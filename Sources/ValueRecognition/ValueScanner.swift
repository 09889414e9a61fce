import Documents

/// Finds temporal and numeric expressions in a text, from left to right, none overlapping another. What is a date is no number.
///
/// Cost: one look at each character; a few hundred bytes of table a call.
public struct ValueScanner {
    private let text: Text

    /// A scanner of one text.
    public init(_ text: Text) { self.text = text }

    /// Calls `body` with each temporal expression in `span`; relative ones are resolved against `reference`, the article's date.
    public func temporalExpressions(in span: Span, reference: PartialDate?, _ body: (TemporalExpression) -> Void) {
        scan(span, reference) { if case .temporal(let found) = $0 { body(found) } }
    }

    /// Calls `body` with each numeric expression in `span` that is no part of a temporal one.
    public func numericExpressions(in span: Span, _ body: (NumericExpression) -> Void) {
        scan(span, nil) { if case .numeric(let found) = $0 { body(found) } }
    }

    /// The text of what was found. Copies.
    public func string(_ span: Span) -> String { text.string(span) }

    private enum Found {
        case temporal(TemporalExpression)
        case numeric(NumericExpression)
    }

    private func scan(_ span: Span, _ reference: PartialDate?, _ body: (Found) -> Void) {
        guard let base = text.bytes.baseAddress, Int(span.end) <= text.count, span.start < span.end else { return }
        let glyphs = GlyphReader(base, from: Int(span.start), to: Int(span.end))
        let reader = TemporalReader(glyphs, reference: reference)
        LeadCharacters.shared.bits.withUnsafeBufferPointer { leads in
            var offset = glyphs.start
            while let lead = nextLead(from: offset, glyphs, leads) {
                if let found = reader.reading(at: lead) {
                    body(.temporal(TemporalExpression(span: Span(lead, found.end), kind: found.kind, value: found.value.text)))
                    offset = found.end
                } else if glyphs.isNumberLead(at: lead) {
                    let (found, next) = glyphs.numericExpression(at: lead)
                    if let found { body(.numeric(found)) }
                    offset = max(next, lead + 1)
                } else {
                    offset = glyphs.glyph(at: lead).next
                }
            }
        }
    }

    /// The next character from `offset` on that can begin an expression.
    @inline(__always)
    private func nextLead(from start: Int, _ glyphs: GlyphReader, _ leads: UnsafeBufferPointer<UInt64>) -> Int? {
        var offset = start
        let end = glyphs.end
        while offset < end {
            let first = glyphs.byte(offset)
            if first & 0xF0 == 0xE0, offset + 3 <= end {
                let code = Int(first & 15) << 12 | Int(glyphs.byte(offset + 1) & 63) << 6 | Int(glyphs.byte(offset + 2) & 63)
                if leads[code >> 6] >> UInt64(code & 63) & 1 != 0 { return offset }
                offset += 3
            } else if first &- 0x30 < 10 || first == 0x2D || first == 0x22 {
                return offset
            } else {
                offset += 1
            }
        }
        return nil
    }
}

extension GlyphReader {
    /// Whether a number can begin here.
    func isNumberLead(at offset: Int) -> Bool {
        if numeral(at: offset).kind != .none { return true }
        let glyph = glyph(at: offset).glyph
        return glyph == 0x7B2C || glyph == 0x2D || glyph == 0x96F6 || glyph == 0x4E0A || glyph == 0x8FD1
    }
}

/// The characters that can begin an expression, a bit each.
private final class LeadCharacters: Sendable {
    static let shared = LeadCharacters()
    let bits: ContiguousArray<UInt64>

    private init() {
        var leads = Set(RelativeWord.words.leads + RelativeWord.anchors.leads + Era.lexicon.leads)
        leads.formUnion("第零上近百千万公西半好若多星礼周凌清早上晨中下午傍晚夜深“「-".unicodeScalars.map { Glyph($0.value) })
        var bits = ContiguousArray<UInt64>(repeating: 0, count: 1 << 10)
        for code in 0..<1 << 16 {
            let folded = GlyphTable.shared.folded[code]
            guard GlyphTable.shared.numerals[Int(folded)] != 0 || leads.contains(folded) else { continue }
            bits[code >> 6] |= 1 << UInt64(code & 63)
        }
        self.bits = bits
    }
}
