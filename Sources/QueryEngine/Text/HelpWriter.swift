import Documents
import PatternMatching
import QueryLanguage
import QuerySyntax
import SourceText

/// Writes the help from the declarations; it knows no command by itself.
struct HelpWriter {
    let context: EvaluationContext

    private var language: Language { context.language }
    private typealias Line = TextResult.Line

    /// All commands, a line each.
    func overview() -> [TextResult.Line] {
        let intro = LocalizedText(
            "A query is a pipeline: section 新的任务 | grep 党员. Commands (help NAME explains one):",
            zh: "查询是一条管道：入节 新的任务 ｜ 含 党员。命令如下（帮助 名 说明一个）：")
        let more = LocalizedText(
            "Also: help fields, functions, settings, language, keys, E31; apropos WORD. wen teach is a course.",
            zh: "另有：帮助 fields、functions、settings、language、keys、E31；查找 词。wen teach 有课程。")
        return [Line(intro(language))] + context.commands.declarations.map(summaryLine) + [Line(more(language))]
    }

    private func summaryLine(_ declaration: CommandDeclaration) -> TextResult.Line {
        Line("  \(padded(names(declaration.name), toColumn: 22))\(declaration.summary(language))")
    }

    private func names(_ name: BilingualName) -> String { "\(name.english) \(name.chinese)" }

    /// What there is on a topic: a command, a code, or one of the lists.
    func topic(_ topic: String) -> [TextResult.Line] {
        if let declaration = context.commands[topic] { return command(declaration) }
        if let code = context.codes.first(where: { $0.name.lowercased() == topic.lowercased() }) { return self.code(code) }
        switch topic.lowercased() {
        case "fields", "字段": return fields()
        case "functions", "函数": return functions()
        case "settings", "设置": return settings()
        case "language", "语言", "topics", "题目": return languageSummary()
        case "keys", "键": return keys()
        default: return apropos(topic)
        }
    }

    private func command(_ declaration: CommandDeclaration) -> [TextResult.Line] {
        var lines = [
            Line("\(names(declaration.name)) — \(declaration.summary(language))", style: .title),
            Line("  \(signature(declaration))"), Line("  \(types(declaration))"), Line(""),
            Line(declaration.explanation(language)),
        ]
        let parameters = declaration.positional + declaration.named
        if !parameters.isEmpty { lines.append(Line("")) }
        lines += parameters.map { parameterLine($0, isNamed: declaration.named.contains($0)) }
        lines.append(Line(""))
        for example in declaration.examples {
            lines.append(Line("  > \(example.query)", style: .code))
            lines += example.output.split(separator: "\n").map { row in
                // A tab is for programs that read the row; people see two blanks.
                Line("  " + row.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  "))
            }
        }
        return lines
    }

    /// `kwic [patterns] width= sort=`
    private func signature(_ declaration: CommandDeclaration) -> String {
        let positional = declaration.positional.map { parameter in
            let name = parameter.name(language) + (parameter.isRepeated ? "…" : "")
            return parameter.isRequired ? name : "[\(name)]"
        }
        let named = declaration.named.map { $0.isRequired ? "\($0.name(language))=" : "[\($0.name(language))=]" }
        return ([declaration.name(language)] + positional + named).joined(separator: " ")
    }

    private func types(_ declaration: CommandDeclaration) -> String {
        "\(FlowKind.names(declaration.accepts)(language)) → \(declaration.gives(language))"
    }

    private func parameterLine(_ parameter: Parameter, isNamed: Bool) -> TextResult.Line {
        let name = isNamed ? "\(parameter.name.english)= \(parameter.name.chinese)=" : parameter.name(language)
        var text = "  \(padded(name, toColumn: 22))\(parameter.summary(language))"
        if !parameter.defaultText.isEmpty { text += " (\(parameter.defaultText))" }
        return Line(text)
    }

    private func code(_ code: DiagnosticCode) -> [TextResult.Line] {
        [
            Line("\(code.name) — \(code.title(language))", style: .title), Line(code.explanation(language)),
            Line("  ✗ \(code.example.wrong)", style: .code), Line("  ✓ \(code.example.right)", style: .code),
        ]
    }

    private func fields() -> [TextResult.Line] {
        UnitField.allCases.map { field in
            let kind: LocalizedText
            switch field.kind {
            case .text: kind = LocalizedText("text", zh: "文字")
            case .number: kind = LocalizedText("number", zh: "数")
            case .date: kind = LocalizedText("date", zh: "日期")
            case .boolean: kind = LocalizedText("true or false", zh: "真假")
            }
            let layer = LocalizedText(field.coarsestLayer.name(count: 2), zh: field.coarsestLayer.chinese)(language)
            let from = language == .chinese ? "（\(layer)及以下）" : " (of \(layer) and finer)"
            return Line("  \(padded("\(field.rawValue) \(field.chinese)", toColumn: 22))\(kind(language))\(from)")
        }
    }

    private func functions() -> [TextResult.Line] {
        Function.allCases.map { Line("  \(padded("\($0.name.english) \($0.name.chinese)", toColumn: 22))\($0.summary(language))") }
    }

    private func settings() -> [TextResult.Line] {
        Setting.allCases.map {
            Line("  \(padded("\($0.name.english) \($0.name.chinese)", toColumn: 22))\($0.summary(language)) (\($0.defaultValue))")
        }
    }

    private func keys() -> [TextResult.Line] {
        HelpKeys.rows.map { Line("  \(padded($0.keys, toColumn: 26))\($0.meaning(language))") }
    }

    private func languageSummary() -> [TextResult.Line] {
        HelpLanguage.rows.map { Line("  \(padded($0.form, toColumn: 26))\($0.meaning(language))") }
    }

    /// Everything whose name or description has a word, in either language.
    func apropos(_ word: String) -> [TextResult.Line] {
        let sought = Folding.folded(word.lowercased())
        func speaks(_ texts: [String]) -> Bool { texts.contains { Folding.folded($0.lowercased()).contains(sought) } }
        func words(_ text: LocalizedText) -> [String] { [text.english, text.chinese] }
        var lines = context.commands.declarations.filter {
            speaks($0.name.spellings + words($0.summary) + words($0.explanation))
        }.map(summaryLine)
        lines += Function.allCases.filter { speaks($0.name.spellings + words($0.summary)) }.map {
            Line("  \(padded("\($0.name.english)(…) \($0.name.chinese)", toColumn: 22))\($0.summary(language))")
        }
        lines += Setting.allCases.filter { speaks($0.name.spellings + words($0.summary)) }.map {
            Line("  \(padded("set \($0.name.english) \($0.name.chinese)", toColumn: 22))\($0.summary(language))")
        }
        let nothing = LocalizedText(
            "nothing is known of \(word); help lists the commands", zh: "没有关于“\(word)”的说明；帮助 列出全部命令")
        return lines.isEmpty ? [Line(nothing(language))] : lines
    }
}
