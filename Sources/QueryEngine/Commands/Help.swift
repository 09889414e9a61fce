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
                    "a command, an error code or one of help topics; behind it the number of an example",
                    zh: "命令、错误代码，或 帮助 题目 所列的一题；其后可写例子的号")
            )
        ],
        accepts: [.nothing], source: .none, gives: LocalizedText("text", zh: "文本"), output: { _, _ in .text },
        summary: LocalizedText("what there is and how it is used", zh: "有些什么，如何使用"),
        explanation: LocalizedText(
            "Alone it lists the commands. help grep explains one, with its types and examples that run; help E31 an error; help topics lists the other pages. Examples have numbers: help grep 2 runs the second, here and now.",
            zh: "单独使用列出全部命令。帮助 含 说明一个命令，附类型与可运行的例子；帮助 E31 说明错误；帮助 题目 列出其他各页。例子有号：帮助 含 2 即时执行第二例。"),
        examples: [
            Example(
                "help E39", gives: "E39 — reversed range\nA range goes from the smaller to the larger.\n  1 ✗ paras 5..3\n  2 ✓ paras 3..5")
        ])
) { invocation in
    let topic = invocation.arguments.texts.joined(separator: " ")
    let writer = HelpWriter(context: invocation.context)
    switch writer.requestedExample(invocation.arguments.texts) {
    case .query(let query): return .effect(.run(query))
    case .missing(let topic, let count): return .text(writer.missingExample(topic, count))
    case nil: break
    }
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
            "Looks for the word in names, summaries and explanations, in both languages, of commands, functions, settings, fields, errors and the pages of the help.",
            zh: "在命令、函数、设置、字段、错误与帮助各页的名称、提要与说明中查找，两种语言都查。"),
        examples: [
            Example("apropos quotation", gives: "  quotes 引文           quotations, with the speaker where the text names one\n[...]")
        ])
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
