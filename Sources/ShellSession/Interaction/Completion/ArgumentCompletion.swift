import Documents
import LineEditing
import QueryEngine
import QueryLanguage
import QuerySyntax

// What can stand behind a command.
extension Suggester {
    var arguments: [Candidate] {
        guard let command = place.command else { return [] }
        if let parameter = namedParameter(of: command) { return values(of: parameter, command) }
        switch command.shape {
        case .expression, .assignments: return expression
        case .values, .paths, .patterns, .twoPatterns, .series: return positional(command) + parameterNames(command)
        }
    }

    /// Whether a file's name is being typed.
    var isPathWanted: Bool {
        guard let command = place.command else { return false }
        let parameter = namedParameter(of: command) ?? positionalParameter(command)
        return parameter?.kind == .path
    }

    private var earlier: [Token] { Array(place.stageTokens.dropFirst()) }

    /// The parameter whose `=`, or a comma behind it, stands before the word.
    func namedParameter(of command: CommandDeclaration) -> Parameter? {
        let before = earlier
        var index = before.count - 1
        while index > 0, before[index].kind == .comma { index -= 2 }
        guard index > 0, before[index].kind == .comparison(.equal), before[index - 1].range.upper == before[index].range.lower
        else { return nil }
        let name = place.tokens.text(before[index - 1]).lowercased()
        return command.named.first { $0.name.spellings.contains(name) }
    }

    func positionalParameter(_ command: CommandDeclaration) -> Parameter? {
        let count = earlier.count { $0.kind != .comma }
        if count < command.positional.count { return command.positional[count] }
        return command.positional.last.flatMap { $0.isRepeated || $0.kind == .pattern ? $0 : nil }
    }

    private func positional(_ command: CommandDeclaration) -> [Candidate] {
        guard let parameter = positionalParameter(command) else { return [] }
        return values(of: parameter, command) + direction(parameter)
    }

    /// `desc` behind a field to sort by.
    private func direction(_ parameter: Parameter) -> [Candidate] {
        guard parameter.kind == .sortKey, earlier.last?.kind == .word else { return [] }
        return [named(BilingualName(Keyword.desc.english, zh: Keyword.desc.chinese))].compactMap { $0 }
    }

    /// `by=` and the like, but those already given.
    private func parameterNames(_ command: CommandDeclaration) -> [Candidate] {
        let given = Set(earlier.filter { $0.kind == .word }.map { place.tokens.text($0) })
        return command.named.filter { given.isDisjoint(with: $0.name.spellings) }
            .compactMap { named($0.name, summary: $0.summary(session.language), suffix: "=") }
    }

    private func values(of parameter: Parameter, _ command: CommandDeclaration) -> [Candidate] {
        switch parameter.kind {
        case .choice(let choices), .integerOrChoice(_, let choices): choices.compactMap { named($0) }
        case .boolean: truthValues
        case .field, .sortKey: fields
        case .path: fileNames
        case .pattern, .text: archiveNames(parameter, command)
        case .date: names(.date)
        case .integer, .position, .address, .pipeline, .literal: []
        }
    }

    private var truthValues: [Candidate] {
        [BilingualName("true", zh: "真"), BilingualName("false", zh: "假")].compactMap { named($0) }
    }

    /// Names that the archive has, of the kind the command looks for.
    private func archiveNames(_ parameter: Parameter, _ command: CommandDeclaration) -> [Candidate] {
        if command.name.english == "help" { return helpTopics }
        return nameKind(parameter, command).map(names) ?? []
    }

    private func nameKind(_ parameter: Parameter, _ command: CommandDeclaration) -> NameKind? {
        switch (command.name.english, parameter.name.english) {
        case (_, "author"): .author
        case (_, "column"): .column
        case (_, "file"): .file
        case ("section", _), ("sections", _): .heading
        case ("articles", "title patterns"): .title
        case _: nil
        }
    }

    /// The same in an open quotation: names with blanks are quoted.
    var quotedNames: [Candidate] {
        guard !place.tokens.isRegex, place.tokens.quote != nil, !place.stageTokens.isEmpty, let command = place.command else { return [] }
        if let field = comparedField, let kind = nameKind(of: field) { return names(kind) }
        guard let parameter = namedParameter(of: command) ?? positionalParameter(command) else { return [] }
        return nameKind(parameter, command).map(names) ?? []
    }

    private var helpTopics: [Candidate] {
        let codes = (syntaxCodes + bindingCodes + evaluationCodes).map(\.name)
        return commandTable.declarations.compactMap { named($0.name, summary: $0.summary(session.language)) }
            + HelpTopic.allCases.compactMap { named(BilingualName($0.rawValue, zh: $0.chinese), summary: $0.summary(session.language)) }
            + (word.isEmpty ? [] : codes.filter { $0.hasPrefix(word.uppercased()) }.map { Candidate($0) })
    }

    // MARK: Expressions

    /// Behind a comparison what the field can be, elsewhere fields and functions.
    private var expression: [Candidate] {
        guard let field = comparedField else { return fields + functions }
        if let kind = nameKind(of: field) { return names(kind) }
        return place.command?.shape == .expression ? fields : fields + functions
    }

    /// The field that a comparison before the word speaks of, by the name that was typed.
    private var comparedField: String? {
        let before = place.stageTokens
        guard before.count > 1, let last = before.last, case .comparison = last.kind else { return nil }
        return place.tokens.text(before[before.count - 2])
    }

    private func nameKind(of name: String) -> NameKind? {
        guard let field = UnitField.allCases.first(where: { $0.rawValue == name.lowercased() || $0.chinese == name }) else { return nil }
        switch field {
        case .title: return .title
        case .author: return .author
        case .column: return .column
        case .section: return .heading
        case .pageName: return .pageName
        case .date: return .date
        case .file: return .file
        case .subtitle, .year, .month, .day, .page, .line, .paragraph, .sentence, .length, .text: return nil
        }
    }

    /// The fields and columns of what comes in.
    var fields: [Candidate] {
        func unitFields(_ layer: Layer) -> [Candidate] {
            UnitField.allCases.filter { $0.coarsestLayer <= layer }
                .compactMap { named(BilingualName($0.rawValue, zh: $0.chinese)) }
        }
        func columns(_ columns: [Column]) -> [Candidate] {
            columns.compactMap { named(BilingualName($0.name, zh: $0.chinese)) }
        }
        switch flow {
        case .beginning:
            guard case .scope(let layer)? = place.command?.source else { return unitFields(.span) }
            return unitFields(layer)
        case .known(.units(let layer, let attributes)): return columns(attributes) + unitFields(layer)
        case .known(.table(let all, let hasRegions)):
            let own = columns(all)
            return own + (hasRegions ? unitFields(.span).filter { field in !own.contains { $0.insertion == field.insertion } } : [])
        case .known(.nothing), .known(.number), .known(.text): return []
        case .unknown: return unitFields(.span)
        }
    }

    private var functions: [Candidate] {
        Function.allCases.compactMap { named($0.name, summary: $0.summary(session.language), suffix: "(") }
    }

    // MARK: Settings

    /// `set NAME value`
    var settings: [Candidate] {
        let before = place.tokens.tokens[place.statement...].filter { $0.kind == .word }
        guard let first = before.first else {
            return Setting.allCases.compactMap { named($0.name, summary: $0.summary(session.language)) }
        }
        guard before.count == 1, let setting = Setting.named(place.tokens.text(first)) else { return [] }
        switch setting.kind {
        case .choice(let choices), .integerOrChoice(_, let choices): return choices.compactMap { named($0) }
        case .boolean: return truthValues
        case .integer, .field, .sortKey, .text, .path, .date, .position, .address, .pattern, .pipeline, .literal: return []
        }
    }
}
