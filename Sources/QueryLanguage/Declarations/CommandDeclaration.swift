import Documents
import QuerySyntax
import SourceText

/// Where rows come from when a pipeline begins with the command.
public enum ImplicitSource: Hashable, Sendable {
    /// The command reads nothing: `open`, `help`.
    case none
    /// The articles or paragraphs of the scope.
    case scope(Layer)
}

/// An example that is shown by the help, printed in the reference and run by the tests on the seed.
public struct Example: Hashable, Sendable {
    /// The query.
    public let query: String
    /// What it prints over a pipe; `[...]` stands for any lines.
    public let output: String

    /// A query with its output.
    public init(_ query: String, gives output: String) {
        self.query = query
        self.output = output
    }
}

/// All there is to say of a command: argument checking, help, completion, the reference and tests follow from it.
public struct CommandDeclaration: Sendable {
    /// The name and its spellings.
    public let name: BilingualName
    /// The shape of the positional arguments.
    public let shape: ArgumentShape
    /// The positional parameters; for shapes other than values, the one that says what stands there.
    public let positional: [Parameter]
    /// The parameters written `name=value`.
    public let named: [Parameter]
    /// What it accepts; a coarser unit descends to the first finer one accepted.
    public let accepts: [FlowKind]
    /// What it reads at the beginning of a pipeline.
    public let source: ImplicitSource
    /// What comes out, in words of the signature (`X → X` keeps the input's kind).
    public let gives: LocalizedText
    /// The type of what comes out, from what comes in and the arguments.
    public let output: @Sendable (FlowType, BoundArguments) -> FlowType
    /// What it does, in one line.
    public let summary: LocalizedText
    /// What one needs to know to use it well; paragraphs.
    public let explanation: LocalizedText
    /// At least one example with its output on the seed.
    public let examples: [Example]

    /// A declaration; see the properties.
    public init(
        _ name: BilingualName, shape: ArgumentShape, positional: [Parameter] = [], named: [Parameter] = [],
        accepts: [FlowKind], source: ImplicitSource = .scope(.paragraph), gives: LocalizedText,
        output: @escaping @Sendable (FlowType, BoundArguments) -> FlowType,
        summary: LocalizedText, explanation: LocalizedText, examples: [Example]
    ) {
        self.name = name
        self.shape = shape
        self.positional = positional
        self.named = named
        self.accepts = accepts
        self.source = source
        self.gives = gives
        self.output = output
        self.summary = summary
        self.explanation = explanation
        self.examples = examples
    }

    /// Whether a positional argument must be given.
    public var needsArgument: Bool { positional.contains(where: \.isRequired) }
}
