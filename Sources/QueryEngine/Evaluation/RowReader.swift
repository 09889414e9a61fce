import Documents
import PatternMatching
import QueryLanguage

/// A row of units or of a table, as expressions and field arguments look at it.
struct RowReader {
    /// The query.
    let invocation: Invocation
    /// The region of the row, where it has one.
    let region: Region?
    /// The cells of a table row, or the values found with a span.
    let cells: [Cell]

    /// Row `row` of a batch.
    init(_ batch: Regions, _ row: Int, _ invocation: Invocation) {
        self.invocation = invocation
        region = batch[row]
        cells = batch.attributes.map { $0[row] }
    }

    /// A row of a table.
    init(_ row: TableRow, _ invocation: Invocation) {
        self.invocation = invocation
        region = row.region
        cells = row.cells
    }

    /// The value of a field.
    func value(_ reference: FieldReference) -> Cell {
        switch reference {
        case .column(let index, _), .attribute(let index, _): return index < cells.count ? cells[index] : .empty
        case .unit(let field):
            guard let region else { return .empty }
            // Within a scope the text of an article is what the scope has of it.
            if invocation.scope != nil, region.layer < .paragraph {
                if field == .length { return .integer(length) }
                if field == .text { return .text(text) }
            }
            return invocation.context.locator.value(field, of: region)
        }
    }

    /// The stretches of text of the row, within the scope.
    var pieces: [Span] {
        guard let region else { return [] }
        let shard = invocation.archive.shards[region.shard]
        guard region.layer < .paragraph else { return [region.span] }
        return paragraphs(of: region, invocation).map { shard.paragraphs[$0] }
    }

    /// The text that the row's offsets point into.
    var shardText: Text? { region.map { invocation.archive.shards[$0.shard].text } }

    /// The number of Unicode scalars of the row's text.
    var length: Int {
        guard let text = shardText else { return 0 }
        return pieces.reduce(0) { $0 + text.scalarCount($1) }
    }

    /// The row's text, paragraphs joined by newlines.
    var text: String {
        guard let text = shardText else { return "" }
        return pieces.map { text.string($0) }.joined(separator: "\n")
    }

    /// All hits of a pattern in the row.
    func hits(_ pattern: BoundPattern) throws -> [Span] {
        guard let region else { return [] }
        var one = Regions(layer: region.layer, shard: region.shard)
        one.append(unit: UInt32(region.unit), span: region.span)
        return try search(pattern, in: one, wantsHits: true, invocation).hits.flatMap { $0 }
    }

    /// The hits of a pattern in a text that is no row: a field's value.
    func found(_ pattern: BoundPattern, in string: String) throws -> Bool {
        let text = Text(copying: string.utf8)
        return try searching(invocation) {
            try pattern.matcher.isSatisfied(
                by: Span(0, text.count), of: text, cancellation: invocation.context.cancellation)
        }
    }
}
