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
        guard place > offset else { return line }
        line += view.count(of: 0x0A, mask: 0xFF, from: offset, to: place)
        if view.count(of: 0x0D, mask: 0xFF, from: offset, to: place) > 0 {
            for at in offset..<place where view[at] == 0x0D && !(at + 1 < view.count && view[at + 1] == 0x0A) { line += 1 }
        }
        offset = place
        return line
    }
}
