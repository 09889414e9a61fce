/// The six pairs of quotation marks.
enum Quotation: Int, CaseIterable {
    case straight, curly, corner
    case rawStraight, rawCurly, rawCorner

    /// The mark that opens it.
    var opening: UInt32 {
        switch self {
        case .straight: 0x22
        case .curly: 0x201C
        case .corner: 0x300C
        case .rawStraight: 0x27
        case .rawCurly: 0x2018
        case .rawCorner: 0x300E
        }
    }

    /// The mark that closes it.
    var closing: UInt32 {
        switch self {
        case .straight: 0x22
        case .curly: 0x201D
        case .corner: 0x300D
        case .rawStraight: 0x27
        case .rawCurly: 0x2019
        case .rawCorner: 0x300F
        }
    }

    /// Whether nothing is special inside: no escapes, no gaps.
    var isRaw: Bool {
        switch self {
        case .straight, .curly, .corner: false
        case .rawStraight, .rawCurly, .rawCorner: true
        }
    }

    /// Whether the marks have a direction, so that pairs nest.
    var nests: Bool { opening != closing }

    init?(opening value: UInt32) {
        switch value {
        case 0x22: self = .straight
        case 0x201C: self = .curly
        case 0x300C: self = .corner
        case 0x27: self = .rawStraight
        case 0x2018: self = .rawCurly
        case 0x300E: self = .rawCorner
        default: return nil
        }
    }
}

/// Whether a scalar opens or closes a quotation.
func isQuotationMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D, 0x300C...0x300F: true
    default: false
    }
}

/// `text` quoted so that it is one value again: raw where nothing in it works like a gap, otherwise a string with escapes.
func quoted(_ text: String) -> String {
    if hasGap(text) || text.contains("'") { return quotedString(text) }
    return "'\(text)'"
}

private func quotedString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
        result.unicodeScalars.append(scalar)
    }
    return result + "\""
}
