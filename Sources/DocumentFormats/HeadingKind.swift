/// What a heading is numbered with, from the highest level to the lowest.
enum HeadingKind: UInt8, Comparable, CaseIterable {
    /// 第一编, 第一部分, 第一篇
    case part
    /// 第一分编
    case subpart
    /// 第一章
    case chapter
    /// 第一节
    case section
    /// （甲）, 甲、
    case stem
    /// 一、
    case numeral
    /// （一）
    case bracketedNumeral
    /// 1、, １．, 1.
    case digit
    /// （1）
    case bracketedDigit
    case unnumbered

    static func < (a: HeadingKind, b: HeadingKind) -> Bool { a.rawValue < b.rawValue }

    /// Whether it is one of 编, 章, 节: these may be long, and any text may follow them.
    var isDivision: Bool { self <= .section }
}

/// What the start of a line says of its kind.
enum Numbering: Equatable {
    case heading(HeadingKind, textAt: Int)
    /// 第一条: opens a paragraph.
    case provision
}

extension ByteView {
    /// How the line `[start, end)` is numbered; `.unnumbered` where it is not.
    func numbering(from start: Int, to end: Int) -> Numbering {
        let kind = division(from: start, to: end) ?? bracketed(from: start, to: end) ?? plain(from: start, to: end)
        return kind ?? .heading(.unnumbered, textAt: start)
    }

    private func division(from start: Int, to end: Int) -> Numbering? {
        guard has("第", at: start, before: end) else { return nil }
        let number = skipping(from: start + 3, to: end) { isNumeral($0) || digitWidth(at: $1, before: end) > 0 }
        guard number > start + 3 else { return nil }
        if has("条", at: number, before: end) { return .provision }
        if has("章", at: number, before: end) { return .heading(.chapter, textAt: number + 3) }
        if has("节", at: number, before: end) { return .heading(.section, textAt: number + 3) }
        if has("分编", at: number, before: end) { return .heading(.subpart, textAt: number + 6) }
        if has("部分", at: number, before: end) { return .heading(.part, textAt: number + 6) }
        let isPart = has("编", at: number, before: end) || has("篇", at: number, before: end)
        return isPart ? .heading(.part, textAt: number + 3) : nil
    }

    private func bracketed(from start: Int, to end: Int) -> Numbering? {
        guard let inside = opening(at: start, before: end) else { return nil }
        guard let (kind, stop) = number(from: inside, to: end), let text = closing(at: stop, before: end) else {
            return nil
        }
        return .heading(kind == .numeral ? .bracketedNumeral : kind == .digit ? .bracketedDigit : .stem, textAt: text)
    }

    private func plain(from start: Int, to end: Int) -> Numbering? {
        guard let (kind, stop) = number(from: start, to: end) else { return nil }
        if has("、", at: stop, before: end) || has("．", at: stop, before: end) { return .heading(kind, textAt: stop + 3) }
        let isPoint = kind == .digit && stop + 1 < end && self[stop] == 0x2E && self[stop + 1] &- 0x30 >= 10
        return isPoint ? .heading(kind, textAt: stop + 1) : nil
    }

    /// The number that stands at `start`, 一, 1 or 甲, and its end.
    private func number(from start: Int, to end: Int) -> (HeadingKind, Int)? {
        let numeral = skipping(from: start, to: end) { character, _ in isNumeral(character) }
        if numeral > start { return (.numeral, numeral) }
        var digits = start
        while digits < end, digitWidth(at: digits, before: end) > 0 { digits += digitWidth(at: digits, before: end) }
        if digits > start { return (.digit, digits) }
        return start + 3 <= end && isStem(three(at: start)) ? (.stem, start + 3) : nil
    }

    private func skipping(from start: Int, to end: Int, while holds: (UInt32, Int) -> Bool) -> Int {
        var offset = start
        while offset + 3 <= end, offset - start < 24, holds(three(at: offset), offset) {
            offset += self[offset] < 0x80 ? 1 : 3
        }
        return offset
    }

    /// The bytes of a digit of either width at `offset`, or 0.
    private func digitWidth(at offset: Int, before end: Int) -> Int {
        if self[offset] &- 0x30 < 10 { return 1 }
        return offset + 3 <= end && (0xEF_BC90...0xEF_BC99).contains(three(at: offset)) ? 3 : 0
    }

    private func opening(at offset: Int, before end: Int) -> Int? {
        if self[offset] == 0x28 { return offset + 1 }
        return has(0xEF_BC88, at: offset, before: end) ? offset + 3 : nil
    }

    private func closing(at offset: Int, before end: Int) -> Int? {
        guard offset < end else { return nil }
        if self[offset] == 0x29 { return offset + 1 }
        return has(0xEF_BC89, at: offset, before: end) ? offset + 3 : nil
    }
}

/// Whether `character`, three bytes of UTF-8, is one of 一二三四五六七八九十百千零〇.
private func isNumeral(_ character: UInt32) -> Bool {
    switch character {
    case 0xE4_B880, 0xE4_BA8C, 0xE4_B889, 0xE5_9B9B, 0xE4_BA94, 0xE5_85AD, 0xE4_B883, 0xE5_85AB, 0xE4_B99D,
        0xE5_8D81, 0xE7_99BE, 0xE5_8D83, 0xE9_9BB6, 0xE3_8087:
        true
    default: false
    }
}

/// Whether `character` is one of 甲乙丙丁戊己庚辛壬癸.
private func isStem(_ character: UInt32) -> Bool {
    switch character {
    case 0xE7_94B2, 0xE4_B999, 0xE4_B899, 0xE4_B881, 0xE6_888A, 0xE5_B7B1, 0xE5_BA9A, 0xE8_BE9B, 0xE5_A3AC,
        0xE7_99B8:
        true
    default: false
    }
}
