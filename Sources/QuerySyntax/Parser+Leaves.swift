import SourceText

/// What a single token can become, as a value and as an expression alike.
protocol TokenLeaf {
    static func word(_ text: String) -> Self
    static func string(_ text: String) -> Self
    static func raw(_ text: String) -> Self
    static func regex(_ regex: Regex) -> Self
    static func variable(_ name: String) -> Self
}

extension ValueKind: TokenLeaf {}
extension ExpressionKind: TokenLeaf {}

extension Parser {
    /// What the token is by itself; a word, where it is nothing else.
    func leaf<Kind: TokenLeaf>(_ token: Token) -> Kind {
        switch token.kind {
        case .string: .string(String(phrase(token).text))
        case .rawString: .raw(source.text(content(token)))
        case .regex: .regex(regex(token))
        case .variable: .variable(variableName(token))
        case .word, .pipe, .semicolon, .newline, .comma, .leftParen, .gluedLeftParen, .rightParen, .comparison, .stray,
            .comment, .blank, .end:
            token.flaw == .gluedQuotation ? .raw(text(token)) : .word(text(token))
        }
    }
}
