import Documents
import InformationExtraction
import QueryLanguage
import SourceText

/// A statement found in a paragraph: where it stands, and its rows.
struct Statement {
    /// What must lie inside a sentence for the statement to be that sentence's.
    let anchor: Span
    let rows: [TableRow]
}

/// A table of the statements that `find` reads out of the paragraphs of what comes in, batch by batch. `isEmpty` is called at the
/// end where there was none, so that a zero does not stand alone.
func statements(
    _ columns: [Column], _ invocation: Invocation, isEmpty: @escaping () -> Void,
    find: @escaping (_ paragraph: Int, _ shard: Int) -> [Statement]
) -> Outcome {
    let units = invocation.units
    var reader = StatementReader(invocation: invocation, find: find)
    var hasRows = false
    return .table(
        TableResult(archive: invocation.archive, columns: columns) {
            while let batch = try units.next() {
                try invocation.poll(.reading, at: batch)
                let rows = try reader.rows(of: batch)
                guard !rows.isEmpty else { continue }
                hasRows = true
                return rows
            }
            if !hasRows { isEmpty() }
            return nil
        })
}

/// Goes through rows, each paragraph once where sections nest or sentences share it.
private struct StatementReader {
    let invocation: Invocation
    let find: (Int, Int) -> [Statement]
    private var last: (shard: Int, paragraph: Int, statements: [Statement])?
    private var seen = Set<Region>()

    init(invocation: Invocation, find: @escaping (Int, Int) -> [Statement]) {
        self.invocation = invocation
        self.find = find
    }

    mutating func rows(of batch: Regions) throws -> [TableRow] {
        var rows: [TableRow] = []
        for row in 0..<batch.count {
            try invocation.context.cancellation.check()
            let region = batch[row]
            for paragraph in paragraphs(of: region, invocation) {
                if region.layer == .section, !isNew(paragraph, batch.shard) { continue }
                for statement in statements(in: paragraph, batch.shard)
                where region.layer < .sentence || region.span.contains(statement.anchor) {
                    rows += statement.rows
                }
            }
        }
        return rows
    }

    private mutating func isNew(_ paragraph: Int, _ shard: Int) -> Bool {
        seen.insert(Region(layer: .paragraph, shard: shard, unit: paragraph, span: Span(0, 0))).inserted
    }

    private mutating func statements(in paragraph: Int, _ shard: Int) -> [Statement] {
        if let last, last.shard == shard, last.paragraph == paragraph { return last.statements }
        let statements = find(paragraph, shard)
        last = (shard, paragraph, statements)
        return statements
    }
}

extension Invocation {
    /// A row about a stretch of a paragraph.
    func statement(_ cells: [Cell], at span: Span, in paragraph: Int, ofShard shard: Int) -> Statement {
        let region = Region(layer: .span, shard: shard, unit: paragraph, span: span)
        return Statement(anchor: span, rows: [TableRow(cells, region: region, hit: span)])
    }

    /// A paragraph as it is read for statements.
    func passage(_ paragraph: Int, ofShard shard: Int) -> Passage {
        Passage(archive.shards[shard].paragraphs[paragraph], of: archive.shards[shard].text)
    }
}
