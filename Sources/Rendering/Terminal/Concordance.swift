import Documents
import QueryLanguage
import SourceText

/// A concordance at a terminal: left contexts end and hits begin at one column, and the text reads on through the hit.
/// Contexts are cut at the outer edges; other columns stand before the left context.
struct Concordance {
    private let options: RenderOptions
    private static let sampleSize = 200

    init(_ options: RenderOptions) { self.options = options }

    func write(_ table: TableResult, to output: inout Output) throws -> Summary {
        func place(_ name: String) -> Int? { table.columns.firstIndex { $0.name == name } }
        guard let left = place("left"), let hit = place("hit"), let right = place("right") else {
            return try TerminalTable(options).write(table, to: &output)
        }
        let measured = try MeasuredTable(table, measuring: Concordance.sampleSize)
        let line = ConcordanceLine(measured, left: left, hit: hit, right: right, options)
        let cells = RowCells(measured, options)
        return try measured.replayed.write(limit: options.limit, to: &output) { row, output in
            line.write(cells.of(row), to: &output)
        }
    }
}

/// How the lines of one concordance are laid out.
private struct ConcordanceLine {
    private let options: RenderOptions
    private let left: Int
    private let hit: Int
    private let right: Int
    private let front: TableLayout
    private let frontPlaces: [Int]
    private let frontWidth: Int
    private let leftWidth: Int

    init(_ measured: MeasuredTable, left: Int, hit: Int, right: Int, _ options: RenderOptions) {
        let columns = measured.table.columns
        (self.left, self.hit, self.right) = (left, hit, right)
        self.options = options
        let cells = RowCells(measured, options)
        let widths = measured.sample.reduce(into: [Int](repeating: 0, count: columns.count)) { widths, row in
            for (index, cell) in cells.of(row).enumerated() { widths[index] = max(widths[index], cell.width) }
        }
        let places = columns.indices.filter { $0 != left && $0 != hit && $0 != right }
        frontPlaces = places
        let room = places.isEmpty ? 0 : max(options.columns / 3, widths[places[0]])
        front = TableLayout(natural: places.map { widths[$0] }, kinds: places.map { columns[$0].kind }, room: room)
        frontWidth = front.columns.reduce(0) { $0 + $1.width + TableLayout.gap }
        let free = max(options.columns - frontWidth - widths[hit] - 2, 2)
        leftWidth = min(widths[left], max(free / 2, free - widths[right]))
    }

    func write(_ cells: [StyledText], to output: inout Output) {
        for column in front.columns {
            let shown = cells[frontPlaces[column.index]].cut(toColumns: column.width)
            let padding = max(0, column.width - shown.width)
            output.write(blanks: column.isRightAligned ? padding : 0)
            output.write(shown.scalars, options.emphasis)
            output.write(blanks: TableLayout.gap + (column.isRightAligned ? 0 : padding))
        }
        let before = cells[left].cutAtStart(toColumns: leftWidth)
        output.write(blanks: leftWidth - before.width)
        output.write(before.scalars, options.emphasis)
        writeFromHit(cells, to: &output)
    }

    /// A blank on both sides sets the hit apart where there is no colour, and keeps the columns where there is.
    private func writeFromHit(_ cells: [StyledText], to output: inout Output) {
        let room = max(options.columns - frontWidth - leftWidth - 2, 2)
        let found = cells[hit].styled(.hit).cut(toColumns: room)
        output.write(blanks: 1)
        output.write(found.scalars, options.emphasis)
        let after = cells[right].cut(toColumns: max(room - found.width, 0))
        guard after.width > 0, room - found.width > 1 else { return output.newline() }
        output.write(blanks: 1)
        output.write(after.scalars, options.emphasis)
        output.newline()
    }
}
