import Documents
import QueryLanguage
import SourceText

let helpCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("help", zh: "帮助", aliases: ["?", "？"]), shape: .values,
        positional: [
            Parameter(
                BilingualName("topic", zh: "题目"), .text, repeated: true,
                LocalizedText(
                    "a command, an error code, fields, functions, settings, language or keys",
                    zh: "命令、错误代码、fields、functions、settings、language 或 keys")
            )
        ],
        accepts: [.nothing], source: .none, gives: LocalizedText("text", zh: "文本"), output: { _, _ in .text },
        summary: LocalizedText("what there is and how it is used", zh: "有些什么，如何使用"),
        explanation: LocalizedText(
            "Alone it lists the commands. help grep explains one, with its types and examples that run; help E31 an error; help fields, functions, settings, language and keys list those.",
            zh: "单独使用列出全部命令。帮助 含 说明一个命令，附类型与可运行的例子；帮助 E31 说明错误；帮助 fields、functions、settings、language、keys 各列其事。"),
        examples: [
            Example("help E39", gives: "E39 — reversed range\nA range goes from the smaller to the larger.\n  ✗ paras 5..3\n  ✓ paras 3..5")
        ])
) { invocation in
    let topic = invocation.arguments.texts.joined(separator: " ")
    let writer = HelpWriter(context: invocation.context)
    return .text(topic.isEmpty ? writer.overview() : writer.topic(topic))
}

let aproposCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("apropos", zh: "查找"), shape: .values,
        positional: [
            Parameter(
                BilingualName("word", zh: "词"), .text, required: true, repeated: true,
                LocalizedText("a word in either language", zh: "中文或英文的词"))
        ],
        accepts: [.nothing], source: .none, gives: LocalizedText("text", zh: "文本"), output: { _, _ in .text },
        summary: LocalizedText("commands that have to do with a word", zh: "与某词有关的命令"),
        explanation: LocalizedText(
            "Looks for the word in names, summaries and explanations, in both languages, of commands, functions, fields and settings.",
            zh: "在命令、函数、字段与设置的名称、提要与说明中查找，两种语言都查。"),
        examples: [Example("apropos quotation", gives: "  quotes 引文           quotations, with the speaker where the text names one")])
) { invocation in
    .text(HelpWriter(context: invocation.context).apropos(invocation.arguments.texts.joined(separator: " ")))
}

private let historyColumns = [Column("n", zh: "序", .number), Column("time", zh: "时间", .text), Column("query", zh: "查询", .text)]

let historyCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("history", zh: "历史"), shape: .values, accepts: [.nothing], source: .none,
        gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(historyColumns, hasRegions: false) },
        summary: LocalizedText("what was entered at the prompt", zh: "在提示符下输入过的"),
        explanation: LocalizedText(
            "A table of all entries with their time, oldest first; history | tail 20, history | where query has 党员.",
            zh: "全部输入及其时间，由旧到新；历史 ｜ 后 20，历史 ｜ 条件 查询 含 党员。"),
        examples: [Example("history | count", gives: "0")])
) { invocation in
    let rows = invocation.context.history().enumerated().map {
        TableRow([.integer($0.offset + 1), .text($0.element.time), .text($0.element.text)])
    }
    return .table(TableResult(archive: invocation.archive, columns: historyColumns, rows: rows))
}
