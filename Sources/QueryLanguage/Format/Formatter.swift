import QuerySyntax
import SourceText

/// Writes a syntax tree as canonical text, in the English or the Chinese spelling, or with names as they were written.
/// What is written parses to the same tree, names apart.
struct Formatter {
    /// The spelling of names; nil keeps each as it was written.
    let language: Language?
    /// The commands, whose names and parameters have two spellings.
    let commands: CommandTable
    /// What stands in the place of `$NAME`; a name without a meaning stays.
    var meanings: [String: String] = [:]

    private var isChinese: Bool { language == .chinese }

    // MARK: Names

    /// The canonical spelling of a name.
    func spelled(_ name: BilingualName?, else written: String) -> String {
        guard let name, let language else { return written }
        return name(language)
    }

    /// A keyword; English where nothing else was asked for.
    func spelled(_ keyword: Keyword) -> String { isChinese ? keyword.chinese : keyword.english }

    private var bar: String { isChinese ? " ｜ " : " | " }
    private var comma: String { isChinese ? "，" : ", " }
    private var equals: String { isChinese ? "＝" : "=" }

    func bracketed(_ text: String) -> String { isChinese ? "（\(text)）" : "(\(text))" }

    func variable(_ name: String) -> String { meanings[name] ?? "$\(name)" }

    /// A list between the commas of the language.
    func list(_ items: [String]) -> String { items.joined(separator: comma) }

    // MARK: Statements

    func format(_ statement: Statement) -> String {
        switch statement.kind {
        case .letBinding(let name, let pipeline):
            return "\(spelled(.letBinding)) \(name.kind) \(spacedEquals) \(format(pipeline))"
        case .definition(let name, let parameters, let pipeline):
            let head = name.kind + bracketed(list(parameters.map(\.kind)))
            return "\(spelled(.definition)) \(head) \(spacedEquals) \(format(pipeline))"
        case .use(let pipeline): return joined(.use, pipeline.map(format))
        case .set(let name, let value): return formatSet(name, value)
        case .explain(let pipeline): return joined(.explain, pipeline.map(format))
        case .why(let pipeline): return joined(.why, pipeline.map(format))
        case .format(let target, let subject):
            let inner: String? = if case .statement(let statement)? = subject { format(statement) } else { nil }
            return joined(.fmt, [target?.rawValue, inner].compactMap { $0 }.joined(separator: " "))
        case .pipeline(let pipeline): return format(pipeline)
        }
    }

    private var spacedEquals: String { isChinese ? "＝" : "=" }

    private func joined(_ keyword: Keyword, _ rest: String?) -> String {
        guard let rest, !rest.isEmpty else { return spelled(keyword) }
        return "\(spelled(keyword)) \(rest)"
    }

    private func formatSet(_ name: Name?, _ value: Value?) -> String {
        let setting = name.flatMap { Setting.named($0.kind) }
        let parts = [
            name.map { spelled(setting?.name, else: $0.kind) }, value.map { format($0, as: setting?.kind ?? .text) },
        ]
        return joined(.set, parts.compactMap { $0 }.joined(separator: " "))
    }

    func format(_ pipeline: Pipeline) -> String {
        let text = pipeline.stages.map(format).joined(separator: bar)
        return pipeline.continuesLastResult ? (isChinese ? "｜ " : "| ") + text : text
    }

    func format(_ stage: Stage) -> String {
        switch stage.kind {
        case .result(let number): "_" + (number.map(String.init) ?? "")
        case .variable(let name): variable(name)
        case .group(let pipeline): bracketed(format(pipeline))
        case .call(let name, let values): name.kind + bracketed(list(values.map { format($0, as: .text) }))
        case .command(let command): format(command)
        }
    }

    private func format(_ command: Command) -> String {
        let declaration = commands[command.name.kind]
        var parts = [spelled(declaration?.name, else: command.name.kind)]
        let arguments = formatArguments(command, declaration)
        if !arguments.isEmpty { parts.append(arguments) }
        parts += command.named.map { argument in
            let parameter = declaration?.named.first { $0.name.spellings.contains(argument.name.kind) }
            let values = argument.values.map { format($0, as: parameter?.kind ?? .text) }
            return spelled(parameter?.name, else: argument.name.kind) + equals + values.joined(separator: isChinese ? "，" : ",")
        }
        return parts.joined(separator: " ")
    }

    private func formatArguments(_ command: Command, _ declaration: CommandDeclaration?) -> String {
        switch command.arguments {
        case .values(let values):
            return formatPositional(values, declaration)
        case .unknown(let values): return values.map { format($0, as: .text) }.joined(separator: " ")
        case .patterns(let pattern): return pattern.map { format($0) } ?? ""
        case .twoPatterns(let patterns): return patterns.map { format($0, in: .and) }.joined(separator: " ")
        case .series(let patterns): return list(patterns.map { format($0) })
        case .expression(let expression): return expression.map { format($0) } ?? ""
        case .assignments(let assignments):
            return list(assignments.map { "\($0.name.kind) \(spacedEquals) \(format($0.expression))" })
        }
    }

    private func formatPositional(_ values: [Value], _ declaration: CommandDeclaration?) -> String {
        let parameters = declaration?.positional ?? []
        var text = ""
        for (index, value) in values.enumerated() {
            let parameter = index < parameters.count ? parameters[index] : parameters.last
            let isDirection = parameter?.kind == .sortKey && isDescending(value)
            if index > 0 {
                let isList = parameter?.isRepeated == true && (parameter?.kind == .sortKey || parameter?.kind == .field)
                text += isList && !isDirection ? comma : " "
            }
            text += isDirection ? spelled(.desc) : format(value, as: parameter?.kind ?? .text)
        }
        return text
    }

    private func isDescending(_ value: Value) -> Bool {
        if case .word(let word) = value.kind { Keyword(spelling: word) == .desc } else { false }
    }
}
