import Documents
import QueryLanguage
import SourceText

/// An entry of the history, for the command that lists it.
public struct HistoryItem: Sendable {
    /// When it was entered, as `yyyy-mm-dd hh:mm`.
    public let time: String
    /// What was entered.
    public let text: String

    /// An entry.
    public init(time: String, text: String) {
        self.time = time
        self.text = text
    }
}

/// What one query is evaluated with. A class: notices are gathered from all of its stages.
public final class EvaluationContext {
    /// The archive.
    public let archive: Archive
    /// Raised to stop the query.
    public let cancellation: Cancellation
    /// The language of texts and notices.
    public let language: Language
    /// The newspaper that citations name; empty for unknown.
    public let newspaper: String
    /// The program's version, for footnotes.
    let version: String
    /// The tiers of `heat`.
    let tiers: TierTable
    /// Words that are words wherever they stand, for `unit=word`.
    let ownWords: [String]
    /// The last result (nil) or a numbered one.
    let result: (Int?) -> StoredResult?
    /// The entries of the history, oldest first.
    let history: () -> [HistoryItem]
    /// All commands, for the help.
    let commands: CommandTable
    /// Codes of all errors, for the help.
    let codes: [DiagnosticCode]
    /// The threads that share long work; what comes out is the same for any number.
    let workers: Workers
    /// Told what long work is at and how much of it is done, from 0 to 1; some hundred times a second at most.
    let progress: (LocalizedText, Double) -> Void
    /// What is to be said beside the result: what was left out, what a number rests on.
    public private(set) var notices: [LocalizedText] = []
    /// Where `show` was last, and after the query where it is.
    public var shown: ShownPlace?
    private var scopes: [ObjectIdentifier: Scope] = [:]
    /// Finds addresses and line numbers of rows, fastest in text order.
    var locator: RowLocator

    /// A context for one query.
    public init(
        archive: Archive, cancellation: Cancellation, language: Language = .english, newspaper: String = "人民日报",
        version: String = "", tiers: TierTable = .published, ownWords: [String] = [],
        commands: CommandTable, codes: [DiagnosticCode] = [], result: @escaping (Int?) -> StoredResult? = { _ in nil },
        history: @escaping () -> [HistoryItem] = { [] }, workers: Workers = .processors,
        progress: @escaping (LocalizedText, Double) -> Void = { _, _ in }
    ) {
        self.archive = archive
        locator = RowLocator(archive)
        self.cancellation = cancellation
        self.language = language
        self.newspaper = newspaper
        self.version = version
        self.tiers = tiers
        self.ownWords = ownWords
        self.commands = commands
        self.codes = codes
        self.result = result
        self.history = history
        self.workers = workers
        self.progress = progress
    }

    /// Adds a notice, once.
    func note(_ notice: LocalizedText) {
        if !notices.contains(notice) { notices.append(notice) }
    }

    /// What a scope selects, worked out the first time it is asked for.
    func scope(_ plan: ScopePlan, select: (Plan) throws -> QueryResult) throws -> Scope {
        if let known = scopes[ObjectIdentifier(plan)] { return known }
        let scope = try Scope(archive: archive, selected: select(plan.plan))
        scopes[ObjectIdentifier(plan)] = scope
        return scope
    }
}
