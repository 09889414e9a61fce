import Documents
import PatternMatching
import QueryLanguage
import SourceText

/// What each stage of a query left, and what near variants there are where one left nothing.
public struct WhyReport {
    /// A stage with what it gave.
    public struct Step {
        /// How the stage is written; empty for what the pipeline begins from.
        public let text: String
        /// How many rows it gave, or the number it gave.
        public let count: Int
        /// What the rows are; nil for a number or table.
        public let layer: Layer?
    }

    /// A phrase that is there, one character from what was looked for.
    public struct Near {
        /// The phrase.
        public let phrase: String
        /// How often it is in what came into the stage that left nothing.
        public let here: Int
        /// How often it is in the paragraphs of the archive.
        public let everywhere: Int
    }

    /// The stages up to the first that left nothing, or all.
    public let steps: [Step]
    /// Near variants, the most frequent first; at most three.
    public let near: [Near]

    /// Whether some stage left nothing.
    public var isEmpty: Bool { steps.last?.count == 0 }
}

extension Evaluator {
    /// Runs a plan stage by stage and counts. Cost: that of the query once for each stage, and a scan for near variants.
    public func why(_ plan: Plan) throws -> WhyReport {
        var steps: [WhyReport.Step] = []
        switch plan.source {
        case .scope(.paragraph): steps.append(try step(plan, stages: 0, text: ""))
        case .plan(let inner): steps.append(try step(plan, stages: 0, text: inner.text))
        case .none, .scope, .result: break
        }
        for (index, stage) in plan.stages.enumerated() where steps.last?.count != 0 {
            let next = try step(plan, stages: index + 1, text: stage.isWritten ? stage.text : "")
            steps.append(next)
            if next.count == 0 {
                return WhyReport(steps: steps, near: try near(stage, plan, before: index))
            }
        }
        return WhyReport(steps: steps, near: [])
    }

    private func step(_ plan: Plan, stages: Int, text: String) throws -> WhyReport.Step {
        guard case .result(let result) = try run(plan, stages: stages, wantsHits: false) else {
            return WhyReport.Step(text: text, count: 1, layer: nil)
        }
        switch result {
        case .units(let units):
            var count = 0
            if let totals = units.totals {
                count = try totals.count()
            } else {
                while let batch = try units.next() { count += batch.count }
            }
            return WhyReport.Step(text: text, count: count, layer: units.layer)
        case .table(let table):
            var count = 0
            while let rows = try table.next() { count += rows.count }
            return WhyReport.Step(text: text, count: count, layer: nil)
        case .number(let number): return WhyReport.Step(text: text, count: number.value, layer: nil)
        case .text(let lines): return WhyReport.Step(text: text, count: lines.lines.count, layer: nil)
        case .nothing: return WhyReport.Step(text: text, count: 1, layer: nil)
        }
    }

    // MARK: Near variants

    private func near(_ stage: PlanStage, _ plan: Plan, before index: Int) throws -> [WhyReport.Near] {
        guard case .command(_, let arguments) = stage.operation else { return [] }
        var found: [WhyReport.Near] = []
        for phrase in arguments.patterns.flatMap(\.phrases) {
            guard let near = NearPhrases(phrase, isExact: arguments.isExact) else { continue }
            let all = try near.counts(in: nil, context)
            var here: [String: Int] = [:]
            if index == 0, case .scope(.paragraph) = plan.source, plan.scope == nil {
                here = all
            } else if case .result(.units(let units)) = try run(plan, stages: index, wantsHits: false) {
                here = try near.counts(in: units, context.cancellation)
            }
            found += all.map { WhyReport.Near(phrase: $0.key, here: here[$0.key] ?? 0, everywhere: $0.value) }
        }
        return likeliest(found)
    }
}

extension PlanStage {
    /// Whether it stands in the query, rather than having been put in by the binder or the optimizer.
    var isWritten: Bool {
        switch operation {
        case .command: true
        case .descend, .filter: false
        }
    }
}
