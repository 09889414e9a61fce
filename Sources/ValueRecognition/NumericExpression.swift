import Documents

/// What kind of number an expression writes.
public enum NumericKind: String, CaseIterable, Sendable {
    /// A whole number: `120`, 一百二十.
    case integer
    /// A number with digits behind its point: `43.00`, 三点五万.
    case decimal
    /// `30%`, 百分之三十, 千分之五: the value is the fraction, 0.3.
    case percent
    /// 三分之一
    case fraction
    /// 第三
    case ordinal
    /// 几十, 三十多, 上百: from the value on, up to `high` where that is known.
    case approximate
    /// 三四十, 三到五, `10—20`: from the value to `high`.
    case range

    /// The Chinese name.
    public var chinese: String {
        switch self {
        case .integer: "整数"
        case .decimal: "小数"
        case .percent: "百分数"
        case .fraction: "分数"
        case .ordinal: "序数"
        case .approximate: "概数"
        case .range: "范围"
        }
    }
}

/// A number in a text.
public struct NumericExpression: Equatable, Sendable {
    /// The bytes of the number, the measure word left out.
    public let span: Span
    /// What it is.
    public let kind: NumericKind
    /// The number, or the lower bound of one that is not exact.
    public let value: Cell
    /// The upper bound of a range or an approximate number; empty where there is none.
    public let high: Cell
    /// The bytes of the measure word behind it, empty where there is none.
    public let measure: Span
}

/// A number before it is known whether its surroundings make it one.
struct NumberReading {
    var start: Int
    var end: Int
    var kind: NumericKind
    var low: Cell
    var high: Cell = .empty
    /// Characters of the numeral.
    var glyphs: Int
    /// Written in 0–9.
    var isArabic = false
    /// Whether it is a number wherever it stands: 第三, 三分之一, 三十, `1999`.
    var standsAlone = false
    /// The numeral was written by place: 二○三.
    var isPlaces = false
}

private let linkWords = Lexicon<Bool>([("至", true), ("到", true), ("——", true), ("—", true), ("--", true), ("-", true), ("~", true)])

extension GlyphReader {
    /// The numeric expression that begins at `offset`, whatever stands around it.
    func number(at offset: Int) -> NumberReading? {
        if let end = after("第", at: offset) { return ordinal(from: offset, numeralAt: end) }
        if let (form, end) = NumberForm.lexicon.longest(at: offset, in: self) {
            switch form {
            case .share: return share(from: offset, numeralAt: end)
            case .belowZero: return negative(from: offset, numeralAt: end)
            case .hundreds:
                // 以上百分之五: neither 上 nor 百 belongs to the number.
                return has("分", at: end) || glyph(before: offset) == 0x4EE5 ? nil : hundreds(at: offset)
            }
        }
        guard let numeral = numeral(startingAt: offset) else {
            return glyph(at: offset).glyph == 0x2D ? negative(from: offset, numeralAt: offset + width(at: offset)) : nil
        }
        return fraction(numeral, from: offset) ?? percent(numeral, from: offset) ?? range(numeral, from: offset)
            ?? approximate(numeral, from: offset) ?? exact(numeral, from: offset)
    }

    private func width(at offset: Int) -> Int { glyph(at: offset).next - offset }

    private func reading(
        _ numeral: Numeral, from start: Int, to end: Int, _ kind: NumericKind, _ low: Cell, high: Cell = .empty
    ) -> NumberReading {
        NumberReading(
            start: start, end: end, kind: kind, low: low, high: high, glyphs: numeral.glyphs, isArabic: numeral.style == .arabic,
            standsAlone: true)
    }

    private func exact(_ numeral: Numeral, from start: Int) -> NumberReading {
        let kind: NumericKind = numeral.isVague ? .range : numeral.low.integer == nil ? .decimal : .integer
        let written: NumericKind = numeral.hasFraction && !numeral.hasUnit && kind == .integer ? .decimal : kind
        var result = reading(
            numeral, from: start, to: numeral.end, numeral.isVague && isVagueWord(start, numeral.end) ? .approximate : written,
            numeral.low.cell, high: numeral.isVague ? numeral.high.cell : .empty)
        result.isPlaces = numeral.style == .places
        result.standsAlone = numeral.style == .arabic || numeral.hasFraction || (numeral.hasUnit && numeral.glyphs > 1)
        return result
    }

    /// Whether 几 or 数, or 多 before 万, makes the number vague, and not two neighbours.
    private func isVagueWord(_ start: Int, _ end: Int) -> Bool {
        var place = start
        while place < end {
            let (glyph, next) = glyph(at: place)
            if [0x51E0, 0x6570, 0x591A, 0x4F59, 0x6765].contains(glyph) { return true }
            place = next
        }
        return false
    }

    private func ordinal(from start: Int, numeralAt offset: Int) -> NumberReading? {
        guard let numeral = numeral(startingAt: offset), !numeral.isVague, !numeral.hasFraction else { return nil }
        return reading(numeral, from: start, to: numeral.end, .ordinal, numeral.low.cell)
    }

    /// 百分之三十, 千分之五, 百分之百.
    private func share(from start: Int, numeralAt offset: Int) -> NumberReading? {
        let power = has("百", at: start) ? -2 : has("千", at: start) ? -3 : -4
        if let end = after("百", at: offset), power == -2 {
            return NumberReading(start: start, end: end, kind: .percent, low: .integer(1), glyphs: 4, standsAlone: true)
        }
        guard let numeral = numeral(startingAt: offset) else { return nil }
        let high: Cell = numeral.isVague ? numeral.high.scaled(by: power).cell : .empty
        var result = reading(numeral, from: start, to: numeral.end, .percent, numeral.low.scaled(by: power).cell, high: high)
        if !numeral.isVague, let whole = numeral.low.integer, (1...100_000).contains(whole), numeral.low.roundness >= 10,
            let more = after(anyOf: ["多", "余"], at: numeral.end)
        {
            result.end = more
            result.high = DecimalNumber(whole + numeral.low.roundness).scaled(by: power).cell
        }
        return result
    }

    private func negative(from start: Int, numeralAt offset: Int) -> NumberReading? {
        guard let numeral = numeral(startingAt: offset), !numeral.isVague else { return nil }
        return reading(numeral, from: start, to: numeral.end, numeral.hasFraction ? .decimal : .integer, numeral.low.negated.cell)
    }

    /// 上百, 近千, 百余, with a 万 or 亿 behind.
    private func hundreds(at start: Int) -> NumberReading? {
        var (power, place) = (0, start)
        let isBounded = after(anyOf: ["上", "近"], at: start) == nil
        for _ in 0..<2 {
            let (kind, next) = numeral(at: place)
            switch kind {
            case .small(let unit), .large(let unit): power = unit
            case .none, .digit, .arabic, .vague, .tens, .financialDigit, .financialUnit: break
            }
            place = next
        }
        if case .large(let unit) = numeral(at: place).kind, power < unit {
            power += unit
            place = numeral(at: place).next
        }
        let one = DecimalNumber(1, exponent: power)
        return NumberReading(
            start: start, end: place, kind: .approximate, low: one.cell,
            high: isBounded ? DecimalNumber(2, exponent: power).cell : .empty, glyphs: 2, standsAlone: true)
    }

    /// 三分之一, 十分之三.
    private func fraction(_ numeral: Numeral, from start: Int) -> NumberReading? {
        guard let over = after("分之", at: numeral.end), let top = self.numeral(startingAt: over), !numeral.isVague, !top.isVague,
            let below = numeral.low.integer, below > 0
        else { return nil }
        return reading(numeral, from: start, to: top.end, .fraction, .decimal(top.low.double / Double(below)))
    }

    private func percent(_ numeral: Numeral, from start: Int) -> NumberReading? {
        guard let mark = percentMark(at: numeral.end) else {
            guard let (upper, end) = upperEnd(numeral), let mark = percentMark(at: end) else { return nil }
            return reading(
                numeral, from: start, to: mark.end, .percent, numeral.low.scaled(by: mark.power).cell,
                high: upper.low.scaled(by: mark.power).cell)
        }
        var result = reading(numeral, from: start, to: mark.end, .percent, numeral.low.scaled(by: mark.power).cell)
        if let link = link(at: mark.end), let upper = self.numeral(startingAt: link), let last = percentMark(at: upper.end),
            numeral.low < upper.low
        {
            result.end = last.end
            result.high = upper.low.scaled(by: last.power).cell
        }
        return result
    }

    private func percentMark(at offset: Int) -> (power: Int, end: Int)? {
        let (glyph, next) = glyph(at: offset)
        return glyph == 0x25 ? (-2, next) : glyph == 0x2030 ? (-3, next) : nil
    }

    /// What joins the ends of a range: 至 到 — ～ and hyphens, single or double.
    func link(at offset: Int) -> Int? {
        linkWords.longest(at: offset, in: self)?.end
    }

    private func upperEnd(_ numeral: Numeral) -> (Numeral, Int)? {
        guard !numeral.isVague, let link = link(at: numeral.end), let upper = self.numeral(startingAt: link), !upper.isVague,
            (upper.style == .arabic) == (numeral.style == .arabic), numeral.low < upper.low
        else { return nil }
        return (upper, upper.end)
    }

    /// 三到五, `10—20`, 三至五万: where only the upper end has a 万, both are meant.
    private func range(_ numeral: Numeral, from start: Int) -> NumberReading? {
        guard let link = link(at: numeral.end), !numeral.isVague, let upper = self.numeral(startingAt: link), !upper.isVague,
            (upper.style == .arabic) == (numeral.style == .arabic)
        else { return nil }
        let isShared = upper.unit >= 4 && numeral.unit < upper.unit && numeral.low.scaled(by: upper.unit) < upper.low
        let low = isShared ? numeral.low.scaled(by: upper.unit) : numeral.low
        guard low < upper.low, numeral.style != .places || numeral.glyphs == 1 || numeral.glyphs > 2 else { return nil }
        var result = reading(numeral, from: start, to: upper.end, .range, low.cell, high: upper.low.cell)
        result.standsAlone = numeral.style == .arabic || upper.hasUnit
        return result
    }

    /// 三十多, 百余, `１０多`, 十来: from the number up to one more of its last place.
    private func approximate(_ numeral: Numeral, from start: Int) -> NumberReading? {
        guard !numeral.isVague, !numeral.hasFraction, let number = numeral.low.integer, (1...1_000_000_000_000_000).contains(number) else {
            return nil
        }
        let step = numeral.style == .arabic && !numeral.hasUnit ? numeral.low.roundness : numeral.unit > 0 ? numeral.low.roundness : 1
        guard step >= 10 else { return nil }
        var end = after(anyOf: ["多", "余"], at: numeral.end)
        if end == nil, let come = after("来", at: numeral.end), measure(at: come) != nil { end = come }
        guard let end else { return nil }
        return reading(
            numeral, from: start, to: end, .approximate, numeral.low.cell, high: DecimalNumber(number + min(step, 100_000_000)).cell)
    }
}

/// Words that numbers of a form of their own begin with.
private enum NumberForm {
    case share, belowZero, hundreds

    static let lexicon = Lexicon<NumberForm>([
        ("百分之", .share), ("千分之", .share), ("万分之", .share), ("零下", .belowZero), ("上百", .hundreds), ("上千", .hundreds), ("上万", .hundreds),
        ("上亿", .hundreds), ("近百", .hundreds), ("近千", .hundreds), ("近万", .hundreds), ("近亿", .hundreds), ("百余", .hundreds), ("千余", .hundreds),
        ("万余", .hundreds), ("百多", .hundreds), ("千多", .hundreds), ("万多", .hundreds),
    ])
}
