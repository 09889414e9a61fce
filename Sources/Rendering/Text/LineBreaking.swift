/// Where Chinese text may be broken into lines: anywhere but before closing punctuation, after opening punctuation,
/// inside —— and ……, and inside a run of Latin letters and digits.
enum LineBreaking {
    /// Marks that may not begin a line.
    private static let closing = Set("，。、；：！？”’）》」』】〉〕｝］…—·～,.;:!?)]}%％".unicodeScalars)
    /// Marks that may not end a line.
    private static let opening = Set("“‘（《「『【〈〔｛［([{".unicodeScalars)

    /// Whether a line may end between two neighbours.
    static func mayBreak(between a: StyledScalar, and b: StyledScalar) -> Bool {
        if b.width == 0 { return false }
        if a.scalar == " " { return b.scalar != " " }
        if isClosing(b.scalar) || isOpening(a.scalar) { return false }
        return !(isWordPart(a) && isWordPart(b))
    }

    // Han is nearly all there is, and no mark: it is told by two comparisons, before any set is asked.
    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool { !isHan(scalar) && closing.contains(scalar) }

    private static func isOpening(_ scalar: Unicode.Scalar) -> Bool { !isHan(scalar) && opening.contains(scalar) }

    private static func isWordPart(_ item: StyledScalar) -> Bool {
        item.width < 2 && item.scalar != " " && !isClosing(item.scalar) && !isOpening(item.scalar)
    }

    /// The lines of `text` as ranges of its scalars: the first has `first` columns, the others `rest`. A blank at a
    /// line's end belongs to none. Where nothing else helps a line ends at the edge. Never empty.
    static func lines(of text: StyledText, first: Int, rest: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        repeat {
            let end = lineEnd(text.scalars, from: start, columns: max(2, lines.isEmpty ? first : rest))
            lines.append(start..<trimmed(text.scalars, start, end))
            start = end
        } while start < text.scalars.count
        return lines
    }

    private static func lineEnd(_ scalars: ContiguousArray<StyledScalar>, from start: Int, columns: Int) -> Int {
        var used = 0
        var opportunity = start
        var index = start
        while index < scalars.count {
            if index > start, mayBreak(between: scalars[index - 1], and: scalars[index]) { opportunity = index }
            used += Int(scalars[index].width)
            // A blank may hang over the edge: it is not drawn.
            if used > columns, scalars[index].scalar != " " {
                return opportunity > start ? opportunity : max(index, start + 1)
            }
            index += 1
        }
        return index
    }

    private static func trimmed(_ scalars: ContiguousArray<StyledScalar>, _ start: Int, _ end: Int) -> Int {
        var end = end
        while end < scalars.count, end > start, scalars[end - 1].scalar == " " { end -= 1 }
        return end
    }
}

extension Output {
    /// Writes `text`, wrapped to the width, and ends its last line. The first line continues what stands on the line up
    /// to `column`; the others are indented by `indent`, which is `column` unless given.
    mutating func write(_ text: StyledText, after column: Int, indent: Int? = nil, _ options: RenderOptions) {
        let indent = min(indent ?? column, options.columns / 2)
        let first = options.columns - min(column, options.columns)
        for (number, line) in LineBreaking.lines(of: text, first: first, rest: options.columns - indent).enumerated() {
            if number > 0 { write(blanks: indent) }
            write(text.scalars[line], options.emphasis)
            newline()
        }
    }
}
