import Documents
import QueryLanguage
import SourceText

/// A table at a terminal: columns under a header, as wide as the first rows need, text cut where it does not fit. What
/// was cut is said under the table.
struct TerminalTable {
    private let options: RenderOptions

    /// The rows that column widths are taken from; the others stream past.
    private static let sampleSize = 200

    init(_ options: RenderOptions) { self.options = options }

    func write(_ table: TableResult, to output: inout Output) throws -> Summary {
        let measured = try MeasuredTable(table, measuring: TerminalTable.sampleSize)
        let columns = table.columns
        let cells = RowCells(measured, options)
        let headers = columns.map { StyledText($0.title(options.language), .title, ambiguous: options.ambiguousWidth) }
        let natural = measured.sample.reduce(into: headers.map(\.width)) { widths, row in
            for (index, cell) in cells.of(row).enumerated() { widths[index] = max(widths[index], cell.width) }
        }
        let layout = TableLayout(natural: natural, kinds: columns.map(\.kind), room: options.columns)
        var cut = 0
        write(headers, layout, &cut, to: &output)
        cut = 0
        let summary = try measured.replayed.write(limit: options.limit, to: &output) { row, output in
            write(cells.of(row), layout, &cut, to: &output)
        }
        writeNote(layout.dropped.map { columns[$0].title(options.language) }, cut, to: &output)
        return summary
    }

    private func write(_ cells: [StyledText], _ layout: TableLayout, _ cut: inout Int, to output: inout Output) {
        var pending = 0
        for column in layout.columns {
            let cell = cells[column.index]
            if cell.width > column.width { cut += 1 }
            let shown = cell.cut(toColumns: column.width)
            let padding = max(0, column.width - shown.width)
            let lead = column.isRightAligned ? padding : 0
            // Blanks are written when something follows them, so that no line ends in blanks.
            if shown.width > 0 {
                output.write(blanks: pending + lead)
                output.write(shown.scalars, options.emphasis)
                pending = 0
            } else {
                pending += lead
            }
            pending += TableLayout.gap + padding - lead
        }
        output.newline()
    }

    private func writeNote(_ dropped: [String], _ cut: Int, to output: inout Output) {
        var parts: [LocalizedText] = []
        if !dropped.isEmpty {
            let names = dropped.joined(separator: ", ")
            parts.append(
                LocalizedText(
                    "\(dropped.count) column\(dropped.count == 1 ? "" : "s") not shown: \(names)",
                    zh: "\(dropped.count) 列未显示：\(names)"))
        }
        if cut > 0 {
            parts.append(LocalizedText("\(grouped(cut)) cell\(cut == 1 ? "" : "s") cut", zh: "\(grouped(cut)) 格截短"))
        }
        guard !parts.isEmpty else { return }
        let note = parts.map { $0(options.language) }.joined(separator: " · ")
        output.write(StyledText("… " + note, .faint, ambiguous: options.ambiguousWidth), after: 0, indent: 2, options)
    }
}
