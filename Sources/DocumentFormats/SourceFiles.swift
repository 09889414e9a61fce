import Documents

/// A file that is to be read, as it was listed: what an archive keeps of it, so as to know whether it has changed.
public struct SourceFile: Sendable {
    let listed: ListedFile

    /// The path as it was written, with what was found below it.
    public var path: String { listed.path.name }
    /// In bytes.
    public var size: Int { listed.size }
    /// When it was last written, in nanoseconds since 1970.
    public var modified: Int { listed.modified }
}

/// What became of a file: its text, or of a packed one those of its members, and what could not be read.
public struct SourceOutcome: Sendable {
    /// The texts with their structure.
    public var shards: [Shard] = []
    /// What could not be read or was skipped.
    public var failures: [FileReport] = []
}

/// Reading of many files bit by bit, so that no more of them than is needed is in memory.
public struct SourceReading {
    private let reader: ArchiveReader
    private var seen: Set<FileIdentity> = []

    /// A reading with `reader`'s formats, options and threads.
    public init(_ reader: ArchiveReader) { self.reader = reader }

    /// The files that paths stand for, in the order in which `ArchiveReader.open` would read them. Cost: a look at each.
    public static func files(below paths: [String]) -> [SourceFile] {
        FileListing.files(below: paths).map { SourceFile(listed: $0) }
    }

    /// Reads some of the files, in order; one that another path led to before gives nothing. Throws `Interrupted`.
    public mutating func read(_ files: ArraySlice<SourceFile>, until cancellation: Cancellation) throws(Interrupted) -> [SourceOutcome] {
        let outcomes = reader.outcomes(of: files.map(\.listed)) { cancellation.isCancelled }
        try cancellation.check()
        return outcomes.map { outcomes in
            var result = SourceOutcome()
            for outcome in outcomes {
                switch outcome {
                case .shard(let shard, let identity): if seen.insert(identity).inserted { result.shards.append(shard) }
                case .failure(let report): result.failures.append(report)
                }
            }
            return result
        }
    }
}
