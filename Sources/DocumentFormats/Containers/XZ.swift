import CLZMA
import Documents

/// Unpacking of xz, by liblzma: one stream or several behind each other.
enum XZ {
    /// The memory that unpacking may take beside the text; the strongest usual setting takes 65 MiB.
    private static let memory: UInt64 = 128 << 20

    /// What is packed in `packed`. A file that is cut short, or whose sum is wrong, fails as a whole.
    static func unpack(
        _ packed: ByteView, _ limit: inout UnpackLimit, isStopped: () -> Bool
    ) throws(ReadFailure) -> Text {
        let output = try GrowingMemory(capacity: packed.count * 6)
        var stream = lzma_stream()
        guard lzma_stream_decoder(&stream, memory, wen_lzma_concatenated) == LZMA_OK else { throw .outOfMemory }
        defer { lzma_end(&stream) }
        stream.next_in = packed.base.assumingMemoryBound(to: UInt8.self)
        stream.avail_in = packed.count
        while true {
            if isStopped() { throw .interrupted }
            let room = try output.room(1 << 16)
            let free = min(room.count, 1 << 20)
            stream.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.avail_out = free
            let status = lzma_code(&stream, LZMA_FINISH)
            let written = free - stream.avail_out
            output.advance(written)
            try limit.take(written)
            if status == LZMA_STREAM_END { return output.text() }
            try check(status)
        }
    }

    private static func check(_ status: lzma_ret) throws(ReadFailure) {
        switch status {
        case LZMA_OK: return
        case LZMA_BUF_ERROR: throw .cutShort("xz")
        case LZMA_MEM_ERROR: throw .outOfMemory
        case LZMA_MEMLIMIT_ERROR: throw ReadFailure("needs more than 128 MiB to be unpacked", zh: "解开需要超过 128 MiB 内存")
        case LZMA_OPTIONS_ERROR: throw ReadFailure("is an xz file with options that are not read", zh: "是 xz 文件，所用选项不能读")
        default: throw .damaged("xz", "its data or its sum is wrong", zh: "数据或校验和有误")
        }
    }
}
