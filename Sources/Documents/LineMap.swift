/// The lines of the file that the parts of a text stand on, where the text is not the file but was made from it.
public struct LineMap: Sendable {
    /// Where stretches begin in the text.
    public private(set) var starts: PackedColumn<UInt32> = []
    /// The lines of the file they begin on, from 1.
    public private(set) var lines: PackedColumn<UInt32> = []
    /// Whether a line end in the text is one in the file too, as in a field of CSV; not so in JSON, where it is an escape.
    public let countsLineEnds: Bool

    /// A map without marks; `countsLineEnds` says whether a line end in the text is one in the file too.
    public init(countsLineEnds: Bool) { self.countsLineEnds = countsLineEnds }

    /// Marks as they were kept; the columns have equal lengths.
    public init(starts: PackedColumn<UInt32>, lines: PackedColumn<UInt32>, countsLineEnds: Bool) {
        self.starts = starts
        self.lines = lines
        self.countsLineEnds = countsLineEnds
    }

    /// Says that what stands at `start`, and on from there, begins on line `line` of the file, from 1. Marks come in text
    /// order; one that says nothing new takes no room.
    public mutating func mark(_ start: Int, line: Int) {
        if !countsLineEnds, let last = lines.last, Int(last) == line { return }
        starts.append(UInt32(truncatingIfNeeded: start))
        lines.append(UInt32(truncatingIfNeeded: line))
    }

    /// Adds the marks of a text that was put behind this one's at `start`, and whose file part begins after `before` lines.
    public mutating func append(contentsOf other: LineMap, text start: Int, afterLines before: Int) {
        starts.append(contentsOf: other.starts.lazy.map { $0 &+ UInt32(truncatingIfNeeded: start) })
        lines.append(contentsOf: other.lines.lazy.map { $0 &+ UInt32(truncatingIfNeeded: before) })
    }

    /// The line, from 1, of what stands `offset` bytes behind byte `origin` of the text. Cost: a binary search, and the bytes
    /// since the last mark where line ends count.
    func line(at offset: Int, in text: Text, from origin: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 1 }
        let line = Int(lines[low - 1])
        guard countsLineEnds else { return line }
        let start = Int(starts[low - 1])
        return (start..<max(start, min(offset, text.count - origin))).reduce(line) { text.endsLine(origin + $1) ? $0 + 1 : $0 }
    }
}

extension Text {
    /// Whether the byte at `place` is the last of a line end: LF, CRLF or CR.
    func endsLine(_ place: Int) -> Bool {
        switch bytes[place] {
        case 0x0A: true
        case 0x0D: place + 1 == count || bytes[place + 1] != 0x0A
        default: false
        }
    }
}
