import Documents

/// A date, or the two ends of a range of dates, read at some place.
struct CalendarReading: Equatable {
    var first: CalendarDate
    var last: CalendarDate?
    var end: Int
    /// 光绪二十年八月: a month that cannot be converted follows.
    var hasLunarMonth = false
}

/// Reads dates of the calendar: years, months, days, parts of them, and ranges.
struct CalendarReader {
    let glyphs: GlyphReader

    /// The date at `offset` that begins with its year.
    func yearDate(at offset: Int) -> CalendarReading? {
        if let date = isoDate(at: offset) { return date }
        guard let year = year(at: offset) else { return nil }
        if year.isLunar {
            let month = smallNumber(at: year.end).flatMap { glyphs.after("月", at: $0.end) }
            return CalendarReading(first: CalendarDate(year: year.year), end: year.end, hasLunarMonth: month != nil)
        }
        return continued(within(CalendarDate(year: year.year), at: year.end))
    }

    // MARK: Years

    private func year(at offset: Int) -> (year: Int, end: Int, isLunar: Bool)? {
        if let (era, end) = Era.lexicon.longest(at: offset, in: glyphs) {
            guard let (number, last) = eraYear(at: end), let year = era.year(number) else { return nil }
            return (year, last, !era.hasGregorianMonths)
        }
        let lead = glyphs.glyph(at: offset).glyph
        let isNamed = lead == 0x516C || lead == 0x897F
        if isNamed, let end = glyphs.after(anyOf: ["公元前", "西元前"], at: offset) {
            guard let number = glyphs.numeral(startingAt: end), let year = number.low.integer, (1...9999).contains(year),
                let last = glyphs.after("年", at: number.end)
            else { return nil }
            return (1 - year, last, false)
        }
        if isNamed, let end = glyphs.after(anyOf: ["公元", "西元"], at: offset) {
            guard let number = glyphs.numeral(startingAt: end), let year = number.low.integer, (1...9999).contains(year),
                let last = glyphs.after("年", at: number.end)
            else { return nil }
            return (year, last, false)
        }
        guard let (year, digits) = fourDigits(at: offset), let end = glyphs.after("年", at: digits), !isYearWord(at: end) else { return nil }
        return (year, glyphs.after("度", at: end) ?? end, false)
    }

    /// 元, 三十八, `38`, and 年 behind it.
    func eraYear(at offset: Int) -> (Int, end: Int)? {
        if let end = glyphs.after("元年", at: offset) { return (1, end) }
        guard let number = glyphs.numeral(startingAt: offset), !number.isVague, let year = number.low.integer,
            let end = glyphs.after("年", at: number.end), !isYearWord(at: end)
        else { return nil }
        return (year, end)
    }

    /// 1999 or 一九九九 from 1000 to 2999.
    func fourDigits(at offset: Int) -> (Int, end: Int)? {
        let run: (value: Int, count: Int, end: Int)?
        switch glyphs.numeral(at: offset).kind {
        case .arabic: run = glyphs.digits(at: offset)
        case .digit: run = glyphs.placeNumber(at: offset).flatMap { $0.hasFraction ? nil : ($0.low.integer ?? 0, $0.digits, $0.end) }
        case .none, .small, .large, .vague, .tens, .financialDigit, .financialUnit: run = nil
        }
        guard let run, run.count == 4, (1000...2999).contains(run.value) else { return nil }
        return (run.value, run.end)
    }

    /// 年级, 年代: the 年 belongs to another word.
    func isYearWord(at offset: Int) -> Bool { glyphs.after(anyOf: ["级", "代", "间"], at: offset) != nil }

    // MARK: Below the year

    /// Months, days, halves, seasons behind a year.
    func within(_ date: CalendarDate, at offset: Int) -> CalendarReading {
        if let reading = months(date, at: offset) { return reading }
        if let (part, end) = CalendarReader.yearParts.longest(at: offset, in: glyphs) {
            var date = date
            date.part = part
            return CalendarReading(first: date, end: end)
        }
        return CalendarReading(first: date, end: offset)
    }

    private static let yearParts = Lexicon<CalendarPart>([
        ("年初", .start), ("初", .start), ("年底", .end), ("底", .end), ("年末", .end), ("末", .end), ("年中", .middle), ("上半年", .half(1)),
        ("下半年", .half(2)), ("第一季度", .quarter(1)), ("第二季度", .quarter(2)), ("第三季度", .quarter(3)), ("第四季度", .quarter(4)),
        ("一季度", .quarter(1)), ("二季度", .quarter(2)), ("三季度", .quarter(3)), ("四季度", .quarter(4)), ("春天", .spring), ("春季", .spring),
        ("春", .spring), ("夏天", .summer), ("夏季", .summer), ("夏", .summer), ("秋天", .autumn), ("秋季", .autumn), ("秋", .autumn),
        ("冬天", .winter), ("冬季", .winter), ("冬", .winter),
    ])

    /// 十月十二日, 十月, 十月中旬, 3—5月, 10月11—15日.
    func months(_ date: CalendarDate, at offset: Int) -> CalendarReading? {
        guard let month = smallNumber(at: offset), (1...12).contains(month.value) else { return nil }
        var first = date
        first.month = month.value
        if let end = glyphs.after("月", at: month.end) { return days(first, at: glyphs.after("份", at: end) ?? end) }
        guard let link = glyphs.link(at: month.end), let upper = smallNumber(at: link), upper.value > month.value, upper.value <= 12,
            let end = glyphs.after("月", at: upper.end)
        else { return nil }
        var last = date
        last.month = upper.value
        return CalendarReading(first: first, last: last, end: glyphs.after("份", at: end) ?? end)
    }

    /// What may stand behind a month.
    func days(_ date: CalendarDate, at offset: Int) -> CalendarReading? {
        if let day = smallNumber(at: offset) {
            var first = date
            first.day = day.value
            if let end = glyphs.after(anyOf: ["日", "号"], at: day.end) {
                return first.isPossible ? timed(first, at: end) : nil
            }
            if let link = glyphs.link(at: day.end), let upper = smallNumber(at: link),
                let end = glyphs.after(anyOf: ["日", "号"], at: upper.end)
            {
                var last = date
                last.day = upper.value
                guard first.isPossible, last.isPossible, day.value < upper.value else { return nil }
                return CalendarReading(first: first, last: last, end: end)
            }
        }
        var result = date
        guard let (part, end) = CalendarReader.monthParts.longest(at: offset, in: glyphs) else {
            return CalendarReading(first: date, end: offset)
        }
        result.part = part
        return CalendarReading(first: result, end: end)
    }

    private static let monthParts = Lexicon<CalendarPart>([
        ("上旬", .tenDays(1)), ("中旬", .tenDays(2)), ("下旬", .tenDays(3)), ("初", .start), ("底", .end), ("末", .end),
    ])

    /// A day with the time of the clock that may follow.
    func timed(_ date: CalendarDate, at offset: Int) -> CalendarReading {
        guard let (clock, end) = clock(at: offset) else { return CalendarReading(first: date, end: offset) }
        var date = date
        date.clock = clock
        return CalendarReading(first: date, end: end)
    }

    /// A number of one or two places: `9`, `０９`, 十二, 廿, 卅一.
    func smallNumber(at offset: Int) -> (value: Int, end: Int)? {
        if let run = glyphs.digits(at: offset) { return run.count <= 2 ? (run.value, run.end) : nil }
        guard let number = glyphs.numeral(startingAt: offset), !number.isVague, !number.hasFraction, number.glyphs <= 3,
            let value = number.low.integer, value < 100
        else { return nil }
        return (value, number.end)
    }

    // MARK: Digits only

    /// 1999-10-12, 1999.10.12, 1999/10/12, of either width.
    private func isoDate(at offset: Int) -> CalendarReading? {
        guard let year = glyphs.digits(at: offset), year.count == 4, (1000...2999).contains(year.value) else { return nil }
        let (mark, next) = glyphs.glyph(at: year.end)
        guard mark == 0x2D || mark == 0x2E || mark == 0x2F, let month = glyphs.digits(at: next), month.count <= 2,
            glyphs.glyph(at: month.end).glyph == mark,
            let day = glyphs.digits(at: glyphs.glyph(at: month.end).next), day.count <= 2
        else { return nil }
        let date = CalendarDate(year: year.value, month: month.value, day: day.value)
        let after = glyphs.glyph(at: day.end).glyph
        guard date.isPossible, month.value > 0, after != mark, !after.isLetter else { return nil }
        return CalendarReading(first: date, end: day.end)
    }

    // MARK: Ranges

    /// The reading with the upper end that may follow: 1996年至2000年, 10月11日至15日.
    func continued(_ reading: CalendarReading) -> CalendarReading {
        guard reading.last == nil, reading.first.clock == nil, let link = glyphs.link(at: reading.end) else { return reading }
        var upper = lowerParts(of: reading.first, at: link)
        if let year = year(at: link), !year.isLunar { upper = within(CalendarDate(year: year.year), at: year.end) }
        guard let upper, upper.last == nil, CalendarReader.isOrdered(reading.first, upper.first) else { return reading }
        return CalendarReading(first: reading.first, last: upper.first, end: upper.end)
    }

    private func lowerParts(of date: CalendarDate, at offset: Int) -> CalendarReading? {
        if date.month != nil, let months = months(CalendarDate(year: date.year), at: offset) { return months }
        guard date.day != nil, let day = smallNumber(at: offset), let end = glyphs.after(anyOf: ["日", "号"], at: day.end) else { return nil }
        var last = date
        last.day = day.value
        return last.isPossible ? CalendarReading(first: last, end: end) : nil
    }

    static func isOrdered(_ a: CalendarDate, _ b: CalendarDate) -> Bool {
        func key(_ date: CalendarDate) -> [Int] { [date.year ?? 0, date.month ?? 0, date.day ?? 0] }
        return key(a).lexicographicallyPrecedes(key(b))
    }

    /// 1978—1992年: both ends in four digits, 年 behind the second only.
    func yearRange(at offset: Int) -> CalendarReading? {
        guard let (first, end) = fourDigits(at: offset), let link = glyphs.link(at: end), let (last, digits) = fourDigits(at: link),
            first < last,
            let stop = glyphs.after("年", at: digits), !isYearWord(at: stop)
        else { return nil }
        return CalendarReading(first: CalendarDate(year: first), last: CalendarDate(year: last), end: stop)
    }
}

extension Era {
    /// The Gregorian year of year `number` of the era; nil where the era has no such year.
    func year(_ number: Int) -> Int? {
        let isInside = number > 0 && number < 3000 && first + number - 1 <= last
        return isInside ? first + number - 1 : nil
    }
}
