import Documents
import QueryLanguage
import SourceText

/// Runs plans. Stages are pulled from the end: nothing is read that the last stage does not ask for.
public struct Evaluator {
    let context: EvaluationContext

    /// An evaluator of one query.
    public init(context: EvaluationContext) { self.context = context }

    /// Runs a plan; `wantsHits`: whether whoever shows the result marks what was found.
    /// Throws `QueryFailure` and `Interrupted`, here or when rows are pulled.
    public func run(_ plan: Plan, wantsHits: Bool = true) throws -> Outcome {
        try run(plan, stages: plan.stages.count, wantsHits: wantsHits)
    }

    /// Runs the first `stages` stages of a plan.
    func run(_ plan: Plan, stages count: Int, wantsHits: Bool) throws -> Outcome {
        let scope = try scopePlan(plan).map { try context.scope($0) { try result(of: $0, wantsHits: false) } }
        let stages = plan.stages.prefix(count)
        let demands = demands(stages, atEnd: wantsHits)
        var outcome = Outcome.result(try source(of: plan, scope: scope, wantsHits: demands.first ?? wantsHits))
        var isWhole = if case .scope = plan.source { scope == nil } else { false }
        let isStored = if case .result = plan.source { true } else { false }
        for (index, stage) in stages.enumerated() {
            guard case .result(let input) = outcome else { return outcome }
            outcome = try evaluate(
                stage, input: input, scope: scope, wantsHits: demands[index + 1],
                origin: Invocation.Origin(
                    isWholeArchive: isWhole, source: index == 0 ? plan.source.layer : nil, isStoredResult: isStored,
                    text: text(plan, before: index), scopeText: scopeText(plan)))
            isWhole = isWhole && stage.keepsAllText
        }
        return outcome
    }

    /// The scope that a plan's rows come from: of a `let`, that of its definition, so that what is done with its rows, and
    /// what they are counted out of, does not change with a later `use`.
    private func scopePlan(_ plan: Plan) -> ScopePlan? {
        if case .plan(let inner) = plan.source { scopePlan(inner) } else { plan.scope }
    }

    /// The same as it is written; of an earlier result, that of the query that gave it.
    private func scopeText(_ plan: Plan) -> String? {
        if case .result(let number) = plan.source { return context.result(number)?.scope }
        return scopePlan(plan).map { text($0.plan) }
    }

    /// The number of articles that a plan's rows are found among: those of its scope.
    public func articlesInScope(of plan: Plan) throws -> Int {
        guard let selection = scopePlan(plan) else { return context.archive.articleCount }
        return try context.scope(selection) { try result(of: $0, wantsHits: false) }.count(.article)
    }

    /// The stages of a plan before stage `index`, or all, and what they go on from, as they are written.
    private func text(_ plan: Plan, before index: Int? = nil) -> String {
        var stages = plan.stages[..<(index ?? plan.stages.count)].filter(\.isWritten).map(\.text)
        switch plan.source {
        case .none, .scope: break
        case .result(let number):
            stages.insert(context.result(number)?.query ?? "_\(number.map(String.init) ?? "")", at: 0)
        case .plan(let inner): stages.insert("(\(text(inner)))", at: 0)
        }
        return stages.joined(separator: " | ")
    }

    /// A plan whose outcome must be a result; a command that acts gives nothing here.
    func result(of plan: Plan, wantsHits: Bool) throws -> QueryResult {
        if case .result(let result) = try run(plan, wantsHits: wantsHits) { result } else { .nothing }
    }

    private func source(of plan: Plan, scope: Scope?, wantsHits: Bool) throws -> QueryResult {
        switch plan.source {
        case .none: .nothing
        case .scope(let layer): .units(sourceUnits(layer, archive: context.archive, scope: scope))
        case .result(let number): context.result(number)?.result ?? .nothing
        case .plan(let inner): try result(of: inner, wantsHits: wantsHits)
        }
    }

    /// For each stage whether hits are wanted of what comes into it, and last of what comes out of the last.
    private func demands(_ stages: ArraySlice<PlanStage>, atEnd: Bool) -> [Bool] {
        var demands = [atEnd]
        for stage in stages.reversed() {
            let before: Bool
            switch stage.operation {
            case .descend, .filter: before = demands[0]
            case .command(let declaration, _):
                let keepsRows = if case .units = stage.output { true } else { false }
                before = commandRegistry[declaration.name.english]?.usesHits == true || (keepsRows && demands[0])
            }
            demands.insert(before, at: 0)
        }
        return demands
    }

    private func evaluate(
        _ stage: PlanStage, input: QueryResult, scope: Scope?, wantsHits: Bool, origin: Invocation.Origin
    ) throws -> Outcome {
        func invocation(_ arguments: BoundArguments) -> Invocation {
            Invocation(
                input: input, inputType: stage.input, arguments: arguments, range: stage.range, wantsHits: wantsHits,
                context: context, scope: scope, origin: origin
            ) { try result(of: $0, wantsHits: false) }
        }
        switch stage.operation {
        case .descend(let layer): return try descend(to: layer, invocation(BoundArguments()))
        case .filter(let pattern):
            let invocation = invocation(BoundArguments())
            if let found = invocation.satisfying(pattern, wantsHits: false) { return .units(found) }
            return invocation.mapping { batch in
                batch.selecting(try search(pattern, in: batch, wantsHits: false, invocation).rows)
            }
        case .command(let declaration, let arguments):
            guard let command = commandRegistry[declaration.name.english] else { return .result(.nothing) }
            return try command.evaluate(invocation(arguments))
        }
    }
}

extension PlanSource {
    /// The layer of the units of the scope, where these are the source.
    fileprivate var layer: Layer? { if case .scope(let layer) = self { layer } else { nil } }
}
