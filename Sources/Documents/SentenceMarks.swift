/// The marks of a paragraph with brackets matched. A bracket left open, or closed without having been opened, stays
/// unmatched and protects nothing.
struct SentenceMarks {
    private(set) var marks: ContiguousArray<SentenceMark> = []
    private var open: ContiguousArray<Int> = []
    private var openOf = [Int](repeating: 0, count: SentenceMark.Bracket.allCases.count)

    /// Collects the marks of `paragraph`. Cost: one pass over its bytes, and every bracket is pushed and popped once.
    mutating func collect(_ paragraph: Span, in bytes: UnsafeRawBufferPointer) {
        marks.removeAll(keepingCapacity: true)
        let end = Int(paragraph.end)
        var offset = Int(paragraph.start)
        while offset < end {
            if SentenceMarks.canBegin(bytes[offset]),
                let mark = SentenceMark(bytes, at: offset, from: Int(paragraph.start), to: end)
            {
                marks.append(mark)
                offset += Int(mark.width)
            } else {
                offset += 1
            }
        }
        match()
    }

    /// Whether a mark can begin with `byte`: !, (, ), ., ? or the lead of the wide ones.
    @inline(__always) private static func canBegin(_ byte: UInt8) -> Bool {
        if byte >= 0xE0 { return byte == 0xE3 || byte == 0xEF || byte == 0xE2 }
        return byte < 0x40 && (0x8000_4302_0000_0000 as UInt64 >> UInt64(byte)) & 1 == 1
    }

    private mutating func match() {
        open.removeAll(keepingCapacity: true)
        for bracket in openOf.indices { openOf[bracket] = 0 }
        for index in marks.indices {
            switch marks[index].kind {
            case .opener:
                open.append(index)
                openOf[marks[index].bracket.rawValue] += 1
            case .closer: close(index)
            case .stop, .cry, .ellipsis, .longEllipsis: break
            }
        }
    }

    /// Matches a closer with the last opener of its pair; openers of other pairs in between are left open.
    private mutating func close(_ closer: Int) {
        let bracket = marks[closer].bracket
        guard openOf[bracket.rawValue] > 0 else { return }
        while let opener = open.popLast() {
            openOf[marks[opener].bracket.rawValue] -= 1
            guard marks[opener].bracket == bracket else { continue }
            marks[opener].isMatched = true
            marks[closer].isMatched = true
            return
        }
    }
}
