/// A number that a line may begin with.
struct HeadingNumber {
    /// `.numeral`, `.digit` or `.stem`.
    var kind: HeadingKind
    /// Up to 9999; 甲 is 1.
    var value: Int
    /// The offset behind it.
    var end: Int
}

extension ByteView {
    /// The number that stands at `start`: 十二, 12, １２ or 甲.
    func number(from start: Int, to end: Int) -> HeadingNumber? {
        guard start < end else { return nil }
        if let numeral = numeral(from: start, to: end) { return numeral }
        if let digits = digits(from: start, to: end) { return digits }
        guard start + 3 <= end, let place = ByteView.stems.firstIndex(of: three(at: start)) else { return nil }
        return HeadingNumber(kind: .stem, value: place + 1, end: start + 3)
    }

    /// At most eight characters of 一二三四五六七八九十百千零〇.
    private func numeral(from start: Int, to end: Int) -> HeadingNumber? {
        var offset = start
        var total = 0
        var digit = 0
        while offset + 3 <= end, offset - start < 24, let sign = numeralSign(three(at: offset)) {
            if sign < 10 {
                digit = sign == 0 ? digit : (digit * 10 + sign) % 1000
            } else {
                total += max(digit, 1) * sign
                digit = 0
            }
            offset += 3
        }
        return offset > start ? HeadingNumber(kind: .numeral, value: total + digit, end: offset) : nil
    }

    private func digits(from start: Int, to end: Int) -> HeadingNumber? {
        var offset = start
        var value = 0
        while offset < end, offset - start < 12 {
            let width = digitWidth(at: offset, before: end)
            guard width > 0 else { break }
            value = (value * 10 + Int(self[offset + width - 1] & 0x0F)) % 10_000
            offset += width
        }
        return offset > start ? HeadingNumber(kind: .digit, value: value, end: offset) : nil
    }

    /// The bytes of a digit of either width at `offset`, or 0.
    private func digitWidth(at offset: Int, before end: Int) -> Int {
        if self[offset] &- 0x30 < 10 { return 1 }
        return offset + 3 <= end && (0xEF_BC90...0xEF_BC99).contains(three(at: offset)) ? 3 : 0
    }

    /// 甲乙丙丁戊己庚辛壬癸
    private static let stems: [UInt32] = [
        0xE7_94B2, 0xE4_B999, 0xE4_B899, 0xE4_B881, 0xE6_888A, 0xE5_B7B1, 0xE5_BA9A, 0xE8_BE9B, 0xE5_A3AC, 0xE7_99B8,
    ]
}

/// What `character`, three bytes of UTF-8, counts as a numeral: 0…9, 10, 100, 1000; nil for all others.
@inline(__always) private func numeralSign(_ character: UInt32) -> Int? {
    switch character {
    case 0xE9_9BB6, 0xE3_8087: 0
    case 0xE4_B880: 1
    case 0xE4_BA8C: 2
    case 0xE4_B889: 3
    case 0xE5_9B9B: 4
    case 0xE4_BA94: 5
    case 0xE5_85AD: 6
    case 0xE4_B883: 7
    case 0xE5_85AB: 8
    case 0xE4_B99D: 9
    case 0xE5_8D81: 10
    case 0xE7_99BE: 100
    case 0xE5_8D83: 1000
    default: nil
    }
}
