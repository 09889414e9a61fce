import Documents
import QueryLanguage
import SourceText

/// What `encoding=` takes, with the other names in use.
private let encodingNames = [
    BilingualName("auto", zh: "自动"), BilingualName("utf-8", zh: "utf-8", aliases: ["utf8"]),
    BilingualName("gb18030", zh: "gb18030", aliases: ["gbk", "gb2312", "cp936"]),
    BilingualName("big5", zh: "big5", aliases: ["cp950"]), BilingualName("big5-hkscs", zh: "big5-hkscs", aliases: ["big5hkscs"]),
    BilingualName("utf-16", zh: "utf-16", aliases: ["utf16"]), BilingualName("utf-16le", zh: "utf-16le", aliases: ["utf16le"]),
    BilingualName("utf-16be", zh: "utf-16be", aliases: ["utf16be"]),
]

let openCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("open", zh: "打开"), shape: .paths,
        positional: [
            Parameter(
                BilingualName("PATH…", zh: "路径…"), .path, required: true, repeated: true,
                LocalizedText("files and folders; - is standard input", zh: "文件与文件夹；- 为标准输入"))
        ],
        named: [
            Parameter(
                BilingualName("encoding", zh: "编码"),
                .choice(encodingNames), default: "auto",
                LocalizedText("how bytes are read; auto finds it out for each file", zh: "如何读字节；自动 则逐个文件判断")),
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
            "Reads files, and folders with all their files, in the order of their names, and says what it made of them. The encoding of each is found out, and .gz, .xz and .zip are unpacked. What cannot be read is named with the reason; the rest loads. Names bound by let stay, results are dropped.",
            zh: "读入文件与整个文件夹，按文件名次序，并报告所得。各文件的编码自动判断，.gz、.xz、.zip 自动解开。读不了的说明原因，其余照常载入。令 所定之名仍在，先前的结果作废。"),
        examples: [Example("open seeds", gives: "")])
) { invocation in
    .effect(
        .open(
            paths: invocation.arguments.texts, places: invocation.arguments.ranges,
            encoding: invocation.arguments.choice("encoding"), columns: invocation.arguments.text("columns"),
            add: invocation.arguments.boolean("add")))
}

private let filesColumns = [
    Column("file", zh: "文件", .text), Column("format", zh: "格式", .text), Column("encoding", zh: "编码", .text),
    Column("bytes", zh: "字节", .number), Column("articles", zh: "文章", .number), Column("no date", zh: "无日期", .number),
    Column("no author", zh: "无作者", .number), Column("no page", zh: "无版次", .number),
    Column("undecodable", zh: "坏字节", .number), Column("at", zh: "位置", .number), Column("stray lines", zh: "散行", .number),
    Column("from line", zh: "起于行", .number), Column("note", zh: "备注", .text),
]

let filesCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("files", zh: "文件"), shape: .values, accepts: [.nothing], source: .none,
        gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(filesColumns, hasRegions: false) },
        summary: LocalizedText("one row a file: what was made of it", zh: "每个文件一行：读成了什么"),
        explanation: LocalizedText(
            "Format, encoding, size, articles, how many lack date, author or page, bytes that could not be decoded and the offset of the first, lines outside any article and the number of the first, and why a file was not read. Sizes and offsets are those of the file; of what was packed, unpacked.",
            zh: "格式、编码、大小、文章数，缺日期、作者、版次的篇数，坏字节数与首个的位置，不属任何文章的行数与首行行号，以及未读的原因。大小与位置以原文件计；压缩文件以解开后计。"),
        examples: [
            Example("files | select file, encoding, articles", gives: "file\tencoding\tarticles\nseeds/000_1961cee9d1c97f34.txt\tUTF-8\t1")
        ])
) { invocation in
    let reports = invocation.archive.fileReports + invocation.archive.failures
    let language = invocation.context.language
    let rows = reports.sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) }.map { filesRow($0, language) }
    return .table(TableResult(archive: invocation.archive, columns: filesColumns, rows: rows))
}

private func filesRow(_ file: FileReport, _ language: Language) -> TableRow {
    if let failure = file.failure {
        let blanks = [Cell](repeating: .empty, count: filesColumns.count - 2)
        return TableRow([.text(file.name)] + blanks + [.text(failure(language))])
    }
    return TableRow([
        .text(file.name), .text(file.format), .text(file.encoding), .integer(file.bytes), .integer(file.articles),
        .integer(file.withoutDate), .integer(file.withoutAuthor), .integer(file.withoutPage),
        .integer(file.undecodable), file.firstUndecodable.map(Cell.integer) ?? .empty,
        .integer(file.strayLines), file.firstStrayLine.map(Cell.integer) ?? .empty, .empty,
    ])
}

let toCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("to", zh: "输出"), shape: .values,
        positional: [
            Parameter(
                BilingualName("format", zh: "格式"),
                .choice(
                    ["csv", "tsv", "json", "jsonl"].map { BilingualName($0, zh: $0) }
                        + [BilingualName("markdown", zh: "markdown", aliases: ["md"])]
                        + ["html", "svg"].map { BilingualName($0, zh: $0) }), required: true,
                LocalizedText(
                    "csv, tsv, json, jsonl, markdown, html or svg", zh: "csv、tsv、json、jsonl、markdown、html 或 svg"))
        ],
        named: [
            Parameter(
                BilingualName("file", zh: "文件"), .path, LocalizedText("where to write; else where results go", zh: "写到哪里；不写则同结果"))
        ],
        accepts: FlowKind.anything, gives: LocalizedText("nothing", zh: "无"), output: { _, _ in .nothing },
        summary: LocalizedText("writes the result in a format", zh: "以某种格式写出结果"),
        explanation: LocalizedText(
            "Exports, or saves, exactly the rows that would be shown, in their order, with address and article fields. CSV follows RFC 4180. html is one page that needs nothing else: tables that sort, hits in context, drawings; svg is the drawing that plot makes. With file= a file is written beside its name and then put in its place; a script may write only where --write DIR allows.",
            zh: "导出所显示的各行，次序不变，附地址与文章字段。CSV 遵 RFC 4180。html 为自足的一页：表可排序，命中可看上下文，图在其中；svg 即 图 所画。有 file= 则保存为文件；脚本只能写到 --write 所许的目录。"),
        examples: [Example("sections | select section, len | to csv", gives: "section,len\n引言,437\n新的探索,660\n新的目标,459\n新的任务,707\n新的格局,441")]
    ),
    usesHits: true
) { invocation in
    guard case .choice(let format)? = invocation.arguments.positional.first else { return .result(.nothing) }
    if format == "svg" { return .effect(.export(try drawn(invocation), format: format, file: invocation.arguments.text("file"))) }
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
