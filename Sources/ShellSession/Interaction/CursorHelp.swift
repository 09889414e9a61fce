import QueryEngine
import QueryLanguage
import QuerySyntax
import SourceText

/// What stands at the cursor of an entry, in a few lines: the signature of the command, its types and summary, and the parameter
/// the cursor is at; or the function, the setting, the statement. `cursor` is in UTF-8 bytes. Empty where nothing can be said.
func cursorHelp(of entry: String, at cursor: Int, in session: Session) -> [String] {
    let end = endOfWord(entry, at: cursor)
    let tokens = CompletionTokens(String(decoding: Array(entry.utf8).prefix(end), as: UTF8.self))
    let suggester = Suggester(CompletionPlace(tokens), session)
    return CursorHelp(suggester: suggester, language: session.language).lines
}

/// The command that an entry asks about: `grep?`, `sents | 含？`. Nil for other entries; as a query these would be errors.
func questioned(_ entry: String) -> String? {
    let trimmed = entry.trimmingBlanks
    guard let mark = trimmed.last, mark == "?" || mark == "？" else { return nil }
    let asked = String(trimmed.dropLast())
    let place = CompletionPlace(CompletionTokens(asked))
    let word = place.tokens.word
    guard place.stageTokens.isEmpty, commandTable[word] != nil || Keyword(spelling: word) != nil else { return nil }
    return asked
}

/// The word that the cursor touches is meant whole.
private func endOfWord(_ entry: String, at cursor: Int) -> Int {
    let tokens = parse(entry, vocabulary: commandTable.vocabulary).tokens
    return tokens.first { $0.kind == .word && $0.range.lower <= cursor && cursor <= $0.range.upper }?.range.upper ?? cursor
}

private struct CursorHelp {
    let suggester: Suggester
    let language: Language

    private var place: CompletionPlace { suggester.place }

    var lines: [String] {
        if let function = place.frame.function { return [named(function.name, function.summary(language))] }
        if place.keyword == .set { return setting }
        if let command = place.command { return about(command, parameter(of: command)) }
        guard place.stageTokens.isEmpty else { return [] }
        if let command = commandTable[place.tokens.word] { return about(command, nil) }
        if let keyword = Keyword(spelling: place.tokens.word) {
            return [named(BilingualName(keyword.english, zh: keyword.chinese), keyword.summary(language))]
        }
        return incoming
    }

    private func named(_ name: BilingualName, _ summary: String) -> String { "\(name.english) \(name.chinese) — \(summary)" }

    private func about(_ command: CommandDeclaration, _ parameter: Parameter?) -> [String] {
        var lines = ["\(command.signature(language)): \(command.types(language))", named(command.name, command.summary(language))]
        if let parameter {
            let isNamed = command.named.contains(parameter)
            lines.append("› \(parameter.spelling(isNamed: isNamed, language)): \(parameter.described(language))")
        }
        return lines
    }

    private func parameter(of command: CommandDeclaration) -> Parameter? {
        suggester.namedParameter(of: command) ?? command.named.first { $0.name.spellings.contains(place.tokens.word.lowercased()) }
            ?? suggester.positionalParameter(command)
    }

    private var setting: [String] {
        let words = place.tokens.tokens[min(place.statement, place.tokens.tokens.count)...].filter { $0.kind == .word }
        let written = words.first.map(place.tokens.text) ?? place.tokens.word
        guard let setting = Setting.named(written) else { return [named(BilingualName("set", zh: "设"), Keyword.set.summary(language))] }
        return [named(setting.name, setting.summary(language)) + " (\(setting.defaultValue))"]
    }

    /// Nothing is typed yet: what comes in there.
    private var incoming: [String] {
        guard place.tokens.word.isEmpty, case .known(let type) = suggester.flow else { return [] }
        let kind = FlowKind.names([type.kind])
        let text = LocalizedText(
            "here come in: \(kind.english); Tab lists what takes them", zh: "这里进来的是\(kind.chinese)；按 Tab 列出可接的命令")
        return [text(language)]
    }
}

extension String {
    /// Without blanks and line ends before and behind it.
    fileprivate var trimmingBlanks: Substring {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return rest
    }
}
