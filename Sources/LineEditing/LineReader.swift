import Glibc

/// Reads lines where there is no terminal to edit at: a pipe, a file, a dumb terminal. A class because what it has read
/// ahead belongs to one place in the stream.
public final class LineReader {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var next = 0
    private var isAtStart = true
    private var isAtEnd = false

    /// Reads from `descriptor`, which stays open when the reader goes.
    public init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The next line without its end (LF or CRLF), of any length; the last one needs no end. A byte order mark at the
    /// beginning is dropped, bytes that are no UTF-8 become U+FFFD. Where a signal whose handler does not restart calls
    /// comes first, gives `.interrupted`; what was read of the line is kept for the next call.
    public func readLine() -> LineResult {
        var scanned = next
        while true {
            if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) { return take(upTo: end) }
            scanned = buffer.count
            if isAtEnd { return next < buffer.count ? take(upTo: buffer.count) : .endOfInput }
            let dropped = compact()
            scanned -= dropped
            if !fill() { return .interrupted }
        }
    }

    private func take(upTo end: Int) -> LineResult {
        var line = buffer[next..<end]
        next = min(end + 1, buffer.count)
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isAtStart = false
        return .line(String(decoding: line, as: UTF8.self))
    }

    private func compact() -> Int {
        let dropped = next
        buffer.removeFirst(dropped)
        next = 0
        return dropped
    }

    /// One read; false where a signal came first.
    private func fill() -> Bool {
        let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { chunk in
            let count = read(descriptor, chunk.baseAddress, chunk.count)
            if count > 0 { buffer.append(contentsOf: chunk[..<count]) }
            return count
        }
        if count < 0, errno == EINTR { return false }
        isAtEnd = count <= 0
        return true
    }
}
