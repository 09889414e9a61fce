import Documents
import SourceText

/// A pipeline that is checked and ready to run.
public struct Plan: Sendable {
    /// Where its rows come from.
    public var source: PlanSource
    /// The stages in order; may be empty (`$name` alone).
    public var stages: [PlanStage]
    /// What comes out of the last stage.
    public var type: FlowType
    /// The scope it was written in, as a plan of its own; nil for the whole archive.
    public var scope: ScopePlan?
    /// The text of the pipeline, for what is said of it.
    public var text: String

    /// A plan; see the properties.
    public init(source: PlanSource, stages: [PlanStage], type: FlowType, scope: ScopePlan?, text: String) {
        self.source = source
        self.stages = stages
        self.type = type
        self.scope = scope
        self.text = text
    }
}

/// Where the rows of a pipeline come from.
public indirect enum PlanSource: Sendable {
    /// Nowhere: the first command reads nothing.
    case none
    /// The articles or paragraphs of the scope.
    case scope(Layer)
    /// The last result, or a numbered one.
    case result(Int?)
    /// A pipeline in brackets, or a `let`.
    case plan(Plan)
}

/// A `use`: a class, as plans share it and what it selects is worked out once.
public final class ScopePlan: Sendable {
    /// The pipeline that selects the scope.
    public let plan: Plan

    /// The scope that `plan` selects.
    public init(_ plan: Plan) { self.plan = plan }
}

/// A stage: a command with its arguments, or a descent that the binder put in.
public struct PlanStage: Sendable {
    /// What it does.
    public enum Operation: Sendable {
        /// A command.
        case command(CommandDeclaration, BoundArguments)
        /// To the finer layer that the next command needs.
        case descend(Layer)
        /// An early search that the optimizer put in: keeps the units that hold the first pattern, without its hits.
        case filter(BoundPattern)
    }

    /// What it does.
    public var operation: Operation
    /// What comes in.
    public var input: FlowType
    /// What comes out.
    public var output: FlowType
    /// How it is written, for `explain` and `why`.
    public var text: String
    /// Where it is written.
    public var range: SourceRange

    /// A stage; see the properties.
    public init(operation: Operation, input: FlowType, output: FlowType, text: String, range: SourceRange) {
        self.operation = operation
        self.input = input
        self.output = output
        self.text = text
        self.range = range
    }
}

/// A statement that is checked and ready to run.
public enum BoundStatement: Sendable {
    case letBinding(String)
    case definition(String)
    case use(Plan?)
    /// A setting with its new value as text; nil shows it, no setting shows all.
    case set(Setting?, String?)
    case explain(Plan?)
    case why(Plan?)
    /// The statement rewritten; nil for the last query.
    case format(Language?, String?)
    case pipeline(Plan)
}
