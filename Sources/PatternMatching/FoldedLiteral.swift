/// A literal as a sequence of characters of which some have several forms. The last two bytes of one character's forms, the anchor, are
/// compared in 64 places at once; around an anchor the rest is compared form by form, forwards and backwards.
///
/// Forms may differ in width, so occurrences may differ in length. As no form ends with another, there is never more than one
/// way to go on, and occurrences that begin later end later.
struct FoldedLiteral: Sendable {
    /// Bytes of the shortest and longest occurrence.
    let shortest: Int
    let longest: Int
    private let forms: ContiguousArray<CharacterForm>
    /// Where the forms of each character begin in `forms`, and where the last end.
    private let bounds: ContiguousArray<Int>
    private let anchor: Int
    private let test: AnchorKind
    /// The least distances in bytes from an occurrence's start to the anchor's last byte, and from there to its last byte.
    private let ahead: Int
    private let behind: Int

    /// The forms of each character, in UTF-8; there is a character, and each has a form.
    init(_ characters: [[[UInt8]]]) {
        let least = characters.map { $0.map(\.count).min() ?? 0 }
        shortest = least.reduce(0, +)
        longest = characters.reduce(0) { $0 + ($1.map(\.count).max() ?? 0) }
        forms = ContiguousArray(characters.joined().map { CharacterForm($0) })
        bounds = ContiguousArray(characters.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })
        anchor = FoldedLiteral.anchor(among: characters)
        test = AnchorKind(characters[anchor])
        ahead = least[...anchor].reduce(0, +) - 1
        behind = least[(anchor + 1)...].reduce(0, +)
    }

    /// The rarest character, but a second form costs more than some bits of rarity gain.
    private static func anchor(among characters: [[[UInt8]]]) -> Int {
        let scores = characters.map { forms in
            (forms.map { CharacterRarity.bits($0) }.min() ?? 0) - 5 * (forms.count - 1)
        }
        return scores.indices.max { scores[$0] < scores[$1] } ?? 0
    }

    /// Where the literal ends that begins at `offset`, at most at `limit`; nil where it does not stand there.
    @inline(__always)
    func end(_ text: Haystack, at offset: Int, limit: Int) -> Int? { end(text, of: 0..<bounds.count - 1, at: offset, limit: limit) }

    private func end(_ text: Haystack, of characters: Range<Int>, at offset: Int, limit: Int) -> Int? {
        var place = offset
        for character in characters {
            var index = bounds[character]
            while !forms[index].stands(at: place, in: text) {
                index += 1
                if index == bounds[character + 1] { return nil }
            }
            place += forms[index].width
            if place > limit { return nil }
        }
        return place
    }

    private func start(_ text: Haystack, of characters: Range<Int>, endingAt offset: Int, notBefore bound: Int) -> Int? {
        var place = offset
        for character in characters.reversed() {
            let form = forms[bounds[character]..<bounds[character + 1]].first {
                place - $0.width >= bound && $0.stands(at: place - $0.width, in: text)
            }
            guard let form else { return nil }
            place -= form.width
        }
        return place
    }

    /// The occurrence in `range` whose anchor's last byte is at `place`.
    private func occurrence(_ text: Haystack, _ place: Int, in range: Range<Int>) -> Range<Int>? {
        guard let start = start(text, of: 0..<anchor + 1, endingAt: place + 1, notBefore: range.lowerBound),
            let end = end(text, of: anchor + 1..<bounds.count - 1, at: place + 1, limit: range.upperBound)
        else { return nil }
        return start..<end
    }

    /// Calls `body` with every occurrence that lies wholly in `range`, in order, until it gives false.
    @inline(__always)
    func visit(_ text: Haystack, _ range: Range<Int>, _ body: (Range<Int>) -> Bool) {
        switch test {
        case .one(let test): visit(text, range, test, body)
        case .two(let test): visit(text, range, test, body)
        case .many(let test): visit(text, range, test, body)
        case .width(let test): visit(text, range, test, body)
        }
    }

    @inline(__always)
    private func visit(_ text: Haystack, _ range: Range<Int>, _ test: some AnchorTest, _ body: (Range<Int>) -> Bool) {
        var place = range.lowerBound + ahead
        let last = range.upperBound - 1 - behind
        // Before the text's first byte there is none to compare.
        if place == 0, place <= last {
            if let found = occurrence(text, place, in: range), !body(found) { return }
            place = 1
        }
        while place <= last {
            let near = places(text, place, test)
            let far = places(text, place + 32, test)
            let both = near | far
            let halves = both.lowHalf | both.highHalf
            if halves[0] | halves[1] != 0 {
                guard visit(text, near, at: place, upTo: last, range, body) else { return }
                guard visit(text, far, at: place + 32, upTo: last, range, body) else { return }
            }
            place += 64
        }
    }

    /// The same for the 32 places from `place` on that pass the test; false where it ends there.
    @inline(__always)
    private func visit(
        _ text: Haystack, _ bits: SIMD4<UInt64>, at place: Int, upTo last: Int, _ range: Range<Int>, _ body: (Range<Int>) -> Bool
    ) -> Bool {
        for lane in 0..<4 {
            var rest = bits[lane]
            while rest != 0 {
                let found = place + lane * 8 + rest.trailingZeroBitCount >> 3
                if found > last { return false }
                if let found = occurrence(text, found, in: range), !body(found) { return false }
                rest &= rest &- 1
            }
        }
        return true
    }

    /// The high bit of each byte that passes `test` in the 32 from `place` on.
    @inline(__always)
    private func places(_ text: Haystack, _ place: Int, _ test: some AnchorTest) -> SIMD4<UInt64> {
        let before = text.base.loadUnaligned(fromByteOffset: place - 1, as: SIMD32<UInt8>.self)
        let last = text.base.loadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self)
        let mask = unsafeBitCast(test.places(before, last), to: SIMD4<UInt64>.self)
        return mask & SIMD4(repeating: 0x8080_8080_8080_8080)
    }
}

/// One form of a character: up to four bytes as a number.
private struct CharacterForm: Sendable {
    private let bits: UInt32
    private let mask: UInt32
    let width: Int

    init(_ bytes: [UInt8]) {
        width = bytes.count
        bits = bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        mask = UInt32.max >> UInt32(8 * (4 - bytes.count))
    }

    /// Whether the form stands at `offset`; up to three bytes behind its end are read.
    @inline(__always)
    func stands(at offset: Int, in text: Haystack) -> Bool {
        (UInt32(littleEndian: text.base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) ^ bits) & mask == 0
    }
}
