import Documents
import QueryLanguage
import SourceText

let openCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("open", zh: "打开"), shape: .paths,
        positional: [
            Parameter(
                BilingualName("PATH…", zh: "路径…"), .path, required: true, repeated: true,
                LocalizedText("files and folders", zh: "文件与文件夹"))
        ],
        named: [
            Parameter(
                BilingualName("encoding", zh: "编码"),
                .choice([BilingualName("auto", zh: "自动"), BilingualName("utf-8", zh: "utf-8", aliases: ["utf8"])]), default: "auto",
                LocalizedText("how bytes are read; UTF-8 only so far", zh: "如何读字节；目前只有 UTF-8")),
            Parameter(
                BilingualName("columns", zh: "列"), .text,
                LocalizedText(
                    "which columns of tables hold which fields, as text=内容,date=发表日期; else guessed from their names",
                    zh: "表格各列是哪个字段，如 正文=内容,日期=发表日期；不写则按列名推断")),
            Parameter(
                BilingualName("add", zh: "添加"), .boolean, default: "false",
                LocalizedText("keep what is open", zh: "保留已打开的")),
        ],
        accepts: [.nothing], source: .none, gives: LocalizedText("nothing", zh: "无"),
        output: { _, _ in .nothing },
        summary: LocalizedText("reads files or folders", zh: "读入文件或文件夹"),
        explanation: LocalizedText(
            "Reads files, and folders with all their files, in the order of their names, and says what it made of them. What cannot be read is named with the reason; the rest loads. Names bound by let stay, results are dropped.",
            zh: "读入文件与整个文件夹，按文件名次序，并报告所得。读不了的说明原因，其余照常载入。令 所定之名仍在，先前的结果作废。"),
        examples: [Example("open seeds", gives: "")])
) { invocation in
    .effect(
        .open(
            paths: invocation.arguments.texts, places: invocation.arguments.ranges,
            encoding: invocation.arguments.choice("encoding") ?? "auto",
            columns: invocation.arguments.text("columns"),
            add: invocation.arguments.boolean("add")))
}

private let filesColumns = [
    Column("file", zh: "文件", .text), Column("format", zh: "格式", .text), Column("encoding", zh: "编码", .text),
    Column("articles", zh: "文章", .number), Column("no date", zh: "无日期", .number), Column("no author", zh: "无作者", .number),
    Column("no page", zh: "无版次", .number), Column("undecodable", zh: "坏字节", .number), Column("at", zh: "位置", .number),
    Column("stray lines", zh: "散行", .number), Column("note", zh: "备注", .text),
]

let filesCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("files", zh: "文件"), shape: .values, accepts: [.nothing], source: .none,
        gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(filesColumns, hasRegions: false) },
        summary: LocalizedText("one row a file: what was made of it", zh: "每个文件一行：读成了什么"),
        explanation: LocalizedText(
            "Format, encoding, articles, how many lack date, author or page, bytes that could not be decoded and where the first is, lines outside any article, and why a file was not read.",
            zh: "格式、编码、文章数，缺日期、作者、版次的篇数，坏字节数与首个的位置，不属任何文章的行数，以及未读的原因。"),
        examples: [
            Example("files | select file, encoding, articles", gives: "file\tencoding\tarticles\nseeds/000_1961cee9d1c97f34.txt\tUTF-8\t1")
        ])
) { invocation in
    let reports = invocation.archive.shards.map(\.examined) + invocation.archive.failures
    let rows = reports.sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) }.map { file in
        guard file.failure == nil else {
            let blanks = [Cell](repeating: .empty, count: filesColumns.count - 2)
            return TableRow([.text(file.name)] + blanks + [.text(file.failure ?? "")])
        }
        return TableRow([
            .text(file.name), .text(file.format), .text(file.encoding), .integer(file.articles),
            .integer(file.withoutDate), .integer(file.withoutAuthor), .integer(file.withoutPage),
            .integer(file.undecodable), file.firstUndecodable.map(Cell.integer) ?? .empty, .integer(file.strayLines),
            .empty,
        ])
    }
    return .table(TableResult(archive: invocation.archive, columns: filesColumns, rows: rows))
}

let toCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("to", zh: "输出"), shape: .values,
        positional: [
            Parameter(
                BilingualName("format", zh: "格式"),
                .choice(
                    ["csv", "tsv", "json", "jsonl"].map { BilingualName($0, zh: $0) }
                        + [BilingualName("markdown", zh: "markdown", aliases: ["md"])]), required: true,
                LocalizedText("csv, tsv, json, jsonl or markdown", zh: "csv、tsv、json、jsonl 或 markdown"))
        ],
        named: [
            Parameter(
                BilingualName("file", zh: "文件"), .path, LocalizedText("where to write; else where results go", zh: "写到哪里；不写则同结果"))
        ],
        accepts: FlowKind.anything, gives: LocalizedText("nothing", zh: "无"), output: { _, _ in .nothing },
        summary: LocalizedText("writes the result in a format", zh: "以某种格式写出结果"),
        explanation: LocalizedText(
            "Exports exactly the rows that would be shown, in their order, with address and article fields. CSV follows RFC 4180. With file= a file is written beside its name and then put in its place; a script may write only where --write DIR allows.",
            zh: "写出所显示的各行，次序不变，附地址与文章字段。CSV 遵 RFC 4180。有 file= 则写入文件；脚本只能写到 --write 所许的目录。"),
        examples: [Example("sections | select section, len | to csv", gives: "section,len\n引言,437\n新的探索,660\n新的目标,459\n新的任务,707\n新的格局,441")]
    ),
    usesHits: true
) { invocation in
    guard case .choice(let format)? = invocation.arguments.positional.first else { return .result(.nothing) }
    return .effect(.export(invocation.input, format: format, file: invocation.arguments.text("file")))
}

let quitCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("quit", zh: "退出", aliases: ["exit", "bye", "q", ":q"]), shape: .values, accepts: [.nothing],
        source: .none, gives: LocalizedText("nothing", zh: "无"), output: { _, _ in .nothing },
        summary: LocalizedText("leaves", zh: "离开"),
        explanation: LocalizedText("Leaves the shell or ends the script; Ctrl-D does the same.", zh: "离开 wen 或结束脚本，与 Ctrl-D 相同。"),
        examples: [Example("quit", gives: "")])
) { _ in .effect(.quit) }
