import Glibc
import MappedFiles

/// Writes a file front to back, with a checksum for each block.
struct ArchiveSink: ~Copyable {
    private let descriptor: Int32
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: VerifiedMapping.blockSize, alignment: 4096)
    private var filled = 0
    /// Where the next byte goes.
    private(set) var position = 0
    /// The checksums of the blocks that are full, and of the last after `close`.
    private(set) var checksums: [UInt64] = []

    /// A sink into an empty file.
    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { buffer.deallocate() }

    /// Adds bytes.
    mutating func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = rest.prefix(buffer.count - filled)
            UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(from: UnsafeRawBufferPointer(rebasing: part))
            filled += part.count
            position += part.count
            rest = rest.dropFirst(part.count)
            if filled == buffer.count { try flush() }
        }
    }

    /// Adds zero bytes.
    mutating func append(zeros count: Int) throws(ArchiveFailure) {
        let zeros = [UInt8](repeating: 0, count: count)
        // A closure would lose the type of what is thrown.
        for byte in zeros { try append(byte) }
    }

    private mutating func append(_ byte: UInt8) throws(ArchiveFailure) {
        buffer[filled] = byte
        filled += 1
        position += 1
        if filled == buffer.count { try flush() }
    }

    /// Adds zeros up to the next place where a part may begin.
    mutating func align() throws(ArchiveFailure) {
        try append(zeros: (ArchiveLayout.alignment - position % ArchiveLayout.alignment) % ArchiveLayout.alignment)
    }

    /// Writes what is left of the last block; nothing may be added to the blocks after it.
    mutating func closeBlocks() throws(ArchiveFailure) { if filled > 0 { try flush() } }

    private mutating func flush() throws(ArchiveFailure) {
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
        checksums.append(checksum(bytes))
        try writeAll(bytes, to: descriptor)
        filled = 0
    }
}

/// Writes all of `bytes`.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(ArchiveFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = write(descriptor, part.baseAddress, part.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw .system(count < 0 ? errno : EIO) }
        rest = rest.dropFirst(count)
    }
}
