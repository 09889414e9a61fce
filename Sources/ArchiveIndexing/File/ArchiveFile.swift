import Documents
import Glibc
import MappedFiles
import SourceText

/// An archive file that is open. Opening reads the table of contents and nothing else: it costs the same whatever the size.
public struct ArchiveFile: Sendable {
    /// The path it was opened with.
    public let path: String
    /// What was found damaged since it was opened.
    public let damage: DamageLog
    let contents: TableOfContents
    private let mapped: MappedArchive
    private let segments: [MappedSegment]
    /// The bytes of the file.
    public let size: Int

    var mapping: VerifiedMapping { mapped.mapping }

    /// Whether a file is an archive, by its first bytes.
    public static func recognises(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        var mark: UInt64 = 0
        return pread(descriptor, &mark, 8, 0) == 8 && UInt64(littleEndian: mark) == ArchiveLayout.mark
    }

    /// Opens an archive.
    public init(_ path: String) throws(ArchiveFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(errno) }
        let opened = OpenedFile(descriptor)
        size = opened.size
        try ArchiveFile.checkHeader(descriptor, size)
        let trailer = try ArchiveFile.trailer(descriptor, size)
        contents = try ArchiveFile.contents(descriptor, trailer)
        guard let mapping = VerifiedMapping(descriptor, size: trailer.contents.lowerBound, checksums: contents.checksums) else {
            throw .damaged(LocalizedText("the table of contents", zh: "目录"))
        }
        let parts = contents.segments.flatMap(\.parts)
        let log = DamageLog(
            name: path, isMappingDamaged: { mapping.isDamaged || !opened.isUnchanged },
            mappingDamage: {
                let changed = LocalizedText("it was changed after it was opened", zh: "打开之后已被改动")
                return (opened.isUnchanged ? [] : [changed]) + mapping.damagedBlocks.map { ArchiveFile.describe(block: $0, parts) }
            })
        damage = log
        let mapped = MappedArchive(mapping) { log.add($0) }
        self.mapped = mapped
        segments = contents.segments.enumerated().map { MappedSegment($1, number: $0 + 1, of: mapped) }
        self.path = path
    }

    private static func read(_ descriptor: Int32, _ range: Range<Int>) throws(ArchiveFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled, off_t(range.lowerBound + filled))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw count < 0 ? .system(errno) : .truncated }
            filled += count
        }
        return bytes
    }

    private static func checkHeader(_ descriptor: Int32, _ size: Int) throws(ArchiveFailure) {
        guard size >= 16 else { throw .notAnArchive }
        let bytes = try read(descriptor, 0..<16)
        let (mark, version) = bytes.withUnsafeBytes {
            (
                UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)),
                UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
            )
        }
        guard mark == ArchiveLayout.mark else { throw .notAnArchive }
        guard size >= ArchiveLayout.headerSize + ArchiveLayout.trailerSize else { throw .truncated }
        guard version == ArchiveLayout.version else { throw .version(version) }
    }

    private static func trailer(_ descriptor: Int32, _ size: Int) throws(ArchiveFailure) -> ArchiveTrailer {
        let bytes = try read(descriptor, size - ArchiveLayout.trailerSize..<size)
        // A closure would lose the type of what is thrown.
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(ArchiveFailure) in try ArchiveTrailer(bytes, size: size) }
        }
        return try result.get()
    }

    private static func contents(_ descriptor: Int32, _ trailer: ArchiveTrailer) throws(ArchiveFailure) -> TableOfContents {
        let bytes = try read(descriptor, trailer.contents)
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(ArchiveFailure) in
                guard checksum(bytes) == trailer.checksum else { throw .damaged(LocalizedText("the table of contents", zh: "目录")) }
                return try TableOfContents(decoding: bytes, partsEnd: trailer.contents.lowerBound)
            }
        }
        return try result.get()
    }

    /// What a block holds: the parts of segments that have a byte in it.
    private static func describe(block: Int, _ parts: [PartEntry]) -> LocalizedText {
        let range = block * VerifiedMapping.blockSize..<(block + 1) * VerifiedMapping.blockSize
        let names = Set(parts.filter { $0.range.overlaps(range) }.map { "\($0.kind)" }).sorted().joined(separator: ", ")
        return LocalizedText(
            "bytes \(range.lowerBound)–\(range.upperBound - 1)\(names.isEmpty ? "" : " (\(names))")",
            zh: "第 \(range.lowerBound)–\(range.upperBound - 1) 字节\(names.isEmpty ? "" : "（\(names)）")")
    }

    // MARK: Reading

    /// What the archive was made with.
    public var origin: ArchiveOrigin { contents.origin }

    /// The number of segments.
    public var segmentCount: Int { segments.count }

    /// Its texts and their structure, as if its files had been read.
    public var archive: Archive {
        var report = FileReport(name: path)
        report.format = "wenku"
        report.bytes = size
        return Archive(shards: segments.map { $0.shard(report) }, failures: contents.failures, damage: [damage])
    }

    /// What the files of a segment were on disk when they were read, each once, in order; nil where that cannot be read.
    public func sources(ofSegment index: Int) -> [SourceState]? {
        let segment = segments[index]
        guard segment.isSound else { return nil }
        let files = MappedFileTable(segment, text: segment.text(.text))
        return (0..<files.count).map { files.source($0) }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// Sizes of its parts in bytes, of all segments together, by the names in the format's description; largest first.
    public var partSizes: [(name: String, bytes: Int)] {
        let parts = contents.segments.flatMap(\.parts)
        return PartKind.allCases.map { kind in
            ("\(kind)", parts.reduce(0) { $0 + ($1.kind == kind ? $1.byteCount : 0) })
        }.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
    }

    /// Compares every block with its checksum and looks through all columns; gives what is damaged. `progress` is told how much is
    /// done, from 0 to 1. Throws `Interrupted`. Cost: a pass over the file.
    public func verify(until cancellation: Cancellation, progress: (Double) -> Void = { _ in }) throws(Interrupted) -> [LocalizedText] {
        let blocks = contents.checksums.count
        for block in 0..<blocks {
            if block % 64 == 0 {
                try cancellation.check()
                progress(Double(block) / Double(max(blocks, 1)))
            }
            _ = mapping.verify(block)
        }
        if !damage.isDamaged { for segment in segments { _ = segment.isSound } }
        return damage.found
    }
}

/// The file that was opened, whatever is called by its name now. A class because the descriptor has an end.
private final class OpenedFile: Sendable {
    private let descriptor: Int32
    private let modified: Int
    let size: Int

    /// Takes over the descriptor.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        (size, modified) = OpenedFile.state(descriptor)
    }

    deinit { close(descriptor) }

    /// Whether nobody has written to it since. Cost: a system call.
    var isUnchanged: Bool { OpenedFile.state(descriptor) == (size, modified) }

    private static func state(_ descriptor: Int32) -> (size: Int, modified: Int) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return (0, 0) }
        return (Int(status.st_size), status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }
}

extension ArchiveFile {
    /// Files that could not be read when it was made, with what they were on disk then.
    public var failures: [FileReport] { contents.failures }
}
