import Documents
import PatternMatching
import QuerySyntax
import SourceText

extension Binder {
    /// An expression with fields found and kinds checked; nil after a diagnostic.
    mutating func bindExpression(_ expression: Expression, input: FlowType) -> BoundExpression? {
        switch expression.kind {
        case .or(let a, let b):
            return bindConditions(a, b, input: input).map { .or($0, $1) }
        case .and(let a, let b):
            return bindConditions(a, b, input: input).map { .and($0, $1) }
        case .not(let inner):
            return bindCondition(inner, input: input).map { .not($0) }
        case .comparison(let left, let comparison, let right):
            return bindComparison(left, comparison, right, input: input)
        case .membership(let left, let items): return bindMembership(left, items, input: input)
        case .arithmetic(let a, let sign, let b):
            guard let left = bindNumber(a, input: input), let right = bindNumber(b, input: input) else { return nil }
            return .arithmetic(left, Binder.operation(sign), right)
        case .call(let name, let arguments): return bindFunction(name, arguments, expression.range, input: input)
        case .patternCall(let name, let pattern): return bindPatternFunction(name, pattern, expression.range)
        case .word(let text): return bindWord(text, input: input)
        case .string(let text), .raw(let text): return .constant(.text(text))
        case .regex:
            report(
                .badExpression, at: expression.range,
                LocalizedText("a regular expression stands after ~", zh: "正则表达式写在 ~ 之后"),
                advice: LocalizedText("for example: where title ~ /…/", zh: "例如：条件 标题 ~ /…/"))
            return nil
        case .variable(let name): return bindVariable(name, at: expression.range, input: input)
        }
    }

    private static func operation(_ sign: Arithmetic) -> ArithmeticOperator {
        switch sign {
        case .plus: .plus
        case .minus: .minus
        case .times: .times
        case .remainder: .remainder
        case .divided: .divided
        }
    }

    private func bindWord(_ text: String, input: FlowType) -> BoundExpression {
        if let found = field(named: text, of: input) { return .field(found) }
        if let number = readInteger(text) { return .constant(.integer(number)) }
        if let number = readDecimal(text) { return .constant(.decimal(number)) }
        return .constant(.text(text))
    }

    private mutating func bindVariable(_ name: String, at range: SourceRange, input: FlowType) -> BoundExpression? {
        if isOpen(name) { return nil }
        guard let value = environment.parameters[name] else {
            reportUnknownName(name, at: range)
            return nil
        }
        guard let text = plainText(value) else {
            reportBadValue(value, LocalizedText("a value", zh: "值"))
            return nil
        }
        // A parameter is a value, never text that is read again: a word equal to a field stays a word.
        return .constant(readInteger(text).map(Cell.integer) ?? readDecimal(text).map(Cell.decimal) ?? .text(text))
    }

    // MARK: Truth

    private mutating func bindConditions(
        _ a: Expression, _ b: Expression, input: FlowType
    ) -> (BoundExpression, BoundExpression)? {
        let left = bindCondition(a, input: input)
        let right = bindCondition(b, input: input)
        guard let left, let right else { return nil }
        return (left, right)
    }

    private mutating func bindCondition(_ expression: Expression, input: FlowType) -> BoundExpression? {
        guard let bound = bindExpression(expression, input: input) else { return nil }
        if bound.kind == .boolean { return bound }
        report(
            .badExpression, at: expression.range,
            LocalizedText("and, or, not join conditions, and this is a value", zh: "且、或、非 连接条件，而这里是一个值"),
            advice: LocalizedText("compare it: len > 100", zh: "请作比较：字数 > 100"))
        return nil
    }

    private mutating func bindNumber(_ expression: Expression, input: FlowType) -> BoundExpression? {
        guard let bound = bindExpression(expression, input: input) else { return nil }
        if bound.kind == .number { return bound }
        if case .word(let text) = expression.kind, let mended = spaced(text, input: input) {
            reportGlued(expression, mended)
            return nil
        }
        report(
            .badExpression, at: expression.range,
            LocalizedText("arithmetic needs numbers", zh: "算术要数"),
            advice: LocalizedText("for example: len * 2", zh: "例如：字数 * 2"))
        return nil
    }

    /// A word that was meant as arithmetic.
    mutating func reportGlued(_ node: Expression, _ mended: String) {
        report(
            .badExpression, at: node.range, LocalizedText("operators stand between blanks", zh: "运算符两边要空格"),
            edits: [SourceEdit(node.range, mended)])
    }

    /// `len*2` → `len * 2`, where one side is a field.
    func spaced(_ text: String, input: FlowType) -> String? {
        guard let mended = spacingOperators(in: text, numbersFirst: true) else { return nil }
        let names = mended.split(separator: " ")
        return names.contains { field(named: String($0), of: input) != nil } ? mended : nil
    }

    // MARK: Comparison

    private mutating func bindComparison(
        _ leftNode: Expression, _ comparison: Comparison, _ rightNode: Expression, input: FlowType
    ) -> BoundExpression? {
        guard let left = bindLeft(leftNode, input: input) else { return nil }
        switch comparison {
        case .matches, .has: return bindFound(left, leftNode, rightNode)
        case .equal: return bindComparison(left, .equal, rightNode, input: input)
        case .notEqual: return bindComparison(left, .notEqual, rightNode, input: input)
        case .less: return bindComparison(left, .less, rightNode, input: input)
        case .lessOrEqual: return bindComparison(left, .lessOrEqual, rightNode, input: input)
        case .greater: return bindComparison(left, .greater, rightNode, input: input)
        case .greaterOrEqual: return bindComparison(left, .greaterOrEqual, rightNode, input: input)
        }
    }

    /// The left of a comparison: a field, a function or arithmetic, never a mere word.
    private mutating func bindLeft(_ node: Expression, input: FlowType) -> BoundExpression? {
        guard let left = bindExpression(node, input: input) else { return nil }
        guard case .constant = left, case .word(let text) = node.kind else { return left }
        if let mended = spaced(text, input: input) {
            reportGlued(node, mended)
        } else {
            reportUnknownField(text, at: node.range, input: input)
        }
        return nil
    }

    private mutating func bindComparison(
        _ left: BoundExpression, _ comparison: ValueComparison, _ rightNode: Expression, input: FlowType
    ) -> BoundExpression? {
        if left.kind == .date, let text = literalText(rightNode, input: input) {
            return dateRange(text, at: rightNode.range).map { .dateComparison(left, comparison, $0) }
        }
        guard let right = bindExpression(rightNode, input: input) else { return nil }
        if left.kind == right.kind { return compared(left, comparison, right) }
        if left.kind == .text, case .constant = right, let text = literalText(rightNode, input: input) {
            return compared(left, comparison, .constant(.text(text)))
        }
        if left.kind == .boolean, let text = literalText(rightNode, input: input), let truth = truth(text) {
            return .comparison(left, comparison, .constant(.boolean(truth)))
        }
        reportMismatch(left.kind, rightNode, input: input)
        return nil
    }

    /// Texts are equal in any script and width; their order is that of the characters as they stand.
    private func compared(_ left: BoundExpression, _ comparison: ValueComparison, _ right: BoundExpression) -> BoundExpression {
        switch comparison {
        case .equal, .notEqual: .comparison(folded(left), comparison, folded(right))
        case .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison(left, comparison, right)
        }
    }

    private func folded(_ expression: BoundExpression) -> BoundExpression {
        guard expression.kind == .text, !environment.exact else { return expression }
        if case .constant(let cell) = expression { return .constant(folded(cell)) }
        return .folded(expression)
    }

    private func folded(_ cell: Cell) -> Cell {
        if case .text(let text) = cell, !environment.exact { .text(Folding.folded(text)) } else { cell }
    }

    private func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "真", "是": true
        case "false", "假", "否": false
        default: nil
        }
    }

    /// The characters of a word that is no field, or of a quotation.
    private func literalText(_ node: Expression, input: FlowType) -> String? {
        switch node.kind {
        case .word(let text): field(named: text, of: input) == nil ? text : nil
        case .string(let text), .raw(let text): text
        case .variable(let name): environment.parameters[name].flatMap { plainText($0) }
        case .or, .and, .not, .comparison, .membership, .arithmetic, .call, .patternCall, .regex: nil
        }
    }

    private mutating func reportMismatch(_ kind: CellKind, _ node: Expression, input: FlowType) {
        let text = literalText(node, input: input) ?? written(node.range)
        if kind == .number, let mended = spaced(text, input: input) {
            return reportGlued(node, mended)
        }
        let wanted: LocalizedText
        switch kind {
        case .number: wanted = LocalizedText("a number", zh: "数")
        case .text: wanted = LocalizedText("a text", zh: "文字")
        case .date: wanted = LocalizedText("a date", zh: "日期")
        case .boolean: wanted = LocalizedText("true or false", zh: "真或假")
        }
        report(
            .badExpression, at: node.range,
            LocalizedText(
                "the left side is compared with \(wanted.english), and “\(text)” is none",
                zh: "左边要与\(wanted.chinese)相比，而“\(text)”不是"),
            advice: kind == .number && decimalSpelling(text) == nil ? LocalizedText("for example: len > 100", zh: "例如：字数 > 100") : nil,
            edits: kind == .number ? decimalSpelling(text).map { [SourceEdit(node.range, $0)] } ?? [] : [])
    }

    /// The query's own characters.
    private func written(_ range: SourceRange) -> String {
        String(decoding: source.utf8.dropFirst(range.lower).prefix(range.count), as: UTF8.self)
    }

    /// `title has 社区`, `title ~ /…/`
    private mutating func bindFound(
        _ left: BoundExpression, _ leftNode: Expression, _ rightNode: Expression
    ) -> BoundExpression? {
        guard left.kind == .text else {
            report(
                .badExpression, at: leftNode.range,
                LocalizedText("has and ~ look into a text", zh: "含 与 ~ 只查文字"),
                advice: LocalizedText("for example: title has 社区", zh: "例如：标题 含 社区"))
            return nil
        }
        guard let pattern = pattern(from: rightNode) else {
            report(
                .badExpression, at: rightNode.range,
                LocalizedText("something to find is needed here", zh: "这里要查找的内容"))
            return nil
        }
        return bindPattern(pattern, except: nil, exact: environment.exact).map { .found(left, $0) }
    }

    private func pattern(from node: Expression) -> Pattern? {
        switch node.kind {
        case .word(let text), .string(let text): Pattern(.phrase(phraseParts(of: text)), node.range)
        case .raw(let text): Pattern(.raw(text), node.range)
        case .regex(let regex): Pattern(.regex(regex), node.range)
        case .variable(let name): Pattern(.variable(name), node.range)
        case .or, .and, .not, .comparison, .membership, .arithmetic, .call, .patternCall: nil
        }
    }

    // MARK: Membership

    private mutating func bindMembership(
        _ leftNode: Expression, _ items: [Expression], input: FlowType
    ) -> BoundExpression? {
        guard let left = bindLeft(leftNode, input: input) else { return nil }
        if left.kind == .date {
            let ranges = items.map { item in
                literalText(item, input: input).flatMap { dateRange($0, at: item.range) }
            }
            return ranges.contains { $0 == nil } ? nil : .dateMembership(left, ranges.compactMap { $0 })
        }
        if left.kind == .number, items.count == 1, let text = literalText(items[0], input: input), rangeDots(text) != nil {
            return bindNumberRange(left, text, at: items[0].range)
        }
        var cells: [Cell] = []
        for item in items {
            guard let cell = constant(item, kind: left.kind, input: input) else {
                reportMismatch(left.kind, item, input: input)
                return nil
            }
            cells.append(cell)
        }
        return .membership(folded(left), cells.map { folded($0) })
    }

    private func constant(_ node: Expression, kind: CellKind, input: FlowType) -> Cell? {
        guard let text = literalText(node, input: input) else { return nil }
        switch kind {
        case .text: return .text(text)
        case .number: return readInteger(text).map(Cell.integer) ?? readDecimal(text).map(Cell.decimal)
        case .boolean: return truth(text).map(Cell.boolean)
        case .date: return nil
        }
    }

    private mutating func bindNumberRange(_ left: BoundExpression, _ text: String, at range: SourceRange) -> BoundExpression? {
        let ends = rangeDots(text).map { (text[..<$0.lowerBound], text[$0.upperBound...]) }
        guard let ends, let low = readInteger(ends.0), let high = readInteger(ends.1) else {
            report(
                .badExpression, at: range, LocalizedText("“\(text)” is no range of numbers", zh: "“\(text)”不是数的范围"),
                advice: LocalizedText("ranges are written 3..5", zh: "范围写作 3..5"))
            return nil
        }
        guard low <= high else {
            report(
                .reversedRange, at: range, LocalizedText("the range \(text) is reversed", zh: "范围 \(text) 颠倒"),
                edits: [SourceEdit(range, "\(high)..\(low)")])
            return nil
        }
        return .numberRange(left, low...high)
    }

    // MARK: Functions

    private mutating func bindFunction(
        _ name: Name, _ arguments: [Expression], _ range: SourceRange, input: FlowType
    ) -> BoundExpression? {
        guard let function = knownFunction(name) else { return nil }
        guard function.arity.contains(arguments.count) else {
            let wanted = function.arity.upperBound == 1 ? "1 value" : "1 value or more"
            report(
                .wrongArity, at: range,
                LocalizedText(
                    "\(name.kind) takes \(wanted), but \(arguments.count) given",
                    zh: "\(name.kind) 的参数个数不对：给了 \(arguments.count) 个"))
            return nil
        }
        var bound: [BoundExpression] = []
        for argument in arguments {
            guard let one = bindExpression(argument, input: input) else { return nil }
            guard one.kind == function.argumentKind else {
                if case .word(let text) = argument.kind, case .constant = one {
                    reportUnknownField(text, at: argument.range, input: input)
                } else if let kind = function.argumentKind {
                    reportMismatch(kind, argument, input: input)
                }
                return nil
            }
            bound.append(one)
        }
        return .call(function, bound)
    }

    private mutating func bindPatternFunction(_ name: Name, _ pattern: Pattern?, _ range: SourceRange) -> BoundExpression? {
        guard let function = knownFunction(name) else { return nil }
        guard let pattern else {
            report(
                .wrongArity, at: range,
                LocalizedText("\(name.kind) needs something to find", zh: "\(name.kind) 要查找的内容"),
                advice: LocalizedText("for example: \(name.kind)(党员)", zh: "例如：\(name.kind)(党员)"))
            return nil
        }
        return bindPattern(pattern, except: nil, exact: environment.exact).map { .patternCall(function, $0) }
    }

    private mutating func knownFunction(_ name: Name) -> Function? {
        if let function = Function.named(name.kind) { return function }
        let near =
            Suggestions.functions[name.kind.lowercased()]
            ?? Suggestions.nearest(to: name.kind, among: Function.allCases.flatMap(\.name.spellings))
        let list = Function.allCases.map(\.rawValue).joined(separator: ", ")
        report(
            .unknownFunction, at: name.range,
            LocalizedText("no function is called \(name.kind)", zh: "没有函数叫 \(name.kind)"),
            advice: near == nil ? LocalizedText("functions: \(list)", zh: "函数：\(list)") : nil,
            edits: near.map { [SourceEdit(name.range, $0)] } ?? [])
        return nil
    }
}
