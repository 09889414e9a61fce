import DocumentFormats
import Documents
import QueryEngine
import QueryLanguage

/// What the archive was opened for, where only a part of it was read: a question that was known beforehand, and that asks of nothing else.
struct RestrictedOpening {
    /// What is read for the question.
    let restriction: ArticleRestriction
    /// What was opened, so that it can be opened again.
    let paths: [String]
}

extension Session {
    /// Opens what the command line names for a text after which nothing is asked any more. Where it is a single count of what stands in some
    /// articles, the others are not read.
    func openFromCommandLine(_ paths: [String], for source: QuerySource) {
        // Standard input cannot be read twice, should the whole be wanted after all; of archives nothing is read beforehand.
        if !paths.contains("-"), paths.contains(where: { !$0.hasSuffix(".wenku") }), let restriction = restriction(for: source) {
            restrictedOpening = RestrictedOpening(restriction: restriction, paths: paths)
        }
        openFromCommandLine(paths)
    }

    private func restriction(for source: QuerySource) -> ArticleRestriction? {
        let bound = bind(source.text, in: environment)
        guard bound.diagnostics.isEmpty, bound.statements.count == 1, case .pipeline(let plan)? = bound.statements.first,
            let literals = plan.countedPattern?.matcher.requiredLiterals
        else { return nil }
        return ArticleRestriction { text, range in literals.first(in: text, range) }
    }

    /// What a plan gives, and the context that it was evaluated in. Where only a part of the archive was read, a number of hits is an
    /// answer; of nothing, and of what fails, more may be said, so that the whole is read.
    func evaluate(_ plan: Plan) throws -> (outcome: Outcome, context: EvaluationContext) {
        let context = context()
        guard restrictedOpening != nil else { return (try Evaluator(context: context).run(plan), context) }
        do {
            let outcome = try Evaluator(context: context).run(plan)
            if case .result(.number(let count)) = outcome, count.value > 0 { return (outcome, context) }
        } catch is QueryFailure {}
        try reopenWhole()
        return try evaluate(plan)
    }

    /// Reads again, and wholly, what was read in part. What cannot be read has been reported.
    private func reopenWhole() throws {
        guard let paths = restrictedOpening?.paths else { return }
        restrictedOpening = nil
        archive = try PathOpening(reader: reader, cancellation: cancellation).open(paths)
    }
}

extension Plan {
    /// The pattern whose hits in the body of the whole archive the plan counts, and does nothing else; otherwise nil.
    fileprivate var countedPattern: BoundPattern? {
        guard scope == nil, case .scope(.paragraph) = source, stages.count == 2,
            case .command(let find, let searched) = stages[0].operation, find.name.english == "find", searched.patterns.count == 1,
            case .command(let count, let counted) = stages[1].operation, count.name.english == "count", counted.fields("by").isEmpty
        else { return nil }
        return searched.patterns.first
    }
}
