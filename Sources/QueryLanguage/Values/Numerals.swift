import ValueRecognition

/// The whole number that `text` writes: `12`, `-3`, `１２`, `十一`, `一百二十`, `两千`, `一九九九`; nil for anything else.
public func readInteger(_ text: some StringProtocol) -> Int? { WrittenValue.integer(text) }

/// The number that `text` writes, whole, with a point, or as a part of a hundred: `43.00`, 零点五, `30%`.
public func readDecimal(_ text: some StringProtocol) -> Double? { WrittenValue.decimal(text) }

/// The decimal spelling of a number with a fraction sign, `2½` as `2.5`; nil for anything else.
func decimalSpelling(_ text: String) -> String? {
    guard let last = text.unicodeScalars.last, let fraction = vulgarFractions[last] else { return nil }
    let whole = String(text.unicodeScalars.dropLast())
    guard let number = whole.isEmpty ? 0 : readInteger(whole), number >= 0 else { return nil }
    return "\(number).\(fraction)"
}

private let vulgarFractions: [Unicode.Scalar: String] = [
    "½": "5", "¼": "25", "¾": "75", "⅕": "2", "⅖": "4", "⅗": "6", "⅘": "8", "⅛": "125", "⅜": "375", "⅝": "625", "⅞": "875",
]
