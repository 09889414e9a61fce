import Documents

/// A body line that is no separator: its text without blanks at either end, and what stood before it.
struct BodyLine {
    var span: Span
    /// Bytes of indent before the text.
    var indent: UInt32

    var start: Int { Int(span.start) }
    var end: Int { Int(span.end) }
}

extension ByteView {
    /// The line as a body line, or nil where it is blank, invisible or a ruler. The two common shapes, an indent of
    /// U+3000 twice and none, cost a few comparisons.
    @inline(__always) func bodyLine(_ line: Line) -> BodyLine? {
        let indent = indent(of: line)
        let start = skippingBlanks(from: line.start + indent, to: line.end)
        let end = droppingBlanks(from: start, to: line.end)
        if start >= end || isSeparator(from: start, to: end) { return nil }
        return BodyLine(span: Span(start, end), indent: UInt32(start - line.start))
    }

    /// The bytes of the common indent, U+3000 twice, if the line has it and more.
    @inline(__always) private func indent(of line: Line) -> Int {
        line.end &- line.start >= 7 && doubleWord(at: line.start) & 0xFFFF_FFFF_FFFF == 0x8080_E380_80E3 ? 6 : 0
    }

    /// The line where a look at either end shows that it is a body line as it is, and can be no heading: it begins with a Han character
    /// or （, and ends a sentence or is long. Nil says nothing. What this gives, `bodyLine` gives too, and of it no
    /// `headingCandidate`.
    @inline(__always) func plainBodyLine(_ line: Line) -> BodyLine? {
        let indent = indent(of: line)
        let start = line.start &+ indent
        guard line.end &- start >= 3 else { return nil }
        let first = three(at: start)
        guard first &- 0xE4_0000 < 0x06_0000 || first == 0xEF_BC88 else { return nil }
        let last = three(at: line.end &- 3)
        let isFinal = last == 0xE3_8082 || last == 0xEF_BC9B || last == 0xEF_BC9A || last == 0xE3_8081 || last == 0xEF_BC8C
        guard isFinal || (isWide(last) && line.end &- start > HeadingMeasure.mostBytes) else { return nil }
        return BodyLine(span: Span(start, line.end), indent: UInt32(truncatingIfNeeded: indent))
    }

    /// Whether three bytes are a character that is no blank, of U+4000 and above.
    @inline(__always) private func isWide(_ character: UInt32) -> Bool {
        character >= 0xE4_0000 && character & 0xC0C0 == 0x8080
    }
}
