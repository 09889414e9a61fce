import Documents
import QueryLanguage

/// The cells of a table's rows as they are drawn.
struct RowCells {
    private let options: RenderOptions
    /// For each column the digits after the point that its decimals are given, so that points stand under points.
    private let fractions: [Int]
    private let style: TableStyle

    init(_ measured: MeasuredTable, _ options: RenderOptions) {
        fractions = measured.table.columns.indices.map { column in
            measured.sample.reduce(0) { $1.cells.count > column ? max($0, RowCells.fraction($1.cells[column])) : $0 }
        }
        style = measured.table.style
        self.options = options
    }

    /// A cell for every column, whatever the row holds.
    func of(_ row: TableRow) -> [StyledText] {
        zip(texts(of: row).indices, texts(of: row)).map { index, text in
            isBlankSpot(row, index)
                ? StyledText(TableStyle.blankSpot, .hit, ambiguous: options.ambiguousWidth)
                : StyledText(text, .plain, ambiguous: options.ambiguousWidth)
        }
    }

    private func isBlankSpot(_ row: TableRow, _ column: Int) -> Bool {
        column < row.cells.count && style.isBlankSpot(row.cells[column], column: column)
    }

    /// The same as plain text, not yet made harmless; a blank spot is the number it is.
    func texts(of row: TableRow) -> [String] {
        fractions.enumerated().map { index, digits in
            index < row.cells.count ? RowCells.text(row.cells[index], digits: digits) : ""
        }
    }

    private static func text(_ cell: Cell, digits: Int) -> String {
        let text = cell.plainText()
        guard digits > 0, let missing = missingDigits(cell, digits) else { return text }
        return text + missing
    }

    /// What a number needs behind it to be as long after the point as its column: zeros, or blanks for a whole number.
    private static func missingDigits(_ cell: Cell, _ digits: Int) -> String? {
        switch cell {
        case .integer: return String(repeating: " ", count: digits + 1)
        case .decimal(let number) where number.isFinite:
            let own = fraction(cell)
            return (own == 0 ? "." : "") + String(repeating: "0", count: max(0, digits - own))
        case .decimal, .empty, .text, .date, .boolean: return nil
        }
    }

    private static func fraction(_ cell: Cell) -> Int {
        guard case .decimal(let number) = cell, number.isFinite else { return 0 }
        let text = cell.plainText().utf8
        guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
        return text.distance(from: point, to: text.endIndex) - 1
    }
}

extension TableStyle {
    /// How a count of nothing is written where it should be noticed. The term is that of the documents themselves.
    static let blankSpot = "空白点"

    /// Whether a cell is a count of nothing in a cross tabulation.
    func isBlankSpot(_ cell: Cell, column: Int) -> Bool {
        switch self {
        case .plain, .concordance, .plot: false
        case .crossTabulation(let counts): counts.contains(column) && cell == .integer(0)
        }
    }
}
