import QueryEngine
import QueryLanguage
import QuerySyntax

/// Where the cursor stands in the grammar. It is found by walking the tokens, not from the syntax tree: what is being
/// typed is rarely a whole query.
struct CompletionPlace {
    /// What encloses the cursor: the statement, or a bracket.
    struct Frame {
        /// The first token of the pipeline.
        var pipeline: Int
        /// The first token of the stage.
        var stage: Int
        /// Where the bar before the stage stands, in UTF-8 bytes; nil in the first stage.
        var bar: Int?
        /// The function whose brackets these are.
        var function: Function?
        /// Whether the brackets belong to a call whose arguments are values or patterns: nothing is known of these.
        var isOpaque = false
    }

    let tokens: CompletionTokens
    /// The statement's keyword: `let`, `use`, `set` and the like.
    private(set) var keyword: Keyword?
    /// The first token of the statement behind its keyword.
    private(set) var statement = 0
    /// Whether the `=` of `let` or `def` is passed.
    private(set) var isBodyBegun = false
    private(set) var frames = [Frame(pipeline: 0, stage: 0)]

    /// The innermost frame.
    var frame: Frame { frames[frames.count - 1] }

    init(_ tokens: CompletionTokens) {
        self.tokens = tokens
        beginStatement(at: 0)
        for index in tokens.tokens.indices { take(index) }
    }

    /// The tokens of the stage before the word that is being typed.
    var stageTokens: ArraySlice<Token> { tokens.tokens[min(frame.stage, tokens.tokens.count)...] }

    /// The command of the stage; nil where it is being typed itself, or is unknown.
    var command: CommandDeclaration? {
        guard let first = stageTokens.first, first.kind == .word else { return nil }
        return commandTable[tokens.text(first)]
    }

    private mutating func take(_ index: Int) {
        let token = tokens.tokens[index]
        switch token.kind {
        case .pipe:
            frames[frames.count - 1].stage = index + 1
            frames[frames.count - 1].bar = token.range.lower
        case .semicolon: beginStatement(at: index + 1)
        case .newline: takeNewline(index)
        case .leftParen: frames.append(bracket(at: index))
        case .gluedLeftParen: frames.append(call(at: index))
        case .rightParen: if frames.count > 1 { frames.removeLast() }
        case .comparison(.equal): takeEquals(index)
        case .word: takeWord(index)
        case .string, .rawString, .regex, .variable, .comma, .comparison, .stray, .comment, .blank, .end: break
        }
    }

    /// A line end inside brackets, behind a mark that goes on, or before a bar ends nothing.
    private mutating func takeNewline(_ index: Int) {
        let all = tokens.tokens
        if frames.count > 1 || (index + 1 < all.count && all[index + 1].kind == .pipe) { return passNewline(index) }
        if index > 0 {
            switch all[index - 1].kind {
            case .pipe, .comma, .comparison: return passNewline(index)
            case .word, .string, .rawString, .regex, .variable, .semicolon, .newline, .leftParen, .gluedLeftParen,
                .rightParen, .stray, .comment, .blank, .end:
                break
            }
        }
        beginStatement(at: index + 1)
    }

    private mutating func passNewline(_ index: Int) {
        if frame.stage == index { frames[frames.count - 1].stage += 1 }
        if frame.pipeline == index { frames[frames.count - 1].pipeline += 1 }
    }

    private mutating func beginStatement(at index: Int) {
        keyword = nil
        isBodyBegun = false
        statement = index
        frames = [Frame(pipeline: index, stage: index)]
    }

    /// The first word of a statement may be a keyword: the pipeline begins behind it, or behind a `=`.
    private mutating func takeWord(_ index: Int) {
        guard index == statement, let found = Keyword(spelling: tokens.text(tokens.tokens[index])) else { return }
        switch found {
        case .letBinding, .definition, .set, .use, .explain, .why, .fmt:
            keyword = found
            statement = index + 1
            frames = [Frame(pipeline: index + 1, stage: index + 1)]
        case .and, .or, .not, .desc, .membership, .has: break
        }
    }

    private mutating func takeEquals(_ index: Int) {
        guard keyword == .letBinding || keyword == .definition, frames.count == 1, !isBodyBegun else { return }
        isBodyBegun = true
        frames = [Frame(pipeline: index + 1, stage: index + 1)]
    }

    /// A bracket holds a pipeline where a value or a source stands, and belongs to a pattern or expression otherwise.
    private func bracket(at index: Int) -> Frame {
        switch command?.shape {
        case .patterns, .twoPatterns, .series, .expression, .assignments: return frame
        case .values, .paths, nil: return Frame(pipeline: index + 1, stage: index + 1)
        }
    }

    private func call(at index: Int) -> Frame {
        var inner = frame
        inner.function = index > 0 ? Function.named(tokens.text(tokens.tokens[index - 1])) : nil
        inner.isOpaque = inner.function.map(\.takesPatterns) ?? true
        return inner
    }
}
