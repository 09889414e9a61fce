import SourceText

extension Parser {
    /// A pipeline, if the statement goes on.
    mutating func lexPipeline() -> Pipeline? {
        isAtStatementEnd ? nil : parsePipeline()
    }

    /// A pipeline after `=` or in brackets, where there must be one.
    mutating func expectPipeline() -> Pipeline {
        parsePipeline() ?? Pipeline(stages: [], range: here)
    }

    /// `pipeline = [ "|" ] stage { "|" stage }`; nil only where nothing of it is there, which is reported.
    mutating func parsePipeline() -> Pipeline? {
        let start = current.range.lower
        let continues = lex(.pipe)
        var stages: [Stage] = []
        repeat {
            if let stage = parseStage() { stages.append(stage) }
        } while lex(.pipe)
        guard continues || !stages.isEmpty else { return nil }
        return Pipeline(stages: stages, continuesLastResult: continues, range: range(from: start))
    }

    /// `stage = "_" | "_" DIGITS | "$" NAME | "(" pipeline ")" | NAME "(" … ")" | command`
    private mutating func parseStage() -> Stage? {
        skipStrayBrackets()
        let start = current.range.lower
        takesNamed = false
        stream.context = .values
        let kind = lexStage()
        if kind == nil { reportMissingCommand() }
        if kind == nil, !isAtStageEnd { skipToStageEnd() } else if kind != nil { finishStage() }
        return kind.map { Stage($0, range(from: start)) }
    }

    private mutating func lexStage() -> StageKind? {
        switch current.kind {
        case .word: return lexNamedStage()
        case .variable:
            let token = advance()
            return .variable(variableName(token))
        case .leftParen:
            let pipeline = bracketed(in: .values) { $0.parsePipeline() }
            return .group(pipeline ?? Pipeline(stages: [], range: here))
        case .string, .rawString, .regex, .pipe, .semicolon, .newline, .comma, .gluedLeftParen, .rightParen, .comparison,
            .stray, .comment, .blank, .end:
            return nil
        }
    }

    private mutating func lexNamedStage() -> StageKind? {
        let token = current
        let name = name(token)
        if token.flaw == .gluedQuotation, let command = commandGlued(to: token) {
            reportGluedQuotation(after: command)
            stream.advance()
            return .command(Command(name: command, arguments: .unknown([])))
        }
        if let result = resultNumber(name.kind) {
            advance()
            return .result(result)
        }
        let isCall = vocabulary.shape(ofCommand: name.kind) == nil && keyword == nil
        if isCall, source.mark(at: token.range.upper) == .leftParen { return .call(name, parseCall()) }
        return .command(parseCommand(name))
    }

    /// The command that a word begins with, up to its first quotation mark: `grep` of `grep“党员”`.
    private func commandGlued(to token: Token) -> Name? {
        var end = token.range.lower
        while source.kind(at: end) == .word { end += source.glyph(at: end).length }
        let name = Name(foldingWidth(source.text(SourceRange(token.range.lower, end))), SourceRange(token.range.lower, end))
        return vocabulary.shape(ofCommand: name.kind) == nil ? nil : name
    }

    /// The number in `_3`; `.some(nil)` for `_`, nil for any other word.
    private func resultNumber(_ word: String) -> Int?? {
        guard word.first == "_", word.utf8.count <= 19 else { return nil }
        let digits = word.dropFirst()
        if digits.isEmpty { return .some(nil) }
        guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(digits) else { return nil }
        return .some(number)
    }

    /// `NAME "(" [ value { "," value } ] ")"`
    private mutating func parseCall() -> [Value] {
        stream.context = .patterns
        advance()
        return bracketed(in: .patterns) { $0.parseCallValues() } ?? []
    }

    private mutating func parseCallValues() -> [Value]? {
        guard !isAtStageEnd else { return [] }
        var values: [Value] = []
        var isMissing = false
        repeat {
            let value = lexValue()
            if let value { values.append(value) } else if !isMissing { reportMissingValue() }
            isMissing = value == nil
        } while lex(.comma)
        return values
    }

    /// The name after `$`.
    func variableName(_ token: Token) -> String { String(name(token).kind.dropFirst()) }
}
