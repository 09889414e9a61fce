/// What a heading is numbered with, in the order that is usual, from the highest level to the lowest.
enum HeadingKind: UInt8, Comparable, CaseIterable {
    /// 第一编, 第一部分, 第一篇, 第一卷
    case part
    /// 第一分编
    case subpart
    /// 第一章, 第一回, 第一讲, 第一幕
    case chapter
    /// 第一节, 第一场
    case section
    /// 序言, 附则, 结语: beside the highest there is.
    case named
    /// （甲）, 甲、
    case stem
    /// 一、
    case numeral
    /// （一）
    case bracketedNumeral
    /// 1、, １．, 1.
    case digit
    /// （1）, 1）
    case bracketedDigit
    case unnumbered

    static func < (a: HeadingKind, b: HeadingKind) -> Bool { a.rawValue < b.rawValue }

    /// Whether it is one of 编, 章, 节: these may be long, and any text may follow them.
    var isDivision: Bool { self <= .section }

    /// Whether it is numbered below 编, 章, 节, so that its number says whether it continues a series.
    var isCounted: Bool { self >= .stem && self <= .bracketedDigit }
}

/// What the start of a line says of its kind.
struct Numbering: Equatable {
    var kind: HeadingKind
    /// The number; 0 where there is none.
    var number = 0
    /// Where the text behind the number begins.
    var text: Int
    /// Whether a mark follows the number: 、 or a bracket. 一 and 一　总论 have none, and prove themselves by their series.
    var isMarked = true
}

extension ByteView {
    /// How the line `[start, end)` is numbered, by 第 or a number; `.unnumbered` where it is not, nil where it is a provision, 第一条: these
    /// open paragraphs.
    func numbering(from start: Int, to end: Int) -> Numbering? {
        if has(0xE7_ACAC, at: start, before: end) { return ordinal(from: start, to: end) }
        let numbered = bracketed(from: start, to: end) ?? circled(from: start, to: end) ?? plain(from: start, to: end)
        return numbered ?? Numbering(kind: .unnumbered, text: start)
    }

    private func ordinal(from start: Int, to end: Int) -> Numbering? {
        let unnumbered = Numbering(kind: .unnumbered, text: start)
        guard let found = number(from: start + 3, to: end), found.kind != .stem else { return unnumbered }
        if has(0xE6_9DA1, at: found.end, before: end) { return nil }  // 条
        guard let (kind, text) = division(at: found.end, before: end) else { return unnumbered }
        return Numbering(kind: kind, number: found.value, text: text)
    }

    /// 章 and its like behind an ordinal, and where the text begins. Words that also count other things, as in 第一场雪, must
    /// stand alone.
    private func division(at offset: Int, before end: Int) -> (HeadingKind, text: Int)? {
        guard offset + 3 <= end else { return nil }
        let standsAlone = offset + 3 == end || blankWidth(at: offset + 3, before: end) > 0
        switch three(at: offset) {
        case 0xE7_ABA0: return (.chapter, offset + 3)  // 章
        case 0xE8_8A82: return (.section, offset + 3)  // 节
        case 0xE7_BC96, 0xE7_AF87: return (.part, offset + 3)  // 编, 篇
        case 0xE5_8886:
            if has("分编", at: offset, before: end) { return (.subpart, offset + 6) }
        case 0xE9_83A8:
            if has("部分", at: offset, before: end) { return (.part, offset + 6) }
        case 0xE5_8DB7 where standsAlone: return (.part, offset + 3)  // 卷
        case 0xE5_9B9E, 0xE8_AEB2, 0xE8_AC9B, 0xE5_B995:  // 回, 讲, 講, 幕
            if standsAlone { return (.chapter, offset + 3) }
        case 0xE5_9CBA where standsAlone, 0xE5_A0B4 where standsAlone: return (.section, offset + 3)  // 场, 場
        default: break
        }
        return nil
    }

    private func bracketed(from start: Int, to end: Int) -> Numbering? {
        guard let inside = opening(at: start, before: end), let found = number(from: inside, to: end),
            let text = closing(at: found.end, before: end)
        else { return nil }
        let kind: HeadingKind = found.kind == .numeral ? .bracketedNumeral : found.kind == .digit ? .bracketedDigit : .stem
        return Numbering(kind: kind, number: found.value, text: text)
    }

    /// ㈠ and ⑴, which are one character.
    private func circled(from start: Int, to end: Int) -> Numbering? {
        guard start + 3 <= end else { return nil }
        let character = three(at: start)
        switch character {
        case 0xE3_88A0...0xE3_88A9: return Numbering(kind: .bracketedNumeral, number: Int(character - 0xE3_889F), text: start + 3)
        case 0xE2_91B4...0xE2_91BF: return Numbering(kind: .bracketedDigit, number: Int(character - 0xE2_91B3), text: start + 3)
        default: return nil
        }
    }

    private func plain(from start: Int, to end: Int) -> Numbering? {
        guard let found = number(from: start, to: end) else { return nil }
        let stop = found.end
        if has(0xE3_8081, at: stop, before: end) || has(0xEF_BC8E, at: stop, before: end) {
            return Numbering(kind: found.kind, number: found.value, text: stop + 3)
        }
        if found.kind == .stem { return nil }
        if stop == end { return Numbering(kind: found.kind, number: found.value, text: end, isMarked: false) }
        if self[stop] == 0x2E, stop + 1 == end || self[stop + 1] &- 0x30 >= 10 {
            return Numbering(kind: found.kind, number: found.value, text: stop + 1)
        }
        if found.kind == .digit, let text = closing(at: stop, before: end) {
            return Numbering(kind: .bracketedDigit, number: found.value, text: text)
        }
        guard blankWidth(at: stop, before: end) > 0 else { return nil }
        let text = skippingBlanks(from: stop, to: end)
        return Numbering(kind: found.kind, number: found.value, text: text, isMarked: false)
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
