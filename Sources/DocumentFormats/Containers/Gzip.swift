import CZlib
import Documents

/// Unpacking of gzip, by zlib: one member or several behind each other, as `cat` joins them.
enum Gzip {
    /// What is packed in `packed`. A file that is cut short, or whose sum is wrong, fails as a whole.
    static func unpack(
        _ packed: ByteView, _ limit: inout UnpackLimit, isStopped: () -> Bool
    ) throws(ReadFailure) -> Text {
        let output = try GrowingMemory(capacity: packed.count * 4)
        var stream = z_stream()
        // 16 more than the largest window: with the header and the sum of gzip.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .outOfMemory
        }
        defer { inflateEnd(&stream) }
        var fed = 0
        while true {
            if isStopped() { throw .interrupted }
            if stream.avail_in == 0 { feed(packed, &fed, &stream) }
            let room = try output.room(1 << 16)
            let free = min(room.count, 1 << 20)
            stream.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.avail_out = UInt32(truncatingIfNeeded: free)
            let status = inflate(&stream, Z_NO_FLUSH)
            let written = free - Int(stream.avail_out)
            output.advance(written)
            try limit.take(written)
            if status == Z_STREAM_END {
                guard let next = try nextMember(packed, from: fed - Int(stream.avail_in)) else { return output.text() }
                stream.avail_in = 0
                fed = next
                guard inflateReset(&stream) == Z_OK else { throw .outOfMemory }
            } else {
                try check(status, isAtEnd: stream.avail_in == 0 && fed == packed.count && written == 0)
            }
        }
    }

    /// Hands the next piece over; its length has 32 bits.
    private static func feed(_ packed: ByteView, _ fed: inout Int, _ stream: inout z_stream) {
        let piece = min(packed.count - fed, 1 << 24)
        let start = UnsafeMutableRawPointer(mutating: packed.base + fed)
        stream.next_in = start.assumingMemoryBound(to: UInt8.self)
        stream.avail_in = UInt32(truncatingIfNeeded: piece)
        fed += piece
    }

    private static func check(_ status: Int32, isAtEnd: Bool) throws(ReadFailure) {
        switch status {
        case Z_OK, Z_BUF_ERROR:
            if isAtEnd { throw .cutShort("gzip") }
        case Z_MEM_ERROR: throw .outOfMemory
        default: throw .damaged("gzip", "its data or its sum is wrong", zh: "数据或校验和有误")
        }
    }

    /// Where the next member begins; nil at the end. Zeros that fill the last block of a tape are no data.
    private static func nextMember(_ packed: ByteView, from start: Int) throws(ReadFailure) -> Int? {
        if start + 2 <= packed.count, packed[start] == 0x1F, packed[start + 1] == 0x8B { return start }
        guard (start..<max(start, packed.count)).allSatisfy({ packed[$0] == 0 }) else {
            throw .damaged("gzip", "something else stands behind its end", zh: "末尾之后另有内容")
        }
        return nil
    }
}
