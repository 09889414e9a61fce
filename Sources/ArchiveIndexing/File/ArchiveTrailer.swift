import MappedFiles

/// The last 64 bytes: where the table of contents is.
struct ArchiveTrailer {
    let contents: Range<Int>
    let checksum: UInt64

    init(contents: Range<Int>, checksum: UInt64) {
        self.contents = contents
        self.checksum = checksum
    }

    /// The bytes as they are written.
    var bytes: ByteBuffer {
        var buffer = ByteBuffer()
        buffer.append(ArchiveLayout.endMark)
        buffer.append(ArchiveLayout.version)
        buffer.append(UInt32(VerifiedMapping.blockSize))
        buffer.append(UInt64(contents.lowerBound))
        buffer.append(UInt64(contents.count))
        buffer.append(checksum)
        buffer.append(UInt64(contents.upperBound + ArchiveLayout.trailerSize))
        buffer.append(UInt64(0))
        buffer.append(MappedFiles.checksum(buffer.bytes))
        return buffer
    }

    /// Reads it from the last bytes of a file of `size` bytes.
    init(_ bytes: UnsafeRawBufferPointer, size: Int) throws(ArchiveFailure) {
        var reader = ByteReader(bytes)
        let isMarked = try reader.number(UInt64.self) == ArchiveLayout.endMark
        let version = try reader.number(UInt32.self)
        let block = try reader.number(UInt32.self)
        let offset = try reader.size()
        let count = try reader.size()
        checksum = try reader.number(UInt64.self)
        let whole = try reader.size()
        _ = try reader.number(UInt64.self)
        let sum = try reader.number(UInt64.self)
        guard isMarked, MappedFiles.checksum(UnsafeRawBufferPointer(rebasing: bytes[..<56])) == sum, whole == size else {
            throw .truncated
        }
        guard version == ArchiveLayout.version, block == VerifiedMapping.blockSize else { throw .version(version) }
        guard offset >= ArchiveLayout.headerSize, offset <= size, count <= size - offset, offset + count + ArchiveLayout.trailerSize == size
        else { throw .truncated }
        contents = offset..<offset + count
    }
}
