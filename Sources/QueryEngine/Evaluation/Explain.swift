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
            for line in [foldingLine(stage), indexLine(stage), scanLine(stage)].compactMap({ $0 }) { lines.append(TextResult.Line(line)) }
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

    // MARK: Index

    /// What a stage looks for in the text, with the places of each by the indexes of all shards; none where no shard has an index.
    private func lookUps(_ stage: PlanStage) -> [LookUp] {
        let shards = context.archive.shards
        let indexes = shards.indices.compactMap { shards.unchecked($0).bodyIndex }
        var sums: [LookUp] = []
        for pattern in stage.patternsSought {
            for index in indexes {
                for lookUp in pattern.matcher.lookUps(in: index) {
                    if let known = sums.firstIndex(where: { $0.text == lookUp.text }) {
                        sums[known] = sums[known].adding(lookUp)
                    } else {
                        sums.append(lookUp)
                    }
                }
            }
        }
        return sums
    }

    /// Which literals are looked up, with the most places that each may have.
    private func indexLine(_ stage: PlanStage) -> String? {
        let known = lookUps(stage).compactMap { lookUp in lookUp.atMost.map { "\(lookUp.text) \($0)" } }
        guard !known.isEmpty else { return nil }
        return context.language == .chinese ? "  索引 \(known.joined(separator: "、"))" : "  index \(known.joined(separator: ", "))"
    }

    /// What the text is scanned for although there is an index.
    private func scanLine(_ stage: PlanStage) -> String? {
        let unknown = lookUps(stage).filter { $0.atMost == nil }.map(\.text)
        guard !unknown.isEmpty else { return nil }
        return context.language == .chinese ? "  通读 \(unknown.joined(separator: "、"))" : "  scan \(unknown.joined(separator: ", "))"
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

extension PlanStage {
    /// The patterns that it looks for in paragraphs or what is made of them; not those that titles and fields are compared with.
    fileprivate var patternsSought: [BoundPattern] {
        switch operation {
        case .descend: []
        case .filter(let pattern): [pattern]
        case .command(let declaration, let arguments):
            switch declaration.shape {
            case .twoPatterns, .series: arguments.patterns
            case .patterns: declaration.accepts.contains(.units(.paragraph)) ? arguments.patterns : []
            case .values, .paths, .expression, .assignments: []
            }
        }
    }
}

extension LookUp {
    /// The same in two shards.
    fileprivate func adding(_ other: LookUp) -> LookUp {
        LookUp(text: text, atMost: atMost.flatMap { sum in other.atMost.map { sum + $0 } })
    }
}
