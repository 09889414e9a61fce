import Documents
import Glibc
import LineEditing
import QueryEngine
import QueryLanguage
import QuerySyntax
import SourceText

/// What could stand at the cursor of a line: commands after a bar, then what the command takes. `cursor` is in UTF-8 bytes.
func completion(of line: String, at cursor: Int, in session: Session) -> Completion {
    let before = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
    let place = CompletionPlace(before)
    let words = candidates(at: place, in: session).filter { $0.insertion.hasPrefix(place.word) || $0.display.hasPrefix(place.word) }
    return Completion(replacing: place.start..<cursor, candidates: words)
}

/// Where the cursor is: the word before it, and what it belongs to.
struct CompletionPlace {
    /// The word that is being typed, perhaps empty.
    let word: String
    /// Where it begins, in UTF-8 bytes.
    let start: Int
    /// The command of the stage, or nil where the command itself is being typed.
    let command: CommandDeclaration?
    /// The parameter whose value is being typed, behind its `=`.
    let parameter: String?
    /// How many words stand between the command and the cursor.
    let position: Int
    /// The last token before the word, for operators and functions.
    let isAfterComma: Bool

    init(_ before: String) {
        let tokens = lex(before)
        let bytes = Array(before.utf8)
        func text(_ token: Token) -> String {
            String(decoding: bytes[token.range.lower..<min(token.range.upper, bytes.count)], as: UTF8.self)
        }
        let stage = tokens.suffix(from: (tokens.lastIndex { CompletionPlace.beginsStage($0.kind) } ?? -1) + 1)
        let content = stage.filter { !$0.kind.isTrivia && $0.kind != .end }
        let isTyping = content.last.map { $0.range.upper == bytes.count && !CompletionPlace.isMark(text($0)) } ?? false
        let typed = isTyping ? content.last : nil
        word = typed.map(text) ?? ""
        start = typed?.range.lower ?? bytes.count
        let earlier = Array(isTyping ? content.dropLast() : content[...])
        let first = earlier.first.map(text) ?? ""
        // `use` and `explain` are followed by a pipeline.
        let isPrefixed = Keyword(spelling: first).map { [.use, .explain, .why, .fmt].contains($0) } ?? false
        let stageWords = isPrefixed ? Array(earlier.dropFirst()) : earlier
        command = stageWords.first.flatMap { commandTable[text($0)] }
        position = max(0, stageWords.count - 1)
        let last = earlier.last.map(text) ?? ""
        let isEquals = last == "=" || last == "＝"
        parameter = isEquals && earlier.count >= 2 ? text(earlier[earlier.count - 2]) : nil
        isAfterComma = last == "," || last == "，"
    }

    private static func beginsStage(_ kind: TokenKind) -> Bool {
        switch kind {
        case .pipe, .semicolon, .newline, .leftParen: true
        case .word, .string, .rawString, .regex, .variable, .comma, .gluedLeftParen, .rightParen, .comparison, .stray,
            .comment, .blank, .end: false
        }
    }

    private static func isMark(_ text: String) -> Bool { ["=", "＝", ",", "，", "<", ">", "!"].contains(text) }
}

private func candidates(at place: CompletionPlace, in session: Session) -> [Candidate] {
    if place.word.hasPrefix("$") { return session.environment.letNames.map { Candidate("$" + $0) } }
    guard let command = place.command else { return commandCandidates(session) }
    if let name = place.parameter, let parameter = command.named.first(where: { $0.name.spellings.contains(name) }) {
        return values(of: parameter, command, in: session)
    }
    var all = command.positional.flatMap { values(of: $0, command, in: session) }
    if command.shape == .expression || command.shape == .assignments {
        all += fieldCandidates() + functionCandidates()
    }
    all += command.named.map { Candidate("\($0.name.english)=", summary: $0.summary(session.language), endsWord: false) }
    all += command.named.map { Candidate("\($0.name.chinese)=", summary: $0.summary(session.language), endsWord: false) }
    return all
}

private func commandCandidates(_ session: Session) -> [Candidate] {
    let declared = commandTable.declarations.flatMap { declaration in
        [declaration.name.english, declaration.name.chinese].map {
            Candidate($0, summary: declaration.summary(session.language))
        } + declaration.name.aliases.filter { $0.utf8.count > 3 }.map { Candidate($0, summary: declaration.summary(session.language)) }
    }
    let statements: [Keyword] = [.letBinding, .definition, .use, .set, .explain, .why, .fmt]
    return declared + statements.flatMap { [Candidate($0.english), Candidate($0.chinese)] }
}

private func values(of parameter: Parameter, _ command: CommandDeclaration, in session: Session) -> [Candidate] {
    switch parameter.kind {
    case .choice(let choices): return choices.flatMap { [Candidate($0.english), Candidate($0.chinese)] }
    case .boolean: return ["true", "false"].map { Candidate($0) }
    case .field, .sortKey: return fieldCandidates()
    case .path: return []
    case .pattern, .text: return namesInArchive(parameter, command, session)
    case .integer, .date, .position, .address, .pipeline, .literal: return []
    }
}

private func fieldCandidates() -> [Candidate] {
    UnitField.allCases.flatMap { [Candidate($0.rawValue), Candidate($0.chinese)] }
}

private func functionCandidates() -> [Candidate] {
    Function.allCases.flatMap { [Candidate($0.name.english + "(", endsWord: false), Candidate($0.name.chinese + "(", endsWord: false)] }
}

/// Headings, titles, authors and columns that the archive has: what the command looks for.
private func namesInArchive(_ parameter: Parameter, _ command: CommandDeclaration, _ session: Session) -> [Candidate] {
    let index = session.nameIndex
    switch (command.name.english, parameter.name.english) {
    case ("section", _), ("sections", "heading patterns"): return index.headings.map(nameCandidate)
    case ("articles", "author"): return index.authors.map(nameCandidate)
    case ("articles", "column"): return index.columns.map(nameCandidate)
    case ("articles", _): return index.titles.map(nameCandidate)
    case ("help", _): return commandTable.declarations.map { Candidate($0.name.english) }
    default: return []
    }
}

private func nameCandidate(_ name: String) -> Candidate {
    let special = " \u{3000}\"“”'‘’|｜;；()（）,，=＝<>＜＞!！「」『』#＃$＄/"
    let needsQuotes = name.contains(where: special.contains)
    return Candidate(needsQuotes ? "'\(name)'" : name, display: name)
}
