import Documents

/// Pairs of marks that enclose text.
public struct EnclosingMarks: Sendable {
    /// From an opening scalar to its closing one.
    let pairs: [UInt32: UInt32]

    /// “ ”, 「 」, 『 』
    public static let quotations = EnclosingMarks(pairs: [0x201C: 0x201D, 0x300C: 0x300D, 0x300E: 0x300F])
    /// 《 》
    public static let titles = EnclosingMarks(pairs: [0x300A: 0x300B])
    /// （ ） and ( )
    public static let brackets = EnclosingMarks(pairs: [0xFF08: 0xFF09, 0x28: 0x29])

    /// The stretches of `span` that are enclosed, marks included: the outermost of those that are closed. Cost: one pass.
    public func outermost(in span: Span, of text: Text) -> [Span] {
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
