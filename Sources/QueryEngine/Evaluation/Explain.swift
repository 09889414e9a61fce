import Documents
import PatternMatching
import QueryLanguage
import SourceText

extension Evaluator {
    /// How a plan would be run: its source, each stage with the types, descents and early filters included. Runs nothing.
    public func explain(_ plan: Plan) -> TextResult {
        var lines: [TextResult.Line] = [TextResult.Line(sourceLine(plan))]
        for stage in plan.stages {
            let from = stage.input.kind.name(context.language)
            let to = stage.output.kind.name(context.language)
            lines.append(TextResult.Line("\(padded(stage.text, toColumn: 32, gap: 2))\(from) → \(to)\(note(stage))"))
            if let line = foldingLine(stage) { lines.append(TextResult.Line(line)) }
        }
        return TextResult(lines: lines)
    }

    private func sourceLine(_ plan: Plan) -> String {
        let isChinese = context.language == .chinese
        switch plan.source {
        case .none: return isChinese ? "不读任何行" : "reads no rows"
        case .scope(let layer):
            let count = layer == .article ? context.archive.articleCount : context.archive.paragraphCount
            let scope = plan.scope.map { ": \($0.plan.text)" } ?? ""
            return isChinese
                ? "来源：\(plan.scope == nil ? "全部" : "范围")\(layer.chinese)（全库 \(count)）\(scope)"
                : "source: \(layer.name(count: 2)) of the \(plan.scope == nil ? "archive" : "scope") (\(count) in the archive)\(scope)"
        case .result(let number):
            let name = number.map { "_\($0)" } ?? "_"
            return isChinese ? "来源：结果 \(name)" : "source: the result \(name)"
        case .plan(let inner): return isChinese ? "来源：（\(inner.text)）" : "source: (\(inner.text))"
        }
    }

    /// Which characters of a stage's patterns stand for which others.
    private func foldingLine(_ stage: PlanStage) -> String? {
        guard case .command(_, let arguments) = stage.operation, !arguments.isExact else { return nil }
        var characters: [Unicode.Scalar] = []
        for pattern in arguments.allPatterns {
            for character in pattern.pattern.foldingCharacters where !characters.contains(character) { characters.append(character) }
        }
        guard !characters.isEmpty else { return nil }
        let shown = characters.prefix(8).map { character in
            "\(character)→\(Folding.variants(of: character).map { String($0) }.joined())"
        }
        let list = shown.joined(separator: " ") + (characters.count > 8 ? " …" : "")
        return context.language == .chinese ? "  折合 \(list)" : "  folds \(list)"
    }

    private func note(_ stage: PlanStage) -> String {
        let isChinese = context.language == .chinese
        switch stage.operation {
        case .command: return ""
        case .descend: return isChinese ? "  （自动下降）" : "  (descent)"
        case .filter: return isChinese ? "  （先筛字面）" : "  (literal first)"
        }
    }
}
