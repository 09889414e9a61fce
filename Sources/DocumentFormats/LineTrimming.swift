extension ByteView {
    /// The bytes a blank takes at `offset`, or 0: the ASCII blanks, U+00A0, U+2000…U+200A and U+3000.
    @inline(__always) func blankWidth(at offset: Int, before end: Int) -> Int {
        switch self[offset] {
        case 0x20, 0x09, 0x0B, 0x0C: 1
        case 0xE3: has(0xE3_8080, at: offset, before: end) ? 3 : 0
        case 0xC2: offset + 2 <= end && self[offset + 1] == 0xA0 ? 2 : 0
        case 0xE2: offset + 3 <= end && isTypographicBlank(three(at: offset)) ? 3 : 0
        default: 0
        }
    }

    @inline(__always) private func isTypographicBlank(_ character: UInt32) -> Bool {
        (0xE2_8080...0xE2_808A).contains(character)
    }

    /// Where the first character that is no blank stands in `[start, end)`, or `end`.
    @inline(__always) func skippingBlanks(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end {
            let width = blankWidth(at: offset, before: end)
            if width == 0 { break }
            offset += width
        }
        return offset
    }

    /// Where `[start, end)` ends without its trailing blanks.
    @inline(__always) func droppingBlanks(from start: Int, to end: Int) -> Int {
        var end = end
        while end > start {
            let last = self[end - 1]
            if last == 0x20 || (last >= 0x09 && last <= 0x0C) {
                end -= 1
            } else if last & 0xC0 == 0x80, let width = wideBlank(before: end, from: start) {
                end -= width
            } else {
                break
            }
        }
        return end
    }

    @inline(__always) private func wideBlank(before end: Int, from start: Int) -> Int? {
        let last = threeBefore(end, from: start)
        if last == 0xE3_8080 || isTypographicBlank(last) { return 3 }
        return end - start >= 2 && self[end - 2] == 0xC2 && self[end - 1] == 0xA0 ? 2 : nil
    }

    /// The last offset up to `offset` at which a character begins, but one after `start`.
    func characterStart(atOrBefore offset: Int, after start: Int) -> Int {
        var place = offset
        while place > start + 1, place < count, self[place] & 0xC0 == 0x80, offset - place < 4 { place -= 1 }
        return place
    }

    /// The columns an indent takes: U+3000 and a tab count two, any other blank one.
    func columns(ofIndent start: Int, to end: Int) -> Int {
        var columns = 0
        var offset = start
        while offset < end {
            let isWide = self[offset] == 0xE3 || self[offset] == 0x09
            columns += isWide ? 2 : 1
            offset += max(1, blankWidth(at: offset, before: end))
        }
        return columns
    }

    /// Whether a trimmed line says nothing: only zero-width characters, or a ruler of three marks or more.
    func isSeparator(from start: Int, to end: Int) -> Bool {
        guard start < end else { return true }
        switch self[start] {
        case 0x2D, 0x3D, 0x5F, 0x2A, 0x7E: return isRuler(from: start, to: end)
        case 0xE2, 0xEF: return isInvisible(from: start, to: end) || isRuler(from: start, to: end)
        default: return false
        }
    }

    private func isInvisible(from start: Int, to end: Int) -> Bool {
        var offset = start
        while offset < end {
            let blank = blankWidth(at: offset, before: end)
            if blank == 0 && !isZeroWidth(at: offset, before: end) { return false }
            offset += max(blank, blank == 0 ? 3 : 1)
        }
        return true
    }

    /// U+200B…U+200F, U+2060 and U+FEFF.
    private func isZeroWidth(at offset: Int, before end: Int) -> Bool {
        guard offset + 3 <= end else { return false }
        let character = three(at: offset)
        return (0xE2_808B...0xE2_808F).contains(character) || character == 0xE2_81A0 || character == 0xEF_BBBF
    }

    private func isRuler(from start: Int, to end: Int) -> Bool {
        var marks = 0
        var offset = start
        while offset < end {
            let blank = blankWidth(at: offset, before: end)
            let mark = blank > 0 ? blank : rulerMarkWidth(at: offset, before: end)
            if mark == 0 { return false }
            marks += blank > 0 ? 0 : 1
            offset += mark
        }
        return marks >= 3
    }

    /// The bytes of one of `-=_*~—─━═※★☆＊＝－＿～` at `offset`, or 0.
    private func rulerMarkWidth(at offset: Int, before end: Int) -> Int {
        switch self[offset] {
        case 0x2D, 0x3D, 0x5F, 0x2A, 0x7E: return 1
        case 0xE2:
            guard offset + 3 <= end else { return 0 }
            switch three(at: offset) {
            case 0xE2_8094, 0xE2_9480, 0xE2_9481, 0xE2_9590, 0xE2_80BB, 0xE2_9885, 0xE2_9886: return 3
            default: return 0
            }
        case 0xEF:
            guard offset + 3 <= end else { return 0 }
            switch three(at: offset) {
            case 0xEF_BC8A, 0xEF_BC9D, 0xEF_BC8D, 0xEF_BCBF, 0xEF_BD9E: return 3
            default: return 0
            }
        default: return 0
        }
    }
}
