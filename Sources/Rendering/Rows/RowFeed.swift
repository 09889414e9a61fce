import Documents
import QueryLanguage

extension UnitResult {
    /// Gives each row up to `limit` to `body` and counts them all; what was written is handed on after each batch, so
    /// that the first rows of a long search are seen at once.
    func write(
        limit: Int?, to output: inout Output, _ body: (Regions, Int, inout Output) throws -> Void
    ) throws -> Summary {
        var tally = Tally(.units(layer))
        while let batch = try next() {
            let shard = archive.shards[batch.shard]
            for row in 0..<batch.count {
                let isShown = limit.map { tally.summary.shown < $0 } ?? true
                tally.add(isShown: isShown)
                tally.add(article: archive.number(ofArticle: shard.article(of: batch[row]), inShard: batch.shard))
                if let hits = batch.hits { tally.add(hits: hits.count(row)) }
                guard isShown else { continue }
                try body(batch, row, &output)
                try output.endRow()
            }
            try output.flush()
        }
        return tally.summary
    }
}

extension TableResult {
    /// Gives each row up to `limit` to `body`, with a cell for every column, and counts them all.
    func write(
        limit: Int?, to output: inout Output, _ body: (TableRow, inout Output) throws -> Void
    ) throws -> Summary {
        var tally = Tally(.tableRows)
        while let batch = try next() {
            for row in batch {
                let isShown = limit.map { tally.summary.shown < $0 } ?? true
                tally.add(isShown: isShown)
                guard isShown else { continue }
                try body(row.filled(columns.count), &output)
                try output.endRow()
            }
            try output.flush()
        }
        return tally.summary
    }
}

extension TableRow {
    /// The row with exactly `count` cells: missing ones are empty.
    fileprivate func filled(_ count: Int) -> TableRow {
        guard cells.count != count else { return self }
        var row = self
        row.cells = Array(cells.prefix(count)) + Array(repeating: .empty, count: max(0, count - cells.count))
        return row
    }
}

/// The first batches of a table, held back so that columns can be measured, and then the rest.
struct MeasuredTable {
    let table: TableResult
    /// The rows to measure.
    let sample: [TableRow]
    /// The same table from its beginning.
    let replayed: TableResult
    /// Whether the rows have an address that no column of the table's own shows: JSON records say it all the same.
    let hasAddresses: Bool

    /// Pulls batches until there are `count` rows or no more.
    init(_ table: TableResult, measuring count: Int) throws {
        var rows: [TableRow] = []
        while rows.count < count, let batch = try table.next() { rows += batch }
        var held: [TableRow]? = rows
        self.table = table
        sample = Array(rows.prefix(count))
        replayed = TableResult(archive: table.archive, columns: table.columns, style: table.style) {
            if let first = held {
                held = nil
                return first
            }
            return try table.next()
        }
        let isNamed = table.columns.contains { $0.name == Column.address.name }
        hasAddresses = !isNamed && (rows.first?.region != nil)
    }
}

extension Column {
    /// The column that exports of units put first.
    static let address = Column("address", zh: "地址", .text)
}
