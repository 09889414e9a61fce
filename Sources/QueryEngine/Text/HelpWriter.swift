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
            "Also: help topics, help keys, help E31, apropos WORD; help grep 2 runs an example. wen teach is a course.",
            zh: "另有：帮助 题目，帮助 键，帮助 E31，查找 词；帮助 含 2 执行一例。wen teach 有课程。")
        return [Line(intro(language))] + context.commands.declarations.map(summaryLine) + [Line(more(language))]
    }

    private func summaryLine(_ declaration: CommandDeclaration) -> TextResult.Line {
        Line("  \(padded(names(declaration.name), toColumn: 22))\(declaration.summary(language))")
    }

    private func names(_ name: BilingualName) -> String { "\(name.english) \(name.chinese)" }

    /// What there is on a topic: a command, a code, or one of the lists.
    func topic(_ topic: String) -> [TextResult.Line] {
        if let declaration = context.commands[topic] { return command(declaration) }
        if let code = code(named: topic) { return self.code(code) }
        switch HelpTopic(named: topic) {
        case .topics: return topics()
        case .fields: return fields()
        case .functions: return functions()
        case .settings: return settings()
        case .language: return languageSummary()
        case .keys: return keys()
        case .errors: return context.codes.map { Line("  \($0.name)  \($0.title(language))") }
        case nil: return apropos(topic)
        }
    }

    func code(named name: String) -> DiagnosticCode? { context.codes.first { $0.name.lowercased() == name.lowercased() } }

    private func topics() -> [TextResult.Line] {
        let rows = HelpTopic.allCases.map { topic in
            Line("  \(padded("help \(topic.rawValue) \(topic.chinese)", toColumn: 26))\(topic.summary(language))")
        }
        let others = [
            ("help grep 含", LocalizedText("a command; help grep 2 runs its second example", zh: "一个命令；帮助 含 2 执行其第二例")),
            ("help E31", LocalizedText("an error; help E31 2 runs the right query", zh: "一个错误；帮助 E31 2 执行正确的查询")),
            ("apropos 引文", LocalizedText("all that has to do with a word", zh: "与一词有关的一切")),
        ]
        return rows + others.map { Line("  \(padded($0.0, toColumn: 26))\($0.1(language))") }
    }

    private func command(_ declaration: CommandDeclaration) -> [TextResult.Line] {
        var lines = [
            Line("\(names(declaration.name)) — \(declaration.summary(language))", style: .title),
            Line("  \(declaration.signature(language))"), Line("  \(declaration.types(language))"), Line(""),
            Line(declaration.explanation(language)),
        ]
        let parameters = declaration.positional + declaration.named
        if !parameters.isEmpty { lines.append(Line("")) }
        lines += parameters.map { parameterLine($0, isNamed: declaration.named.contains($0)) }
        lines.append(Line(""))
        for (index, example) in declaration.examples.enumerated() {
            lines.append(exampleLine(index + 1, example.query))
            lines += example.output.split(separator: "\n").map { row in
                // A tab is for programs that read the row; people see two blanks.
                Line("  " + row.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  "))
            }
        }
        return lines
    }

    private func parameterLine(_ parameter: Parameter, isNamed: Bool) -> TextResult.Line {
        Line("  \(padded(parameter.spelling(isNamed: isNamed, language), toColumn: 22))\(parameter.described(language))")
    }

    private func code(_ code: DiagnosticCode) -> [TextResult.Line] {
        [
            Line("\(code.name) — \(code.title(language))", style: .title), Line(code.explanation(language)),
            exampleLine(1, code.example.wrong, mark: "✗"), exampleLine(2, code.example.right, mark: "✓"),
        ]
    }

    private func fields() -> [TextResult.Line] {
        UnitField.allCases.map(fieldLine)
    }

    private func fieldLine(_ field: UnitField) -> TextResult.Line {
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
        HelpLanguage.rows.map { Line("  \(padded($0.form, toColumn: 26))\($0.meaning(language))") } + [Line("")]
            + HelpWriter.languageQueries.enumerated().map { exampleLine($0.offset + 1, $0.element) }
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
        lines += UnitField.allCases.filter { speaks([$0.rawValue, $0.chinese]) }.map(fieldLine)
        lines += context.codes.filter { speaks(words($0.title)) }.map { Line("  \(padded($0.name, toColumn: 22))\($0.title(language))") }
        lines += HelpTopic.allCases.filter { speaks([$0.rawValue, $0.chinese] + words($0.summary)) }.map {
            Line("  \(padded("help \($0.rawValue) \($0.chinese)", toColumn: 22))\($0.summary(language))")
        }
        let nothing = LocalizedText(
            "nothing is known of \(word); help lists the commands", zh: "没有关于“\(word)”的说明；帮助 列出全部命令")
        return lines.isEmpty ? [Line(nothing(language))] : lines
    }
}
