/// A number as one numeral writes it, or the bounds that a vague one gives: 三四十 is 30 to 40, 十几 11 to 19.
struct Numeral: Equatable {
    /// How it is written.
    enum Style { case arabic, cardinal, places }

    var end: Int
    var low: DecimalNumber
    var high: DecimalNumber
    var style: Style
    /// Characters of the numeral.
    var glyphs: Int
    /// The last 十 百 千 万 亿 as a power of ten, or 0.
    var unit = 0
    /// Whether it has a 十 百 千 万 亿.
    var hasUnit = false
    /// Digits before the point where it is written in digits only.
    var digits = 0
    /// Whether it has digits behind a point.
    var hasFraction = false
    /// 十几, 几百, 三四十, 五千多万: no exact number.
    var isVague: Bool { low != high }
}

extension GlyphReader {
    /// The longest numeral that begins at `offset`: `1,234`, `43.00`, 一百二十, 12万5千, 一九九九, 三点五亿, 壹佰.
    func numeral(startingAt offset: Int) -> Numeral? {
        switch numeral(at: offset).kind {
        case .arabic:
            guard let number = arabicNumber(at: offset) else { return nil }
            return scaledDecimal(number) ?? cardinal(at: offset, first: number) ?? number
        case .digit:
            let places = placeNumber(at: offset)
            if let places, places.hasFraction { return scaledDecimal(places) ?? places }
            let cardinal = cardinal(at: offset, first: nil)
            if let decimal = cardinal.flatMap({ pointed($0) }) { return scaledDecimal(decimal) ?? decimal }
            guard let cardinal, let places else { return cardinal ?? places }
            return places.end > cardinal.end ? places : cardinal
        case .small, .large, .vague, .tens:
            let cardinal = cardinal(at: offset, first: nil)
            return cardinal.flatMap { pointed($0) } ?? cardinal
        case .financialDigit: return financial(at: offset)
        case .financialUnit, .none: return nil
        }
    }

    // MARK: Digits

    /// `1999`, `1,234,567`, `43.00`, `３·５`, of either width.
    func arabicNumber(at offset: Int) -> Numeral? {
        guard var run = digits(at: offset) else { return nil }
        var place = run.end
        if run.count <= 3 {
            while glyph(at: place).glyph == 0x2C, let group = digits(at: place + width(at: place)), group.count == 3 {
                guard run.count <= 15 else { return nil }
                run = (run.value * 1000 + group.value, run.count + 3, group.end)
                place = group.end
            }
        }
        let digitCount = run.count
        var number = Numeral(
            end: place, low: DecimalNumber(run.value), high: .zero, style: .arabic, glyphs: run.count, digits: digitCount)
        if isPoint(place), let fraction = digits(at: glyph(at: place).next), run.count + fraction.count <= 18 {
            let power = (0..<fraction.count).reduce(1) { power, _ in power * 10 }
            number.low = DecimalNumber(run.value * power + fraction.value, exponent: -fraction.count)
            number.end = fraction.end
            number.hasFraction = true
        }
        number.high = number.low
        return number
    }

    /// A run of digits, at most 18 of them; nil where there is none.
    func digits(at offset: Int) -> (value: Int, count: Int, end: Int)? {
        var (value, count, place) = (0, 0, offset)
        while case (.arabic(let digit), let next) = numeral(at: place) {
            guard count < 18 else { return nil }
            (value, count, place) = (value * 10 + digit, count + 1, next)
        }
        return count > 0 ? (value, count, place) : nil
    }

    private func isPoint(_ offset: Int) -> Bool {
        let glyph = glyph(at: offset).glyph
        return glyph == 0x2E || glyph == 0xB7
    }

    private func width(at offset: Int) -> Int { glyph(at: offset).next - offset }

    // MARK: Digits by place

    /// 一九九九, 二○○三, 四三．○○, 零点五: digits by their place; zeros may be any of 〇 ○ 零 Ｏ ０.
    func placeNumber(at offset: Int) -> Numeral? {
        guard case .digit = numeral(at: offset).kind, let run = placeDigits(at: offset) else { return nil }
        var number = Numeral(
            end: run.end, low: DecimalNumber(run.value), high: .zero, style: .places, glyphs: run.count, digits: run.count)
        if let fraction = fraction(at: run.end), run.count + fraction.count <= 18 {
            let power = (0..<fraction.count).reduce(1) { power, _ in power * 10 }
            number.low = DecimalNumber(run.value * power + fraction.value, exponent: -fraction.count)
            number.end = fraction.end
            number.hasFraction = true
        }
        number.high = number.low
        return number
    }

    private func placeDigits(at offset: Int) -> (value: Int, count: Int, end: Int)? {
        var (value, count, place) = (0, 0, offset)
        while count < 18 {
            let (kind, next) = numeral(at: place)
            if case .digit(let digit) = kind {
                value = value * 10 + digit
            } else if count > 0, kind == .arabic(0) || glyph(at: place).glyph == 0x4F {
                value *= 10
            } else {
                break
            }
            (count, place) = (count + 1, next)
        }
        return count > 0 ? (value, count, place) : nil
    }

    /// Digits behind 点, a point or a raised point.
    private func fraction(at offset: Int) -> (value: Int, count: Int, end: Int)? {
        let (glyph, next) = glyph(at: offset)
        guard glyph == 0x70B9 || glyph == 0x2E || glyph == 0xB7, case .digit = numeral(at: next).kind else { return nil }
        return placeDigits(at: next)
    }

    /// A cardinal with digits behind its point: 三十一点五.
    private func pointed(_ cardinal: Numeral) -> Numeral? {
        guard !cardinal.isVague, let whole = cardinal.low.integer, abs(whole) < 1_000_000_000,
            let fraction = fraction(at: cardinal.end), fraction.count <= 9
        else { return nil }
        let power = (0..<fraction.count).reduce(1) { power, _ in power * 10 }
        var number = cardinal
        number.low = DecimalNumber(whole * power + fraction.value, exponent: -fraction.count)
        number.high = number.low
        number.end = fraction.end
        number.hasFraction = true
        return number
    }

    /// `1.2亿`, 三点五万: a fraction of large units.
    private func scaledDecimal(_ number: Numeral) -> Numeral? {
        guard number.hasFraction else { return nil }
        var scaled = number
        while true {
            let (kind, next) = numeral(at: scaled.end)
            let power: Int
            switch kind {
            case .small(let unit) where unit > 1 && !isMeasurePrefix(at: scaled.end): power = unit
            case .large(let unit): power = unit
            case .digit, .arabic, .small, .vague, .tens, .financialDigit, .financialUnit, .none:
                return scaled
            }
            guard scaled.low.exponent + power < 15 else { return nil }
            scaled.low = scaled.low.scaled(by: power)
            scaled.high = scaled.low
            (scaled.end, scaled.unit, scaled.hasUnit) = (next, power, true)
        }
    }

    /// 千瓦 千克 千米 千伏 …: the 千 belongs to the measure.
    func isMeasurePrefix(at offset: Int) -> Bool {
        guard let next = after("千", at: offset) else { return false }
        return after(anyOf: ["瓦", "克", "米", "伏", "卡", "赫", "升", "帕", "焦", "周"], at: next) != nil
    }

    // MARK: Financial

    /// 壹佰贰拾, 叁万伍仟: numerals of cheques, of which each needs a unit.
    private func financial(at offset: Int) -> Numeral? {
        var reading = CardinalReading(self, at: offset)
        while true {
            let (kind, next) = numeral(at: reading.end)
            let isTaken =
                switch kind {
                case .financialDigit(let digit): reading.take(digit: digit, upTo: next)
                case .financialUnit(let power): reading.take(small: power, upTo: next)
                case .large(let power): reading.take(large: power, upTo: next)
                case .digit(0): reading.take(digit: 0, upTo: next)
                case .digit, .arabic, .small, .vague, .tens, .none: false
                }
            guard isTaken else { break }
        }
        return reading.hasUnit ? reading.finished(.cardinal) : nil
    }

    // MARK: Cardinals

    /// 一百二十, 两万, 一万二 (12000), 三四十, 几百万, 12万5千, 5000多万; `first` is a number in digits that it begins with.
    func cardinal(at offset: Int, first: Numeral?) -> Numeral? {
        var reading = CardinalReading(self, at: offset)
        if let first {
            guard let value = first.low.integer, !first.hasFraction else { return nil }
            reading.take(arabic: value, glyphs: first.glyphs, upTo: first.end)
        }
        while takeOne(&reading) {}
        if first != nil, !reading.hasUnit { return nil }
        return reading.finished(first == nil ? .cardinal : .arabic)
    }

    private func takeOne(_ reading: inout CardinalReading) -> Bool {
        let (kind, next) = numeral(at: reading.end)
        switch kind {
        case .digit(let digit): return reading.take(digit: digit, upTo: next)
        case .tens(let tens): return reading.take(tens: tens, upTo: next)
        case .small(let power): return isMeasurePrefix(at: reading.end) && reading.isArabic ? false : reading.take(small: power, upTo: next)
        case .large(let power): return reading.take(large: power, upTo: next)
        case .vague: return reading.takeVague(upTo: next)
        case .arabic:
            guard reading.hasUnit, !reading.hasPending, let run = digits(at: reading.end), run.count <= 4,
                case .small(let power) = numeral(at: run.end).kind, power > 1
            else { return false }
            reading.take(arabic: run.value, glyphs: run.count, upTo: run.end)
            return true
        case .none:
            // 五千多万: “many” between the number and its large unit.
            guard let more = after(anyOf: ["多", "余", "来"], at: reading.end), case .large = numeral(at: more).kind else { return false }
            return reading.takeMore(upTo: more)
        case .financialDigit, .financialUnit: return false
        }
    }
}
