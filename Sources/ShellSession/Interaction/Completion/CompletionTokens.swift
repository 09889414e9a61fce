import QueryEngine
import QueryLanguage
import QuerySyntax
import SourceText

/// The entry before the cursor as the parser reads it: its tokens without blanks, and the word that is being typed.
struct CompletionTokens {
    /// The tokens before the word, blanks and comments left out.
    let tokens: [Token]
    /// The word that touches the cursor, perhaps empty.
    let word: String
    /// Where the word begins, in UTF-8 bytes.
    let start: Int
    /// The opening quotation mark of a path that is being typed in quotes; nil where there is none.
    let quote: String?
    /// Whether the word reads as a regular expression; it may still be the beginning of a path, `/data/`.
    let isRegex: Bool
    /// Whether the cursor stands where nothing can be completed: in a string or a comment.
    let isInsideText: Bool
    private let bytes: [UInt8]

    init(_ before: String) {
        let bytes = Array(before.utf8)
        let all = parse(before, vocabulary: commandTable.vocabulary).tokens
        let last = all.last
        let touching = last.flatMap { CompletionTokens.isTyped($0) ? $0 : nil }
        let text = touching.map { CompletionTokens.text($0, bytes) } ?? ""
        self.bytes = bytes
        word = text
        start = touching?.range.lower ?? bytes.count
        let isQuotation = last.map { $0.kind == .string || $0.kind == .rawString } ?? false
        let isOpen = last?.flaw == .unclosed
        quote = isQuotation && isOpen ? text.first.map(String.init) : nil
        isRegex = last?.kind == .regex
        let isClosedText = isQuotation || last?.flaw == .gluedQuotation
        isInsideText = last?.kind == .comment || (isClosedText && quote == nil)
        tokens = (touching == nil ? all[...] : all.dropLast()).filter { !$0.kind.isTrivia && $0.kind != .end }
    }

    /// What a token says, `=` and the other marks in their own width.
    func text(_ token: Token) -> String { CompletionTokens.text(token, bytes) }

    /// The entry from one offset to another.
    func text(from lower: Int, to upper: Int) -> String {
        String(decoding: bytes[min(lower, bytes.count)..<max(lower, min(upper, bytes.count))], as: UTF8.self)
    }

    private static func text(_ token: Token, _ bytes: [UInt8]) -> String {
        String(decoding: bytes[token.range.lower..<min(token.range.upper, bytes.count)], as: UTF8.self)
    }

    private static func isTyped(_ token: Token) -> Bool {
        switch token.kind {
        case .word, .string, .rawString, .regex, .variable: true
        case .pipe, .semicolon, .newline, .comma, .leftParen, .gluedLeftParen, .rightParen, .comparison, .stray, .comment,
            .blank, .end:
            false
        }
    }
}
