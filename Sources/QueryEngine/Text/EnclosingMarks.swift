import Documents

/// Pairs of marks that enclose text.
struct EnclosingMarks {
    /// From an opening scalar to its closing one.
    let pairs: [UInt32: UInt32]

    /// “ ”, 「 」, 『 』
    static let quotations = EnclosingMarks(pairs: [0x201C: 0x201D, 0x300C: 0x300D, 0x300E: 0x300F])
    /// 《 》
    static let titles = EnclosingMarks(pairs: [0x300A: 0x300B])
    /// （ ） and ( )
    static let brackets = EnclosingMarks(pairs: [0xFF08: 0xFF09, 0x28: 0x29])

    /// The stretches of `span` that are enclosed, marks included: the outermost of those that are closed. Cost: one pass.
    func outermost(in span: Span, of text: Text) -> [Span] {
        var open: [(closer: UInt32, start: Int)] = []
        var found: [Span] = []
        var position = Int(span.start)
        let end = Int(span.end)
        while position < end {
            let (scalar, length) = text.scalar(at: position, before: end)
            if let closer = pairs[scalar] {
                open.append((closer, position))
            } else if let match = open.lastIndex(where: { $0.closer == scalar }) {
                let whole = Span(open[match].start, position + length)
                open.removeSubrange(match...)
                while let last = found.last, whole.contains(last) { found.removeLast() }
                found.append(whole)
            }
            position += length
        }
        return found
    }
}

extension Text {
    /// The scalar at `position` and its length in bytes; an ill-formed byte is U+FFFD of length 1. Nothing at `end` or behind is read.
    func scalar(at position: Int, before end: Int) -> (scalar: UInt32, length: Int) {
        let first = bytes[position]
        let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        guard length > 0, position + length <= end else { return (0xFFFD, 1) }
        if length == 1 { return (UInt32(first), 1) }
        var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            let byte = bytes[position + offset]
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return (scalar, length)
    }
}
