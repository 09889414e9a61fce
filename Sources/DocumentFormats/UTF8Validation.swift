/// Bytes that are no part of a well-formed UTF-8 sequence.
struct Undecodable: Equatable {
    var count = 0
    var first: Int?

    /// Adds what was found further on.
    mutating func add(_ other: Undecodable) {
        count += other.count
        first = first ?? other.first
    }
}

extension ByteView {
    /// Counts and locates what is not UTF-8 in `[start, end)`. Ordinary Han text goes two characters a step, ASCII eight.
    @inline(__always) func undecodable(from start: Int, to end: Int) -> Undecodable {
        var result = Undecodable()
        var offset = start
        while offset < end {
            offset = skippingOrdinaryText(from: offset, to: end)
            if offset >= end { break }
            let width = sequenceWidth(at: offset, before: end)
            if width == 0 {
                result.count += 1
                result.first = result.first ?? offset
            }
            offset += max(width, 1)
        }
        return result
    }

    /// The first offset that needs a closer look, at most `end`.
    @inline(__always) private func skippingOrdinaryText(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset + 8 <= end {
            let word = doubleWord(at: offset)
            if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, isPlainLead(word), isPlainLead(word >> 24) {
                offset += 6
            } else if word & 0x8080_8080_8080_8080 == 0 {
                offset += 8
            } else if word & 0xC0C0F0 == 0x8080E0, isPlainLead(word) {
                offset += 3
            } else if word & 0x80 == 0 {
                offset += 1
            } else {
                break
            }
        }
        return offset
    }

    /// Whether the lowest byte is a lead after which any two continuation bytes will do: not E0 and not ED.
    @inline(__always) private func isPlainLead(_ word: UInt64) -> Bool {
        let low = word & 0x0F
        return low != 0 && low != 0x0D
    }

    /// The width of the well-formed sequence at `offset`, or 0 (Unicode, table 3-7).
    func sequenceWidth(at offset: Int, before end: Int) -> Int {
        let lead = self[offset]
        if lead < 0x80 { return 1 }
        let width = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard width > 0, offset + width <= end, secondBytes(after: lead).contains(self[offset + 1]) else { return 0 }
        for index in 2..<max(width, 2) where self[offset + index] & 0xC0 != 0x80 { return 0 }
        return width
    }

    private func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}
