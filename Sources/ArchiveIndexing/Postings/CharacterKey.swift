/// A character as postings name it; see `PostingLayout`.
typealias CharacterKey = UInt32

extension CharacterKey {
    /// What the last character of a piece is paired with.
    static let endOfPiece: CharacterKey = 0
    /// What is added to a byte that is no part of well-formed UTF-8, and to U+0000.
    static let illFormed: CharacterKey = 0x110000
    /// One more than the highest key.
    static let limit = 0x110100

    /// The key of a scalar.
    init(_ scalar: Unicode.Scalar) { self = scalar.value == 0 ? CharacterKey.illFormed : scalar.value }
}

/// Reads the character at `place`, which is before `end`; up to three bytes behind it are read, but none behind `end` counts. What
/// `Text.scalar(at:before:)` takes for a scalar although it is none (surrogates, overlong forms) is ill-formed here, so that a key stands for
/// one sequence of bytes.
@inline(__always)
func readCharacter(_ text: UnsafeRawPointer, _ place: Int, _ end: Int) -> (key: CharacterKey, width: Int) {
    let word = UInt32(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    if word & 0x00C0_C0F0 == 0x0080_80E0 {
        let scalar = (word & 0xF) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
        if scalar >= 0x800, scalar & 0xF800 != 0xD800, place + 3 <= end { return (scalar, 3) }
    } else if word & 0x80 == 0 {
        let byte = word & 0x7F
        return (byte == 0 ? .illFormed : byte, 1)
    }
    return readRareCharacter(word, end - place)
}

/// A character of two or four bytes, or an ill-formed byte; `room` bytes of `word` count.
@inline(never)
private func readRareCharacter(_ word: UInt32, _ room: Int) -> (key: CharacterKey, width: Int) {
    if word & 0xC0E0 == 0x80C0 {
        let scalar = (word & 0x1F) << 6 | word >> 8 & 0x3F
        if scalar >= 0x80, room >= 2 { return (scalar, 2) }
    } else if word & 0xC0C0_C0F8 == 0x8080_80F0 {
        let scalar = (word & 0x7) << 18 | (word >> 8 & 0x3F) << 12 | (word >> 16 & 0x3F) << 6 | word >> 24 & 0x3F
        if (0x10000...0x10FFFF).contains(scalar), room >= 4 { return (scalar, 4) }
    }
    return (.illFormed + word & 0xFF, 1)
}
