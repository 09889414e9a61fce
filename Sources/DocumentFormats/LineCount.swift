/// The line a place stands on, counted from the last place that was asked for: places come in order.
struct LineCount {
    private let view: ByteView
    private var offset: Int
    private var line: Int

    /// Counts from `start`, which stands on `line`.
    init(_ view: ByteView, from start: Int = 0, line: Int = 1) {
        self.view = view
        offset = start
        self.line = line
    }

    /// The line, from 1, of the byte at `place`, which must not be before the last. Line ends are LF, CRLF and CR.
    mutating func line(at place: Int) -> Int {
        while case let end = view.lineEnd(from: offset, limit: place), end < place {
            // Of a pair the second counts.
            let isFirst = view[end] == 0x0D && end + 1 < view.count && view[end + 1] == 0x0A
            line += isFirst ? 0 : 1
            offset = end + 1
        }
        offset = max(offset, place)
        return line
    }
}
