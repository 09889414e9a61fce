import SourceText

/// Parses a query text. Commands are known from `vocabulary` only by the shape of their arguments; arguments of a name that is
/// not in it are kept as `.unknown` and not judged.
///
/// Never throws and never fails: linear in the length of the text, nesting is limited to 200.
public func parse(_ source: String, vocabulary: Vocabulary) -> ParseResult {
    var parser = Parser(source, vocabulary)
    let script = parser.parseScript()
    return parser.result(script)
}

/// Recursive descent with one token of lookahead. `lex…` may find nothing, `expect…` diagnoses; every loop takes a token or
/// ends.
struct Parser {
    let source: SourceBytes
    let vocabulary: Vocabulary
    var stream: TokenStream
    var findings: [Finding] = []
    /// Brackets, `not` and `fmt` around the current token.
    var nesting = 0
    /// Operators of the expression so far.
    var operators = 0
    /// Named arguments of the command so far.
    var named: [NamedArgument] = []
    /// Whether there can be named arguments here: not in brackets and expressions.
    var takesNamed = false
    /// Where brackets were last found open, and how many of them there.
    var unclosedAt: Int?
    var unclosedHere = 0
    /// Whether a bracket or quotation was open when the text ended.
    var endsOpen = false

    init(_ text: String, _ vocabulary: Vocabulary) {
        source = SourceBytes(text)
        self.vocabulary = vocabulary
        stream = TokenStream(source)
    }

    func result(_ script: Script) -> ParseResult {
        let content = stream.tokens.last { !$0.kind.isTrivia && $0.kind != .newline }
        let contentEnd = content?.range.upper ?? 0
        let after = stream.tokens.reversed().prefix { $0.range.lower >= contentEnd }
        let tail = SourceTail(
            contentEnd: contentEnd, touchesEnd: after.allSatisfy { $0.kind == .blank },
            isOpen: endsOpen || stream.endsContinuing)
        return ParseResult(script: script, findings: findings, tokens: stream.tokens, tail: tail)
    }

    // MARK: Tokens

    var current: Token { stream.current }

    func at(_ kind: TokenKind) -> Bool { stream.current.kind == kind }

    /// At the end of a stage: `|`, `;`, a line end, `)` or the end of the text.
    var isAtStageEnd: Bool {
        switch current.kind {
        case .pipe, .semicolon, .newline, .rightParen, .end: true
        case .word, .string, .rawString, .regex, .variable, .comma, .leftParen, .gluedLeftParen, .comparison, .stray,
            .comment, .blank:
            false
        }
    }

    /// At the end of a statement: `;`, a line end or the end of the text.
    var isAtStatementEnd: Bool { at(.semicolon) || at(.newline) || at(.end) }

    /// Past the current token, reporting what is wrong with it by itself. Not to be called inside the argument list of another
    /// method: that holds a copy of the parser, and the list of tokens is copied with each token.
    @discardableResult
    mutating func advance(continuing: Bool = false) -> Token {
        let token = current
        if let flaw = token.flaw { report(flaw, of: token) }
        if token.kind == .string { reportBadEscapes(token) }
        stream.advance(continuing: continuing)
        return token
    }

    /// Takes the current token if it is of `kind`.
    mutating func lex(_ kind: TokenKind) -> Bool {
        guard at(kind) else { return false }
        advance()
        return true
    }

    /// The keyword that the current word is.
    var keyword: Keyword? {
        guard at(.word), current.flaw == nil, current.range.count <= 24 else { return nil }
        return Keyword(spelling: text(current))
    }

    func text(_ token: Token) -> String { source.text(token.range) }

    /// The token as a name: syntax marks and letters folded to ASCII.
    func name(_ token: Token) -> Name { Name(foldingWidth(text(token)), token.range) }

    /// From `start` to the end of what was taken last.
    func range(from start: Int) -> SourceRange { SourceRange(start, max(start, stream.previous.range.upper)) }

    /// The empty place right after what was taken last: where something is missing.
    var here: SourceRange { stream.previous.range.end }

    // MARK: Nesting

    /// What `body` parses one level deeper; at the limit reports that, skips what it would have parsed and gives nil.
    mutating func nested<Tree>(_ body: (inout Parser) -> Tree?) -> Tree? {
        guard nesting < Limit.nesting else {
            reportTooDeep()
            skipToStageEnd()
            return nil
        }
        nesting += 1
        defer { nesting -= 1 }
        return body(&self)
    }

    /// `"(" body ")"`, read in a lexical context of its own.
    mutating func bracketed<Tree>(in context: LexicalContext, _ body: (inout Parser) -> Tree?) -> Tree? {
        let (outerContext, outerNamed, outerTakesNamed, opening) = (stream.context, named, takesNamed, current)
        stream.context = context
        stream.bracketDepth += 1
        takesNamed = false
        advance()
        let tree = nested(body)
        expectClosing(opening, outerContext)
        (named, takesNamed) = (outerNamed, outerTakesNamed)
        return tree
    }

    private mutating func expectClosing(_ opening: Token, _ context: LexicalContext) {
        if !isAtStageEnd || (at(.pipe) && hasClosingAhead) {
            reportUnexpected()
            while !at(.rightParen), !isAtStatementEnd {
                if at(.pipe) { advance() }
                skipToStageEnd()
            }
        }
        stream.context = context
        if at(.rightParen) {
            stream.bracketDepth -= 1
            advance()
        } else {
            reportUnclosed(opening)
            stream.bracketDepth -= 1
        }
    }

    /// Whether all open brackets close not far ahead in this line.
    private var hasClosingAhead: Bool {
        let end = min(source.count, current.range.upper + Limit.lookahead)
        var (offset, open) = (current.range.upper, stream.bracketDepth)
        while offset < end, open > 0, source.kind(at: offset) != .newline {
            let mark = source.mark(at: offset)
            open += mark == .leftParen ? 1 : mark == .rightParen ? -1 : 0
            offset += source.glyph(at: offset).length
        }
        return open == 0
    }

    // MARK: Recovery

    /// Past everything up to the end of the stage, brackets with what is in them included. Brackets are counted, not
    /// descended into.
    mutating func skipToStageEnd() {
        var depth = 0
        while !at(.end) {
            if depth == 0 && isAtStageEnd || at(.semicolon) { break }
            if at(.leftParen) || at(.gluedLeftParen) {
                depth += 1
                stream.bracketDepth += 1
            } else if at(.rightParen) {
                depth -= 1
                stream.bracketDepth -= 1
            }
            advance()
        }
        if depth > 0 { reportUnclosed(stream.previous) }
        stream.bracketDepth -= depth
    }

    /// After the last argument of a stage: whatever is left of it does not belong there.
    mutating func finishStage() {
        if !isAtStageEnd {
            reportUnexpected()
            skipToStageEnd()
        }
        while at(.rightParen), stream.bracketDepth == 0 {
            skipStrayBrackets()
            skipToStageEnd()
        }
    }

    /// Past closing brackets that close nothing.
    mutating func skipStrayBrackets() {
        guard at(.rightParen), stream.bracketDepth == 0 else { return }
        let start = current.range.lower
        while lex(.rightParen) {}
        reportStrayBracket(range(from: start))
    }
}
