import Documents

/// What the lines of a block say: pieces of the file that make up its paragraphs.
struct MarkdownLines {
    let view: ByteView
    /// Where the document's lines begin.
    private let starts: ContiguousArray<UInt32>
    private let end: Int

    init(_ view: ByteView, from start: Int, to end: Int) {
        self.view = view
        self.end = end
        var starts: ContiguousArray<UInt32> = []
        var offset = start
        while offset < end {
            starts.append(UInt32(truncatingIfNeeded: offset))
            offset = view.line(at: offset, limit: end).next
        }
        self.starts = starts
    }

    /// A line's text, and its number from 0.
    struct Piece {
        var span: Span
        var line: Int
    }

    /// The paragraphs that a block makes, each of one or several pieces that are joined. A line of code, HTML or a table is
    /// one of its own, and so is what follows a hard break or begins with an indent of U+3000.
    func paragraphs(of block: MarkdownBlock) -> [[Piece]] {
        let pieces = pieces(of: block)
        switch block.kind {
        case .paragraph: return isTable(pieces) ? pieces.filter { !isDelimiterRow($0.span) }.map { [$0] } : joined(pieces)
        case .heading: return [heading(pieces)]
        case .code: return code(pieces, block).map { [$0] }
        case .html:
            let tags = pieces.filter { $0.line < block.lines.lowerBound + block.literalLines }
            return isComment(tags) ? [] : tags.map { [$0] }
        }
    }

    /// The lines of a block without the marks of the quotes it stands in.
    private func pieces(of block: MarkdownBlock) -> [Piece] {
        block.lines.clamped(to: 0..<starts.count).compactMap { number in
            let line = view.line(at: Int(starts[number]), limit: end)
            let isFirst = number == block.lines.lowerBound
            let start = isFirst ? min(line.start + block.column, line.end) : unquoted(line, block.quotes)
            let span = Span(start, view.droppingBlanks(from: start, to: line.end))
            return span.isEmpty ? nil : Piece(span: span, line: number)
        }
    }

    private func unquoted(_ line: Line, _ quotes: Int) -> Int {
        var start = line.start
        for _ in 0..<quotes {
            let mark = asciiBlanks(from: start, to: line.end)
            guard mark < line.end, view[mark] == 0x3E else { break }
            start = mark + 1
        }
        return asciiBlanks(from: start, to: line.end)
    }

    private func asciiBlanks(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end, view[offset] == 0x20 || view[offset] == 0x09 { offset += 1 }
        return offset
    }

    // MARK: Paragraphs

    private func joined(_ pieces: [Piece]) -> [[Piece]] {
        var paragraphs: [[Piece]] = []
        for piece in pieces {
            let isIndented = view.has(0xE3_8080, at: Int(piece.span.start), before: Int(piece.span.end))
            if let last = paragraphs.last?.last, !isIndented, !breaksHard(last) {
                paragraphs[paragraphs.count - 1].append(piece)
            } else {
                paragraphs.append([piece])
            }
        }
        return paragraphs
    }

    /// Whether two blanks or a backslash end the line.
    private func breaksHard(_ piece: Piece) -> Bool {
        let end = Int(piece.span.end)
        if view[end - 1] == 0x5C { return true }
        return end + 2 <= view.count && view[end] == 0x20 && view[end + 1] == 0x20
    }

    private func isTable(_ pieces: [Piece]) -> Bool {
        pieces.count >= 2 && isDelimiterRow(pieces[1].span)
            && view.contains("|", from: Int(pieces[1].span.start), to: Int(pieces[1].span.end))
    }

    /// `|---|:--:|`
    private func isDelimiterRow(_ span: Span) -> Bool {
        (Int(span.start)..<Int(span.end)).allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains(view[$0]) }
            && view.contains("-", from: Int(span.start), to: Int(span.end))
    }

    /// Without `#` at either end, or without the line below.
    private func heading(_ pieces: [Piece]) -> [Piece] {
        guard var first = pieces.first else { return [] }
        guard view[Int(first.span.start)] == 0x23 else {
            return Array(pieces.prefix(1) + pieces.dropFirst().prefix { !isUnderline($0.span) })
        }
        var (start, end) = (Int(first.span.start), Int(first.span.end))
        while start < end, view[start] == 0x23 { start += 1 }
        var closing = end
        while closing > start, view[closing - 1] == 0x23 { closing -= 1 }
        if closing == start || view[closing - 1] == 0x20 || view[closing - 1] == 0x09 { end = closing }
        first.span = view.trimmed(from: start, to: end)
        return first.span.isEmpty ? [] : [first]
    }

    /// `===` or `---`, which make a heading of the lines above.
    private func isUnderline(_ span: Span) -> Bool {
        let mark = view[Int(span.start)]
        return (mark == 0x3D || mark == 0x2D) && (Int(span.start)..<Int(span.end)).allSatisfy { view[$0] == mark }
    }

    /// Without the fences.
    private func code(_ pieces: [Piece], _ block: MarkdownBlock) -> [Piece] {
        guard let first = pieces.first?.span else { return [] }
        let isFenced = (["```", "~~~"] as [StaticString]).contains { view.has($0, at: Int(first.start), before: Int(first.end)) }
        let start = block.lines.lowerBound + (isFenced ? 1 : 0)
        return pieces.filter { (start..<start + block.literalLines).contains($0.line) }
    }

    private func isComment(_ pieces: [Piece]) -> Bool {
        guard let first = pieces.first?.span, let last = pieces.last?.span else { return true }
        return view.has("<!--", at: Int(first.start), before: Int(first.end)) && last.count >= 3
            && view.has("-->", at: Int(last.end) - 3, before: Int(last.end))
    }
}
