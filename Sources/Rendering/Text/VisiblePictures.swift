/// Whether a scalar must not reach a terminal as it is: controls, line and paragraph separators, marks that turn the
/// direction of writing, the byte order mark, annotation controls and code points that are no characters.
func isHarmful(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFEFF,
        0xFFF9...0xFFFB:
        true
    default: value & 0xFFFE == 0xFFFE
    }
}

/// What is shown in place of a harmful scalar: ␛ and ␀ for ASCII controls, `‹U+202E›` for the others.
func picture(_ value: UInt32) -> String {
    if value < 0x20, let symbol = Unicode.Scalar(0x2400 + value) { return String(Character(symbol)) }
    return value == 0x7F ? "␡" : "‹U+\(hexadecimal(value))›"
}

/// At least four hexadecimal digits.
func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// `text` with every harmful scalar as its picture: for file names and other words that are printed among our own.
public func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isHarmful($0.value) }) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
        if isHarmful(scalar.value) { shown += picture(scalar.value) } else { shown.unicodeScalars.append(scalar) }
    }
    return shown
}
