import Documents
import QuerySyntax
import SourceText

extension Formatter {
    // MARK: Values

    /// A value, names among its kind in the formatter's spelling.
    func format(_ value: Value, as kind: ParameterKind) -> String {
        switch value.kind {
        // A path keeps its spelling: a slash begins no regular expression there.
        case .word(let text) where kind == .path: text
        case .word(let text): translated(text, as: kind) ?? Formatter.word(text, inPatterns: false)
        case .string(let text): Formatter.quoted(text, gaps: true)
        case .raw(let text): Formatter.quoted(raw: text)
        case .regex(let regex): Formatter.regex(regex)
        case .variable(let name): variable(name)
        case .pipeline(let pipeline): bracketed(format(pipeline))
        }
    }

    /// The other spelling of a word that names something: a field, a choice, a truth.
    private func translated(_ text: String, as kind: ParameterKind) -> String? {
        guard let language else { return nil }
        switch kind {
        case .field, .sortKey: return fieldName(text)
        case .choice(let choices), .integerOrChoice(_, let choices):
            return choices.first { $0.spellings.contains(text) }.map { $0(language) }
        case .boolean:
            let pairs = [("true", "真"), ("false", "假")]
            return pairs.first { $0.0 == text || $0.1 == text }.map { language == .chinese ? $0.1 : $0.0 }
        case .integer, .text, .path, .date, .position, .address, .pattern, .pipeline, .literal: return nil
        }
    }

    private func fieldName(_ text: String) -> String? {
        guard let language else { return nil }
        return UnitField.allCases.first { $0.rawValue == text || $0.chinese == text }.map {
            language == .chinese ? $0.chinese : $0.rawValue
        }
    }

    // MARK: Patterns

    /// Where a pattern stands, as that decides which brackets it needs.
    enum PatternContext { case whole, or, and, not }

    func format(_ pattern: Pattern, in context: PatternContext = .whole) -> String {
        switch pattern.kind {
        case .phrase(let parts): return Formatter.phrase(parts)
        case .raw(let text): return Formatter.quoted(raw: text)
        case .regex(let regex): return Formatter.regex(regex)
        case .variable(let name): return variable(name)
        case .and(let parts):
            let text = parts.map { format($0, in: .and) }.joined(separator: " ")
            return context == .and || context == .not ? bracketed(text) : text
        case .or(let parts):
            let text = parts.map { format($0, in: .or) }.joined(separator: " \(spelled(.or)) ")
            return context == .whole ? text : bracketed(text)
        case .not(let inner): return "\(spelled(.not)) \(format(inner, in: .not))"
        }
    }

    // MARK: Expressions

    /// How strongly operators bind, weakest first.
    private enum Strength: Int { case or, and, not, comparison, sum, product, primary }

    func format(_ expression: Expression) -> String { format(expression, within: .or) }

    private func format(_ expression: Expression, within context: Strength) -> String {
        let (text, strength) = written(expression)
        return strength.rawValue < context.rawValue ? bracketed(text) : text
    }

    private func written(_ expression: Expression) -> (String, Strength) {
        switch expression.kind {
        case .or(let a, let b):
            return ("\(format(a, within: .or)) \(spelled(.or)) \(format(b, within: .and))", .or)
        case .and(let a, let b):
            return ("\(format(a, within: .and)) \(spelled(.and)) \(format(b, within: .not))", .and)
        case .not(let inner): return ("\(spelled(.not)) \(format(inner, within: .not))", .not)
        case .comparison(let a, let sign, let b):
            return ("\(format(a, within: .sum)) \(spelled(sign)) \(format(b, within: .sum))", .comparison)
        case .membership(let a, let items):
            let list = items.map { format($0, within: .sum) }
            let right = list.count == 1 ? list[0] : bracketed(self.list(list))
            return ("\(format(a, within: .sum)) \(spelled(.membership)) \(right)", .comparison)
        case .arithmetic(let a, let sign, let b):
            let strength: Strength = sign == .plus || sign == .minus ? .sum : .product
            let right: Strength = strength == .sum ? .product : .primary
            return ("\(format(a, within: strength)) \(sign.rawValue) \(format(b, within: right))", strength)
        case .call(let name, let arguments):
            return (functionName(name) + bracketed(list(arguments.map { format($0, within: .or) })), .primary)
        case .patternCall(let name, let pattern):
            return (functionName(name) + bracketed(pattern.map { format($0) } ?? ""), .primary)
        case .word(let text): return (fieldName(text) ?? Formatter.word(text, inPatterns: false), .primary)
        case .string(let text): return (Formatter.quoted(text, gaps: true), .primary)
        case .raw(let text): return (Formatter.quoted(raw: text), .primary)
        case .regex(let regex): return (Formatter.regex(regex), .primary)
        case .variable(let name): return (variable(name), .primary)
        }
    }

    private func functionName(_ name: Name) -> String {
        spelled(Function.named(name.kind)?.name, else: name.kind)
    }

    private func spelled(_ comparison: Comparison) -> String {
        guard comparison == .has else {
            return language == .chinese ? Formatter.fullWidth[comparison.rawValue] ?? comparison.rawValue : comparison.rawValue
        }
        return spelled(Keyword.has)
    }

    private static let fullWidth = ["=": "＝", "!=": "！＝", "<": "＜", "<=": "＜＝", ">": "＞", ">=": "＞＝"]
}
