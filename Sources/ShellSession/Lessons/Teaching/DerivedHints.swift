import QueryLanguage
import SourceText

/// Hints that follow from the lesson's query: the commands in it, its shape with what it gives, and last the query itself.
func derivedHints(for query: String, plan: Plan?, answer: LessonAnswer) -> [LocalizedText] {
    let oneLine = query.split(separator: "\n").joined(separator: " ")
    let last = LocalizedText("the answer: \(oneLine)", zh: "答案：\(oneLine)")
    guard let written = plan?.stages.filter({ !$0.isInserted }), !written.isEmpty else { return [last] }
    let gives = answer.described
    let shape = written.map(\.shape).joined(separator: " | ")
    return [
        commandsHint(written),
        LocalizedText("its shape: \(shape); it gives \(gives.english)", zh: "形式：\(shape)；给出\(gives.chinese)"),
        last,
    ]
}

/// The commands with what they do, each once.
private func commandsHint(_ stages: [PlanStage]) -> LocalizedText {
    var seen = Set<String>()
    let declarations = stages.compactMap { stage -> CommandDeclaration? in
        guard case .command(let declaration, _) = stage.operation, seen.insert(declaration.name.english).inserted else { return nil }
        return declaration
    }
    let english = declarations.map { "\($0.name.english) (\($0.summary.english))" }
    let chinese = declarations.map { "\($0.name.chinese)（\($0.summary.chinese)）" }
    return LocalizedText("commands: " + english.joined(separator: ", "), zh: "命令：" + chinese.joined(separator: "、"))
}

extension PlanStage {
    /// How it is written, with dots for what it is given: `sort …`, `count by=…`.
    fileprivate var shape: String {
        guard case .command(_, let arguments) = operation else { return text }
        let name = text.prefix { $0 != " " && $0 != "\u{3000}" }
        let hasMore = name.count < text.count
        let named = arguments.named.keys.sorted().map { " \($0)=…" }.joined()
        let hasOthers =
            !arguments.positional.isEmpty || !arguments.patterns.isEmpty || arguments.expression != nil || !arguments.assignments.isEmpty
        return name + (hasOthers || (hasMore && named.isEmpty) ? " …" : "") + named
    }
}
