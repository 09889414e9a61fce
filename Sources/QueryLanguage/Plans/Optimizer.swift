import Documents
import PatternMatching
import SourceText

/// A plan that gives the same rows for less work:
/// * a condition on fields of the article is asked before articles or paragraphs are taken apart (descent late);
/// * sentences are only split in paragraphs that hold the literals looked for (the literal first).
/// `head` needs no rule: stages are pulled, so a limit stops everything before it.
public func optimize(_ plan: Plan) -> Plan {
    var better = plan
    better.stages = literalFirst(conditionsFirst(plan.stages))
    if case .plan(let inner) = plan.source { better.source = .plan(optimize(inner)) }
    return better
}

/// `sents | where year = 1999` → `where year = 1999 | sents`
private func conditionsFirst(_ stages: [PlanStage]) -> [PlanStage] {
    var stages = stages
    var index = 1
    while index < stages.count {
        if index > 0, isArticleCondition(stages[index]), isDescent(stages[index - 1]) {
            let coarse = stages[index - 1].input
            stages[index].input = coarse
            stages[index].output = coarse
            stages.swapAt(index, index - 1)
            index -= 1
        } else {
            index += 1
        }
    }
    return stages
}

private func isArticleCondition(_ stage: PlanStage) -> Bool {
    guard case .command(let declaration, let arguments) = stage.operation, declaration.name.english == "where",
        let condition = arguments.expression, !condition.readsText
    else { return false }
    return condition.fields.allSatisfy {
        if case .unit(let field) = $0 { field.isArticleField } else { false }
    }
}

extension PlanStage {
    /// Whether what comes out is all the text that came in, or all that a later stage will look at.
    public var keepsAllText: Bool {
        if case .filter = operation { true } else { isDescent(self) }
    }
}

/// Whether a stage only takes units apart; numbers (`paras 3`) would be asked of other rows if it moved.
private func isDescent(_ stage: PlanStage) -> Bool {
    guard case .units(let layer, _) = stage.input, layer <= .paragraph else { return false }
    switch stage.operation {
    case .descend: return true
    case .filter: return false
    case .command(let declaration, let arguments):
        return ["paragraphs", "sentences"].contains(declaration.name.english) && arguments.positional.isEmpty
    }
}

/// `sents | grep 党员` → `grep 党员 | sents | grep 党员`: a literal in a sentence is in its paragraph.
private func literalFirst(_ stages: [PlanStage]) -> [PlanStage] {
    var result: [PlanStage] = []
    for (index, stage) in stages.enumerated() {
        if index + 1 < stages.count, splitsParagraphs(stage), let pattern = literalPattern(stages[index + 1]) {
            result.append(
                PlanStage(
                    operation: .filter(pattern), input: stage.input, output: stage.input,
                    text: "→ \(pattern.label)", range: stages[index + 1].range))
        }
        result.append(stage)
    }
    return result
}

private func splitsParagraphs(_ stage: PlanStage) -> Bool {
    guard case .units(.paragraph, _) = stage.input, case .units(.sentence, _) = stage.output else { return false }
    return isDescent(stage)
}

private func literalPattern(_ stage: PlanStage) -> BoundPattern? {
    guard case .command(let declaration, let arguments) = stage.operation,
        ["grep", "find"].contains(declaration.name.english), arguments.named["except"] == nil,
        let pattern = arguments.patterns.first, isPositiveLiteral(pattern.pattern)
    else { return nil }
    return pattern
}

private func isPositiveLiteral(_ pattern: MatchPattern) -> Bool {
    switch pattern {
    case .literal: true
    case .and(let parts), .or(let parts): parts.allSatisfy(isPositiveLiteral)
    case .gapped, .regex, .not: false
    }
}
