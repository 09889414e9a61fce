/// A mark that numbers a point: 一、 （一） 1. ① 第一， 一是 其一 首先.
struct Ordinal: Equatable {
    /// How it is written; the points of one enumeration are written alike.
    enum Style: Equatable {
        case pause, brackets, point, halfBracket, circle, ordinal, verb(UInt32), among, sequence
    }

    let style: Style
    /// Its number, from 1; nil for 再次 and 最后, which come next whatever the number.
    let value: Int?
    /// How many scalars it takes.
    let length: Int

    /// Whether it can be point number `number` of an enumeration that `first` began.
    func follows(_ first: Ordinal, as number: Int) -> Bool {
        guard let value else { return number > 2 && (first.style == .sequence || first.style == .ordinal) }
        guard value == number else { return false }
        // 首先…第二…: the two ways are mixed.
        return style == first.style || (first.style == .sequence && style == .ordinal)
    }
}

extension Passage {
    /// The ordinal that begins at `index`, or nil.
    func ordinal(at index: Int) -> Ordinal? {
        guard index < count else { return nil }
        return circled(index) ?? bracketed(index) ?? sequential(index) ?? prefixed(index) ?? numbered(index)
    }

    private func scalar(_ index: Int) -> UInt32 { index < count ? scalars[index] : 0 }

    private func circled(_ index: Int) -> Ordinal? {
        guard (0x2460...0x2473).contains(scalars[index]) else { return nil }
        return Ordinal(style: .circle, value: Int(scalars[index] - 0x2460) + 1, length: 1)
    }

    /// （一） or （1）
    private func bracketed(_ index: Int) -> Ordinal? {
        guard scalars[index] == 0xFF08, let number = numeral(at: index + 1), scalar(index + 1 + number.length) == 0xFF09 else { return nil }
        let isDigits = isDigit(scalars[index + 1])
        return Ordinal(style: isDigits ? .halfBracket : .brackets, value: number.value, length: number.length + 2)
    }

    private static let sequence: [(Phrase, Int?)] = [
        ("首先".phrase, 1), ("其次".phrase, 2), ("再次".phrase, nil), ("再其次".phrase, nil), ("最后".phrase, nil),
    ]

    private func sequential(_ index: Int) -> Ordinal? {
        for (word, value) in Passage.sequence where reads(word, at: index) && leads(scalar(index + word.count)) {
            return Ordinal(style: .sequence, value: value, length: word.count)
        }
        return nil
    }

    /// 第一， or 其一，
    private func prefixed(_ index: Int) -> Ordinal? {
        let prefix = scalars[index]
        guard prefix == 0x7B2C || prefix == 0x5176, let number = numeral(at: index + 1) else { return nil }
        let end = index + 1 + number.length
        guard leads(scalar(end)) || Mark.isBlank(scalar(end)) else { return nil }
        return Ordinal(style: prefix == 0x5176 ? .among : .ordinal, value: number.value, length: end - index)
    }

    /// 一、 or 1. or 一是
    private func numbered(_ index: Int) -> Ordinal? {
        guard let number = numeral(at: index) else { return nil }
        let end = index + number.length
        let next = scalar(end)
        if isDigit(scalars[index]) {
            guard next == 0x2E || next == Mark.pause || next == 0xFF09, !isDigit(scalar(end + 1)) else { return nil }
            return Ordinal(style: .point, value: number.value, length: number.length + 1)
        }
        if next == Mark.pause, numeral(at: end + 1) == nil {
            return Ordinal(style: .pause, value: number.value, length: number.length + 1)
        }
        guard Passage.countingVerbs.contains(next), number.value < 20 else { return nil }
        return Ordinal(style: .verb(next), value: number.value, length: number.length + 1)
    }

    private static let countingVerbs = Characters("是要靠曰抓看")

    /// What stands behind 第一 and 首先 where they number a point.
    private func leads(_ scalar: UInt32) -> Bool {
        scalar == Mark.comma || scalar == Mark.colon || scalar == Mark.pause || scalar == 0x662F || scalar == 0x8981
    }

    // MARK: Numerals

    /// The number from 1 to 999 written at `index`, in digits or Chinese numerals, with its length; nil for anything else.
    func numeral(at index: Int) -> (value: Int, length: Int)? {
        var end = index
        while isDigit(scalar(end)) { end += 1 }
        if end > index {
            guard end - index <= 3 else { return nil }
            let value = scalars[index..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
            return value > 0 ? (value, end - index) : nil
        }
        while Passage.digits[scalar(end)] != nil || scalar(end) == 0x5341 { end += 1 }
        guard end > index, let value = Passage.value(scalars[index..<end]) else { return nil }
        return (value, end - index)
    }

    private static let digits: [UInt32: Int] = [
        0x4E00: 1, 0x4E8C: 2, 0x4E24: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7, 0x516B: 8, 0x4E5D: 9,
    ]

    /// 三, 十, 十一, 二十, 二十三; not 三四, which is about three or four.
    private static func value(_ scalars: ArraySlice<UInt32>) -> Int? {
        let parts = scalars.split(separator: 0x5341, omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ $0.count <= 1 }) else { return nil }
        let values = parts.map { $0.first.flatMap { digits[$0] } }
        return parts.count == 1 ? values[0] : (values[0] ?? 1) * 10 + (values[1] ?? 0)
    }
}
