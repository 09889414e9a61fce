import Documents

/// Tables of separated values with the names of the columns in the first line: CSV with commas or semicolons, and TSV with
/// tabs.
public struct DelimitedFormat: DocumentFormat {
    /// `CSV` or `TSV`.
    public let name: String
    private let separators: [UInt8]

    /// Values separated by commas or semicolons.
    public static let csv = DelimitedFormat(name: "CSV", separators: [0x2C, 0x3B])
    /// Values separated by tabs.
    public static let tsv = DelimitedFormat(name: "TSV", separators: [0x09])

    /// Columns that are looked at.
    private static let mostColumns = 4096
    /// A name of a column is no longer, in bytes, where only the names tell a table.
    private static let longestName = 60
    /// The first line ends within as many bytes.
    private static let longestHeader = 1 << 16

    /// Whether the first line has such separators, and the file is called a table or the names are those of a table of
    /// documents, with one for the text among them.
    public func recognises(_ text: Text, path: String) -> Bool {
        let view = ByteView(text)
        guard let (separator, header) = DelimitedFormat.header(view, path: path), separators.contains(separator) else { return false }
        if DelimitedFormat.isTable(path) { return true }
        let known = header.filter { ColumnNames.isKnown($0.name) }
        return known.count >= 2 && header.allSatisfy { $0.name.utf8.count <= DelimitedFormat.longestName }
            && header.contains { ColumnNames.rank($0.name, as: .text) != nil }
    }

    /// Reads the rows. One with too few or too many cells, or with quotes in disorder, is counted and read as far as it goes.
    public func read(_ text: Text, report: FileReport, options: ReadingOptions, workers: Workers) -> Result<Shard, ReadFailure> {
        let view = ByteView(text)
        guard let (separator, header) = DelimitedFormat.header(view, path: report.name) else { return .failure(.noTextColumn([])) }
        let isNamed = header.contains { ColumnNames.isKnown($0.name) } || !options.columns.isByNumber
        switch options.columns.choose(among: header) {
        case .failure(let why): return .failure(why)
        case .success(let choice):
            let table = DelimitedTable(view: view, separator: separator, columns: header.count, choice: choice)
            return withExtendedLifetime(text) { table.read(skippingFirst: isNamed).shard(report, format: name, workers: workers) }
        }
    }

    /// The separator that cuts the first line into most pieces, and these; nil where there is no line.
    private static func header(_ view: ByteView, path: String) -> (separator: UInt8, [TableColumn])? {
        let likely: [UInt8] = path.hasSuffix(".tsv") || path.hasSuffix(".tab") ? [0x09, 0x2C, 0x3B] : [0x2C, 0x3B, 0x09]
        var best: (separator: UInt8, [TableColumn])?
        let start = ByteView(UnsafeRawBufferPointer(start: view.base, count: min(view.count, longestHeader)))
        for separator in likely {
            var rows = DelimitedRows(start, separator: separator, from: view.textStart, most: mostColumns)
            guard let row = rows.next() else { return nil }
            if let best, row.count <= best.1.count { continue }
            best = (separator, rows.cells.map { TableColumn(name: name(of: $0, view)) })
        }
        return best
    }

    private static func name(of cell: DelimitedCell, _ view: ByteView) -> String {
        let span = view.trimmed(from: cell.start, to: cell.end)
        let bytes = UnsafeRawBufferPointer(start: view.base + Int(span.start), count: span.count)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isTable(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".csv", ".tsv", ".tab"].contains { name.hasSuffix($0) }
    }
}

/// A table of which it is known where the fields stand.
struct DelimitedTable {
    let view: ByteView
    let separator: UInt8
    let columns: Int
    let choice: ColumnChoice

    /// The articles of all rows.
    func read(skippingFirst: Bool) -> RecordAssembler {
        var assembler = RecordAssembler(capacity: view.count / 2, countsLineEnds: true)
        var rows = DelimitedRows(view, separator: separator, from: view.textStart, most: columns)
        var lines = LineCount(view)
        if skippingFirst { _ = rows.next() }
        while let row = rows.next() {
            let line = lines.line(at: row.start)
            if row.count != columns || row.isDamaged { assembler.stray(line: line) }
            add(row, cells: rows.cells, line: line, to: &assembler)
        }
        return assembler
    }

    private func add(_ row: DelimitedRow, cells: [DelimitedCell], line: Int, to assembler: inout RecordAssembler) {
        assembler.begin(line: line)
        for field in TableField.allCases {
            guard let column = choice[field], column < cells.count else { continue }
            var cell = cells[column]
            // A text in the last column that holds separators without quotes.
            if field == .text, row.count > columns, column == columns - 1, !cell.isQuoted { cell.end = row.end }
            let lines = LineCount(view, from: row.start, line: line)
            assembler.add(field) { text in
                var lines = lines
                cell.put(into: text, from: view, line: lines.line(at: cell.start))
            }
        }
        assembler.end()
    }
}
