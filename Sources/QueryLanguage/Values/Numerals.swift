// Reading numbers as they are typed: digits of both widths, and Chinese numerals up to 亿.

/// The whole number that `text` writes: `12`, `-3`, `１２`, `十一`, `一百二十`, `两千`, `一九九九`; nil for anything else.
public func readInteger(_ text: some StringProtocol) -> Int? {
    let folded = foldDigits(text)
    if let number = Int(folded) { return number }
    return readChineseInteger(text)
}

/// The number that `text` writes with a decimal point, or a whole one.
public func readDecimal(_ text: some StringProtocol) -> Double? {
    if let whole = readInteger(text) { return Double(whole) }
    let folded = foldDigits(text)
    // Only plain decimals: `nan`, `inf` and `0x10` are words.
    guard folded.unicodeScalars.allSatisfy({ "0123456789.+-".unicodeScalars.contains($0) }) else { return nil }
    return Double(folded)
}

/// The text with full-width digits, signs and points as ASCII.
func foldDigits(_ text: some StringProtocol) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0xFF10...0xFF19: folded.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
        case 0xFF0D, 0x2212: folded.append("-")
        case 0xFF0B: folded.append("+")
        case 0xFF0E: folded.append(".")
        default: folded.append(scalar)
        }
    }
    return String(folded)
}

private let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
]
private let smallUnits: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]
private let largeUnits: [Unicode.Scalar: Int] = ["万": 10_000, "亿": 100_000_000]

private func readChineseInteger(_ text: some StringProtocol) -> Int? {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty, scalars.count <= 20 else { return nil }
    let places = scalars.compactMap { digits[$0] }
    if places.count == scalars.count { return readPlaces(places) }
    var total = 0
    var section = 0
    var digit: Int?
    var lastUnit = Int.max
    for scalar in scalars {
        if let value = digits[scalar] {
            guard digit == nil || digit == 0 else { return nil }
            digit = value
        } else if let unit = smallUnits[scalar] {
            // 十一 has no digit before its unit; 百 and 千 always have one, and units fall from left to right.
            guard unit < lastUnit, digit != nil || (unit == 10 && section == 0) else { return nil }
            section += (digit ?? 1) * unit
            digit = nil
            lastUnit = unit
        } else if let unit = largeUnits[scalar] {
            section += digit ?? 0
            guard section > 0, section < 10_000, total % unit == 0 else { return nil }
            total += section * unit
            section = 0
            digit = nil
            lastUnit = Int.max
        } else {
            return nil
        }
    }
    return total + section + (digit ?? 0)
}

/// 一九九九: digits by place, at least two of them unless it is one digit alone.
private func readPlaces(_ places: [Int]) -> Int? {
    guard places.count <= 18 else { return nil }
    return places.reduce(0) { $0 * 10 + $1 }
}
