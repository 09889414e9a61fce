import SourceText

extension Parser {
    /// `script = [ stmt { sep stmt } ]`, `sep = newline | ";"`
    mutating func parseScript() -> Script {
        var statements: [Statement] = []
        while !at(.end) {
            if at(.semicolon) || at(.newline) {
                advance()
                continue
            }
            if let statement = parseStatement() { statements.append(statement) }
        }
        return Script(statements: statements)
    }

    /// `stmt = let | def | use | set | explain | why | fmt | pipeline`; takes at least one token.
    private mutating func parseStatement() -> Statement? {
        let start = current.range.lower
        let kind = lexKeywordStatement() ?? parsePipeline().map(StatementKind.pipeline)
        if stream.previous.range.upper <= start, !isAtStatementEnd { advance() }
        return kind.map { Statement($0, range(from: start)) }
    }

    private mutating func lexKeywordStatement() -> StatementKind? {
        guard let keyword, let statement = statementKeyword(keyword) else { return nil }
        stream.context = .values
        advance()
        if at(.gluedLeftParen) {
            reportGluedBracket()
            stream.separateBracket()
        }
        return statement(&self)
    }

    private func statementKeyword(_ keyword: Keyword) -> ((inout Parser) -> StatementKind)? {
        switch keyword {
        case .letBinding: { $0.parseLet() }
        case .definition: { $0.parseDefinition() }
        case .use: { .use($0.lexPipeline()) }
        case .set: { $0.parseSetting() }
        case .explain: { .explain($0.lexPipeline()) }
        case .why: { .why($0.lexPipeline()) }
        case .fmt: { $0.parseFormat() }
        case .and, .or, .not, .desc, .membership, .has: nil
        }
    }

    /// `("let"|"令") NAME "=" pipeline`
    private mutating func parseLet() -> StatementKind {
        let name = expectName()
        expectEquals()
        return .letBinding(name, expectPipeline())
    }

    /// `("def"|"定义") NAME "(" [ NAME { "," NAME } ] ")" "=" pipeline`
    private mutating func parseDefinition() -> StatementKind {
        let name = expectName()
        let parameters = expectParameters(of: name)
        expectEquals()
        return .definition(name, parameters: parameters, expectPipeline())
    }

    /// A missing name was reported already, and without it the bracket is not judged.
    private mutating func expectParameters(of name: Name) -> [Name] {
        guard at(.gluedLeftParen) || at(.leftParen) else {
            if !name.kind.isEmpty { reportMissingParameters() }
            return []
        }
        if at(.leftParen), !name.kind.isEmpty { reportBlankBeforeParameters() }
        return bracketed(in: .values) { $0.parseParameters() } ?? []
    }

    private mutating func parseParameters() -> [Name]? {
        guard !isAtStageEnd else { return [] }
        var names = [expectName()]
        while lex(.comma) { names.append(expectName()) }
        return names
    }

    /// `("set"|"设") [ NAME [ [ "=" ] value ] ]`
    private mutating func parseSetting() -> StatementKind {
        guard !isAtStatementEnd else { return .set(nil, nil) }
        let name = expectName()
        let hasMark = lex(.comparison(.equal))
        let value = isAtStageEnd ? nil : lexValue()
        if hasMark, value == nil { reportMissingValue() }
        finishStatement()
        return .set(name, value)
    }

    /// `"fmt" ["zh"|"en"] [ stmt ]`
    private mutating func parseFormat() -> StatementKind {
        let language = at(.word) ? FormatLanguage(rawValue: name(current).kind) : nil
        if language != nil { advance() }
        guard !isAtStatementEnd, let statement = nested({ $0.parseStatement() }) else { return .format(language, nil) }
        return .format(language, .statement(statement))
    }

    /// After a statement that is no pipeline: whatever is left does not belong there.
    private mutating func finishStatement() {
        while !isAtStatementEnd {
            finishStage()
            if at(.pipe) {
                reportUnexpected()
                advance()
                skipToStageEnd()
            }
        }
    }

    // MARK: Parts

    /// A name that may be bound: one word of name characters that is no keyword.
    mutating func expectName() -> Name {
        guard at(.word), current.flaw == nil, keyword == nil else {
            reportMissingName()
            if !isAtStageEnd, keyword != nil || at(.string) || at(.rawString) { advance() }
            return Name("", here)
        }
        if !isName(current.range) { reportBadName() }
        let token = advance()
        return name(token)
    }

    /// Whether a stretch of source is name characters only.
    func isName(_ range: SourceRange) -> Bool {
        var offset = range.lower
        while offset < range.upper {
            let glyph = source.glyph(at: offset)
            guard isNameCharacter(glyph.value) else { return false }
            offset += glyph.length
        }
        return range.count > 0
    }

    mutating func expectEquals() {
        if !lex(.comparison(.equal)) { reportMissingEquals() }
    }
}
