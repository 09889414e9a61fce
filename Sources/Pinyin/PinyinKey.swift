/// What somebody types to find Chinese: pinyin without tones (`jiangzemin`), initials (`jzm`, `xdrw`, also `zh` for one), a mixture of both
/// (`jiangzm`), characters themselves, or all of these (`新drw`).
///
/// Every common reading of a character is taken: `chang` and `zhang` find 长. A syllable is typed whole or by its initial; the last
/// may be typed in part. Capitals are as small letters, `v`, `ü` and `u` stand for ü, an apostrophe parts syllables, and marks and blanks between
/// characters of the text need not be typed.
public struct PinyinKey: Sendable {
    /// Of each character that was typed the letter as syllables are written; 0 where it is none.
    let letters: [UInt8]
    /// The characters themselves, in small letters.
    let scalars: [UInt32]
    /// What may stand for each; empty for ASCII.
    let variants: [[UInt32]]

    /// The bits of the places with an apostrophe that something stands before.
    let apostrophes: UInt64

    var count: Int { letters.count }

    /// Keys are matched by the bits of one word.
    private static let longest = 60

    /// The key for what is typed; nil for nothing and for more than 60 characters. `variants` gives the characters that may stand for one that is
    /// typed, as in the other script; it is asked for what is no ASCII.
    public init?(_ typed: String, variants: (Unicode.Scalar) -> [Unicode.Scalar] = { _ in [] }) {
        let typed = typed.unicodeScalars
        guard !typed.isEmpty, typed.count <= PinyinKey.longest else { return nil }
        letters = typed.map(letter)
        let small = typed.map { smallLetter($0.value) }
        scalars = small
        apostrophes = small.indices.dropFirst().reduce(0) { $0 | (small[$1] == 0x27 ? 1 << UInt64($1) : 0) }
        self.variants = typed.map { $0.isASCII ? [] : variants($0).map(\.value) }
    }

    /// Whether the character in that place finds a scalar, itself or a variant of it.
    func finds(_ scalar: UInt32, at place: Int) -> Bool {
        scalars[place] == scalar || scalar > 0x7F && variants[place].contains(scalar)
    }

    /// Where the first run of `text` stands that the key finds, in UTF-8 bytes; nil where there is none.
    public func range(in text: String) -> Range<Int>? {
        var text = text
        return text.withUTF8 { range(in: $0) }
    }

    /// Where the first run of well-formed UTF-8 stands that the key finds; nil where there is none, and for nothing outside `bytes`. Cost: a pass,
    /// some nanoseconds a character.
    public func range(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard end(in: bytes, .anywhere) != nil else { return nil }
        var start = 0
        while start < bytes.count {
            if let end = end(in: bytes, .at(start)) { return start..<end }
            start += decoded(bytes, start).width
        }
        return nil
    }

    /// Whether `bytes` have a run that the key finds.
    public func occurs(in bytes: UnsafeBufferPointer<UInt8>) -> Bool { end(in: bytes, .anywhere) != nil }

    /// How the beginning of a name answers the key, marks before it passed over: `.whole`, `.beginning` or nil. Cost: mostly a look at the first
    /// character.
    public func beginning(of name: UnsafeBufferPointer<UInt8>) -> NameMatch? {
        end(in: name, .beginning).map { $0 == name.count ? .whole : .beginning }
    }

    /// How a name answers the key; nil where it does not. Cost: a pass at most.
    public func match(name: UnsafeBufferPointer<UInt8>) -> NameMatch? {
        beginning(of: name) ?? (occurs(in: name) ? .inside : nil)
    }
}

/// How much of a name a key finds, the best first.
public enum NameMatch: Int, Comparable, Sendable {
    /// The whole name.
    case whole
    /// Its beginning.
    case beginning
    /// A run within it.
    case inside

    /// The better match is the smaller.
    public static func < (left: NameMatch, right: NameMatch) -> Bool { left.rawValue < right.rawValue }
}

/// As syllables are written: `v` for ü.
private func letter(_ scalar: Unicode.Scalar) -> UInt8 {
    if scalar == "ü" || scalar == "Ü" { return UInt8(ascii: "v") }
    let small = smallLetter(scalar.value)
    return small >= 0x61 && small <= 0x7A ? UInt8(small) : 0
}

func smallLetter(_ scalar: UInt32) -> UInt32 {
    scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar
}

/// The scalar at `offset` and its bytes; U+FFFD and 1 where there is none.
func decoded(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (scalar: UInt32, width: Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, offset + width <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(width))
    for next in offset + 1..<offset + width { value = value << 6 | UInt32(bytes[next] & 0x3F) }
    return (value, width)
}
