import SourceText

extension Parser {
    /// `patterns = and { ("or"|"或") and }`; nil where none begins, which is not reported.
    mutating func parsePatterns() -> Pattern? {
        let start = current.range.lower
        var alternatives: [Pattern] = []
        if let first = lexConjunction() { alternatives.append(first) }
        if alternatives.isEmpty, keyword != .or { return nil }
        if alternatives.isEmpty { reportMissingPattern() }
        while keyword == .or {
            advance(continuing: true)
            if let next = lexConjunction() { alternatives.append(next) } else { reportMissingPattern() }
        }
        return joined(alternatives, PatternKind.or, start)
    }

    /// `and = not { ["and"|"且"] not }`, with named arguments among them.
    private mutating func lexConjunction() -> Pattern? {
        let start = current.range.lower
        var parts: [Pattern] = []
        var isAfterAnd = false
        while true {
            if lexNamedArgument() { continue }
            if keyword == .and {
                if parts.isEmpty || isAfterAnd { reportMissingPattern() }
                isAfterAnd = true
                advance(continuing: true)
            } else if let part = lexNegation() {
                parts.append(part)
                isAfterAnd = false
            } else {
                break
            }
        }
        if isAfterAnd { reportMissingPattern() }
        return joined(parts, PatternKind.and, start)
    }

    private func joined(_ parts: [Pattern], _ kind: ([Pattern]) -> PatternKind, _ start: Int) -> Pattern? {
        guard let first = parts.first, let last = parts.last else { return nil }
        return parts.count == 1 ? first : Pattern(kind(parts), first.range.union(last.range))
    }

    /// `not = ["not"|"非"] pattern`
    private mutating func lexNegation() -> Pattern? {
        guard keyword == .not else { return lexPattern() }
        let token = advance(continuing: true)
        if keyword == .not {
            return nested { $0.lexNegation() }.map { Pattern(.not($0), range(from: token.range.lower)) }
        }
        while lexNamedArgument() {}
        guard let pattern = lexPattern() else {
            reportMissingPattern()
            return nil
        }
        return Pattern(.not(pattern), range(from: token.range.lower))
    }

    /// `pattern = WORD | STRING | RAW | REGEX | "$" NAME | "(" patterns ")"`
    private mutating func lexPattern() -> Pattern? {
        let token = current
        switch token.kind {
        case .word where keyword == .and || keyword == .or || keyword == .not: return nil
        case .leftParen: return parsePatternGroup()
        case .word, .string, .rawString, .regex, .variable: break
        case .pipe, .semicolon, .newline, .comma, .gluedLeftParen, .rightParen, .comparison, .stray, .comment, .blank,
            .end:
            return nil
        }
        advance()
        if let run = lexGluedBrackets(after: token) { return Pattern(.raw(source.text(run)), run) }
        return Pattern(patternKind(token), token.range)
    }

    private mutating func parsePatternGroup() -> Pattern? {
        let start = current.range.lower
        let pattern = bracketed(in: .patterns) { $0.expectPatterns() }
        return Pattern(pattern?.kind ?? .phrase([]), range(from: start))
    }

    /// Patterns in brackets, where there must be one.
    mutating func expectPatterns() -> Pattern? {
        let pattern = parsePatterns()
        if pattern == nil, isAtStageEnd || at(.comma) { reportMissingPattern() }
        return pattern
    }

    private mutating func patternKind(_ token: Token) -> PatternKind {
        let kind: PatternKind
        switch token.kind {
        case .rawString: kind = .raw(source.text(content(token)))
        case .regex: kind = .regex(regex(token))
        case .variable: kind = .variable(variableName(token))
        case .word where token.flaw == .gluedQuotation: kind = .raw(text(token))
        case .word, .string, .pipe, .semicolon, .newline, .comma, .leftParen, .gluedLeftParen, .rightParen, .comparison,
            .stray, .comment, .blank, .end:
            kind = .phrase(phrase(token).parts)
        }
        if token.flaw == nil, !hasText(kind) { reportEmptyPattern(token) }
        return kind
    }

    private func hasText(_ kind: PatternKind) -> Bool {
        switch kind {
        case .phrase(let parts): parts.contains { $0 != .gap }
        case .raw(let text): !text.isEmpty
        case .regex(let regex): !regex.source.isEmpty
        case .variable, .and, .or, .not: true
        }
    }

    /// `two patterns = pattern pattern { named }`
    mutating func parseTwoPatterns() -> [Pattern] {
        var patterns: [Pattern] = []
        while !isAtStageEnd {
            if lexNamedArgument() { continue }
            guard patterns.count < 2, let pattern = lexPattern() else { return patterns }
            patterns.append(pattern)
        }
        if patterns.count < 2 { reportMissingPattern() }
        return patterns
    }

    /// `series = patterns { "," patterns } { named }`
    mutating func parseSeries() -> [Pattern] {
        var series: [Pattern] = []
        if let first = parsePatterns() { series.append(first) } else if at(.comma) { reportMissingPattern() }
        while lex(.comma) {
            if let next = parsePatterns() { series.append(next) } else { reportMissingPattern() }
        }
        return series
    }
}
