import SourceText

/// One source line as it is drawn, and the columns under which the carets stand.
struct CaretLine {
    private(set) var text: StyledText
    /// Columns before the first caret.
    private(set) var column: Int
    /// The number of carets, at least 1.
    private(set) var carets: Int

    /// Draws `line` with carets under the bytes `marked` of it, both counted from the line's beginning. A range that
    /// holds nothing gives one caret. Tabs are drawn as one blank.
    init(_ line: String, marked: Range<Int>, ambiguous: Int) {
        text = StyledText(ambiguous: ambiguous)
        var offset = 0
        var before = 0
        var under = 0
        for scalar in line.unicodeScalars {
            let start = text.width
            text.append(scalar == "\t" ? " " : String(Character(scalar)))
            let end = offset + UTF8.width(scalar)
            if end <= marked.lowerBound {
                before = text.width
            } else if offset < marked.upperBound {
                under += text.width - start
            }
            offset = end
        }
        column = before
        carets = max(1, under)
    }

    /// Cuts the line to a window of `room` columns in which the first caret stands.
    mutating func cut(toColumns room: Int) {
        guard text.width > room || column >= room else { return }
        let room = max(room, 8)
        let full = text
        if column >= room * 2 / 3 {
            let dropped = column - room / 3
            let tail = full.suffix(columns: full.width - dropped)
            let shift = full.width - tail.width
            var shown = StyledText("…", .faint, ambiguous: text.ambiguous)
            column = column - shift + shown.width
            shown.append(tail)
            text = shown
        }
        text = text.cut(toColumns: room)
        carets = max(1, min(carets, room - column))
    }
}

extension UTF8 {
    /// The number of bytes of a scalar.
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
    }
}
