/// Reads numbers and strings one behind the other from bytes that are not trusted.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private(set) var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The next `count` bytes; throws where there are not so many.
    mutating func bytes(_ count: Int) throws(ArchiveFailure) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= bytes.count - offset else { throw .truncated }
        defer { offset += count }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    }

    /// A number, its lowest byte first.
    mutating func number<N: FixedWidthInteger & BitwiseCopyable>(_ type: N.Type) throws(ArchiveFailure) -> N {
        N(littleEndian: try bytes(MemoryLayout<N>.size).loadUnaligned(as: type))
    }

    /// A count or size that an `Int` holds.
    mutating func size() throws(ArchiveFailure) -> Int {
        guard let size = Int(exactly: try number(UInt64.self)) else { throw .truncated }
        return size
    }

    /// A string behind its length.
    mutating func string() throws(ArchiveFailure) -> String {
        let count = try number(UInt32.self)
        return String(decoding: try bytes(Int(count)), as: UTF8.self)
    }
}

extension ByteBuffer {
    /// Adds a string behind its length.
    mutating func append(string: String) {
        append(bytes: Array(string.utf8))
    }

    /// Adds bytes behind their number.
    mutating func append(bytes: [UInt8]) {
        append(UInt32(truncatingIfNeeded: bytes.count))
        bytes.withUnsafeBytes { append($0) }
    }
}
