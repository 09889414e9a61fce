import Documents
import QuerySyntax
import SourceText

extension Binder {
    /// A stage that begins with a name no command has.
    mutating func reportUnknownCommand(_ command: Command, stage: Stage) {
        let typed = command.name.kind
        if Keyword(spelling: typed) != nil { return reportStatement(command.name) }
        let (suggestion, range) = replacement(for: command, stage: stage)
        // A word of the same length with a slip in it is the command; a longer one has its argument glued to it.
        if suggestion?.unicodeScalars.count != typed.unicodeScalars.count, Suggestions.habits[typed.lowercased()] == nil,
            let parts = gluedArgument(typed)
        {
            return reportGluedArgument(command.name, parts)
        }
        guard let suggestion else {
            return reportStrangeCommand(command)
        }
        let name = environment.commands[suggestion]?.name
        let spelled = typed.isHan ? name?.chinese ?? suggestion : suggestion
        report(
            .unknownCommand, at: command.name.range,
            LocalizedText(
                "unknown command \(typed); did you mean \(name?.english ?? suggestion) (\(name?.chinese ?? ""))?",
                zh: "没有命令 \(typed)；是 \(name?.chinese ?? suggestion)（\(name?.english ?? "")）吗？"),
            edits: [SourceEdit(range, range == command.name.range ? spelled : rewritten(command, as: spelled))])
    }

    /// `grep党员`, `入节新的任务`: a command and what follows it without a blank; the longest name wins.
    private func gluedArgument(_ typed: String) -> (command: String, rest: String)? {
        let scalars = Array(typed.unicodeScalars)
        for length in stride(from: scalars.count - 1, to: 0, by: -1) {
            let name = String(String.UnicodeScalarView(scalars[..<length]))
            let rest = String(String.UnicodeScalarView(scalars[length...]))
            // Latin letters go on to be a word: only Han characters end a Latin name.
            guard let declaration = environment.commands[name], environment.commands[rest] == nil else { continue }
            guard scalars[length].value >= 0x2E80 else { continue }
            if length > 1 || isLikelyArgument(rest, of: declaration) { return (name, rest) }
        }
        return nil
    }

    /// 交流 and 前进 are words; 含党员 and 前三 are a command of one character with its argument.
    private func isLikelyArgument(_ rest: String, of declaration: CommandDeclaration) -> Bool {
        readInteger(rest) != nil || (declaration.shape == .patterns && rest.unicodeScalars.count > 1)
    }

    private mutating func reportGluedArgument(_ name: Name, _ parts: (command: String, rest: String)) {
        report(
            .unknownCommand, at: name.range,
            LocalizedText(
                "a blank stands between the command \(parts.command) and \(parts.rest)",
                zh: "命令 \(parts.command) 与 \(parts.rest) 之间要有空格"),
            edits: [SourceEdit(name.range, "\(parts.command) \(parts.rest)")])
    }

    /// `explain set`, `(use sections)`: what begins a statement stands where a command must.
    private mutating func reportStatement(_ name: Name) {
        report(
            .unknownCommand, at: name.range,
            LocalizedText("\(name.kind) begins a statement of its own", zh: "\(name.kind) 自成一句"),
            advice: LocalizedText("a command must stand here", zh: "这里应有命令"))
    }

    /// A name that is near no command: in Han characters it is probably something to find, in others a name to look up.
    private mutating func reportStrangeCommand(_ command: Command) {
        let typed = command.name.kind
        report(
            .unknownCommand, at: command.name.range,
            LocalizedText("unknown command \(typed)", zh: "没有命令 \(typed)"),
            advice: typed.isHan
                ? LocalizedText("to find it in the text: find \(typed), or 找 \(typed)", zh: "要在文中查它：找 \(typed)")
                : LocalizedText("`help` lists the commands", zh: "`帮助` 列出全部命令"),
            edits: typed.isHan ? [SourceEdit(SourceRange(command.name.range.lower, command.name.range.lower), "找 ")] : [])
    }

    /// The command that was probably meant, and what of the source it replaces.
    private func replacement(for command: Command, stage: Stage) -> (String?, SourceRange) {
        let typed = command.name.kind
        if asksForCondition(command, stage: stage) { return ("where", command.name.range) }
        if let habit = Suggestions.habits[typed.lowercased()], environment.commands[habit] != nil {
            let takesOver = ["wc", "order", "group", "ls"].contains(typed.lowercased())
            return (habit, takesOver ? stage.range : command.name.range)
        }
        return (
            Suggestions.nearestCommand(to: typed, in: environment.commands), command.name.range
        )
    }

    /// `filter len > 100`: what other tools filter by is a condition here.
    private func asksForCondition(_ command: Command, stage: Stage) -> Bool {
        guard ["filter", "过滤", "筛选", "having", "subset"].contains(command.name.kind.lowercased()) else { return false }
        let bytes = Array(source.utf8)
        let rest = bytes[min(command.name.range.upper, bytes.count)..<min(stage.range.upper, bytes.count)]
        return String(decoding: rest, as: UTF8.self).unicodeScalars.contains { "=<>~＝＜＞".unicodeScalars.contains($0) }
    }

    /// A stage whose words do not carry over one by one: `wc -l`, `order by len`, `group by year`.
    private func rewritten(_ command: Command, as name: String) -> String {
        guard case .unknown(let values) = command.arguments else { return name }
        let words = values.compactMap { if case .word(let word) = $0.kind, word != "by" { word } else { nil } }
        switch command.name.kind.lowercased() {
        case "order": return ([name] + words).joined(separator: " ")
        case "group": return words.isEmpty ? name : "\(name) by=\(words.joined(separator: ","))"
        default: return name
        }
    }

    /// A command that cannot read what the stage before gives.
    mutating func reportWrongInput(
        _ declaration: CommandDeclaration, _ name: Name, given: FlowKind, previous: Stage?, stage: Stage
    ) {
        let needs = FlowKind.names(declaration.accepts)
        let before = previousName(previous)
        let message: LocalizedText
        if declaration.accepts.isEmpty || declaration.accepts == [.nothing] {
            message = LocalizedText(
                "\(name.kind) begins a statement and reads no rows", zh: "\(name.kind) 自成一句，不读前面的行")
        } else {
            message = LocalizedText(
                "\(name.kind) needs \(needs.english), but \(before.english) gives \(given.name.english)",
                zh: "\(name.kind) 需要\(needs.chinese)，但 \(before.chinese) 给出\(given.name.chinese)")
        }
        let edits = mend(declaration, given: given, previous: previous, stage: stage)
        report(
            .wrongInput, at: name.range, message,
            advice: edits.isEmpty ? adviceForInput(declaration, given: given) : nil, edits: edits)
    }

    private func previousName(_ previous: Stage?) -> LocalizedText {
        guard let previous else { return LocalizedText("the pipeline", zh: "管道") }
        if case .command(let command) = previous.kind { return LocalizedText(verbatim: command.name.kind) }
        return LocalizedText(verbatim: Formatter(language: nil, commands: environment.commands).format(previous))
    }

    private func mend(
        _ declaration: CommandDeclaration, given: FlowKind, previous: Stage?, stage: Stage
    ) -> [SourceEdit] {
        // Something finer came in than is wanted: only `expand` climbs.
        if case .units(let layer) = given, layer == .sentence || layer == .span,
            let wanted = [Layer.sentence, .paragraph, .section, .article].first(where: {
                declaration.accepts.contains(.units($0)) && $0 < layer
            })
        {
            let isPlain = isBare(stage) && ["paragraphs", "sentences"].contains(declaration.name.english)
            let climb = expansion(to: wanted, likeTheNameAt: stage.range)
            return isPlain
                ? [SourceEdit(stage.range, climb.stage)]
                : [SourceEdit(SourceRange(stage.range.lower, stage.range.lower), climb.stage + climb.bar)]
        }
        guard let previous, canSwap(declaration, with: previous) else { return [] }
        let printer = Formatter(language: nil, commands: environment.commands)
        return [
            SourceEdit(
                previous.range.union(stage.range), printer.format(stage) + bar(likeTheNameAt: stage.range) + printer.format(previous))
        ]
    }

    /// Whether the stage at `range` begins with a Chinese name: a fix is written in the language of what it mends.
    private func isChinese(at range: SourceRange) -> Bool {
        source.utf8.dropFirst(range.lower).first.map { $0 >= 0x80 } ?? false
    }

    private func bar(likeTheNameAt range: SourceRange) -> String { isChinese(at: range) ? " ｜ " : " | " }

    /// `expand paragraph` or `扩 段`, with the bar that stands beside it.
    func expansion(to layer: Layer, likeTheNameAt range: SourceRange) -> (stage: String, bar: String) {
        let stage = isChinese(at: range) ? "扩 \(layer.chinese)" : "expand \(layer.name)"
        return (stage, bar(likeTheNameAt: range))
    }

    private func isBare(_ stage: Stage) -> Bool {
        guard case .command(let command) = stage.kind, case .values(let values) = command.arguments else { return false }
        return values.isEmpty && command.named.isEmpty
    }

    /// Whether the two stages would do in the other order.
    private func canSwap(_ declaration: CommandDeclaration, with previous: Stage) -> Bool {
        guard case .command(let command) = previous.kind, let other = environment.commands[command.name.kind] else {
            return false
        }
        guard case .scope(let layer) = other.source, declaration.accepts.contains(.units(layer)) else { return false }
        let between = declaration.output(.units(layer), BoundArguments())
        return other.accepts.contains(between.kind)
    }

    private func adviceForInput(_ declaration: CommandDeclaration, given: FlowKind) -> LocalizedText? {
        if declaration.accepts == [.nothing] {
            return LocalizedText("begin a new line with it", zh: "请另起一行")
        }
        switch given {
        case .number, .text, .nothing:
            return LocalizedText("put it before that stage, or begin a new line", zh: "请放到那一步之前，或另起一行")
        case .table:
            return LocalizedText(
                "use it before the table is made; rows of a table are filtered with where",
                zh: "请放在成表之前；表的行用 条件 筛选")
        case .units:
            return LocalizedText(
                "`help \(declaration.name.english)` shows what it reads", zh: "`帮助 \(declaration.name.chinese)` 说明它读什么")
        }
    }
}
