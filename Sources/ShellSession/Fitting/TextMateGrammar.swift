import Documents
import QueryEngine
import QueryLanguage
import QuerySyntax

/// The TextMate grammar of queries, which VS Code and others read.
func textMateGrammar() -> String {
    let rules = grammarRules().map { rule in
        "    { " + rule.map { "\(jsonString($0.0)): \($0.1)" }.joined(separator: ", ") + " }"
    }
    return """
        {
          "name": "wen",
          "comment": "Written by wen reference from the declarations.",
          "scopeName": "source.wen",
          "fileTypes": ["wen"],
          "firstLineMatch": "^#!.*\\\\bwen\\\\b",
          "patterns": [
        \(rules.joined(separator: ",\n"))
          ]
        }

        """
}

private typealias Rule = [(String, String)]

/// Blanks of either width.
private let blank = "[\\s　]"
/// What a word ends at.
private let end = "(?=[\\s　|｜;；,，(（)）]|$)"

private func grammarRules() -> [Rule] {
    let stage = Keyword.allCases.filter(\.beginsStatement)
    let operators = Keyword.allCases.filter { !$0.beginsStatement }
    func spellings(_ keywords: [Keyword]) -> [String] { keywords.flatMap { [$0.english, $0.chinese] } }
    let commands = commandTable.declarations.flatMap(\.name.spellings).filter { $0.allSatisfy { $0.isLetter || $0.isNumber } }
    let begin = "(^\(blank)*(?:[>＞.]\(blank))?|[|｜;；(（])(\(blank)*)"
    let plain = alternation(spellings(stage.filter { !$0.binds }))
    let named = alternation(commandTable.declarations.flatMap { $0.named.flatMap(\.name.spellings) })
    return [
        match("comment.line.number-sign.wen", "(?<=^|[\\s　])[#＃].*$"),
        match("invalid.illegal.expected.wen", "^!! E\\d*"),
        captures(
            "\(begin)(\(alternation(spellings(stage.filter(\.binds)))))(\(blank)+)([^=＝]+)([=＝])\(blank)*(\(alternation(commands)))?\(end)",
            [
                1: "punctuation.separator.wen", 3: "keyword.control.wen", 5: "entity.name.function.wen", 6: "keyword.operator.wen",
                7: "support.function.wen",
            ]),
        captures(
            "\(begin)(\(plain))\(end)\(blank)*((?:\(alternation(commands)))\(end))?",
            [1: "punctuation.separator.wen", 3: "keyword.control.wen", 4: "support.function.wen"]),
        captures("\(begin)(\(alternation(commands)))\(end)", [1: "punctuation.separator.wen", 3: "support.function.wen"]),
        region("string.quoted.double.wen", "\"", "\"|$", escapes: true),
        region("string.quoted.double.wen", "“", "”", escapes: true),
        region("string.quoted.double.wen", "「", "」", escapes: true),
        region("string.quoted.single.wen", "'", "'|$", escapes: false),
        region("string.quoted.single.wen", "‘", "’", escapes: false),
        region("string.quoted.single.wen", "『", "』", escapes: false),
        match("string.regexp.wen", "(?<=[\\s　(（,，=])/(?:\\\\.|[^/\\\\])+/[ims]*"),
        match("variable.parameter.wen", "(?<![^\\s　|｜;；,，(（)）])(?:\(named))(?=[=＝][^=])"),
        match("support.function.expression.wen", "(?:\(alternation(Function.allCases.flatMap(\.name.spellings))))(?=[(（])"),
        match("keyword.operator.word.wen", "(?<=[\\s　(（)）])(?:\(alternation(spellings(operators))))\(end)"),
        match(
            "variable.language.field.wen",
            "(?<=[\\s　,，(（])(?:\(alternation(UnitField.allCases.flatMap { [$0.rawValue, $0.chinese] })))(?=\(blank)*[=!<>＝＜＞~,，])"),
        match("variable.other.wen", "[$＄][^\\s　|｜;；(（)）,，=＝]+|(?<![^\\s　|｜(（])_\\d*\(end)"),
        match("constant.other.address.wen", "¶\\d+(?:s\\d+)?|§\\d+"),
        match("constant.numeric.wen", "(?<![^\\s　,，(（=＝<>])[0-9０-９]+(?:[.\\-][0-9][\\-0-9]*)?\(end)"),
        match("constant.character.gap.wen", "…+|\\.{3,}"),
        match("keyword.operator.wen", "[=!<>＝！＜＞]=?|(?<=\\s)[-+*%÷~](?=\\s)"),
        match("punctuation.separator.wen", "[|｜;；(（)）,，]"),
    ]
}

private func match(_ name: String, _ pattern: String) -> Rule { [("name", jsonString(name)), ("match", jsonString(pattern))] }

private func captures(_ pattern: String, _ names: [Int: String]) -> Rule {
    let groups = names.sorted { $0.key < $1.key }.map { "\"\($0.key)\": { \"name\": \(jsonString($0.value)) }" }
    return [("match", jsonString(pattern)), ("captures", "{ \(groups.joined(separator: ", ")) }")]
}

private func region(_ name: String, _ begin: String, _ end: String, escapes: Bool) -> Rule {
    let inner =
        "{ \"name\": \"constant.character.escape.wen\", \"match\": \(jsonString("\\\\.")) }, "
        + "{ \"name\": \"constant.character.gap.wen\", \"match\": \"…+\" }"
    let rule = [("name", jsonString(name)), ("begin", jsonString(begin)), ("end", jsonString(end))]
    return escapes ? rule + [("patterns", "[\(inner)]")] : rule
}

/// Words as alternatives, the longer first.
private func alternation(_ words: [String]) -> String {
    Set(words).sorted { ($1.count, $0) < ($0.count, $1) }.joined(separator: "|")
}

/// A JSON string; there are no controls in what is written here.
private func jsonString(_ text: String) -> String {
    "\"" + text.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }.joined() + "\""
}
