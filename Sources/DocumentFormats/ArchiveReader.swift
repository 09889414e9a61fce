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
    /// The descriptor that the path `-` stands for; nil where it is a name like any other.
    public var standardInput: Int32?

    /// A smaller file is read by one thread, however few there are.
    private static let smallestLarge = 2 << 20

    /// A reader for `formats`, which are asked in order, with at most `workers` threads.
    public init(formats: [any DocumentFormat] = DocumentFormats.all, workers: Workers = .processors) {
        self.formats = formats
        self.workers = workers
    }

    /// The articles of files, and of all files below folders; of packed ones those of what is packed. Shards and failures are
    /// in the order of `paths`, below a folder in the order of the names' bytes; a file that several paths lead to is read
    /// once. Names in the reports are as `paths` has them (`seeds/000.txt`), with the member of an archive behind
    /// (`1999.zip/10.txt`). With `root`, a path without links in it, what lies outside is a failure, also where a link leads
    /// there. Cost: the whole of the files is read.
    public func open(_ paths: [String], within root: String? = nil) -> Archive { open(paths, within: root) { false } }

    /// The same, until `cancellation` is raised: then what is being read is given up, and nothing is given.
    public func open(
        _ paths: [String], within root: String? = nil, until cancellation: Cancellation
    ) throws(Interrupted) -> Archive {
        let archive = open(paths, within: root) { cancellation.isCancelled }
        try cancellation.check()
        return archive
    }

    private func open(_ paths: [String], within root: String?, isStopped: @escaping @Sendable () -> Bool) -> Archive {
        let listed = FileListing.files(below: paths, within: root, hasStandardInput: standardInput != nil)
        return collect(outcomes(of: listed, isStopped: isStopped).flatMap { $0 })
    }

    /// What became of each of the listed files.
    func outcomes(of listed: [ListedFile], isStopped: @escaping @Sendable () -> Bool) -> [[Outcome]] {
        let large = largeFrom(listed)
        var outcomes = workers.map(listed.count) { index -> [Outcome]? in
            let isLarge = workers.count > 1 && (listed[index].size >= large || listed[index].isStandardInput)
            return isLarge || isStopped() ? nil : reading(.alone, isStopped).read(listed[index])
        }
        for index in outcomes.indices where outcomes[index] == nil && !isStopped() {
            outcomes[index] = reading(workers, isStopped).read(listed[index])
        }
        return outcomes.map { $0 ?? [] }
    }

    /// Files from this size on are read by all threads together, one after the other, before which the others are read by a thread
    /// each: those that are so much of the whole that the other threads would wait for the one that has it.
    private func largeFrom(_ files: [ListedFile]) -> Int {
        let whole = files.reduce(0) { $0 + $1.size }
        return max(ArchiveReader.smallestLarge, whole / (workers.count * 8))
    }

    /// The articles of bytes that are at hand: the built-in example.
    public func open(_ bytes: Text, named name: String) -> Archive {
        // An identity no file has; there is nothing else it could be read twice as.
        collect(reading(workers) { false }.outcomes(of: bytes, FileReport(name: name), FileIdentity(device: 0, file: 0)))
    }

    private func reading(_ workers: Workers, _ isStopped: @escaping @Sendable () -> Bool) -> FileReading {
        FileReading(formats: formats, options: options, workers: workers, standardInput: standardInput, isStopped: isStopped)
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
            }
        }
        return Archive(shards: shards, failures: failures)
    }
}
