import QueryEngine
import QueryLanguage
import QuerySyntax
import SourceText

/// The reference of all commands as a Markdown page, written from their declarations. Its examples are query blocks, so
/// that `wen check` runs them.
public func commandReference() -> String {
    var page = """
        # Commands

        This page is written by `wen reference` from the declarations of the commands; edit those. Every example is run on
        the built-in example by the tests. The language itself is in [language.md](language.md).

        | command | 中文 | what it does | 说明 |
        |---|---|---|---|

        """
    for declaration in commandTable.declarations {
        let summary = declaration.summary
        page += "| [`\(declaration.name.english)`](#\(declaration.name.english)) | \(declaration.name.chinese) "
        page += "| \(escaped(summary.english)) | \(escaped(summary.chinese)) |\n"
    }
    for declaration in commandTable.declarations { page += entry(declaration) }
    return page + codesSection()
}

private func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
}

private func entry(_ declaration: CommandDeclaration) -> String {
    var text = "\n## \(declaration.name.english)\n\n"
    let others = declaration.name.spellings.dropFirst().map { "`\($0)`" }.joined(separator: ", ")
    text += "\(others) · \(FlowKind.names(declaration.accepts).english) → \(declaration.gives.english)\n\n"
    text += "\(declaration.explanation.english)\n\n\(declaration.explanation.chinese)\n"
    let parameters = declaration.positional.map { ($0, false) } + declaration.named.map { ($0, true) }
    if !parameters.isEmpty {
        text += "\n| argument | 中文 | | default |\n|---|---|---|---|\n"
        for (parameter, isNamed) in parameters { text += row(parameter, isNamed: isNamed) }
    }
    // What opens files depends on where the reader is: shown, not run.
    let isRun = !declaration.positional.contains { $0.kind == .path }
    text += isRun ? "\n```wen pipe\n" : "\n```\n"
    for example in declaration.examples {
        text += "> \(example.query)\n"
        if !example.output.isEmpty { text += example.output + "\n" }
    }
    return text + "```\n"
}

private func row(_ parameter: Parameter, isNamed: Bool) -> String {
    let mark = isNamed ? "=" : parameter.isRepeated ? " …" : ""
    let name = "`\(escaped(parameter.name.english))\(mark)`"
    let chinese = "`\(escaped(parameter.name.chinese))\(isNamed ? "=" : "")`"
    return "| \(name) | \(chinese) | \(escaped(parameter.summary.english)) | \(parameter.defaultText) |\n"
}

private func codesSection() -> String {
    var text = "\n## Errors\n\n| code | what is wrong | wrong | right |\n|---|---|---|---|\n"
    for code in syntaxCodes + bindingCodes + evaluationCodes {
        text += "| \(code.name) | \(escaped(code.title.english)) · \(escaped(code.title.chinese)) "
        text += "| `\(cell(code.example.wrong))` | `\(cell(code.example.right))` |\n"
    }
    return text
}

private func cell(_ query: String) -> String {
    escaped(query.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎"))
}
