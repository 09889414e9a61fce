import Documents
import QueryLanguage
import SourceText

/// A format that is a table of cells whatever the result: units have the columns of their layer, a number is a row of
/// `value`, `unit` and `of`, text a row a line.
protocol TabularFormat: ExportFormat {
    /// Writes what stands before the rows.
    func begin(_ headers: [String], _ kinds: [CellKind], to output: inout Output)
    /// Writes one row, its end included.
    func row(_ cells: [Cell], to output: inout Output)
}

extension TabularFormat {
    func write(_ result: QueryResult, _ options: RenderOptions, to sink: @escaping TextSink) throws -> Summary {
        var output = Output(sink)
        let summary = try write(result, options.language, to: &output)
        try output.flush()
        return summary
    }

    private func begin(_ columns: [Column], _ language: Language, to output: inout Output) {
        begin(columns.map { $0.title(language) }, columns.map(\.kind), to: &output)
    }

    private func write(_ result: QueryResult, _ language: Language, to output: inout Output) throws -> Summary {
        switch result {
        case .units(let units):
            var cells = UnitCells(units)
            begin(cells.columns, language, to: &output)
            return try units.write(limit: nil, to: &output) { batch, index, output in
                row(cells.cells(batch, index), to: &output)
            }
        case .table(let table): return try write(table, language, to: &output)
        case .number(let number):
            begin(Column.ofNumbers, language, to: &output)
            let unit = number.unit.map { Cell.text($0.name) } ?? .empty
            row([.integer(number.value), unit, number.of.map(Cell.integer) ?? .empty], to: &output)
            return Summary(number)
        case .text(let text):
            begin([.address, Column(.text)], language, to: &output)
            for line in text.lines { row([line.address.map(Cell.text) ?? .empty, .text(line.text)], to: &output) }
            return Summary(text)
        case .nothing: return Summary(.nothing)
        }
    }

    private func write(_ table: TableResult, _ language: Language, to output: inout Output) throws -> Summary {
        let measured = try MeasuredTable(table, measuring: 1)
        begin(table.columns, language, to: &output)
        return try measured.replayed.write(limit: nil, to: &output) { tableRow, output in row(tableRow.cells, to: &output) }
    }
}

extension Column {
    fileprivate static let ofNumbers = [
        Column("value", zh: "数目", .number), Column("unit", zh: "单位", .text), Column("of", zh: "总数", .number),
    ]
}

/// Units as rows of a table. The columns depend on the layer alone, so that they are the same for every query: articles
/// have address, date, page, author, title, column and len; sections address, date, page, author, title, section and
/// len; the others have text in place of len, and spans the values found with them besides.
struct UnitCells {
    let columns: [Column]
    private let result: UnitResult
    private let fields: [UnitField]
    private var locator: RowLocator

    init(_ result: UnitResult) {
        self.result = result
        fields = UnitCells.fields(of: result.layer)
        columns = [.address] + fields.map(Column.init) + result.attributes
        locator = RowLocator(result.archive)
    }

    /// The cells of row `row` of `batch`, one for each column.
    mutating func cells(_ batch: Regions, _ row: Int) -> [Cell] {
        let region = batch[row]
        let attributes = result.attributes.indices.map {
            $0 < batch.attributes.count ? batch.attributes[$0][row] : .empty
        }
        return [.text(locator.address(of: region).description)]
            + fields.map { result.archive.value($0, of: region) } + attributes
    }

    private static func fields(of layer: Layer) -> [UnitField] {
        switch layer {
        case .article: [.date, .page, .author, .title, .column, .length]
        case .section: [.date, .page, .author, .title, .section, .length]
        case .paragraph, .sentence, .span: [.date, .page, .author, .title, .section, .text]
        }
    }
}
