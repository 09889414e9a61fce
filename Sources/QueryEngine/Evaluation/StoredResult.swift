import Documents
import QueryLanguage

/// A result that is kept for `_`: rows as offsets, so that it costs little beside the text. Rows are pulled from the query
/// when somebody first reads that far, so that a long query is shown while it runs and one that was left early goes on
/// only where it is asked for. A class: all who read it share what was pulled.
public final class StoredResult {
    private enum Content {
        case units(layer: Layer, attributes: [Column], Recording<Regions>)
        case table(columns: [Column], style: TableStyle, Recording<[TableRow]>)
        case number(NumberResult)
        case text(TextResult)
        case nothing
    }

    private let content: Content
    private let archive: Archive
    /// The type of the result.
    public let type: FlowType
    /// The query that gave it, as it can be run again.
    public let query: String
    /// The scope it was asked in, as it is written; nil for the whole archive.
    public let scope: String?

    /// Keeps `result` as far as it is read. `again` runs the same query once more: a query that was interrupted has lost
    /// its place.
    public init(
        _ result: QueryResult, type: FlowType, archive: Archive, query: String, scope: String?,
        again: @escaping () throws -> QueryResult
    ) {
        self.type = type
        self.query = query
        self.scope = scope
        self.archive = archive
        switch result {
        case .units(let units):
            let recording = Recording(units.next) {
                if case .units(let units) = try again() { units.next } else { nil }
            }
            content = .units(layer: units.layer, attributes: units.attributes, recording)
        case .table(let table):
            let recording = Recording(table.next) {
                if case .table(let table) = try again() { table.next } else { nil }
            }
            content = .table(columns: table.columns, style: table.style, recording)
        case .number(let number): content = .number(number)
        case .text(let text): content = .text(text)
        case .nothing: content = .nothing
        }
    }

    /// The result from its beginning. What was not pulled yet is pulled as it is read, and may throw what the query throws.
    public var result: QueryResult {
        var index = 0
        func next<Batch>(_ recording: Recording<Batch>) throws -> Batch? {
            defer { index += 1 }
            return try recording.batch(index)
        }
        switch content {
        case .units(let layer, let attributes, let recording):
            return .units(UnitResult(archive: archive, layer: layer, attributes: attributes) { try next(recording) })
        case .table(let columns, let style, let recording):
            return .table(TableResult(archive: archive, columns: columns, style: style) { try next(recording) })
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .nothing: return .nothing
        }
    }
}

/// The batches of a result, each pulled once. A class: every reader goes on from what others have pulled.
private final class Recording<Batch> {
    typealias Source = () throws -> Batch?
    private var batches: [Batch] = []
    private var source: Source?
    private var isWhole = false
    private let again: () throws -> Source?

    init(_ source: @escaping Source, again: @escaping () throws -> Source?) {
        self.source = source
        self.again = again
    }

    /// A batch by its number, or nil behind the last.
    func batch(_ index: Int) throws -> Batch? {
        while batches.count <= index, !isWhole { try pull() }
        return index < batches.count ? batches[index] : nil
    }

    private func pull() throws {
        do {
            let next = try source ?? restarted()
            source = next
            if let batch = try next?() { batches.append(batch) } else { isWhole = true }
        } catch {
            source = nil
            throw error
        }
        if isWhole { source = nil }
    }

    /// The query from its beginning, behind what is here already.
    private func restarted() throws -> Source? {
        guard let next = try again() else { return nil }
        for _ in batches { _ = try next() }
        return next
    }
}
