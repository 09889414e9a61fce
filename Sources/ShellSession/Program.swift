import DocumentFormats
import Glibc
import LineEditing
import QueryLanguage
import Rendering
import SourceText

/// The program's version.
public let version = "0.1.0"

/// The encodings that can be named.
public let encodingNames = ["auto", "utf-8", "gb18030", "big5", "big5-hkscs", "utf-16", "utf-16le", "utf-16be"]

/// What the command line asks for.
public struct QueryRequest: Sendable {
    /// Queries given with `-e`, each a line.
    public var queries: [String]
    /// A query file; `-` is standard input.
    public var file: String?
    /// Files and folders to open, `-` for standard input; a first one that ends in `.wen` is a query file.
    public var archives: [String]
    /// One JSON object a row.
    public var json: Bool
    /// No notices.
    public var quiet: Bool
    /// Status 1 where the last result is empty.
    public var asksForStatus: Bool
    /// Where query files may write.
    public var writableFolders: [String]
    /// The language of messages, as typed.
    public var language: String?
    /// The encoding of the archives, as typed.
    public var encoding: String?
    /// Which columns of tables hold which fields, as typed: `text=内容,date=发表日期`.
    public var columns: String?
    /// Whether the prompt begins with the start-up files.
    public var readsStartUpFiles = true

    /// A request; see the properties.
    public init(
        queries: [String] = [], file: String? = nil, archives: [String] = [], json: Bool = false, quiet: Bool = false,
        asksForStatus: Bool = false, writableFolders: [String] = [], language: String? = nil, encoding: String? = nil,
        columns: String? = nil
    ) {
        self.queries = queries
        self.file = file
        self.archives = archives
        self.json = json
        self.quiet = quiet
        self.asksForStatus = asksForStatus
        self.writableFolders = writableFolders
        self.language = language
        self.encoding = encoding
        self.columns = columns
    }
}

/// Answers queries, runs a query file or standard input, or opens the prompt. Gives the exit status.
public func runQueries(_ request: QueryRequest, streams: Streams = .standard) -> Int32 {
    var request = request
    if request.queries.isEmpty, request.file == nil, let first = request.archives.first, first.hasSuffix(".wen") {
        request.file = first
        request.archives.removeFirst()
    }
    if let problem = problem(request) {
        streams.error("wen: \(problem(request.language == "zh" ? .chinese : .english))\n")
        return ExitStatus.query.rawValue
    }
    if !request.queries.isEmpty { return answer(request, QuerySource(request.queries.joined(separator: "\n")), streams) }
    if let file = request.file, file != "-" {
        guard let text = readTextFile(file) else {
            streams.error("wen: \(visible(file)): \(String(cString: strerror(errno)))\n")
            return ExitStatus.data.rawValue
        }
        return runScript(request, QuerySource(text, name: file), folder: parentFolder(file), streams)
    }
    if request.file == nil, Terminal(descriptor: STDIN_FILENO).isTerminal { return converse(request, streams) }
    return runScript(request, QuerySource(readAll(STDIN_FILENO), name: nil), folder: ".", streams)
}

/// What is wrong with a request before anything is read; nil where nothing is.
private func problem(_ request: QueryRequest) -> LocalizedText? {
    if request.archives.contains("-"), takesQueriesFromInput(request) {
        return LocalizedText(
            "standard input cannot be the queries and the archive at once: give the queries with -e, or with -f and the name of a file",
            zh: "标准输入不能既是查询又是文档：请用 -e 写查询，或用 -f 指明查询文件")
    }
    if case .failure(let error)? = request.columns.map(ColumnMap.written) {
        return LocalizedText("--columns: \(error.message.english)", zh: "--columns：\(error.message.chinese)")
    }
    guard let name = request.encoding, name.lowercased() != "auto", TextEncoding(named: name) == nil else { return nil }
    let choices = encodingNames.joined(separator: ", ")
    return LocalizedText(
        "--encoding \(visible(name)): there is no such encoding; choose among \(choices)",
        zh: "--encoding \(visible(name))：没有这种编码；可选：\(choices)")
}

private func takesQueriesFromInput(_ request: QueryRequest) -> Bool {
    request.queries.isEmpty && (request.file ?? "-") == "-"
}

private func options(_ request: QueryRequest) -> SessionOptions {
    var options = SessionOptions()
    options.encoding = request.encoding.flatMap { TextEncoding(named: $0) }
    options.standardInput = takesQueriesFromInput(request) ? nil : STDIN_FILENO
    if case .success(let map)? = request.columns.map(ColumnMap.written) { options.columns = map }
    options.json = request.json
    options.quiet = request.quiet
    if let language = request.language { options.settings.append(("lang", language == "zh" ? "zh" : "en")) }
    if !request.writableFolders.isEmpty { options.writableFolders = request.writableFolders }
    return options
}

/// `-e`: what the person at the keyboard typed may read and write where they may.
private func answer(_ request: QueryRequest, _ source: QuerySource, _ streams: Streams) -> Int32 {
    finish(Session(streams: streams, options: options(request)), request, source)
}

/// A query file may be a stranger's: it reads below its folder and writes where that was allowed.
private func runScript(_ request: QueryRequest, _ source: QuerySource, folder: String, _ streams: Streams) -> Int32 {
    var options = options(request)
    options.readableFolder = folder
    options.writableFolders = request.writableFolders
    return finish(Session(streams: streams, options: options), request, source)
}

private func finish(_ session: Session, _ request: QueryRequest, _ source: QuerySource) -> Int32 {
    // The whole script is checked before any file is read.
    guard session.accepts(source) else { return session.status.rawValue }
    session.openFromCommandLine(request.archives, for: source)
    session.run(source)
    if session.status == .ok, request.asksForStatus, session.lastWasEmpty { return ExitStatus.empty.rawValue }
    return session.status.rawValue
}

private func converse(_ request: QueryRequest, _ streams: Streams) -> Int32 {
    var options = options(request)
    options.isInteractive = true
    let session = Session(streams: streams, options: options)
    if request.readsStartUpFiles { session.readStartUpFiles() }
    session.openFromCommandLine(request.archives)
    Conversation(session).run()
    return ExitStatus.ok.rawValue
}

extension Session {
    /// Opens what the command line names, or the example.
    func openFromCommandLine(_ paths: [String]) {
        guard paths.isEmpty else { return open(paths) }
        openExample()
    }
}

// MARK: Files

func parentFolder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A small text file; nil where it cannot be read, with `errno` set. A byte order mark is dropped.
func readTextFile(_ path: String) -> String? {
    // Without blocking, so that a pipe without a writer cannot hold us up.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
        errno = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
        return nil
    }
    return readAll(descriptor)
}

/// All that a descriptor gives, up to 64 MB: nobody writes longer queries.
func readAll(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < 64 << 20 {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        bytes += buffer[..<count]
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return String(decoding: bytes, as: UTF8.self)
}
