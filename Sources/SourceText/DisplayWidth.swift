// How many columns text takes on a terminal: by Unicode's East Asian Width, not by the C library, whose tables depend on
// the locale and on its age. Sequences are the sum of their scalars: terminals differ too much over joined emoji.

/// The columns one scalar takes: 0, 1 or 2. Controls give 0: the caller shows them as pictures, which take 1.
///
/// `ambiguous` is what “ ” … — · and their like take: 1 (the default of most terminals) or 2. Cost: a few comparisons for
/// ASCII and Han, otherwise three binary searches at most.
public func displayWidth(_ scalar: Unicode.Scalar, ambiguous: Int = 1) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if value < 0xA0 { return 0 }
    if isCommonlyWide(value) { return 2 }
    if contains(value, in: wideScalars) { return 2 }
    if contains(value, in: zeroWidthScalars) { return 0 }
    return ambiguous == 1 || !contains(value, in: ambiguousScalars) ? 1 : 2
}

/// The columns a text takes: the sum over its scalars. See `displayWidth(_:ambiguous:)` of a scalar.
public func displayWidth(_ text: String, ambiguous: Int = 1) -> Int {
    var text = text
    return text.withUTF8 { displayWidth(utf8: UnsafeRawBufferPointer($0), ambiguous: ambiguous) }
}

/// The columns that well-formed UTF-8 takes. Never reads outside `bytes`; a stray byte counts as one column. Cost: about
/// one nanosecond a byte for ASCII and Han.
public func displayWidth(utf8 bytes: UnsafeRawBufferPointer, ambiguous: Int = 1) -> Int {
    var width = 0
    var offset = 0
    while offset < bytes.count {
        let byte = bytes[offset]
        if byte < 0x80 {
            width += byte >= 0x20 && byte != 0x7F ? 1 : 0
            offset += 1
        } else {
            let (scalar, length) = decodeScalar(bytes, at: offset)
            width += displayWidth(scalar, ambiguous: ambiguous)
            offset += length
        }
    }
    return width
}

/// Han of the first plane, kana, Hangul syllables and full-width forms: nearly all that is not ASCII in a Chinese text.
@inline(__always)
private func isCommonlyWide(_ value: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3000...0x3029).contains(value) || (0xFF01...0xFF60).contains(value)
        || (0x3400...0x4DBF).contains(value)
}

private func contains(_ value: UInt32, in ranges: [(first: UInt32, last: UInt32)]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
        let middle = (low + high) / 2
        if value > ranges[middle].last { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && value >= ranges[low].first
}

/// The scalar whose first byte, not ASCII, stands at `offset`, and its length; U+FFFD and 1 where there is none.
private func decodeScalar(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> (Unicode.Scalar, Int) {
    let lead = bytes[offset]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, offset + length <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for next in bytes[(offset + 1)..<(offset + length)] {
        guard next & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
        value = value << 6 | UInt32(next & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

/// The text with blanks behind it up to a display column, and at least `gap` of them.
public func padded(_ text: String, toColumn column: Int, gap: Int = 1) -> String {
    text + String(repeating: " ", count: max(gap, column - displayWidth(text)))
}
