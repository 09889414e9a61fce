import Documents

/// Opens files and folders as an archive.
///
///     let archive = ArchiveReader().open(["seeds"])
///
/// Nothing a file holds, or fails to hold, stops the others: what could not be read is in `Archive.failures`.
public struct ArchiveReader: Sendable {
    private let formats: [any DocumentFormat]
    private let workers: Workers
    /// What is known of the files beforehand.
    public var options = ReadingOptions()

    /// Files from this size on are read by all threads together, one after the other.
    private static let largeFrom = 2 << 20

    /// A reader for `formats`, which are asked in order, with at most `workers` threads.
    public init(formats: [any DocumentFormat] = DocumentFormats.all, workers: Workers = .processors) {
        self.formats = formats
        self.workers = workers
    }

    /// The articles of files, and of all files below folders. Shards and failures are in the order of `paths`, below a
    /// folder in the order of the names' bytes; a file that several paths lead to is read once. Names in the reports are
    /// as `paths` has them (`seeds/000.txt`). With `root`, a path without links in it, what lies outside is a failure,
    /// also where a link leads there. Cost: the whole of the files is read.
    public func open(_ paths: [String], within root: String? = nil) -> Archive { open(paths, within: root) { false } }

    /// The same, until `cancellation` is raised: no file is begun after that, and nothing is given.
    public func open(
        _ paths: [String], within root: String? = nil, until cancellation: Cancellation
    ) throws(Interrupted) -> Archive {
        let archive = open(paths, within: root) { cancellation.isCancelled }
        try cancellation.check()
        return archive
    }

    private func open(_ paths: [String], within root: String?, isStopped: @escaping @Sendable () -> Bool) -> Archive {
        let listed = FileListing.files(below: paths, within: root)
        var outcomes = workers.map(listed.count) { index in
            let isLarge = workers.count > 1 && listed[index].size >= ArchiveReader.largeFrom
            return isLarge || isStopped() ? .postponed : read(listed[index], with: .alone)
        }
        for index in outcomes.indices where outcomes[index].isPostponed && !isStopped() {
            outcomes[index] = read(listed[index], with: workers)
        }
        return collect(outcomes)
    }

    /// The articles of bytes that are at hand: the built-in example, standard input.
    public func open(_ bytes: Text, named name: String) -> Archive {
        var report = FileReport(name: name)
        report.bytes = bytes.count
        // An identity no file has; there is nothing else it could be read twice as.
        return collect([structured(bytes, report, FileIdentity(device: 0, file: 0), workers)])
    }

    private func collect(_ outcomes: [Outcome]) -> Archive {
        var shards: [Shard] = []
        var failures: [FileReport] = []
        var seen: Set<FileIdentity> = []
        for outcome in outcomes {
            switch outcome {
            case .shard(let shard, let identity):
                if seen.insert(identity).inserted { shards.append(shard) }
            case .failure(let report): failures.append(report)
            case .postponed: break
            }
        }
        return Archive(shards: shards, failures: failures)
    }

    private func read(_ file: ListedFile, with workers: Workers) -> Outcome {
        var report = FileReport(name: file.path)
        // What `Outcome.failure` makes of it where the failure is harmless in a folder.
        report.isSkipped = file.isFromFolder
        if let failure = file.failure { return .failure(report, failure) }
        switch FileBytes.open(file.path) {
        case .failure(let why): return .failure(report, why)
        case .success(let bytes):
            report.bytes = bytes.size
            report.modification = bytes.modification
            switch text(bytes, workers) {
            case .failure(let why): return .failure(report, why)
            case .success(let text): return structured(text, report, bytes.identity, workers)
            }
        }
    }

    /// The bytes of a file as a text, unless its beginning shows that they are none: then the rest is not read.
    private func text(_ bytes: FileBytes, _ workers: Workers) -> Result<Text, ReadFailure> {
        bytes.head(ByteView.sample).flatMap { head in
            head.whyNoText().map { .failure(ReadFailure($0)) } ?? bytes.text(workers)
        }
    }

    private func structured(
        _ text: Text, _ report: FileReport, _ identity: FileIdentity, _ workers: Workers
    ) -> Outcome {
        var report = report
        report.bytes = text.count
        guard let format = formats.first(where: { $0.recognises(text, path: report.name) }) else {
            return .failure(report, .unknownFormat)
        }
        let shard: Shard
        switch format.read(text, report: report, options: options, workers: workers) {
        case .failure(let why): return .failure(report, why)
        case .success(let read): shard = read
        }
        if shard.articles.isEmpty, shard.file.strayLines > 0 { return .failure(shard.file, .noArticle) }
        var whole = shard
        whole.file.isSkipped = false
        return .shard(whole, identity)
    }
}

/// What became of one listed file.
private enum Outcome: Sendable {
    case shard(Shard, FileIdentity)
    case failure(FileReport)
    /// Large: its turn comes when all threads are free for it.
    case postponed

    static func failure(_ report: FileReport, _ why: ReadFailure) -> Outcome {
        var report = report
        report.failure = why.reason
        report.isSkipped = report.isSkipped && why.isHarmlessInFolder
        return .failure(report)
    }

    var isPostponed: Bool {
        if case .postponed = self { true } else { false }
    }
}

extension ReadFailure {
    fileprivate static let unknownFormat = ReadFailure("is in no format that is read so far: skipped")
    fileprivate static let noArticle = ReadFailure(
        "has no article (a line ### TITLE, and within four lines a date or a page such as 第1版()): skipped",
        isHarmlessInFolder: true)
}
