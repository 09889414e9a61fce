import Documents
import QueryLanguage
import SourceText

/// A table as a drawing of characters. It needs neither colour nor more columns than there are; where nobody says how many
/// there are, 80.
struct PlotDrawing {
    let options: RenderOptions
    let glyphs: PlotGlyphs

    /// Columns over a pipe.
    private static let defaultWidth = 80
    /// Bars and lanes for a terminal; more can nobody read.
    static let mostRows = 60
    /// Series that can be told apart.
    static let mostSeries = 8

    init(_ options: RenderOptions) {
        var options = options
        options.width = options.width ?? PlotDrawing.defaultWidth
        self.options = options
        glyphs = PlotGlyphs.suited(ambiguousWidth: options.ambiguousWidth)
    }

    /// Draws the rows of a table with its caption, and says what was left out.
    func write(_ table: TableResult, _ plot: Plot, to output: inout Output) throws -> Summary {
        let (rows, summary) = try table.gathered()
        var notes: [LocalizedText]
        if plot.kind == .strip {
            var frame = StripFrame(rows, plot)
            frame.keepLanes(PlotDrawing.mostRows)
            notes = frame.notes
            if frame.lanes.isEmpty { writeNothing(to: &output) } else { write(drawing(of: frame), to: &output) }
        } else {
            var frame = PlotFrame(rows, table.columns, plot, options.language)
            let lines = drawing(of: &frame, plot.kind)
            notes = frame.notes
            write(title(frame), .title, to: &output)
            if frame.values.isEmpty { writeNothing(to: &output) } else { write(lines, to: &output) }
        }
        for note in notes { write("… " + note(options.language), .faint, to: &output) }
        if let caption = options.caption {
            write(caption.query, .code, to: &output)
            write(caption.source(options.language), .faint, to: &output)
        }
        return summary
    }

    private func drawing(of frame: inout PlotFrame, _ kind: PlotKind) -> [StyledText] {
        switch kind {
        case .bars:
            frame.keepSeries(PlotDrawing.mostSeries)
            frame.keepCategories(max(1, PlotDrawing.mostRows / max(1, frame.series.count)))
            return BarDrawing(frame, self).lines
        case .lines:
            frame.keepSeries(PlotDrawing.mostSeries)
            return LineDrawing(&frame, self).lines
        case .heat:
            frame.keepCategories(PlotDrawing.mostRows)
            return HeatDrawing(&frame, self).lines
        case .strip: return []
        }
    }

    private func writeNothing(to output: inout Output) {
        write(LocalizedText("(there is nothing to draw)", zh: "（没有可画的）")(options.language), .faint, to: &output)
    }

    private func title(_ frame: PlotFrame) -> String { frame.title(options.language) }

    private func write(_ lines: [StyledText], to output: inout Output) {
        for line in lines {
            output.write(line.trimmed.scalars, options.emphasis)
            output.newline()
        }
    }

    private func write(_ words: String, _ style: Style, to output: inout Output) {
        guard !words.isEmpty else { return }
        output.write(text(words, style), after: 0, indent: 2, options)
    }
}

// What the drawings share.
extension PlotDrawing {
    func text(_ words: String, _ style: Style = .plain) -> StyledText {
        StyledText(words, style, ambiguous: options.ambiguousWidth)
    }

    func blanks(_ count: Int) -> StyledText { text(String(repeating: " ", count: max(0, count))) }

    /// A text cut and padded to a width, at its right or left end.
    func fitted(_ words: String, _ style: Style = .plain, to width: Int, isRightAligned: Bool = false) -> StyledText {
        let shown = text(words, style).cut(toColumns: width)
        var cell = isRightAligned ? blanks(width - shown.width) : shown
        cell.append(isRightAligned ? shown : blanks(width - shown.width))
        return cell
    }

    /// The widest of some texts, but not wider than `most`.
    func widest(_ texts: some Sequence<String>, most: Int) -> Int {
        min(most, texts.map { displayWidth(visible($0), ambiguous: options.ambiguousWidth) }.max() ?? 0)
    }

    /// Which sign is which series; nothing where there is but one.
    func legend(_ frame: PlotFrame, _ signs: [String]) -> [StyledText] {
        guard frame.series.count > 1 else { return [] }
        var lines = [text("")]
        for (index, series) in frame.series.enumerated() {
            var item = text(signs[index % signs.count] + " ", .series(index))
            item.append(text(series.name).cut(toColumns: max(4, options.columns - 4)))
            if lines[lines.count - 1].width > 0 {
                if lines[lines.count - 1].width + item.width + 3 > options.columns {
                    lines.append(text(""))
                } else {
                    lines[lines.count - 1].append("   ")
                }
            }
            lines[lines.count - 1].append(item)
        }
        return lines
    }

    /// Words set along a line at their columns, centred there; those that would touch their left neighbour are left out.
    func along(_ words: [(column: Int, text: String)], width: Int, style: Style = .faint) -> StyledText {
        var line = text("")
        for (column, label) in words {
            let item = text(label, style)
            let start = min(max(0, column - item.width / 2), width - item.width)
            guard item.width <= width, start >= line.width + (line.width > 0 ? 1 : 0) else { continue }
            line.append(blanks(start - line.width))
            line.append(item)
        }
        return line
    }
}

extension TableResult {
    /// All rows, with their summary: a drawing needs them together.
    func gathered() throws -> ([TableRow], Summary) {
        var rows: [TableRow] = []
        var none = Output()
        let summary = try write(limit: nil, to: &none) { row, _ in rows.append(row) }
        return (rows, summary)
    }
}

extension PlotFrame {
    /// What is drawn over what: `群众 per 10,000 by section`.
    func title(_ language: Language) -> String {
        if measure.isEmpty || axisTitle.isEmpty { return measure + axisTitle }
        return LocalizedText("\(measure) by \(axisTitle)", zh: "\(measure)，按\(axisTitle)")(language)
    }
}

extension StyledText {
    /// The text without blanks at its end.
    fileprivate var trimmed: StyledText {
        guard let last = scalars.lastIndex(where: { $0.scalar != " " }) else { return StyledText(ambiguous: ambiguous) }
        let columns = scalars[...last].reduce(0) { $0 + Int($1.width) }
        return columns == width ? self : prefix(columns: columns)
    }
}
