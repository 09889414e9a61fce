import Documents
import Glibc
import MappedFiles

/// How an archive is made.
public struct ArchiveWriterOptions: Sendable {
    /// The bytes of text a segment has, about.
    public var segment = 256 << 20
    /// The bytes of text that are sorted at once by a thread; sorting takes 4 times as much in Chinese, and 12 times in ASCII.
    public var block = 64 << 20
    /// The threads.
    public var workers = Workers.processors

    /// The usual sizes, for which about a gigabyte is needed.
    public init() {}

    /// Sizes for which `bytes` of memory are enough, at least 64 MiB.
    public init(memory bytes: Int, workers: Workers) {
        self.workers = workers
        let share = max(64 << 20, bytes)
        segment = min(256 << 20, share / 6)
        block = min(64 << 20, max(1 << 20, share / (10 * workers.count)))
    }
}

/// Writes an archive beside its name, and puts it there when it is whole: a kill, a full disk or a power cut leaves the old one
/// or none. A second writer is refused. Use it from one thread; it uses others.
public struct ArchiveWriter: ~Copyable {
    private let options: ArchiveWriterOptions
    private let cancellation: Cancellation
    private var file: AsideFile
    private var sink: ArchiveSink
    private var contents = TableOfContents()
    private var columns = SegmentColumns()
    /// The bytes of text written so far.
    public private(set) var textBytes = 0

    /// Begins an archive that will be at `path`. Throws `ArchiveFailure`.
    public init(path: String, options: ArchiveWriterOptions = ArchiveWriterOptions(), cancellation: Cancellation) throws(ArchiveFailure) {
        let file = try AsideFile(path)
        var sink = ArchiveSink(file.descriptor)
        var header = ByteBuffer()
        header.append(ArchiveLayout.mark)
        header.append(ArchiveLayout.version)
        header.append(UInt32(VerifiedMapping.blockSize))
        try sink.append(header.bytes)
        try sink.append(zeros: ArchiveLayout.headerSize - header.count)
        self.options = options
        self.cancellation = cancellation
        self.file = file
        self.sink = sink
    }

    /// Adds the text and structure of a file; `source` is what the file was on disk.
    public mutating func add(_ shard: Shard, _ source: SourceState = SourceState()) throws {
        for slice in ShardSlice.slices(of: shard, size: options.segment) {
            if !columns.slices.isEmpty, columns.textBytes + slice.text.count > options.segment { try endSegment() }
            columns.append(slice, source)
        }
    }

    /// Adds a file that could not be read.
    public mutating func add(failure: FileReport) { contents.failures.append(failure) }

    /// Adds a segment of another archive as it stands.
    public mutating func add(segment index: Int, of archive: ArchiveFile) throws {
        try endSegment()
        let entry = archive.contents.segments[index]
        contents.segments.append(try SegmentWriter.copy(entry, of: archive.mapping.bytes, to: &sink))
        textBytes += entry.count(.text)
        try cancellation.check()
    }

    /// Ends a segment, if there is one: what is added from now on is in another.
    public mutating func endSegment() throws {
        guard !columns.slices.isEmpty else { return }
        let made = columns
        columns = SegmentColumns()
        let body = try SegmentPostings.make(
            made.paragraphs, of: made, block: options.block, workers: options.workers, cancellation)
        let outside = try made.outsideBody.flatMap {
            try SegmentPostings.make($0, of: made, block: options.block, workers: options.workers, cancellation)
        }
        contents.segments.append(try SegmentWriter.write(made, body: body, outside: outside, to: &sink))
        textBytes += made.textBytes
        for (slice, _) in made.slices { try slice.shard.checkUnchanged() }
        try cancellation.check()
    }

    /// Writes the contents and puts the archive in its place.
    public consuming func finish(_ origin: ArchiveOrigin) throws {
        try endSegment()
        try sink.align()
        try sink.closeBlocks()
        contents.origin = origin
        contents.checksums = sink.checksums
        let position = sink.position
        var tail = ByteBuffer()
        contents.encode(into: &tail)
        let size = tail.count
        let sum = checksum(tail.bytes)
        try writeAll(tail.bytes, to: file.descriptor)
        try writeAll(ArchiveTrailer(contents: position..<position + size, checksum: sum).bytes.bytes, to: file.descriptor)
        try file.putInPlace()
    }
}

extension Shard {
    /// A file that is mapped could have been written to while its bytes were copied.
    fileprivate func checkUnchanged() throws(ArchiveFailure) {
        guard file.modification != 0 else { return }
        var status = stat()
        let isSame =
            stat(file.name, &status) == 0
            && status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec == file.modification && status.st_size == file.bytes
        guard isSame || !file.rawPath.isEmpty else { throw .sourceChanged(file.name) }
    }
}
