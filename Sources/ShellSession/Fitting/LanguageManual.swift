import Documents
import QueryEngine
import QueryLanguage
import QuerySyntax
import SourceText

/// wen(7): the language in short, all of it from the declarations.
func languageManual(_ language: Language) -> String {
    var page = Roff("WEN", section: 7, language)
    page.section("NAME", zh: "名称")
    page.paragraph("wen - the query language of wen(1)", zh: "wen - wen(1) 的查询语言")
    page.section("DESCRIPTION", zh: "说明")
    page.paragraph(
        "A query is a chain of commands. Each reads rows, that is articles, sections, paragraphs, sentences or spans, or a table, and gives others. "
            + "Commands, fields and keywords have an English and a Chinese name; marks of full width are those of ASCII. "
            + "What is wrong is said before any file is read, with a code that help explains.",
        zh: "查询是一串命令，各读入若干行（文章、节、段、句、片段，或表），给出另一些行。命令、字段与关键字各有中英文名；全角标点与 ASCII 标点相同。有误则在读文件之前指出，代码可用 帮助 查询。")
    page.example(["section 新的任务 | grep 党员 | count", "入节 新的任务 ｜ 含 党员 ｜ 计数"])
    for row in HelpLanguage.rows { page.item([.bold(row.form)], row.meaning(language)) }
    page.commands()
    page.names()
    page.addresses()
    page.section("KEYS AT THE PROMPT", zh: "提示符下的键")
    for row in HelpKeys.rows { page.item([.bold(row.keys)], row.meaning(language)) }
    page.errors()
    page.section("SEE ALSO", zh: "参见")
    page.paragraph([.bold("wen"), .plain("(1), "), .bold("pcre2pattern"), .plain("(3)")])
    return page.text
}

extension Roff {
    fileprivate mutating func commands() {
        section("COMMANDS", zh: "命令")
        for declaration in commandTable.declarations {
            let types = "\(FlowKind.names(declaration.accepts)(language)) → \(declaration.gives(language))"
            item(form(of: declaration), "\(declaration.summary(language)) (\(types))")
            for parameter in declaration.positional { explain(parameter, isNamed: false) }
            for parameter in declaration.named { explain(parameter, isNamed: true) }
        }
    }

    private func form(of declaration: CommandDeclaration) -> [Piece] {
        var pieces: [Piece] = [.bold(declaration.name.english), .plain(", "), .bold(declaration.name.chinese)]
        for parameter in declaration.positional {
            let isOpen = parameter.isRepeated && !parameter.name(language).hasSuffix("…")
            let name = parameter.name(language) + (isOpen ? "…" : "")
            pieces += parameter.isRequired ? [.plain(" "), .italic(name)] : [.plain(" ["), .italic(name), .plain("]")]
        }
        return pieces + declaration.named.map { .plain(" [\($0.name(language))=]") }
    }

    private mutating func explain(_ parameter: Parameter, isNamed: Bool) {
        let name = isNamed ? "\(parameter.name.english)= \(parameter.name.chinese)=" : parameter.name(language)
        let values = spelled(parameter.kind.choices)
        let standard = parameter.defaultText.isEmpty ? "" : " (\(parameter.defaultText))"
        continued("\(name): \(parameter.summary(language))\(standard)" + (values.isEmpty ? "" : "; \(values)"))
    }

    fileprivate mutating func names() {
        section("FIELDS", zh: "字段")
        for field in UnitField.allCases {
            let layer = field.coarsestLayer
            let of = LocalizedText("of \(layer.name(count: 2)) and finer", zh: "\(layer.chinese)及以下")
            item([.bold(field.rawValue), .plain(", "), .bold(field.chinese)], of(language))
        }
        section("FUNCTIONS", zh: "函数")
        for function in Function.allCases { item(bilingual(function.name), function.summary(language)) }
        section("SETTINGS", zh: "设置")
        for setting in Setting.allCases {
            let values = spelled(setting.kind.choices)
            let more = ["(\(setting.defaultValue))", values].filter { !$0.isEmpty }.joined(separator: " ")
            item(bilingual(setting.name), "\(setting.summary(language)) \(more)")
        }
        section("KEYWORDS", zh: "关键字")
        paragraph([.plain(Keyword.allCases.map { "\($0.english) \($0.chinese)" }.joined(separator: ", "))])
    }

    private func spelled(_ names: [BilingualName]) -> String {
        names.map { $0.english == $0.chinese ? $0.english : "\($0.english) \($0.chinese)" }.joined(separator: ", ")
    }

    private func bilingual(_ name: BilingualName) -> [Piece] { [.bold(name.english), .plain(", "), .bold(name.chinese)] }

    fileprivate mutating func addresses() {
        section("ADDRESSES", zh: "地址")
        let rows: [(String, LocalizedText)] = [
            ("¶13, p13, 段13", LocalizedText("the paragraph 13 of its article", zh: "本文第 13 段")),
            ("¶13s2, p13s2, 段13句2", LocalizedText("its second sentence", zh: "该段第 2 句")),
            ("§2", LocalizedText("the second section; §0 is the lead", zh: "第 2 节；§0 为引言")),
            ("a7, 文7", LocalizedText("the seventh article", zh: "第 7 篇文章")),
            ("a7¶13s2, a7p13s2", LocalizedText("all of it, where several articles are open", zh: "打开多篇文章时的全称")),
        ]
        for (address, meaning) in rows { item([.bold(address)], meaning(language)) }
    }

    fileprivate mutating func errors() {
        section("ERRORS", zh: "错误")
        for code in syntaxCodes + bindingCodes + evaluationCodes { item([.bold(code.name)], code.title(language)) }
    }
}

extension ParameterKind {
    /// The names it takes, where it takes names of a list.
    var choices: [BilingualName] {
        switch self {
        case .choice(let names), .integerOrChoice(_, let names): names
        case .integer, .boolean, .field, .sortKey, .text, .path, .date, .position, .address, .pattern, .pipeline, .literal: []
        }
    }
}
