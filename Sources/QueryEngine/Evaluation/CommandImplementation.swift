import Documents
import QueryLanguage
import SourceText

/// A command: its declaration and what it does. Everything else about it follows from the two.
public struct CommandImplementation: Sendable {
    /// All that is said of it.
    public let declaration: CommandDeclaration
    /// Whether hits found before it change what it gives; where nothing later uses hits, none are collected.
    let usesHits: Bool
    /// What it does.
    let evaluate: @Sendable (Invocation) throws -> Outcome

    init(
        _ declaration: CommandDeclaration, usesHits: Bool = false,
        evaluate: @escaping @Sendable (Invocation) throws -> Outcome
    ) {
        self.declaration = declaration
        self.usesHits = usesHits
        self.evaluate = evaluate
    }
}

/// What a stage gives: a result for the next one, or something that only the session can do.
public enum Outcome {
    case result(QueryResult)
    case effect(Effect)

    static func units(_ units: UnitResult) -> Outcome { .result(.units(units)) }
    static func table(_ table: TableResult) -> Outcome { .result(.table(table)) }
    static func text(_ lines: [TextResult.Line]) -> Outcome { .result(.text(TextResult(lines: lines))) }
}

/// What only the session can do: it owns the archive, the files and the screen.
public enum Effect {
    /// Read files; `add` keeps what is open, `places` is where each path is written, `columns` a map of columns as it is written.
    case open(paths: [String], places: [SourceRange], encoding: String?, columns: String?, add: Bool)
    /// Write a result in a format, to a file or where results go.
    case export(QueryResult, format: String, file: String?)
    /// A check that passed.
    case passed(LocalizedText)
    /// Show a query and run it, after the one that asks for it: an example of the help.
    case run(String)
    /// Leave.
    case quit
}

/// What a stage is evaluated with.
struct Invocation {
    /// What comes in; nothing at the beginning of a pipeline.
    let input: QueryResult
    /// The type of what comes in.
    let inputType: FlowType
    /// The arguments.
    let arguments: BoundArguments
    /// Where the stage is written.
    let range: SourceRange
    /// Whether a later stage, or whoever shows the result, wants to know what was found.
    let wantsHits: Bool
    /// The query.
    let context: EvaluationContext
    /// The scope in force; nil for the whole archive.
    let scope: Scope?
    /// What is known of where the rows come from.
    let origin: Origin
    /// Runs a plan that was given as an argument.
    let run: (Plan) throws -> QueryResult

    /// What is known of where the rows that come in are from.
    struct Origin {
        /// They are all there is, nothing filtered away.
        let isWholeArchive: Bool
        /// They are all units of this layer in the scope as they stand, and no stage has seen them; nil for anything else.
        var source: Layer?
        /// They are an earlier result, whose scope is not known any more.
        let isStoredResult: Bool
        /// The stages before, as they are written.
        var text = ""
        /// The scope they are in, as it is written; nil for the whole archive.
        var scopeText: String?
    }

    /// The archive.
    var archive: Archive { context.archive }

    /// The rows that come in; none where something else does, which the binder has ruled out.
    var units: UnitResult {
        if case .units(let units) = input { return units }
        return UnitResult(archive: archive, layer: .paragraph) { nil }
    }

    /// Rows of another layer or with other contents, made batch by batch from those that come in (or from `rows`).
    func mapping(
        _ rows: UnitResult? = nil, to layer: Layer? = nil, attributes: [Column]? = nil,
        _ transform: @escaping (Regions) throws -> Regions
    ) -> Outcome {
        let units = rows ?? units
        return .units(
            UnitResult(archive: archive, layer: layer ?? units.layer, attributes: attributes ?? units.attributes) {
                while let batch = try units.next() {
                    try poll(.reading, at: batch)
                    let result = try transform(batch)
                    if result.count > 0 { return result }
                }
                return nil
            })
    }
}
