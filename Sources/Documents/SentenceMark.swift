/// A mark that bears on where sentences end.
struct SentenceMark {
    enum Kind: UInt8 {
        /// 。 and, behind a Han character, ．and .
        case stop
        /// ！？ and, behind a Han character, ! and ?
        case cry
        /// One …, or the dots ... that stand for it.
        case ellipsis
        /// Six dots and more: ......
        case longEllipsis
        case opener, closer
    }

    /// The pairs, each counted for itself.
    enum Bracket: Int, CaseIterable {
        case doubleQuote, singleQuote, corner, whiteCorner, title, angle, round, narrowRound, lenticular, tortoise

        var isQuotation: Bool {
            switch self {
            case .doubleQuote, .singleQuote, .corner, .whiteCorner: true
            case .title, .angle, .round, .narrowRound, .lenticular, .tortoise: false
            }
        }

        /// Whether a note in it can be a sentence of its own: （…） and (…).
        var isAside: Bool { self == .round || self == .narrowRound }
    }

    var offset: UInt32
    var kind: Kind
    var bracket: Bracket = .round
    /// Bytes.
    var width: UInt32 = 3
    /// Whether an opener or closer has its partner in the paragraph.
    var isMatched = false

    var end: UInt32 { offset + width }

    var endsSentence: Bool {
        switch kind {
        case .stop, .cry, .ellipsis, .longEllipsis: true
        case .opener, .closer: false
        }
    }

    /// The mark at `offset` in `bytes`, if one stands there; a run of dots is one mark. `start` and `end` are the paragraph's.
    @inline(__always)
    init?(_ bytes: UnsafeRawBufferPointer, at offset: Int, from start: Int, to end: Int) {
        let lead = bytes[offset]
        if lead < 0x80 {
            self.init(narrow: lead, bytes, at: offset, from: start, to: end)
        } else {
            guard offset + 3 <= end else { return nil }
            self.init(wide: UInt32(lead) << 16 | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]), at: offset)
            // ．is a decimal point and the mark behind a number, too.
            if lead == 0xEF, bytes[offset + 1] == 0xBC, bytes[offset + 2] == 0x8E {
                guard bytes.endsWord(before: offset, from: start), !bytes.continuesNumber(at: offset + 3, to: end) else { return nil }
            }
        }
    }

    @inline(__always)
    private init?(wide character: UInt32, at offset: Int) {
        self.offset = UInt32(truncatingIfNeeded: offset)
        switch character {
        case 0xE3_8082, 0xEF_BDA1, 0xEF_BC8E: kind = .stop
        case 0xEF_BC81, 0xEF_BC9F: kind = .cry
        case 0xE2_80A6, 0xE2_8BAF: kind = .ellipsis
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
        case 0xE3_8088: (kind, bracket) = (.opener, .angle)
        case 0xE3_8089: (kind, bracket) = (.closer, .angle)
        case 0xEF_BC88: (kind, bracket) = (.opener, .round)
        case 0xEF_BC89: (kind, bracket) = (.closer, .round)
        case 0xE3_8090: (kind, bracket) = (.opener, .lenticular)
        case 0xE3_8091: (kind, bracket) = (.closer, .lenticular)
        case 0xE3_8094: (kind, bracket) = (.opener, .tortoise)
        case 0xE3_8095: (kind, bracket) = (.closer, .tortoise)
        default: return nil
        }
    }

    /// ASCII marks. Those that end sentences do so only behind a Han character or a closing mark: 3.5, www. and Mr. do not.
    private init?(narrow byte: UInt8, _ bytes: UnsafeRawBufferPointer, at offset: Int, from start: Int, to end: Int) {
        self.offset = UInt32(truncatingIfNeeded: offset)
        width = 1
        switch byte {
        case 0x28: (kind, bracket) = (.opener, .narrowRound)
        case 0x29: (kind, bracket) = (.closer, .narrowRound)
        case 0x21:
            guard bytes.endsWord(before: offset, from: start) else { return nil }
            kind = .cry
        case 0x3F:
            guard bytes.endsWord(before: offset, from: start),
                bytes.asks(before: offset, from: start) || !bytes.isHan(at: offset + 1, to: end)
            else { return nil }
            kind = .cry
        case 0x2E:
            var stop = offset
            while stop < end, bytes[stop] == 0x2E { stop += 1 }
            width = UInt32(truncatingIfNeeded: stop - offset)
            if width >= 3 {
                kind = width >= 6 ? .longEllipsis : .ellipsis
            } else {
                guard width == 1, bytes.endsWord(before: offset, from: start), !bytes.continuesNumber(at: stop, to: end)
                else { return nil }
                kind = .stop
            }
        default: return nil
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether a Han character that is no numeral, or a closing mark, ends at `offset`: 一．and 甲．number, 完．ends.
    fileprivate func endsWord(before offset: Int, from start: Int) -> Bool {
        guard offset - start >= 3 else { return false }
        let character = UInt32(self[offset - 3]) << 16 | UInt32(self[offset - 2]) << 8 | UInt32(self[offset - 1])
        switch character {
        case 0xE4_B880, 0xE4_BA8C, 0xE4_B889, 0xE5_9B9B, 0xE4_BA94, 0xE5_85AD, 0xE4_B883, 0xE5_85AB, 0xE4_B99D, 0xE5_8D81,
            0xE7_94B2, 0xE4_B999, 0xE4_B899, 0xE4_B881:
            return false
        case 0xE4_0000...0xE9_FFFF: return true
        case 0xE2_809D, 0xE2_8099, 0xE3_808D, 0xE3_808F, 0xE3_808B, 0xEF_BC89, 0xE3_8091, 0xEF_BC81, 0xEF_BC9F: return true
        default: return false
        }
    }

    /// Whether one of 吗呢么吧啊呀嗎麼 ends at `offset`. Any other Han character before ? and one behind it make it the
    /// trace of a lost character, as in 寨圪?供销社.
    fileprivate func asks(before offset: Int, from start: Int) -> Bool {
        guard offset - start >= 3 else { return false }
        switch UInt32(self[offset - 3]) << 16 | UInt32(self[offset - 2]) << 8 | UInt32(self[offset - 1]) {
        case 0xE5_9097, 0xE5_91A2, 0xE4_B988, 0xE5_90A7, 0xE5_958A, 0xE5_9180, 0xE5_978E, 0xE9_BABC: return true
        default: return false
        }
    }

    fileprivate func isHan(at offset: Int, to end: Int) -> Bool { offset < end && (0xE4...0xE9).contains(self[offset]) }

    /// Whether an ASCII letter or digit, or a full-width digit, stands at `offset`.
    fileprivate func continuesNumber(at offset: Int, to end: Int) -> Bool {
        guard offset < end else { return false }
        let byte = self[offset]
        if byte < 0x80 { return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
        return offset + 3 <= end && byte == 0xEF && self[offset + 1] == 0xBC && self[offset + 2] &- 0x90 < 10
    }
}
