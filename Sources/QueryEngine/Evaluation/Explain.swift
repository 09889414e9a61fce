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
            lines += ((foldingLine(stage).map { [$0] } ?? []) + searchLines(stage)).map { TextResult.Line($0) }
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

    /// What a stage looks for in the text, with the places of each by the indexes of all shards, and how many bytes are scanned for it where
    /// there is none. Nothing of an archive so small that its index is left alone.
    private func searches(_ stage: PlanStage) -> [LiteralSearch] {
        let shards = context.archive.shards
        var searches: [LiteralSearch] = []
        guard shards.indices.contains(where: { shards.unchecked($0).text.count >= Matcher.leastIndexedBytes }) else { return [] }
        for pattern in stage.patternsSought {
            for number in shards.indices {
                let shard = shards.unchecked(number)
                for lookUp in pattern.matcher.lookUps(in: shard.bodyIndex) {
                    let place = searches.firstIndex { $0.text == lookUp.text } ?? searches.count
                    if place == searches.count { searches.append(LiteralSearch(text: lookUp.text)) }
                    searches[place].add(lookUp, bytes: shard.text.count)
                }
            }
        }
        return searches
    }

    /// Which literals are looked up, with the most places that each may have, and which are scanned for, with the bytes of text.
    private func searchLines(_ stage: PlanStage) -> [String] {
        let isChinese = context.language == .chinese
        let searches = searches(stage)
        let indexed = searches.filter { $0.places > 0 || $0.bytes == 0 }.map { "\($0.text) \($0.places)" }
        let scanned = searches.filter { $0.bytes > 0 }
        var lines: [String] = []
        if !indexed.isEmpty {
            lines.append(isChinese ? "  索引 \(indexed.joined(separator: "、"))" : "  index \(indexed.joined(separator: ", "))")
        }
        if let most = scanned.map(\.bytes).max() {
            let list = scanned.map(\.text).joined(separator: isChinese ? "、" : ", ")
            lines.append(isChinese ? "  通读 \(sizeText(most)) 找 \(list)" : "  scan \(sizeText(most)) for \(list)")
        }
        return lines
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

/// A literal that is looked for in all shards.
private struct LiteralSearch {
    let text: String
    /// At most so many by the indexes that are there.
    var places = 0
    /// The bytes of shards whose index cannot tell, or that have none.
    var bytes = 0

    mutating func add(_ lookUp: LookUp, bytes: Int) {
        if let atMost = lookUp.atMost { places += atMost } else { self.bytes += bytes }
    }
}
