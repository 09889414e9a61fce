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
        let traits = traits(of: line)
        if kind.isDivision { return traits.characters <= HeadingMeasure.longestDivision ? kind : nil }
        let longest = kind == .unnumbered ? HeadingMeasure.longest : HeadingMeasure.longestNumbered
        guard traits.characters <= longest, traits.han >= 2, text < line.end else { return nil }
        let forbidden: LineMarks = kind == .unnumbered ? [.clause, .aside] : .clause
        guard traits.marks.isDisjoint(with: forbidden), !traits.marks.isSuperset(of: .date) else { return nil }
        guard !isBracketed(line), !isSignature(line) else { return nil }
        return kind == .unnumbered && isNotice(line) ? nil : kind
    }

    private func isSignature(_ line: BodyLine) -> Bool {
        let start = line.start - Int(line.indent)
        return columns(ofIndent: start, to: line.start) >= HeadingMeasure.signatureColumns
    }

    /// A closing note wholly in brackets.
    private func isBracketed(_ line: BodyLine) -> Bool {
        let opens = self[line.start] == 0x28 || has(0xEF_BC88, at: line.start, before: line.end)
        let closes = threeBefore(line.end, from: line.start) == 0xEF_BC89 || self[line.end - 1] == 0x29
        return opens && closes
    }

    /// Lines that are short for other reasons: captions, credits and bylines.
    private func isNotice(_ line: BodyLine) -> Bool {
        has("图", at: line.start, before: line.end) || threeBefore(line.end, from: line.start) == 0xE6_9184
            || has("本报", at: line.start, before: line.end) || has("新华社", at: line.start, before: line.end)
            || has("——", at: line.start, before: line.end)
    }

    /// What a short line is made of, in one pass.
    private func traits(of line: BodyLine) -> LineTraits {
        var traits = LineTraits()
        for offset in line.start..<line.end where self[offset] & 0xC0 != 0x80 {
            traits.characters += 1
            let lead = self[offset]
            if lead < 0x80 {
                traits.marks.formUnion(LineMarks(ascii: lead))
            } else if lead >= 0xE2 {
                if (0xE4...0xE9).contains(lead) || lead == 0xF0 { traits.han += 1 }
                if offset + 3 <= line.end { traits.marks.formUnion(LineMarks(character: three(at: offset))) }
            }
        }
        return traits
    }
}

/// What a line is made of, as far as it tells headings from other short lines.
private struct LineTraits {
    var characters = 0
    /// Han characters, U+4000…U+9FFF and those beyond the BMP.
    var han = 0
    var marks: LineMarks = []
}

/// Marks in a line.
private struct LineMarks: OptionSet {
    let rawValue: UInt8

    /// 。；〔【 or a table's rule or tab: no heading has them.
    static let clause = LineMarks(rawValue: 1)
    /// ：（ : no heading without a number has them.
    static let aside = LineMarks(rawValue: 2)
    static let year = LineMarks(rawValue: 4)
    static let month = LineMarks(rawValue: 8)
    static let day = LineMarks(rawValue: 16)
    /// All three together.
    static let date: LineMarks = [.year, .month, .day]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(ascii: UInt8) {
        switch ascii {
        case 0x7C, 0x3B, 0x09: self = .clause
        case 0x3A, 0x28: self = .aside
        default: self = []
        }
    }

    init(character: UInt32) {
        switch character {
        case 0xE3_8082, 0xEF_BC9B, 0xE3_8094, 0xE3_8090: self = .clause
        case 0xEF_BC9A, 0xEF_BC88: self = .aside
        case 0xE5_B9B4: self = .year
        case 0xE6_9C88: self = .month
        case 0xE6_97A5: self = .day
        default: self = []
        }
    }
}
