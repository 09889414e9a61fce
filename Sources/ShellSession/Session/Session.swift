import DocumentFormats
import Documents
import Glibc
import LineEditing
import QueryEngine
import QueryLanguage
import QuerySyntax
import Rendering
import SourceText

/// An archive, what names mean, and where text goes: everything that lasts from one query to the next.
/// A class because it is one conversation; use it from one thread.
public final class Session {
    let streams: Streams
    let options: SessionOptions
    /// What files are read with.
    var reader: ArchiveReader {
        var reader = ArchiveReader()
        reader.options.encoding = options.encoding
        reader.options.columns = options.columns
        reader.standardInput = options.standardInput
        reader.options.restriction = restrictedOpening?.restriction
        return reader
    }
    let cancellation = Cancellation()
    let progressLine: ProgressLine
    var archive = Archive()
    /// Why only a part of it was read; nil where it is whole.
    var restrictedOpening: RestrictedOpening?
    /// What the archive offers for completion; gathered from when it is first asked for.
    var nameIndex: NameIndex {
        if let known = gatheredNames { return known }
        let names = NameIndex(archive)
        gatheredNames = names
        return names
    }
    private var gatheredNames: NameIndex?
    /// The entries of the prompt so far, where a history is kept.
    var enteredTexts: () -> [String] = { [] }
    private var countedWords: (entries: Int, use: WordUse)?
    /// How often words were entered; counted when it is first asked for after an entry.
    var wordUse: WordUse {
        let entries = enteredTexts()
        if let countedWords, countedWords.entries == entries.count { return countedWords.use }
        let use = WordUse(entries)
        countedWords = (entries.count, use)
        return use
    }
    /// What the prompt calls the archive.
    var archiveName = ""
    var environment = BindingEnvironment(commands: commandTable)
    var settings = Settings()
    /// Who says what is set now.
    var origin = SettingOrigin.session
    /// Files that settings name are below this folder; nil for any.
    var settingsFolder: String?
    /// What the setting `tiers` names.
    var tiers = TierTable.published
    /// What the setting `wordlist` names.
    var ownWords: [String] = []
    /// The results so far, for `_` and `_1`.
    var results: [StoredResult] = []
    /// Where `show` was last.
    var shown: ShownPlace?
    /// The last query that was bound, for `explain`, `why` and `fmt` alone.
    var lastPlan: Plan?
    /// Its text.
    var lastText = ""
    /// The entries of the history, where one is kept.
    var historyItems: () -> [HistoryItem] = { [] }
    /// The scope as it was written, for the prompt.
    var scopeText: String?
    /// Whether results are kept for `_` whatever comes.
    var keepsResults = false
    /// Codes of the errors shown since somebody emptied the list: what a lesson compares.
    var lastCodes: [String] = []
    /// How many articles the rows of the query in hand are found among.
    var articlesInScope = 0
    /// What drawings and pages say of the query in hand.
    var caption: ResultCaption?
    /// Files that were found changed, each reported once.
    var changedFiles: Set<String> = []
    /// What a statement asked to run after the entry it stands in.
    var queriesToRun: [String] = []
    /// Set by `quit`.
    var isOver = false
    /// What `--exit-status` asks of the last result.
    var lastWasEmpty = false
    /// The gravest thing that happened.
    private(set) var status = ExitStatus.ok

    /// A session with nothing open.
    public init(streams: Streams, options: SessionOptions = SessionOptions()) {
        self.streams = streams
        progressLine = ProgressLine(streams.error)
        self.options = options
        for (name, value) in options.settings {
            if let setting = Setting.named(name) { settings.set(setting, to: value, by: .commandLine) }
        }
        settingsFolder = options.readableFolder
        environment.exact = settings.isOn(.exact)
    }

    /// Notes what happened; the gravest decides the exit status.
    func raise(_ status: ExitStatus) { self.status = max(self.status, status) }

    // MARK: Archive

    /// Reads files and folders. What cannot be read is reported and makes the status 3; the rest is open afterwards.
    public func open(_ paths: [String], add: Bool = false) {
        guard let opened = try? PathOpening(reader: reader).open(paths) else { return }
        use(opened, called: paths, add: add)
        for file in opened.failures { report(file) }
        if opened.failures.contains(where: { !$0.isSkipped }) { raise(.data) }
    }

    /// Puts what was read in the place of the archive, or beside it.
    func use(_ opened: Archive, called paths: [String], add: Bool) {
        use(add ? archive.adding(opened) : opened)
        archiveName = add && !archiveName.isEmpty ? archiveName + "+" + shortName(paths) : shortName(paths)
    }

    /// Opens the example that is built in.
    public func openExample() {
        use(reader.open(Text(copying: builtInExample.text.utf8), named: builtInExample.name))
        archiveName = "seeds"
    }

    /// Puts another archive in the place of the old; results and scope spoke of the old one.
    private func use(_ archive: Archive) {
        self.archive = archive
        results = []
        shown = nil
        environment.forgetResults()
        scopeText = nil
        lastPlan = nil
        gatheredNames?.cancel()
        gatheredNames = nil
        changedFiles = []
    }

    private func shortName(_ paths: [String]) -> String {
        var first = paths.first?.split(separator: "/").last.map(String.init) ?? ""
        // An archive is called like the folder it was made of.
        if first.hasSuffix(".wenku"), first.utf8.count > 6 { first.removeLast(6) }
        return visible(paths.count > 1 ? "\(first)+\(paths.count - 1)" : first)
    }

    /// Says that a file could not be read, and why.
    func report(_ file: FileReport) {
        let reason = file.failure?(language) ?? ""
        guard !file.isSkipped else {
            return note(LocalizedText(verbatim: "wen: \(file.name): \(reason)"))
        }
        streams.error("wen: \(visible(file.name)): \(visible(reason))\n")
    }

    /// One line on what is open: `1 file, 1 article, UTF-8, 0 undecodable bytes`.
    func describeArchive() -> LocalizedText {
        let summary = archive.filesSummary
        let files = summary.files
        let articles = archive.articleCount
        let encodings = summary.encodings.sorted().joined(separator: ", ")
        let bad = summary.undecodable
        let failed = archive.failures.count
        func plural(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
        let english = [plural(files, "file"), plural(articles, "article"), encodings, plural(bad, "undecodable byte")]
        let chinese = ["\(files) 个文件", "\(articles) 篇", encodings, "\(bad) 个坏字节"]
        return LocalizedText(
            english.filter { !$0.isEmpty }.joined(separator: ", ") + (failed > 0 ? ", \(failed) not read" : ""),
            zh: chinese.filter { !$0.isEmpty }.joined(separator: "，") + (failed > 0 ? "，\(failed) 个未读" : ""))
    }

    /// Says of files that were written to since they were opened that answers from them are not to be trusted.
    func reportChangedFiles() {
        for index in archive.shards.indices {
            let shard = archive.shards.unchecked(index)
            guard !isUnchanged(shard.file), changedFiles.insert(shard.file.name).inserted else { continue }
            let change = LocalizedText("was changed after it was opened; open it again", zh: "打开之后已被改动，请重新打开")
            streams.error("wen: \(visible(shard.file.name)): \(change(language))\n")
            raise(.data)
        }
    }

    // MARK: Text

    var language: Language { settings.language }

    /// Says something beside the result, unless `--quiet`.
    func note(_ notice: LocalizedText) {
        if !options.quiet { streams.error(visible(notice(language)) + "\n") }
    }

    /// What renderers must know of where results go.
    var renderOptions: RenderOptions {
        var options = RenderOptions(ambiguousWidth: settings.ambiguousWidth, language: language, caption: caption)
        guard let terminal = streams.terminal else {
            options.width = settings.width > 0 ? settings.width : nil
            return options
        }
        options.width = settings.width > 0 ? settings.width : terminal.size.columns
        options.emphasis = emphasis(at: terminal)
        return options
    }

    private func emphasis(at terminal: Terminal) -> Emphasis {
        switch settings[.color] {
        case "always": .colour
        case "never": .none
        default: terminal.allowsColour ? .colour : terminal.understandsEscapes ? .monochrome : .none
        }
    }

    /// Shows what is wrong with a query.
    func show(_ diagnostics: [Diagnostic], in source: QuerySource) {
        lastCodes += diagnostics.map(\.code.name)
        var options = RenderOptions(ambiguousWidth: settings.ambiguousWidth, language: language)
        options.width = streams.errorTerminal?.size.columns
        streams.error(
            draw(diagnostics, source: source.text, fileName: source.name, firstLine: source.firstLine, options))
    }
}
