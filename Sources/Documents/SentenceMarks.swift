/// A mark that bears on where sentences end. All of them take three bytes.
struct SentenceMark {
    enum Kind: UInt8 {
        /// 。
        case stop
        /// ！？
        case cry
        /// …
        case ellipsis
        case opener, closer
    }

    /// The pairs, each counted for itself.
    enum Bracket: Int, CaseIterable {
        case doubleQuote, singleQuote, corner, whiteCorner, title, round

        var isQuotation: Bool { self != .title && self != .round }
    }

    var offset: UInt32
    var kind: Kind
    var bracket: Bracket = .round
    /// Whether an opener or closer has its partner in the paragraph.
    var isMatched = false

    var end: UInt32 { offset + 3 }
    var endsSentence: Bool { kind == .stop || kind == .cry || kind == .ellipsis }

    /// The mark whose bytes are `lead`, `second`, `third`, if they are one.
    @inline(__always)
    init?(_ lead: UInt8, _ second: UInt8, _ third: UInt8, at offset: Int) {
        self.offset = UInt32(truncatingIfNeeded: offset)
        switch UInt32(lead) << 16 | UInt32(second) << 8 | UInt32(third) {
        case 0xE3_8082: kind = .stop
        case 0xEF_BC81, 0xEF_BC9F: kind = .cry
        case 0xE2_80A6: kind = .ellipsis
        case 0xE2_809C: (kind, bracket) = (.opener, .doubleQuote)
        case 0xE2_809D: (kind, bracket) = (.closer, .doubleQuote)
        case 0xE2_8098: (kind, bracket) = (.opener, .singleQuote)
        case 0xE2_8099: (kind, bracket) = (.closer, .singleQuote)
        case 0xE3_808C: (kind, bracket) = (.opener, .corner)
        case 0xE3_808D: (kind, bracket) = (.closer, .corner)
        case 0xE3_808E: (kind, bracket) = (.opener, .whiteCorner)
        case 0xE3_808F: (kind, bracket) = (.closer, .whiteCorner)
        case 0xE3_808A: (kind, bracket) = (.opener, .title)
        case 0xE3_808B: (kind, bracket) = (.closer, .title)
        case 0xEF_BC88: (kind, bracket) = (.opener, .round)
        case 0xEF_BC89: (kind, bracket) = (.closer, .round)
        default: return nil
        }
    }
}

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
        while offset + 3 <= end {
            let lead = bytes[offset]
            if lead == 0xE3 || lead == 0xEF || lead == 0xE2,
                let mark = SentenceMark(lead, bytes[offset + 1], bytes[offset + 2], at: offset)
            {
                marks.append(mark)
                offset += 3
            } else {
                offset += 1
            }
        }
        match()
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
            case .stop, .cry, .ellipsis: break
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
