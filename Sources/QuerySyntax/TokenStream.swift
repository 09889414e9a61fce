import SourceText

/// Tokens without trivia, one ahead, with line ends that do not end a statement left out.
struct TokenStream {
    private var lexer: Lexer
    /// What follows a line end that was looked past.
    private var pending: Token?
    /// All tokens read, trivia included: they tile the text.
    private(set) var tokens: [Token] = []
    /// The token to be read.
    private(set) var current = Token(.end, SourceRange(0, 0))
    /// The token read last; empty at the beginning.
    private(set) var previous = Token(.end, SourceRange(0, 0))
    /// How the tokens after the current one are read.
    var context = LexicalContext.values
    /// Brackets open at the current token; inside them a line end is a blank.
    var bracketDepth = 0
    /// Whether the text ended right after a mark or word that goes on in the next line.
    private(set) var endsContinuing = false

    init(_ source: SourceBytes) {
        lexer = Lexer(source)
        fill(joinsLines: false)
    }

    /// Past the current token. `continuing` where it is a word that works as an operator, so that its line goes on.
    mutating func advance(continuing: Bool = false) {
        guard current.kind != .end else { return }
        previous = current
        if let next = pending {
            pending = nil
            current = next
            return
        }
        if current.kind == .pipe || current.kind == .semicolon { context = .values }
        fill(joinsLines: continuing || current.kind.continuesLine)
    }

    /// The bracket at hand is read as one that stands alone, after the error was reported.
    mutating func separateBracket() {
        if current.kind == .gluedLeftParen { current = Token(.leftParen, current.range) }
    }

    /// Reads on to the next token that means something. A line end means something unless the lines are joined: in
    /// brackets, after an operator, or because the next line with a token on it begins with `|`.
    private mutating func fill(joinsLines: Bool) {
        var newline: Token?
        while true {
            let token = lexer.next(newline == nil ? context : .values)
            if token.kind != .end { tokens.append(token) }
            if token.kind.isTrivia { continue }
            if token.kind == .newline {
                if newline == nil, !joinsLines, bracketDepth == 0 { newline = token }
                continue
            }
            if let newline, token.kind != .pipe {
                context = .values
                current = newline
                pending = token
            } else {
                current = token
            }
            endsContinuing = token.kind == .end && joinsLines
            return
        }
    }
}
