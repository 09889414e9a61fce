import SourceText

extension ProgramOutline {
    /// A text of the command line's declarations with its Chinese wording; the English one where there is none.
    static func localized(_ english: String) -> LocalizedText { LocalizedText(english, zh: inChinese[english] ?? english) }

    /// Every text of the declarations that a manual page shows: the argument parser knows English only.
    var texts: [String] {
        let own = commands.flatMap { command in
            [command.summary] + command.options.map(\.summary) + command.arguments.map(\.summary)
        }
        let discussions = ([discussion] + commands.map(\.discussion)).flatMap { ProgramOutline.lines($0).map(\.text) }
        return ([summary] + own + discussions).filter { !$0.isEmpty }
    }

    /// The first paragraph of a discussion, line by line: what is typed, where two blanks set it apart, and what is said of it.
    /// What follows it is for `--help`, which has no room for all options.
    static func lines(_ discussion: String) -> [(typed: String?, text: String)] {
        let lines = discussion.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
        return lines.map { line in
            let characters = Array(line)
            guard let gap = characters.indices.dropLast().first(where: { characters[$0] == " " && characters[$0 + 1] == " " }) else {
                return (nil, String(line))
            }
            return (String(characters[..<gap]), String(characters[gap...].drop { $0 == " " }))
        }
    }

    private static let inChinese: [String: String] = [
        "Ask Chinese documents and archives: passages, counts, concordances, each with its source.":
            "向中文文档与报刊发问：段落、次数、语境，条条有出处。",
        "Answer queries, run query files, or open the prompt (the default).": "回答查询、运行查询文件，或打开提示符（默认）。",
        "A query; repeatable, each is a line.": "一条查询；可重复，每条为一行。",
        "A query file; - is standard input.": "查询文件；- 为标准输入。",
        "One JSON object a row.": "每行一个 JSON 对象。",
        "No notices, no footer.": "不出提示与页脚。",
        "Status 1 where the last result is empty or zero.": "末一结果为空或为零时状态为 1。",
        "Let a query file write below this folder; repeatable.": "允许查询文件写入此文件夹之下；可重复。",
        "Encoding of the archives; found out for each file where it is not given.": "文档的编码；不给则逐个文件判断。",
        "Encoding of the files; found out for each where it is not given.": "文件的编码；不给则逐个判断。",
        "Language of messages: en or zh.": "提示的语言：en 或 zh。",
        "Which columns of tables hold which fields; else guessed from their names.": "表的哪一列是哪个字段；不给则由列名推断。",
        "Which columns of tables hold which fields.": "表的哪一列是哪个字段。",
        "Files and folders to ask, packed or not; - is standard input; a first name.wen is a query file.":
            "要查的文件与文件夹，压缩与否均可；- 为标准输入；首个 name.wen 是查询文件。",
        "At the prompt: read neither ~/.config/wen/config nor .wen.": "提示符启动时不读 ~/.config/wen/config 与 .wen。",
        "Look at locale, terminal, files and libraries, and at archives; status 3 where something is bad.":
            "检查区域设置、终端、文件、程序库与档案；有误则状态为 3。",
        "A line for each thing found, and what to do. Archives are compared with their checksums, files and folders are read.":
            "所见每项一行，并说明如何处置。档案逐字节核对校验和，文件与文件夹则试读。",
        "Archives, files and folders.": "档案、文件与文件夹。",
        "Show the version.": "显示版本。",
        "Show help information.": "显示帮助。",
        "Make an archive of files and folders that opens at once and answers at once.": "把文件与文件夹制成即开即答的档案。",
        "What cannot be read is named, and the rest is indexed; the status is then 3. --update reads what is new or changed.":
            "读不出的会列名，其余照收，状态为 3。--update 只读新增与改过的。",
        "The archive to make.": "要制成的档案。",
        "Read only what is new or changed since the archive was made; without paths, those it was made of.":
            "只读制成之后新增或改过的；不给路径则用原来的路径。",
        "Threads; as many as there are processors.": "线程数；默认与处理器数相同。",
        "Memory it may take, as 500M or 2G.": "可用内存，如 500M、2G。",
        "Text of a segment, as 64M; by the memory where it is not given.": "每分卷的文字量，如 64M；不给则由内存定。",
        "No word beside errors.": "除错误外不作声。",
        "Files and folders.": "文件与文件夹。",
        "Compare archives with their checksums; status 3 where one is damaged.": "按校验和核对档案；有损坏则状态为 3。",
        "No word on what is sound.": "完好的不提。",
        "Archives.": "档案。",
        "Say what archives hold: files, articles, segments, sizes.": "说明档案所含：文件、文章、分卷、大小。",
        "Run the query blocks of lessons and other Markdown documents and compare their output.":
            "运行课文及其他 Markdown 文档中的查询，核对其输出。",
        "Write the output that was found into the documents.": "把得到的输出写入文档。",
        "Markdown files, or folders with them.": "Markdown 文件，或含有它们的文件夹。",
        "The archive to ask instead of the built-in example; repeatable.": "代替内置例文的档案；可重复。",
        "Step through a lesson; without one, list the course that is built in.": "逐步上一课；不指明则列出内置课程。",
        "Language of the course and of messages: en or zh.": "课程与提示的语言：en 或 zh。",
        "The file of the score, instead of one in ~/.local/state/wen/lessons.": "成绩文件，代替 ~/.local/state/wen/lessons 中的。",
        "Who answers, for the score.": "答题人，记入成绩。",
        "Begin anew where the lesson was left.": "中断过的课从头开始。",
        "Print the lesson's Markdown.": "印出课文的 Markdown。",
        "A lesson: a number of the course, or a Markdown file.": "课：课程的序号，或 Markdown 文件。",
        "Files and folders to ask instead of the built-in example.": "代替内置例文的文件与文件夹。",
        "Write the beginning of a lesson, NAME.md, which passes wen check.": "写出一课的开头 NAME.md，能通过 wen check。",
        "Language of the lesson: en or zh.": "课文的语言：en 或 zh。",
        "The name of the lesson, or a path.": "课名，或路径。",
        "Gather the scores of lessons that were handed in, as one table.": "把交来的成绩汇成一表。",
        "A row a lesson; with --tasks a row a task, with the queries typed.": "每课一行；加 --tasks 则每题一行，附所写的查询。",
        "answers a query": "回答一条查询",
        "opens a prompt": "打开提示符",
        "runs a query file": "运行查询文件",
        "makes an archive that opens at once": "制成即开的档案",
        "With no archive named, the built-in example is open.": "不指明文档时，打开的是内置例文。",
        "lists the sixteen lessons": "列出十六课",
        "begins the third; left half-way, it goes on there": "开始第三课；中断过则接着上",
        "the same in Chinese": "同上，用中文",
        "a lesson of your own": "自己的课",
        "its Markdown": "其 Markdown",
        "Type ? in a lesson to see what can be typed besides queries: hint, answer, skip, back, leave.":
            "上课时键入 ? 可见查询之外能键入的：hint、answer、skip、back、leave。",
        "A row a task.": "每题一行。",
        "Language of the columns: en or zh.": "列名的语言：en 或 zh。",
        "Print the reference of all commands as Markdown.": "以 Markdown 印出全部命令的说明。",
        "With --into it writes that page, the manual pages, the completions and the syntax files below a folder.":
            "加 --into 则把此页、手册页、补全与语法文件写入一个文件夹。",
        "Write all pages that are made from the declarations below this folder.": "把由声明生成的各页写入此文件夹。",
        "Score files, or folders with them.": "成绩文件，或含有它们的文件夹。",
    ]
}
