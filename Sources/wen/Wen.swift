import ArgumentParser
import ShellSession

/// The program: its subcommands; without one, `query`.
struct Wen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wen",
        abstract: "Ask Chinese documents and archives: passages, counts, concordances, each with its source.",
        discussion: """
            wen -e 'section 新的任务 | grep 党员' seeds    answers a query
            wen seeds                                  opens a prompt
            wen study.wen archive/                     runs a query file
            wen index archive/ -o people.wenku         makes an archive that opens at once
            With no archive named, the built-in example is open.

            Options of a query: -e QUERY (repeatable), -f FILE, --json, --quiet, --exit-status,
            --write DIR, --encoding NAME, --columns text=内容, --lang en|zh; `wen query --help` explains them.
            """,
        version: version,
        subcommands: [
            Query.self, Index.self, Verify.self, Info.self, Doctor.self, Check.self, Teach.self, NewLesson.self, Scores.self,
            Reference.self,
        ],
        defaultSubcommand: Query.self)
}

/// Answers queries, runs query files, or opens the prompt.
struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Answer queries, run query files, or open the prompt (the default).")

    @Option(
        name: [.customShort("e"), .customLong("eval")], parsing: .unconditionalSingleValue,
        help: ArgumentHelp("A query; repeatable, each is a line.", valueName: "query"))
    var queries: [String] = []

    @Option(
        name: [.customShort("f"), .customLong("file")], help: ArgumentHelp("A query file; - is standard input.", valueName: "file"),
        completion: .file(extensions: ["wen"]))
    var file: String?

    @Flag(help: "One JSON object a row.")
    var json = false

    @Flag(name: [.short, .long], help: "No notices, no footer.")
    var quiet = false

    @Flag(help: "Status 1 where the last result is empty or zero.")
    var exitStatus = false

    @Option(
        name: .customLong("write"), help: ArgumentHelp("Let a query file write below this folder; repeatable.", valueName: "dir"),
        completion: .directory)
    var writable: [String] = []

    @Option(
        help: ArgumentHelp("Encoding of the archives; found out for each file where it is not given.", valueName: "name"),
        completion: .list(encodingNames))
    var encoding: String?

    @Option(help: ArgumentHelp("Language of messages: en or zh.", valueName: "lang"), completion: .list(["en", "zh"]))
    var lang: String?

    @Option(
        help: ArgumentHelp("Which columns of tables hold which fields; else guessed from their names.", valueName: "field=column,…"))
    var columns: String?

    @Flag(name: .customLong("no-config"), help: "At the prompt: read neither ~/.config/wen/config nor .wen.")
    var ignoresStartUpFiles = false

    @Argument(
        help: ArgumentHelp(
            "Files and folders to ask, packed or not; - is standard input; a first name.wen is a query file.", valueName: "archive"),
        completion: .file())
    var archives: [String] = []

    func run() throws {
        var request = QueryRequest(
            queries: queries, file: file, archives: archives, json: json, quiet: quiet, asksForStatus: exitStatus,
            writableFolders: writable, language: lang, encoding: encoding, columns: columns)
        request.readsStartUpFiles = !ignoresStartUpFiles
        throw ExitCode(runQueries(request))
    }
}

/// Runs the query blocks of Markdown documents and compares what they print.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the query blocks of lessons and other Markdown documents and compare their output.")

    @Flag(help: "Write the output that was found into the documents.")
    var update = false

    @Argument(help: "Markdown files, or folders with them.", completion: .file(extensions: ["md"]))
    var documents: [String]

    @Option(help: ArgumentHelp("The archive to ask instead of the built-in example; repeatable.", valueName: "path"), completion: .file())
    var archive: [String] = []

    func run() throws { throw ExitCode(checkDocuments(documents, archives: archive, updates: update)) }
}

/// Steps through a lesson, or lists the course.
struct Teach: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Step through a lesson; without one, list the course that is built in.",
        discussion: """
            wen teach                     lists the sixteen lessons
            wen teach 3                   begins the third; left half-way, it goes on there
            wen teach --lang zh 3         the same in Chinese
            wen teach lesson.md           a lesson of your own
            wen teach --print 3 >own.md   its Markdown
            Type ? in a lesson to see what can be typed besides queries: hint, answer, skip, back, leave.
            """)

    @Option(help: ArgumentHelp("Language of the course and of messages: en or zh.", valueName: "lang"), completion: .list(["en", "zh"]))
    var lang: String?

    @Option(
        help: ArgumentHelp("The file of the score, instead of one in ~/.local/state/wen/lessons.", valueName: "file.jsonl"),
        completion: .file(extensions: ["jsonl"]))
    var score: String?

    @Option(help: ArgumentHelp("Who answers, for the score.", valueName: "name"))
    var name: String?

    @Flag(help: "Begin anew where the lesson was left.")
    var again = false

    @Flag(name: .customLong("print"), help: "Print the lesson's Markdown.")
    var prints = false

    @Argument(help: "A lesson: a number of the course, or a Markdown file.", completion: .file())
    var lesson: String?

    @Argument(help: "Files and folders to ask instead of the built-in example.", completion: .file())
    var archives: [String] = []

    func run() throws {
        throw ExitCode(
            teachLesson(
                TeachRequest(
                    lesson: lesson, archives: archives, language: lang, scoreFile: score, name: name ?? "", again: again, prints: prints)))
    }
}

/// Writes the beginning of a lesson.
struct NewLesson: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new-lesson", abstract: "Write the beginning of a lesson, NAME.md, which passes wen check.")

    @Option(help: ArgumentHelp("Language of the lesson: en or zh.", valueName: "lang"), completion: .list(["en", "zh"]))
    var lang: String?

    @Argument(help: "The name of the lesson, or a path.", completion: .file(extensions: ["md"]))
    var name: String

    func run() throws { throw ExitCode(makeLesson(name, language: lang)) }
}

/// Gathers scores that were handed in.
struct Scores: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gather the scores of lessons that were handed in, as one table.",
        discussion: "A row a lesson; with --tasks a row a task, with the queries typed.")

    @Flag(help: "A row a task.")
    var tasks = false

    @Flag(help: "One JSON object a row.")
    var json = false

    @Option(help: ArgumentHelp("Language of the columns: en or zh.", valueName: "lang"), completion: .list(["en", "zh"]))
    var lang: String?

    @Argument(help: "Score files, or folders with them.", completion: .file(extensions: ["jsonl"]))
    var paths: [String]

    func run() throws { throw ExitCode(gatherScores(ScoreRequest(paths: paths, byTask: tasks, json: json, language: lang))) }
}

/// Prints the reference of all commands, the page docs/commands.md, or writes every page that follows from declarations.
struct Reference: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the reference of all commands as Markdown.",
        discussion: "With --into it writes that page, the manual pages, the completions and the syntax files below a folder.")

    @Option(
        help: ArgumentHelp("Write all pages that are made from the declarations below this folder.", valueName: "dir"),
        completion: .directory)
    var into: String?

    func run() throws {
        guard let into else { throw ExitCode(printReference()) }
        guard let outline = Wen.outline else { throw ValidationError("the declarations of the command line cannot be read") }
        throw ExitCode(writePages(outline, into: into))
    }
}

extension Wen {
    /// The command line as it is declared.
    static var outline: ProgramOutline? { ProgramOutline(dump: _dumpHelp()) }
}

/// Makes an archive of files and folders.
struct Index: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make an archive of files and folders that opens at once and answers at once.",
        discussion: "What cannot be read is named, and the rest is indexed; the status is then 3. --update reads what is new or changed.")

    @Option(
        name: [.short, .customLong("output")], help: ArgumentHelp("The archive to make.", valueName: "name.wenku"),
        completion: .file(extensions: ["wenku"]))
    var output: String

    @Flag(help: "Read only what is new or changed since the archive was made; without paths, those it was made of.")
    var update = false

    @Option(help: "Threads; as many as there are processors.")
    var jobs: Int?

    @Option(help: ArgumentHelp("Memory it may take, as 500M or 2G.", valueName: "size"))
    var memory = "2G"

    @Option(help: ArgumentHelp("Text of a segment, as 64M; by the memory where it is not given.", valueName: "size"))
    var segment: String?

    @Option(
        help: ArgumentHelp("Encoding of the files; found out for each where it is not given.", valueName: "name"),
        completion: .list(encodingNames))
    var encoding: String?

    @Option(help: ArgumentHelp("Which columns of tables hold which fields.", valueName: "field=column,…"))
    var columns: String?

    @Option(help: ArgumentHelp("Language of messages: en or zh.", valueName: "lang"), completion: .list(["en", "zh"]))
    var lang: String?

    @Flag(name: [.short, .long], help: "No word beside errors.")
    var quiet = false

    @Argument(help: "Files and folders.", completion: .file())
    var paths: [String] = []

    func validate() throws {
        guard jobs.map({ (1...64).contains($0) }) ?? true else { throw ValidationError("--jobs: between 1 and 64") }
        guard byteCount(memory) != nil else { throw ValidationError("--memory: a number with K, M or G, as 500M") }
        guard segment.map({ byteCount($0) != nil }) ?? true else { throw ValidationError("--segment: a number with K, M or G, as 64M") }
    }

    func run() throws {
        var request = IndexRequest()
        request.paths = paths
        request.output = output
        request.updates = update
        request.jobs = jobs
        request.memory = byteCount(memory) ?? request.memory
        request.segment = segment.flatMap(byteCount)
        request.encoding = encoding
        request.columns = columns
        request.quiet = quiet
        request.language = lang
        throw ExitCode(indexFiles(request))
    }
}

/// `500M` as a number of bytes; nil for what is none.
private func byteCount(_ text: String) -> Int? {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = text.uppercased().last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? text : String(text.dropLast())), number > 0 else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
    return overflow ? nil : bytes
}

/// Compares archives with their checksums.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Compare archives with their checksums; status 3 where one is damaged.")

    @Option(help: ArgumentHelp("Language of messages: en or zh.", valueName: "lang"), completion: .list(["en", "zh"]))
    var lang: String?

    @Flag(name: [.short, .long], help: "No word on what is sound.")
    var quiet = false

    @Argument(help: "Archives.", completion: .file(extensions: ["wenku"]))
    var archives: [String]

    func run() throws { throw ExitCode(verifyArchives(archives, quiet: quiet, language: lang)) }
}

/// Says what archives hold.
struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say what archives hold: files, articles, segments, sizes.")

    @Option(help: ArgumentHelp("Language of messages: en or zh.", valueName: "lang"), completion: .list(["en", "zh"]))
    var lang: String?

    @Argument(help: "Archives.", completion: .file(extensions: ["wenku"]))
    var archives: [String]

    func run() throws { throw ExitCode(describeArchives(archives, language: lang)) }
}

/// Looks at what is around the program.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at locale, terminal, files and libraries, and at archives; status 3 where something is bad.",
        discussion: "A line for each thing found, and what to do. Archives are compared with their checksums, files and folders are read.")

    @Option(help: ArgumentHelp("Language of messages: en or zh.", valueName: "lang"), completion: .list(["en", "zh"]))
    var lang: String?

    @Argument(help: "Archives, files and folders.", completion: .file())
    var paths: [String] = []

    func run() throws { throw ExitCode(examine(paths, language: lang)) }
}
