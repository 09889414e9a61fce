import Documents
import SourceText

/// Where a part of a segment is.
struct PartEntry: Sendable, Equatable {
    var kind: PartKind
    var offset: Int
    /// The number of elements.
    var count: Int

    var byteCount: Int { count * kind.elementSize }
    var range: Range<Int> { offset..<offset + byteCount }
}

/// A segment: its parts, and what is to be known of it before any is read.
struct SegmentEntry: Sendable {
    var parts: [PartEntry] = []
    var summary = FilesSummary()
    var withoutDate = 0

    func part(_ kind: PartKind) -> PartEntry? { parts.first { $0.kind == kind } }
    func count(_ kind: PartKind) -> Int { part(kind)?.count ?? 0 }
}

/// The table of contents.
struct TableOfContents: Sendable {
    var segments: [SegmentEntry] = []
    /// Files that were not read, with their reasons.
    var failures: [FileReport] = []
    /// What the archive was made with: paths, encoding, columns.
    var origin = ArchiveOrigin()
    var checksums: [UInt64] = []

    /// Writes it.
    func encode(into buffer: inout ByteBuffer) {
        buffer.append(UInt64(segments.count))
        for segment in segments { segment.encode(into: &buffer) }
        buffer.append(UInt64(failures.count))
        for failure in failures {
            buffer.append(string: failure.name)
            buffer.append(string: failure.failure?.english ?? "")
            buffer.append(string: failure.failure?.chinese ?? "")
            buffer.append(UInt32(failure.isSkipped ? 1 : 0))
            buffer.append(UInt64(failure.bytes))
            buffer.append(UInt64(bitPattern: Int64(failure.modification)))
        }
        buffer.append(UInt64(origin.paths.count))
        for path in origin.paths { buffer.append(string: path) }
        buffer.append(string: origin.encoding)
        buffer.append(string: origin.columns)
        buffer.append(string: origin.program)
        buffer.append(UInt64(checksums.count))
        for checksum in checksums { buffer.append(checksum) }
    }

    init() {}

    /// Reads it; `end` is where the parts end.
    init(decoding bytes: UnsafeRawBufferPointer, partsEnd end: Int) throws(ArchiveFailure) {
        var reader = ByteReader(bytes)
        for _ in 0..<(try reader.size()) { segments.append(try SegmentEntry(&reader, partsEnd: end)) }
        for _ in 0..<(try reader.size()) {
            var report = FileReport(name: try reader.string())
            let english = try reader.string()
            report.failure = LocalizedText(english, zh: try reader.string())
            report.isSkipped = try reader.number(UInt32.self) & 1 == 1
            report.bytes = try reader.size()
            report.modification = Int(Int64(bitPattern: try reader.number(UInt64.self)))
            failures.append(report)
        }
        for _ in 0..<(try reader.size()) { origin.paths.append(try reader.string()) }
        origin.encoding = try reader.string()
        origin.columns = try reader.string()
        origin.program = try reader.string()
        let count = try reader.size()
        let (size, overflow) = count.multipliedReportingOverflow(by: 8)
        guard !overflow else { throw .truncated }
        let sums = try reader.bytes(size)
        checksums = (0..<count).map { UInt64(littleEndian: sums.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
    }
}

/// What an archive was made with, so that it can be brought up to date.
public struct ArchiveOrigin: Sendable, Hashable {
    /// The paths that were indexed, as they were written.
    public var paths: [String] = []
    /// The encoding that was named for all files; empty where each file's was found out.
    public var encoding = ""
    /// The map of columns as it was written; empty for none.
    public var columns = ""
    /// The program and its version.
    public var program = ""

    /// Of nothing.
    public init() {}
}

extension SegmentEntry {
    fileprivate func encode(into buffer: inout ByteBuffer) {
        buffer.append(UInt64(parts.count))
        for part in parts {
            buffer.append(UInt64(part.kind.rawValue))
            buffer.append(UInt64(part.offset))
            buffer.append(UInt64(part.count))
        }
        buffer.append(UInt64(summary.files))
        buffer.append(UInt64(summary.undecodable))
        buffer.append(UInt64(withoutDate))
        buffer.append(UInt64(summary.encodings.count))
        for encoding in summary.encodings.sorted() { buffer.append(string: encoding) }
    }

    /// Parts of a kind that is not known are passed over: a later version may add some that an earlier one can do without.
    fileprivate init(_ reader: inout ByteReader, partsEnd end: Int) throws(ArchiveFailure) {
        for _ in 0..<(try reader.size()) {
            let kind = PartKind(rawValue: UInt32(truncatingIfNeeded: try reader.number(UInt64.self)))
            let offset = try reader.size()
            let count = try reader.size()
            guard let kind else { continue }
            let (size, overflow) = count.multipliedReportingOverflow(by: kind.elementSize)
            guard !overflow, offset % ArchiveLayout.alignment == 0, offset >= ArchiveLayout.headerSize, offset <= end, size <= end - offset
            else { throw .damaged(LocalizedText("the table of contents", zh: "目录")) }
            parts.append(PartEntry(kind: kind, offset: offset, count: count))
        }
        summary.files = try reader.size()
        summary.undecodable = try reader.size()
        withoutDate = try reader.size()
        for _ in 0..<(try reader.size()) { summary.encodings.insert(try reader.string()) }
    }
}
