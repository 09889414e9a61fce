import ArchiveIndexing
import DocumentFormats
import Documents
import LineEditing
import QueryEngine
import QueryLanguage
import SourceText

/// What `wen index` is asked for.
public struct IndexRequest: Sendable {
    /// Files and folders.
    public var paths: [String] = []
    /// The archive to make.
    public var output = ""
    /// Whether only what is new or changed is to be read.
    public var updates = false
    /// The number of threads; as many as processors where it is nil.
    public var jobs: Int?
    /// The bytes of memory it may take.
    public var memory = 2 << 30
    /// The bytes of text of a segment; by the memory where it is nil.
    public var segment: Int?
    /// The encoding of all files, as typed.
    public var encoding: String?
    /// A map of columns, as typed.
    public var columns: String?
    /// No word beside errors.
    public var quiet = false
    /// The language of messages, as typed.
    public var language: String?

    /// A request for nothing yet.
    public init() {}
}

/// Makes an archive of files and folders, or brings one up to date. Gives the exit status.
public func indexFiles(_ request: IndexRequest, streams: Streams = .standard) -> Int32 {
    let console = ArchiveConsole(streams, quiet: request.quiet, language: request.language)
    return console.run(request.output) { cancellation in
        var job = try IndexingJob(request, console, cancellation)
        return try job.run()
    }
}

/// The making of one archive.
private struct IndexingJob {
    private let request: IndexRequest
    private let console: ArchiveConsole
    private let cancellation: Cancellation
    private let options: ArchiveWriterOptions
    private let origin: ArchiveOrigin
    private let old: ArchiveFile?
    private var reading: SourceReading
    private var failures = 0
    /// The bytes of files that were read, and that are to be.
    private var done = 0
    private var total = 1
    private let clock = ContinuousClock()

    init(_ request: IndexRequest, _ console: ArchiveConsole, _ cancellation: Cancellation) throws {
        self.request = request
        self.console = console
        self.cancellation = cancellation
        let workers = request.jobs.map { Workers(count: $0) } ?? .processors
        var options = ArchiveWriterOptions(memory: request.memory, workers: workers)
        if let segment = request.segment { options.segment = max(1, segment) }
        self.options = options
        old = request.updates && ArchiveFile.recognises(request.output) ? try ArchiveFile(request.output) : nil
        origin = IndexingJob.origin(request, old)
        guard !origin.paths.isEmpty else {
            throw FileFailure(
                LocalizedText(
                    "index: name files or folders: wen index FOLDER -o NAME.wenku", zh: "index：请写明文件或文件夹：wen index 文件夹 -o 名.wenku"))
        }
        var reader = ArchiveReader(workers: workers)
        reader.options.encoding = TextEncoding(named: origin.encoding)
        if !origin.columns.isEmpty { reader.options.columns = try ColumnMap.written(origin.columns).get() }
        reading = SourceReading(reader)
    }

    /// An update goes by what the archive was made with, where nothing else is said.
    private static func origin(_ request: IndexRequest, _ old: ArchiveFile?) -> ArchiveOrigin {
        var origin = old?.origin ?? ArchiveOrigin()
        if !request.paths.isEmpty { origin.paths = request.paths }
        if let encoding = request.encoding { origin.encoding = encoding.lowercased() == "auto" ? "" : encoding }
        if let columns = request.columns { origin.columns = columns }
        origin.program = "wen \(version)"
        return origin
    }

    mutating func run() throws -> ExitStatus {
        let start = clock.now
        let files = SourceReading.files(below: origin.paths)
        let plan = UpdatePlan(files, old: old, origin: origin, segment: options.segment)
        if plan.isUpToDate {
            console.say(LocalizedText("\(request.output): up to date", zh: "\(request.output)：已是最新"))
            return .ok
        }
        var writer = try ArchiveWriter(path: request.output, options: options, cancellation: cancellation)
        total = max(1, plan.bytes)
        for step in plan.steps {
            switch step {
            case .keep(let segments):
                guard let old else { continue }
                for segment in segments { try writer.add(segment: segment, of: old) }
            case .fail(let report):
                writer.add(failure: report)
                note(report)
            case .read(let range):
                try read(files[range], into: &writer)
                try writer.endSegment()
            }
        }
        if let old, old.damage.isDamaged {
            throw ArchiveFailure.damaged(LocalizedText("index it anew without --update", zh: "请不用 --update 重新建库"))
        }
        try writer.endSegment()
        let text = writer.textBytes
        try writer.finish(origin)
        try summarize(text: text, since: start)
        return failures > 0 ? .data : .ok
    }

    /// Reads files in batches of about a segment, so that no more of them is in memory.
    private mutating func read(_ files: ArraySlice<SourceFile>, into writer: inout ArchiveWriter) throws {
        var rest = files
        while !rest.isEmpty {
            let batch = rest.batch(bytes: min(options.segment, 256 << 20))
            rest = rest[batch.endIndex...]
            let outcomes = try reading.read(batch, until: cancellation)
            for (file, outcome) in zip(batch, outcomes) {
                let source = SourceState(path: file.path, size: file.size, modified: file.modified)
                for shard in outcome.shards { try writer.add(shard, source) }
                for failure in outcome.failures {
                    var failure = failure
                    failure.bytes = file.size
                    failure.modification = file.modified
                    writer.add(failure: failure)
                    note(failure)
                }
                done += file.size
                console.show(LocalizedText("indexing", zh: "正在建库"), Double(done) / Double(total))
            }
        }
    }

    private mutating func note(_ failure: FileReport) {
        let reason = failure.failure ?? LocalizedText(verbatim: "")
        let line = LocalizedText("wen: \(failure.name): \(reason.english)", zh: "wen: \(failure.name)：\(reason.chinese)")
        if failure.isSkipped { return console.say(line) }
        failures += 1
        console.complain(line)
    }

    private func summarize(text: Int, since start: ContinuousClock.Instant) throws {
        let made = try ArchiveFile(request.output)
        let archive = made.archive
        let seconds = max((clock.now - start) / .seconds(1), 0.001)
        let speed = sizeText(Int(Double(text) / seconds))
        let time = decimal(seconds)
        console.say(
            LocalizedText(
                "\(request.output): \(archive.fileCount) files, \(archive.articleCount) articles, \(sizeText(text)) of text in \(sizeText(made.size)); \(time) s, \(speed)/s",
                zh:
                    "\(request.output)：\(archive.fileCount) 个文件，\(archive.articleCount) 篇，文字 \(sizeText(text))，档案 \(sizeText(made.size))；\(time) 秒，每秒 \(speed)"
            ))
    }
}

extension ArraySlice<SourceFile> {
    /// The first files that have `bytes` together, at least one, at most twenty thousand.
    fileprivate func batch(bytes: Int) -> ArraySlice<SourceFile> {
        var size = 0
        var end = startIndex
        while end < endIndex, end - startIndex < 20_000, size < bytes || end == startIndex {
            size += self[end].size
            end += 1
        }
        return self[startIndex..<end]
    }
}
