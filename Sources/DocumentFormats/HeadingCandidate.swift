/// A body line that could be a heading, going by itself alone.
struct HeadingCandidate {
    /// Index among the article's body lines.
    var line: Int
    var kind: HeadingKind
    /// Its number; 0 where there is none.
    var number = 0
    /// Characters.
    var length = 0
    /// Whether its form is also that of other things, such as a question or a numeral alone: one of a series it may be.
    var isDoubtful = false
}

/// How long things are, in characters.
enum HeadingMeasure {
    static let longest = 20
    static let longestNumbered = 30
    static let longestDivision = 48
    /// No line of more bytes is looked at.
    static let mostBytes = longestDivision * 4
    /// Lines indented further are signatures.
    static let signatureColumns = 20
}

extension ByteView {
    /// The line as a heading, as far as it alone can tell, or nil. Cost: a comparison for a line of ordinary length.
    @inline(__always) func headingCandidate(_ line: BodyLine, at index: Int) -> HeadingCandidate? {
        line.span.count <= HeadingMeasure.mostBytes && !endsInSentence(line) ? shortCandidate(line, at: index) : nil
    }

    /// Whether the line ends as no heading does, with one of 。；：，、… or their ASCII forms: most short lines do.
    @inline(__always) private func endsInSentence(_ line: BodyLine) -> Bool {
        endsClause(line) && !endsInCry(line)
    }

    /// Whether the line ends with one of 。！？；：，、…, or their ASCII forms.
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

    /// Whether the line ends with ！ or ？, as titles do and dialogue.
    @inline(__always) private func endsInCry(_ line: BodyLine) -> Bool {
        let last = threeBefore(line.end, from: line.start)
        return last == 0xEF_BC81 || last == 0xEF_BC9F || self[line.end - 1] == 0x21 || self[line.end - 1] == 0x3F
    }

    private func shortCandidate(_ line: BodyLine, at index: Int) -> HeadingCandidate? {
        guard let numbering = numbering(from: line.start, to: line.end) else { return nil }
        let traits = traits(of: line)
        var candidate = HeadingCandidate(line: index, kind: numbering.kind, number: numbering.number, length: traits.characters)
        if candidate.kind.isDivision { return isDivision(line, traits) ? candidate : nil }
        if candidate.kind == .unnumbered, isNamedPart(line) {
            candidate.kind = .named
            return candidate
        }
        guard !traits.marks.contains(.clause), !traits.marks.isSuperset(of: .date) else { return nil }
        guard candidate.kind != .unnumbered || !isBracketed(line), !isSignature(line) else { return nil }
        candidate.isDoubtful = endsInCry(line) || !numbering.isMarked || numbering.text == line.end
        let isFit = candidate.kind == .unnumbered ? isUnnumbered(line, traits, &candidate) : isNumbered(line, traits, numbering)
        return isFit ? candidate : nil
    }

    /// 编, 章 and 节 may be long, but are no sentences: a paragraph can begin with 第三章规定.
    private func isDivision(_ line: BodyLine, _ traits: LineTraits) -> Bool {
        traits.characters <= HeadingMeasure.longestDivision && !traits.marks.contains(.stop)
    }

    /// A numbered heading says something, unless it is the number alone.
    private func isNumbered(_ line: BodyLine, _ traits: LineTraits, _ numbering: Numbering) -> Bool {
        numbering.text == line.end || (traits.characters <= HeadingMeasure.longestNumbered && traits.han >= 2)
    }

    private func isUnnumbered(_ line: BodyLine, _ traits: LineTraits, _ candidate: inout HeadingCandidate) -> Bool {
        guard traits.characters <= HeadingMeasure.longest, traits.han >= 2, !traits.marks.contains(.formula) else { return false }
        guard !isQuoted(line), !isNotice(line), !isNameList(line) else { return false }
        if traits.marks.contains(.colon) { return false }
        if traits.marks.contains(.bracket) { candidate.isDoubtful = true }
        return true
    }

    private func isSignature(_ line: BodyLine) -> Bool { indent(of: line) >= HeadingMeasure.signatureColumns }

    /// The columns before the text of a line.
    func indent(of line: BodyLine) -> Int { columns(ofIndent: line.start - Int(line.indent), to: line.start) }

    /// A closing note wholly in brackets.
    private func isBracketed(_ line: BodyLine) -> Bool {
        let opens = self[line.start] == 0x28 || has(0xEF_BC88, at: line.start, before: line.end)
        let closes = threeBefore(line.end, from: line.start) == 0xEF_BC89 || self[line.end - 1] == 0x29
        return opens && closes
    }
}
