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
        var start = line.start
        if line.end - start >= 7, doubleWord(at: start) & 0xFFFF_FFFF_FFFF == 0x8080_E380_80E3 { start += 6 }
        start = skippingBlanks(from: start, to: line.end)
        let end = droppingBlanks(from: start, to: line.end)
        if start >= end || isSeparator(from: start, to: end) { return nil }
        return BodyLine(span: Span(start, end), indent: UInt32(start - line.start))
    }
}
