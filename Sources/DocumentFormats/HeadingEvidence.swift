import Documents

/// What stands around a line that could be a heading.
struct HeadingEvidence {
    let view: ByteView
    let lines: BodyLines.View
    /// The first line behind the head matter.
    let first: Int

    /// A paragraph has as many characters; what is shorter may be verse, dialogue or an item.
    static let paragraph = 25

    /// Characters of a line, counted up to 200 bytes.
    func length(_ line: Int) -> Int {
        view.characters(from: lines[line].start, to: min(lines[line].end, lines[line].start + 200))
    }

    /// The columns before it.
    func indent(of candidate: HeadingCandidate) -> Int { view.indent(of: lines[candidate.line]) }

    func isParagraph(_ line: Int) -> Bool {
        line < lines.count && length(line) >= HeadingEvidence.paragraph
    }

    /// Whether a paragraph follows, or at least a line that ends a sentence and is longer than the heading.
    func governsText(_ candidate: HeadingCandidate) -> Bool {
        let next = candidate.line + 1
        guard next < lines.count else { return false }
        return isParagraph(next) || (view.endsClause(lines[next]) && length(next) > candidate.length)
    }

    /// Whether what stands before is finished: a heading follows neither ，nor ：, and no verse line without a mark. A
    /// paragraph that is long may have lost its last mark.
    func followsFinishedText(_ line: Int) -> Bool {
        guard line > first else { return true }
        let previous = lines[line - 1]
        switch view.threeBefore(previous.end, from: previous.start) {
        case 0xE3_8082, 0xEF_BC81, 0xEF_BC9F, 0xE2_80A6, 0xE2_809D, 0xE2_8099, 0xE3_808D, 0xE3_808F, 0xEF_BC89, 0xE3_808B: return true
        default: break
        }
        switch view[previous.end - 1] {
        case 0x2E, 0x21, 0x3F, 0x29, 0x22: return true
        default: return !view.endsClause(previous) && length(line - 1) > HeadingEvidence.paragraph * 2
        }
    }

    /// Whether the line stands in the middle of its column: six columns and more behind the text that follows.
    func isCentred(_ line: Int) -> Bool {
        guard line + 1 < lines.count else { return false }
        return view.indent(of: lines[line]) >= view.indent(of: lines[line + 1]) + 6
    }

    /// Whether blank lines or a ruler set the line off more than the paragraphs that follow are set off from each other.
    func standsApart(_ line: Int) -> Bool {
        guard line > first, line + 2 < lines.count else { return false }
        return gap(before: line) > gap(before: line + 2)
    }

    /// The line ends between a line and the one before it.
    private func gap(before line: Int) -> Int {
        let (start, end) = (lines[line - 1].end, lines[line].start)
        let feeds = view.count(of: 0x0A, mask: 0xFF, from: start, to: end)
        return feeds > 0 ? feeds : view.count(of: 0x0D, mask: 0xFF, from: start, to: end)
    }
}
