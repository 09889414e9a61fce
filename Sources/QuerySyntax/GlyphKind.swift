/// The marks that break words, in both widths: `| ; ( ) , = < > !`.
enum Mark: UInt32 {
    case pipe = 0x7C
    case semicolon = 0x3B
    case leftParen = 0x28
    case rightParen = 0x29
    case comma = 0x2C
    case equals = 0x3D
    case less = 0x3C
    case greater = 0x3E
    case bang = 0x21
}

/// What a scalar is to the lexer.
enum GlyphKind: Equatable {
    case end
    case newline
    case blank
    case quotation
    case mark(Mark)
    case word

    init(_ value: UInt32) {
        if value == .max {
            self = .end
        } else if value == 0x0A || value == 0x0D {
            self = .newline
        } else if isBlank(value) {
            self = .blank
        } else if isQuotationMark(value) {
            self = .quotation
        } else if let mark = Mark(rawValue: foldingWidth(value)) {
            self = .mark(mark)
        } else {
            self = .word
        }
    }
}

/// Every Unicode blank but the line ends, and the invisible U+200B and U+FEFF that copied text brings along.
func isBlank(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0B, 0x0C, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
        true
    default:
        false
    }
}

/// Letters, digits, Han and `_`: what `$name` is made of.
func isNameCharacter(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    return scalar == "_" || value == 0xFF3F || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

/// The ASCII scalar of a full-width one; any other unchanged.
func foldingWidth(_ value: UInt32) -> UInt32 {
    0xFF01...0xFF5E ~= value ? value - 0xFEE0 : value
}

/// A text with its full-width letters, digits and marks folded to ASCII: `ｂｙ` is `by`, `１０％` is `10%`.
///
/// The parser folds names and operators only; words keep the characters that were typed, as they may be searched for.
/// Whoever reads a word as a number, a date or a name folds it with this.
public func foldingWidth(_ text: String) -> String {
    guard text.utf8.contains(0xEF) else { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        folded.append(Unicode.Scalar(foldingWidth(scalar.value)) ?? scalar)
    }
    return String(folded)
}
