import SourceText

extension Parser {
    /// `NAME "=" expr { "," NAME "=" expr }`
    mutating func parseAssignments() -> [Assignment] {
        var assignments: [Assignment] = []
        repeat {
            let name = expectName()
            expectEquals()
            if let expression = parseExpression() {
                assignments.append(Assignment(name: name, expression: expression))
            }
        } while lex(.comma)
        return assignments
    }

    /// `expr = conj { ("or"|"或") conj }`. Every function here gives nil where an operand is missing, which is reported.
    mutating func parseExpression() -> Expression? {
        var left = parseConjunction()
        while keyword == .or, takeOperator() {
            left = combine(left, parseConjunction()) { .or($0, $1) }
        }
        return left
    }

    /// `conj = neg { ("and"|"且") neg }`
    private mutating func parseConjunction() -> Expression? {
        var left = parseNegation()
        while keyword == .and, takeOperator() {
            left = combine(left, parseNegation()) { .and($0, $1) }
        }
        return left
    }

    /// `neg = ("not"|"非") neg | compare`
    private mutating func parseNegation() -> Expression? {
        guard keyword == .not, source.mark(at: current.range.upper) != .leftParen else {
            return keyword == .not ? parseGluedNegation() : parseComparison()
        }
        let start = current.range.lower
        guard takeOperator() else { return nil }
        return nested { $0.parseNegation() }.map { Expression(.not($0), range(from: start)) }
    }

    private mutating func parseGluedNegation() -> Expression? {
        let start = current.range.lower
        advance(continuing: true)
        reportGluedBracket()
        stream.separateBracket()
        return nested { $0.parseNegation() }.map { Expression(.not($0), range(from: start)) }
    }

    /// Both operands under an operator, or what there is of them.
    private func combine(
        _ left: Expression?, _ right: Expression?, _ kind: (Expression, Expression) -> ExpressionKind
    ) -> Expression? {
        guard let left, let right else { return left ?? right }
        return Expression(kind(left, right), left.range.union(right.range))
    }

    /// Takes the operator at hand, or at the limit reports that and gives up on the rest of the stage.
    private mutating func takeOperator() -> Bool {
        guard operators < Limit.operators else {
            reportTooDeep()
            skipToStageEnd()
            return false
        }
        operators += 1
        advance(continuing: true)
        if at(.gluedLeftParen) {
            reportGluedBracket()
            stream.separateBracket()
        }
        return true
    }

    // MARK: Comparisons

    /// `compare = sum [ ("="|"=="|"!="|"<"|"<="|">"|">="|"~"|"has"|"含") sum | ("in"|"在") members ]`
    private mutating func parseComparison() -> Expression? {
        let left = parseSum()
        if let comparison {
            reportGluedOperators(in: left)
            guard takeOperator() else { return left }
            let right = parseSum()
            reportUnquotedText(after: right)
            return combine(left, right) { .comparison($0, comparison, $1) }
        }
        guard keyword == .membership, takeOperator() else { return left }
        let members = parseMembers()
        return left.map { Expression(.membership($0, members), range(from: $0.range.lower)) }
    }

    private var comparison: Comparison? {
        switch current.kind {
        case .comparison(let comparison): comparison
        case .word where keyword == .has: .has
        case .word where isOperator(0x7E): .matches
        case .word, .string, .rawString, .regex, .variable, .pipe, .semicolon, .newline, .comma, .leftParen,
            .gluedLeftParen, .rightParen, .stray, .comment, .blank, .end:
            nil
        }
    }

    /// `members = sum | "(" sum { "," sum } ")"`
    private mutating func parseMembers() -> [Expression] {
        if at(.leftParen) { return bracketed(in: .patterns) { $0.parseSums() } ?? [] }
        let right = parseSum()
        reportUnquotedText(after: right)
        return right.map { [$0] } ?? []
    }

    private mutating func parseSums() -> [Expression]? {
        var sums: [Expression] = []
        repeat {
            if let sum = parseSum() { sums.append(sum) }
        } while lex(.comma)
        return sums
    }

    // MARK: Arithmetic

    /// Whether the current word is only this mark, in either width.
    private func isOperator(_ mark: UInt32) -> Bool {
        guard at(.word) else { return false }
        let glyph = source.glyph(at: current.range.lower)
        return glyph.length == current.range.count && foldingWidth(glyph.value) == mark
    }

    /// `sum = product { ("+"|"-") product }`
    private mutating func parseSum() -> Expression? {
        var left = parseProduct()
        while let sign: Arithmetic = isOperator(0x2B) ? .plus : isOperator(0x2D) ? .minus : nil, takeOperator() {
            left = combine(left, parseProduct()) { .arithmetic($0, sign, $1) }
        }
        return left
    }

    /// `product = prim { ("*"|"%"|"÷") prim }`
    private mutating func parseProduct() -> Expression? {
        var left = parsePrimary()
        while let sign = productSign, takeOperator() {
            left = combine(left, parsePrimary()) { .arithmetic($0, sign, $1) }
        }
        return left
    }

    private var productSign: Arithmetic? {
        isOperator(0x2A) ? .times : isOperator(0x25) ? .remainder : isOperator(0xF7) ? .divided : nil
    }

    // MARK: Primaries

    /// `prim = FIELD | FUNCTION "(" … ")" | WORD | STRING | RAW | REGEX | "$" NAME | "(" expr ")"`
    private mutating func parsePrimary() -> Expression? {
        let token = current
        switch token.kind {
        case .word: return parseWordOrCall()
        case .leftParen:
            let inner = bracketed(in: .patterns) { $0.parseExpression() }
            return inner.map { Expression($0.kind, range(from: token.range.lower)) }
        case .string, .rawString, .regex, .variable:
            advance()
            if let run = lexGluedBrackets(after: token) { return Expression(.raw(source.text(run)), run) }
            return Expression(leaf(token), token.range)
        case .pipe, .semicolon, .newline, .comma, .gluedLeftParen, .rightParen, .comparison, .stray, .comment, .blank,
            .end:
            reportMissingOperand()
            return nil
        }
    }

    private mutating func parseWordOrCall() -> Expression? {
        if keyword == .and || keyword == .or {
            reportMissingOperand()
            return nil
        }
        let token = advance()
        guard at(.gluedLeftParen) else { return Expression(leaf(token), token.range) }
        let name = name(token)
        let kind: ExpressionKind =
            vocabulary.takesPatterns(name.kind)
            ? .patternCall(name, bracketed(in: .patterns) { $0.parsePatterns() })
            : .call(name, bracketed(in: .patterns) { $0.parseFunctionArguments() } ?? [])
        return Expression(kind, range(from: token.range.lower))
    }

    private mutating func parseFunctionArguments() -> [Expression]? {
        guard !isAtStageEnd else { return [] }
        var arguments: [Expression] = []
        repeat {
            if let argument = parseExpression() { arguments.append(argument) }
        } while lex(.comma)
        return arguments
    }
}
