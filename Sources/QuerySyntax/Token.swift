import SourceText

/// What a token is. Marks are the same in both widths.
public enum TokenKind: Hashable, Sendable {
    /// A run of anything but blanks, quotes and `| ; ( ) , = < > !`.
    case word
    /// `"…"`, `“…”`, `「…」`
    case string
    /// `'…'`, `‘…’`, `『…』`
    case rawString
    /// `/…/ims`
    case regex
    /// `$name`
    case variable
    /// `|`
    case pipe
    /// `;`
    case semicolon
    /// A line end: LF, CR or both.
    case newline
    /// `,`
    case comma
    /// `(` after a blank or a mark.
    case leftParen
    /// `(` glued to what stands left of it.
    case gluedLeftParen
    /// `)`
    case rightParen
    /// `=` (also `==`), `!=`, `<`, `<=`, `>`, `>=`
    case comparison(Comparison)
    /// A mark that means nothing by itself: a lone `!`, a closing quotation mark.
    case stray
    /// `# …` to the end of the line.
    case comment
    /// A run of blanks.
    case blank
    /// The end of the text; takes no bytes and is not in lists of tokens.
    case end

    /// Whether it stands between tokens and means nothing to the grammar.
    public var isTrivia: Bool { self == .blank || self == .comment }

    /// Whether a bracket right after it is glued to it.
    var isWordLike: Bool {
        switch self {
        case .word, .string, .rawString, .regex, .variable: true
        case .pipe, .semicolon, .newline, .comma, .leftParen, .gluedLeftParen, .rightParen, .comparison, .stray,
            .comment, .blank, .end:
            false
        }
    }

    /// Whether a line that ends in it goes on in the next.
    var continuesLine: Bool {
        switch self {
        case .pipe, .comma, .comparison: true
        case .word, .string, .rawString, .regex, .variable, .semicolon, .newline, .leftParen, .gluedLeftParen,
            .rightParen, .stray, .comment, .blank, .end:
            false
        }
    }
}

/// What is wrong with a token by itself.
public enum TokenFlaw: Hashable, Sendable {
    /// A quotation or regular expression without its closing mark.
    case unclosed
    /// A quotation that touches a word or another quotation: the token is the whole run.
    case gluedQuotation
    /// A regular expression with something other than flags right after it: the token is the whole run.
    case runOn
    /// A `$` without a name.
    case nameless
}

/// A piece of a query; tokens with blanks and comments among them tile the text.
public struct Token: Hashable, Sendable {
    /// What it is.
    public let kind: TokenKind
    /// Where it stands.
    public let range: SourceRange
    /// What is wrong with it, if anything.
    public let flaw: TokenFlaw?

    /// A token at its place.
    public init(_ kind: TokenKind, _ range: SourceRange, flaw: TokenFlaw? = nil) {
        self.kind = kind
        self.range = range
        self.flaw = flaw
    }
}

/// How words and slashes are read; the parser knows it from the shape of the command's arguments.
public enum LexicalContext: Hashable, Sendable, CaseIterable {
    /// A slash begins a regular expression only if that is well formed: `file=out/x.svg` is a word.
    case values
    /// A slash always begins a regular expression, so that one that is not closed is seen as such.
    case patterns
    /// No regular expressions, and words go on over marks that cannot end a path: `/data/a=b`, `报告（一）.txt`.
    case paths
}

/// The tokens of a text that is read in one `context` throughout; they tile it byte for byte. Linear time.
///
/// For a whole query, `ParseResult.tokens` are the tokens as the parser read them, each in its own context.
public func lex(_ source: String, context: LexicalContext = .values) -> [Token] {
    var lexer = Lexer(SourceBytes(source))
    var tokens: [Token] = []
    while true {
        let token = lexer.next(context)
        guard token.kind != .end else { return tokens }
        tokens.append(token)
    }
}
