import Documents
import QueryLanguage

/// A result that is kept for `_`: rows as offsets, so that it costs little beside the text.
public struct StoredResult {
    private enum Content {
        case units(layer: Layer, attributes: [Column], batches: [Regions])
        case table(columns: [Column], style: TableStyle, rows: [TableRow])
        case number(NumberResult)
        case text(TextResult)
        case nothing
    }

    private let content: Content
    private let archive: Archive
    /// The type of the result.
    public let type: FlowType

    /// Pulls `result` to its end and keeps it.
    public init(_ result: QueryResult, type: FlowType, archive: Archive) throws {
        self.type = type
        self.archive = archive
        switch result {
        case .units(let units):
            var batches: [Regions] = []
            while let batch = try units.next() { batches.append(batch) }
            content = .units(layer: units.layer, attributes: units.attributes, batches: batches)
        case .table(let table):
            var rows: [TableRow] = []
            while let batch = try table.next() { rows += batch }
            content = .table(columns: table.columns, style: table.style, rows: rows)
        case .number(let number): content = .number(number)
        case .text(let text): content = .text(text)
        case .nothing: content = .nothing
        }
    }

    /// The result again, from its beginning.
    public var result: QueryResult {
        switch content {
        case .units(let layer, let attributes, let batches):
            var rest = batches[...]
            return .units(
                UnitResult(archive: archive, layer: layer, attributes: attributes) { rest.popFirst() })
        case .table(let columns, let style, let rows):
            return .table(TableResult(archive: archive, columns: columns, style: style, rows: rows))
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .nothing: return .nothing
        }
    }

    /// Whether there are no rows, or the number is zero: what `--exit-status` asks.
    public var isEmpty: Bool {
        switch content {
        case .units(_, _, let batches): batches.allSatisfy { $0.count == 0 }
        case .table(_, _, let rows): rows.isEmpty
        case .number(let number): number.value == 0
        case .text(let text): text.lines.isEmpty
        case .nothing: false
        }
    }

    /// The number of rows of units or of a table; nil for the rest.
    public var rowCount: Int? {
        switch content {
        case .units(_, _, let batches): batches.reduce(0) { $0 + $1.count }
        case .table(_, _, let rows): rows.count
        case .number, .text, .nothing: nil
        }
    }
}
