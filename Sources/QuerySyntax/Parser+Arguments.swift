import SourceText

extension Parser {
    /// `command = NAME arguments`
    mutating func parseCommand(_ name: Name) -> Command {
        let shape = vocabulary.shape(ofCommand: name.kind)
        stream.context = shape.map(lexicalContext) ?? .values
        (named, takesNamed) = ([], true)
        advance()
        if at(.gluedLeftParen) {
            reportGluedBracket()
            stream.separateBracket()
        }
        let arguments = shape.map { parseArguments($0) } ?? parseUnknownArguments()
        return Command(name: name, arguments: arguments, named: named)
    }

    private func lexicalContext(_ shape: ArgumentShape) -> LexicalContext {
        switch shape {
        case .values: .values
        case .paths: .paths
        case .patterns, .twoPatterns, .series, .expression, .assignments: .patterns
        }
    }

    private mutating func parseArguments(_ shape: ArgumentShape) -> Arguments {
        switch shape {
        case .values, .paths: return .values(parseValues())
        case .patterns: return .patterns(parsePatterns())
        case .twoPatterns: return .twoPatterns(parseTwoPatterns())
        case .series: return .series(parseSeries())
        case .expression:
            takesNamed = false
            operators = 0
            return .expression(parseExpression())
        case .assignments:
            takesNamed = false
            operators = 0
            return .assignments(parseAssignments())
        }
    }

    /// Arguments of a name that is not in the table: only what no command could mean is reported.
    private mutating func parseUnknownArguments() -> Arguments {
        let before = findings.count
        var values = parseValues()
        while !isAtStageEnd {
            if at(.gluedLeftParen) { stream.separateBracket() } else { advance() }
            values += parseValues()
        }
        guard findings.count > before else { return .unknown(values) }
        let lexical: Set<DiagnosticCode> = [
            .unclosedQuotation, .badRegex, .gluedQuotation, .unclosedBracket, .tooDeep, .badEscape,
        ]
        findings = findings[..<before] + findings[before...].filter { lexical.contains($0.code) }
        return .unknown(values)
    }

    /// `values = { list | named }`, `list = value { "," value }`
    private mutating func parseValues() -> [Value] {
        var values: [Value] = []
        while !isAtStageEnd {
            if lexNamedArgument() { continue }
            if at(.comma) {
                expectOneComma(afterValue: !values.isEmpty)
            } else if let value = lexValue() {
                values.append(value)
            } else if at(.comparison(.equal)), isAfterWord {
                reportUnexpected()
                advance()
            } else {
                return values
            }
        }
        return values
    }

    /// A comma between two values; a run of them, or one that is not between two, is one error.
    private mutating func expectOneComma(afterValue: Bool) {
        let first = advance().range
        let extraStart = afterValue ? current.range.lower : first.lower
        var count = 1
        while lex(.comma) { count += 1 }
        if isAtStageEnd {
            reportMissingValue(removing: range(from: first.lower))
        } else if count > 1 || !afterValue {
            reportExtraCommas(range(from: extraStart))
        }
    }

    /// `named = NAME "=" list`, no blank before `=`; only where the command takes them.
    mutating func lexNamedArgument() -> Bool {
        guard takesNamed, at(.word), current.flaw == nil, source.mark(at: current.range.upper) == .equals else {
            return false
        }
        let token = advance()
        advance()
        let values = expectList()
        let argument = NamedArgument(name: name(token), values: values)
        named.append(argument)
        return true
    }

    /// `list = value { "," value }`
    private mutating func expectList() -> [Value] {
        var values: [Value] = []
        repeat {
            if let value = lexValue() { values.append(value) } else { reportMissingValue() }
        } while lex(.comma)
        return values
    }

    /// `value = WORD | STRING | RAW | REGEX | "$" NAME | "(" pipeline ")"`
    mutating func lexValue() -> Value? {
        let token = current
        switch token.kind {
        case .word: advance()
        case .string, .rawString, .regex, .variable: advance()
        case .leftParen:
            let pipeline = bracketed(in: .values) { $0.parsePipeline() } ?? Pipeline(stages: [], range: here)
            return Value(.pipeline(pipeline), range(from: token.range.lower))
        case .pipe, .semicolon, .newline, .comma, .gluedLeftParen, .rightParen, .comparison, .stray, .comment, .blank,
            .end:
            return nil
        }
        if let run = lexGluedBrackets(after: token) { return Value(.raw(source.text(run)), run) }
        return Value(leaf(token), token.range)
    }
}
