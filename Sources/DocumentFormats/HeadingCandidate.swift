/// A body line that could be a heading, going by itself alone.
struct HeadingCandidate {
    /// Index among the article's body lines.
    var line: Int
    var kind: HeadingKind
}

/// How long things are, in characters.
enum HeadingMeasure {
    static let longest = 20
    static let longestNumbered = 25
    static let longestDivision = 48
    /// No line of more bytes is looked at.
    static let mostBytes = longestDivision * 4
    /// What follows a heading without 编, 章, 节 has as many, or closes a sentence.
    static let paragraph = 25
    /// Lines indented further are signatures.
    static let signatureColumns = 20
}

extension ByteView {
    /// The kind of heading a body line could be, or nil. Cost: a comparison for a line of ordinary length.
    @inline(__always) func headingKind(of line: BodyLine) -> HeadingKind? {
        line.span.count <= HeadingMeasure.mostBytes && !endsClause(line) ? shortHeadingKind(of: line) : nil
    }

    /// Whether the line ends with one of 。！？；：，、…, their ASCII forms, or a bracket without a partner.
    @inline(__always) func endsClause(_ line: BodyLine) -> Bool {
        switch self[line.end - 1] {
        case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F: return true
        default: break
        }
        switch threeBefore(line.end, from: line.start) {
        case 0xE3_8082, 0xEF_BC81, 0xEF_BC9F, 0xEF_BC9B, 0xEF_BC9A, 0xEF_BC8C, 0xE3_8081, 0xE2_80A6: return true
        default: return false
        }
    }

    private func shortHeadingKind(of line: BodyLine) -> HeadingKind? {
        guard case .heading(let kind, let text) = numbering(from: line.start, to: line.end) else { return nil }
        let characters = characters(from: line.start, to: line.end)
        if kind.isDivision { return characters <= HeadingMeasure.longestDivision ? kind : nil }
        let longest = kind == .unnumbered ? HeadingMeasure.longest : HeadingMeasure.longestNumbered
        guard characters <= longest, !isSignature(line), text < line.end, hasHan(line) else { return nil }
        return isNotice(line, isNumbered: kind != .unnumbered) ? nil : kind
    }

    private func isSignature(_ line: BodyLine) -> Bool {
        let start = line.start - Int(line.indent)
        return columns(ofIndent: start, to: line.start) >= HeadingMeasure.signatureColumns
    }

    /// At least two Han characters: U+3400…U+9FFF, or beyond the BMP.
    private func hasHan(_ line: BodyLine) -> Bool {
        var count = 0
        for offset in line.start..<line.end where (0xE4...0xE9).contains(self[offset]) || self[offset] == 0xF0 {
            count += 1
        }
        return count >= 2
    }

    /// Lines that are short for other reasons: notes in brackets, datelines, questions and answers, rows of tables,
    /// document numbers, captions, lines with a clause inside, dates, and verse.
    private func isNotice(_ line: BodyLine, isNumbered: Bool) -> Bool {
        isBracketed(line) || has("【", at: line.start, before: line.end)
            || holds(line, ["|", "。", "；", "；", ";", "〔", "\t"])
            || (!isNumbered && (holds(line, ["：", ":", "（", "("]) || isCaption(line)))
            || isDated(line)
    }

    private func isBracketed(_ line: BodyLine) -> Bool {
        let opens = has("（", at: line.start, before: line.end) || has("(", at: line.start, before: line.end)
        let closes = threeBefore(line.end, from: line.start) == 0xEF_BC89 || self[line.end - 1] == 0x29
        return opens && closes
    }

    private func isCaption(_ line: BodyLine) -> Bool {
        has("图", at: line.start, before: line.end) || threeBefore(line.end, from: line.start) == 0xE6_9184
            || has("本报", at: line.start, before: line.end) || has("新华社", at: line.start, before: line.end)
            || has("——", at: line.start, before: line.end)
    }

    private func isDated(_ line: BodyLine) -> Bool {
        holds(line, ["年"]) && holds(line, ["月"]) && holds(line, ["日"])
    }

    private func holds(_ line: BodyLine, _ marks: [StaticString]) -> Bool {
        marks.contains { contains($0, from: line.start, to: line.end) }
    }
}
