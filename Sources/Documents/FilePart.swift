/// A file that a shard's text, or a stretch of it, was read from.
public struct FilePart: Sendable {
    /// What its reader found.
    public var report: FileReport
    /// Where its text begins in the shard's.
    public var start: UInt32 = 0
    /// What is to be added to offsets in the file, where only a part of it is in the shard.
    public var sourceStart = 0
    /// How offsets in its text lead back to the file, the nearest map first.
    public var offsetMaps: [any OffsetMap] = []
    /// The lines of the file, where the text was made from it.
    public var lineMap: LineMap?
    /// The sixteen bytes of the XXH3-128 hash of the whole file's text; empty where it is not kept.
    public var digest: [UInt8] = []

    /// A file whose text is the whole shard's.
    public init(report: FileReport) { self.report = report }
}

/// What is to be said of many files in a line.
public struct FilesSummary: Sendable, Hashable {
    /// How many files; one of which only a later part is there does not count.
    public var files = 0
    /// The names of their encodings.
    public var encodings: Set<String> = []
    /// Bytes that could not be decoded.
    public var undecodable = 0

    /// Of no files.
    public init() {}

    /// Adds a file.
    public mutating func add(_ report: FileReport) {
        files += 1
        encodings.insert(report.encoding)
        undecodable += report.undecodable
    }

    /// Adds other files.
    public mutating func add(_ other: FilesSummary) {
        files += other.files
        encodings.formUnion(other.encodings)
        undecodable += other.undecodable
    }
}

/// The files that a shard's text was put together from, one behind the other, in text order.
public protocol FileTable: Sendable {
    /// How many; at least one.
    var count: Int { get }
    /// File number `index`, from 0. Cost: reading its entry.
    subscript(index: Int) -> FilePart { get }
    /// The number of the file whose text holds the byte at `offset`. Cost: a binary search.
    func index(at offset: UInt32) -> Int
    /// All of them in a line. Cost: none of their entries is read.
    var summary: FilesSummary { get }
}

extension Shard {
    /// The file that what stands at `offset` is from.
    public func filePart(at offset: UInt32) -> FilePart {
        if let files { return files[files.index(at: offset)] }
        var part = FilePart(report: file)
        part.offsetMaps = offsetMaps
        part.lineMap = lineMap
        return part
    }

    /// The name of the file that what stands at `offset` is from.
    public func fileName(at offset: UInt32) -> String {
        if let files { files[files.index(at: offset)].report.name } else { file.name }
    }

    /// Whether lines are told by a map there, and not counted in the text.
    func hasLineMap(at offset: UInt32) -> Bool {
        if let files { files[files.index(at: offset)].lineMap != nil } else { lineMap != nil }
    }

    /// What readers found in each of its files, undecodable bytes counted; of a file that several shards have a part of, in the
    /// first of them.
    public var fileReports: [FileReport] {
        guard let files else { return [examined] }
        return (0..<files.count).lazy.map { files[$0] }.filter { $0.sourceStart == 0 }.map(\.report)
    }

    /// All of its files in a line. Cost: for a file read now, a pass over its text.
    public var filesSummary: FilesSummary {
        if let files { return files.summary }
        var summary = FilesSummary()
        summary.add(examined)
        return summary
    }

    /// A field value that does not stand in the text.
    public func derivedValue(_ field: DerivedField) -> String? {
        if let keptDerived { keptDerived(field) } else { derived.isEmpty ? nil : derived[field] }
    }
}
