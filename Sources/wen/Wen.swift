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
            With no archive named, the built-in example is open.

            Options of a query: -e QUERY (repeatable), -f FILE, --json, --quiet, --exit-status,
            --write DIR, --encoding NAME, --columns text=内容, --lang en|zh; `wen query --help` explains them.
            """,
        version: version,
        subcommands: [Query.self, Check.self, Teach.self, Reference.self],
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

    @Option(name: [.customShort("f"), .customLong("file")], help: ArgumentHelp("A query file; - is standard input.", valueName: "file"))
    var file: String?

    @Flag(help: "One JSON object a row.")
    var json = false

    @Flag(name: [.short, .long], help: "No notices, no footer.")
    var quiet = false

    @Flag(help: "Status 1 where the last result is empty or zero.")
    var exitStatus = false

    @Option(name: .customLong("write"), help: ArgumentHelp("Let a query file write below this folder; repeatable.", valueName: "dir"))
    var writable: [String] = []

    @Option(help: ArgumentHelp("Encoding of the archives; found out for each file where it is not given.", valueName: "name"))
    var encoding: String?

    @Option(help: ArgumentHelp("Language of messages: en or zh.", valueName: "lang"))
    var lang: String?

    @Option(
        help: ArgumentHelp("Which columns of tables hold which fields; else guessed from their names.", valueName: "field=column,…"))
    var columns: String?

    @Argument(
        help: ArgumentHelp(
            "Files and folders to ask, packed or not; - is standard input; a first name.wen is a query file.", valueName: "archive"))
    var archives: [String] = []

    func run() throws {
        let status = runQueries(
            QueryRequest(
                queries: queries, file: file, archives: archives, json: json, quiet: quiet, asksForStatus: exitStatus,
                writableFolders: writable, language: lang, encoding: encoding, columns: columns))
        throw ExitCode(status)
    }
}

/// Runs the query blocks of Markdown documents and compares what they print.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the query blocks of lessons and other Markdown documents and compare their output.")

    @Flag(help: "Write the output that was found into the documents.")
    var update = false

    @Argument(help: "Markdown files, or folders with them.")
    var documents: [String]

    @Option(help: ArgumentHelp("The archive to ask instead of the built-in example; repeatable.", valueName: "path"))
    var archive: [String] = []

    func run() throws { throw ExitCode(checkDocuments(documents, archives: archive, updates: update)) }
}

/// Steps through a lesson at a terminal.
struct Teach: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Step through a lesson at a terminal.")

    @Argument(help: "A lesson in Markdown.")
    var lesson: String

    @Argument(help: "Files and folders to ask instead of the built-in example.")
    var archives: [String] = []

    func run() throws { throw ExitCode(teachLesson(lesson, archives: archives)) }
}

/// Prints the reference of all commands, the page docs/commands.md.
struct Reference: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the reference of all commands as Markdown.")

    func run() throws { throw ExitCode(printReference()) }
}
