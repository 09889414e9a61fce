import PatternMatching
import QuerySyntax
import SourceText

/// What names mean where a statement is bound. A value: a definition keeps the environment it was made in.
public struct BindingEnvironment: Sendable {
    /// The commands there are.
    public let commands: CommandTable
    /// Pipelines named by `let`.
    public internal(set) var lets: [String: Plan] = [:]
    /// Functions made by `def`.
    public internal(set) var definitions: [String: Definition] = [:]
    /// Values that `def` parameters stand for.
    var parameters: [String: Value] = [:]
    /// Parameters whose value is not known yet: while a definition is checked.
    var openParameters: Set<String> = []
    /// The type of the last result, where there is one.
    public internal(set) var lastResult: FlowType?
    /// The types of the numbered results, the first is `_1`.
    public internal(set) var numberedResults: [FlowType] = []
    /// The scope in force, from `use`.
    public internal(set) var scope: ScopePlan?
    /// The setting `exact`.
    public var exact = false

    /// An environment with commands and nothing named.
    public init(commands: CommandTable) { self.commands = commands }

    /// Sets the types of the results there are, the first is `_1`.
    public mutating func setResults(_ types: [FlowType]) {
        numberedResults = types
        lastResult = types.last
    }

    /// Another archive is open: results and the scope are gone.
    public mutating func forgetResults() {
        setResults([])
        forgetScope()
    }

    /// The whole archive again.
    public mutating func forgetScope() { scope = nil }

    /// The names that `let` bound, sorted.
    public var letNames: [String] { lets.keys.sorted() }
}

/// A function made by `def`, with the environment of its making.
public struct Definition: Sendable {
    /// Its parameters in order.
    public let parameters: [String]
    /// What it does.
    public let body: Pipeline
    let environment: @Sendable () -> BindingEnvironment
}
