import Documents
import QuerySyntax
import SourceText

extension Binder {
    /// All arguments of a command against its declaration; `end`: behind the last of them, where more could be written.
    mutating func bindArguments(
        _ command: Command, of declaration: CommandDeclaration, end: SourceRange, input: FlowType
    ) -> BoundArguments {
        let before = diagnostics.count
        var bound = BoundArguments()
        let setting = environment.exact
        environment.exact = exactness(of: command, declaration) ?? setting
        defer { environment.exact = setting }
        bound.isExact = environment.exact
        bindNamed(command.named, of: declaration, input: input, into: &bound)
        switch command.arguments {
        case .values(let values):
            bound.positional = bindPositional(values, of: declaration, command.name, end: end, input: input)
            bound.ranges = values.map { callSite ?? $0.range }
        case .patterns(let pattern):
            bindPatterns([pattern].compactMap { $0 }, of: declaration, command, end: end, into: &bound)
        case .twoPatterns(let patterns), .series(let patterns):
            bindPatterns(patterns, of: declaration, command, end: end, into: &bound)
        case .expression(let expression): bindCondition(expression, command.name, input: input, into: &bound)
        case .assignments(let assignments): bindAssignments(assignments, command.name, input: input, into: &bound)
        case .unknown: break
        }
        for missing in declaration.named where missing.isRequired && bound.named[missing.name.english] == nil {
            let name = BilingualName("\(missing.name.english)=", zh: "\(missing.name.chinese)=")
            reportMissing(name, of: declaration, at: end)
        }
        bound.isBroken = diagnostics.count > before
        return bound
    }

    // MARK: Named

    /// What `exact=` says, which the other arguments of the stage go by; nil where it is not given or is no truth.
    private func exactness(of command: Command, _ declaration: CommandDeclaration) -> Bool? {
        guard declaration.named.contains(where: { $0.name == Parameter.exact.name }) else { return nil }
        let argument = command.named.last { Parameter.exact.name.spellings.contains($0.name.kind) }
        guard let value = argument?.values.first else { return nil }
        switch value.kind {
        case .variable(let name): return environment.parameters[name].flatMap { truth($0) }
        case .word, .string, .raw, .regex, .pipeline: return truth(value)
        }
    }

    private mutating func bindNamed(
        _ arguments: [NamedArgument], of declaration: CommandDeclaration, input: FlowType, into bound: inout BoundArguments
    ) {
        for argument in arguments {
            guard let parameter = declaration.named.first(where: { $0.name.spellings.contains(argument.name.kind) }) else {
                reportUnknownParameter(argument, of: declaration)
                continue
            }
            if argument.values.count > 1, !parameter.isRepeated {
                report(
                    .tooManyArguments, at: argument.values[1].range,
                    LocalizedText(
                        "\(parameter.name.english)= takes one value", zh: "\(parameter.name.chinese)= 只要一个值"))
            }
            let values =
                parameter.kind == .pattern
                ? alternatives(argument.values) : argument.values.compactMap { bindValue($0, as: parameter, input: input) }
            bound.named[parameter.name.english, default: []] += values
        }
    }

    /// `except=a,b`: one or the other.
    private mutating func alternatives(_ values: [Value]) -> [BoundValue] {
        let patterns = values.compactMap { pattern(from: $0) }
        guard let first = patterns.first, let last = patterns.last else { return [] }
        let range = first.range.union(last.range)
        let whole = patterns.count == 1 ? first : Pattern(.or(patterns), range)
        return bindPattern(whole, except: nil, exact: environment.exact).map { [.pattern($0)] } ?? []
    }

    private mutating func reportUnknownParameter(_ argument: NamedArgument, of declaration: CommandDeclaration) {
        let spellings = declaration.named.flatMap(\.name.spellings)
        let near = Suggestions.nearest(to: argument.name.kind, among: spellings)
        let list = declaration.named.map { "\($0.name.english)=" }.joined(separator: " ")
        let command = declaration.name
        report(
            .unknownParameter, at: argument.name.range,
            LocalizedText(
                "\(command.english) has no parameter \(argument.name.kind)=",
                zh: "\(command.chinese) 没有参数 \(argument.name.kind)="),
            advice: near != nil
                ? nil
                : declaration.named.isEmpty
                    ? LocalizedText("it takes none; quote a text with =", zh: "它不带参数；含 = 的文字请加引号")
                    : LocalizedText("it has \(list)", zh: "它有 \(list)"),
            edits: near.map { [SourceEdit(argument.name.range, $0)] } ?? [])
    }

    // MARK: Positional

    private mutating func bindPositional(
        _ values: [Value], of declaration: CommandDeclaration, _ name: Name, end: SourceRange, input: FlowType
    ) -> [BoundValue] {
        let parameters = declaration.positional
        let given = reportingForeignWords(values, of: declaration, name)
        if given.count == values.count, let missing = parameters.dropFirst(given.count).first(where: \.isRequired) {
            reportMissing(missing.name, of: declaration, at: end)
        }
        let most = parameters.last?.isRepeated == true ? given.count : min(given.count, parameters.count)
        if most < given.count { reportSurplus(given, from: most, name) }
        var bound: [BoundValue] = []
        for (index, value) in given.prefix(most).enumerated() {
            let parameter = parameters[min(index, parameters.count - 1)]
            if parameter.kind == .sortKey, isDescending(value), let last = bound.popLast() {
                if case .sortKey(let field, _) = last { bound.append(.sortKey(field, descending: true)) }
                continue
            }
            if let one = bindValue(value, as: parameter, input: input) { bound.append(one) }
        }
        return bound
    }

    /// Values beyond those that a command takes.
    private mutating func reportSurplus(_ values: [Value], from first: Int, _ name: Name) {
        let range = values[first].range.union(values[values.count - 1].range)
        let before = first > 0 ? values[first - 1].range : name.range
        let message =
            switch first {
            case 0: LocalizedText("\(name.kind) takes no value", zh: "\(name.kind) 不带值")
            case 1: LocalizedText("\(name.kind) takes one value", zh: "\(name.kind) 只要一个值")
            default: LocalizedText("\(name.kind) takes \(first) values", zh: "\(name.kind) 只要 \(first) 个值")
            }
        report(.tooManyArguments, at: range, message, edits: [SourceEdit(SourceRange(before.upper, range.upper), "")])
    }

    private func isDescending(_ value: Value) -> Bool {
        if case .word(let word) = value.kind { Keyword(spelling: word) == .desc } else { false }
    }

    /// Something that must be given and is not.
    mutating func reportMissing(_ what: BilingualName, of declaration: CommandDeclaration, at range: SourceRange) {
        let example = declaration.examples.first?.query ?? ""
        report(
            .missingArgument, at: range,
            LocalizedText(
                "\(declaration.name.english) needs \(withArticle(what.english))", zh: "\(declaration.name.chinese) 需要\(what.chinese)"),
            advice: example.isEmpty ? nil : LocalizedText("for example: \(example)", zh: "例如：\(inChinese(example))"))
    }

    /// An example in the Chinese spelling.
    private func inChinese(_ query: String) -> String {
        let printer = Formatter(language: .chinese, commands: environment.commands)
        let script = parse(query, vocabulary: environment.commands.vocabulary).script
        return script.statements.map { printer.format($0) }.joined(separator: "；")
    }

    /// `a field`, `an address`; what is several or no word of its own stands alone.
    private func withArticle(_ what: String) -> String {
        guard let first = what.utf8.first, (0x61...0x7A).contains(first), !what.hasSuffix("s"), !what.hasSuffix("="), what.utf8.count > 1,
            !what.utf8.contains(0x20)
        else { return what }
        return "aeiou".utf8.contains(first) ? "an \(what)" : "a \(what)"
    }

    // MARK: Patterns

    private mutating func bindPatterns(
        _ patterns: [Pattern], of declaration: CommandDeclaration, _ command: Command, end: SourceRange,
        into bound: inout BoundArguments
    ) {
        let wanted = declaration.shape == .twoPatterns ? 2 : declaration.needsArgument ? 1 : 0
        guard patterns.count >= wanted else {
            return reportMissing(declaration.positional.first?.name ?? declaration.name, of: declaration, at: end)
        }
        if let option = patterns.first.flatMap(foreignOption) { return report(option, command, end: end) }
        var except: BoundPattern?
        if case .pattern(let pattern)? = bound.named["except"]?.first { except = pattern }
        bound.patterns = patterns.compactMap { bindPattern($0, except: except, exact: environment.exact) }
    }

    // MARK: Expressions

    private mutating func bindCondition(
        _ expression: Expression?, _ name: Name, input: FlowType, into bound: inout BoundArguments
    ) {
        guard let expression else {
            return report(
                .missingArgument, at: name.range.end,
                LocalizedText("\(name.kind) needs a condition", zh: "\(name.kind) 需要条件"),
                advice: LocalizedText("for example: where len > 100", zh: "例如：条件 字数 > 100"))
        }
        guard let condition = bindExpression(expression, input: input) else { return }
        guard condition.kind == .boolean else {
            return reportNoCondition(expression, condition, input: input)
        }
        bound.expression = condition
    }

    private mutating func reportNoCondition(_ expression: Expression, _ condition: BoundExpression, input: FlowType) {
        var edits: [SourceEdit] = []
        if case .word(let word) = expression.kind, case .constant = condition {
            edits = [SourceEdit(expression.range, word.isHan ? "含有(\(word))" : "has(\(word))")]
        }
        report(
            .badExpression, at: expression.range,
            LocalizedText("a condition is true or false, but this is a value", zh: "条件须有真假，而这里是一个值"),
            advice: edits.isEmpty ? LocalizedText("compare it: len > 100", zh: "请作比较：字数 > 100") : nil,
            edits: edits)
    }

    private mutating func bindAssignments(
        _ assignments: [Assignment], _ name: Name, input: FlowType, into bound: inout BoundArguments
    ) {
        if assignments.isEmpty {
            report(
                .missingArgument, at: name.range.end,
                LocalizedText("\(name.kind) needs NAME = expression", zh: "\(name.kind) 需要 名 = 式"),
                advice: LocalizedText("for example: derive n = count(党员)", zh: "例如：列 次数 = 计数(党员)"))
        }
        var taken = columnNames(of: input)
        for assignment in assignments {
            if !taken.insert(assignment.name.kind).inserted { reportTakenColumn(assignment.name) }
            guard let expression = bindExpression(assignment.expression, input: input) else { continue }
            if case .word(let text) = assignment.expression.kind, case .constant(.text) = expression,
                let mended = spaced(text, input: input)
            {
                reportGlued(assignment.expression, mended)
            }
            let column = Column(verbatim: assignment.name.kind, expression.kind)
            bound.assignments.append((column, expression))
        }
    }

    /// The columns that stand beside new ones.
    private func columnNames(of input: FlowType) -> Set<String> {
        switch input {
        case .nothing, .number, .text: []
        case .units: ["address", "地址", "text", "正文"]
        case .table(let columns, _): Set(columns.flatMap { [$0.name, $0.chinese] })
        }
    }

    private mutating func reportTakenColumn(_ name: Name) {
        report(
            .nameTaken, at: name.range,
            LocalizedText("there is a column \(name.kind) already", zh: "已有名为 \(name.kind) 的列"),
            edits: [SourceEdit(name.range, "\(name.kind)2")])
    }
}
