import Documents

/// Reads numbers and dates that stand by themselves, as they are typed in a query: with the reader that finds them in texts.
public enum WrittenValue {
    /// The whole number that `text` writes: `12`, `-3`, `１，２３４`, 十一, 一百二十, 两万, 一万二 (12000), 二○○三, 廿, 壹佰贰拾; nil for anything
    /// else, and for what is vague: 几十, 三四.
    public static func integer(_ text: some StringProtocol) -> Int? { number(text)?.integer }

    /// The number that `text` writes, whole or not: `43.00`, 四三．○○, 零点五, 3.5万, `30%`, 百分之三十, 三分之一.
    public static func decimal(_ text: some StringProtocol) -> Double? {
        if let number = number(text) { return number.double }
        return withGlyphs(text) { glyphs in
            guard let reading = glyphs.number(at: 0), reading.end == glyphs.end, reading.high == .empty else { return nil }
            switch reading.kind {
            case .percent, .fraction: break
            case .integer, .decimal, .ordinal, .approximate, .range: return nil
            }
            switch reading.low {
            case .integer(let number): return Double(number)
            case .decimal(let number): return number
            case .empty, .text, .date, .boolean: return nil
            }
        }
    }

    /// A date or interval of days, or why there is none: `1999-10`, 一九九九年十月, 民国三十八年, 二十世纪九十年代, 1978—1992年. Nothing is guessed.
    public static func dates(_ text: some StringProtocol) throws(WrittenDateError) -> (first: PartialDate, last: PartialDate) {
        let result = withGlyphs(text) { WrittenDate(glyphs: $0).read() }
        return try result.get()
    }

    private static func number(_ text: some StringProtocol) -> DecimalNumber? {
        withGlyphs(text) { glyphs in
            let (sign, next) = glyphs.glyph(at: 0)
            let isSigned = sign == 0x2D || sign == 0x2B
            guard let numeral = glyphs.numeral(startingAt: isSigned ? next : 0), numeral.end == glyphs.end, !numeral.isVague else {
                return nil
            }
            guard !isSigned || numeral.style == .arabic else { return nil }
            return sign == 0x2D ? numeral.low.negated : numeral.low
        }
    }

    private static func withGlyphs<Value>(_ text: some StringProtocol, _ body: (GlyphReader) -> Value) -> Value {
        // Enough for any number or date, so that a long text costs nothing.
        let bytes = ContiguousArray(text.utf8.prefix(257))
        return bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, bytes.count <= 256 else {
                return body(GlyphReader(UnsafeRawPointer(("" as StaticString).utf8Start), from: 0, to: 0))
            }
            return body(GlyphReader(base, from: 0, to: bytes.count))
        }
    }
}

/// Why a text is no date.
public enum WrittenDateError: Error, Hashable, Sendable {
    /// It does not look like one.
    case notADate
    /// It looks like one, but the calendar has no such day or month.
    case noSuchDay
    /// 昨天, 去年: it depends on the day it is said.
    case relative
    /// 四月九日: its year is not said.
    case withoutYear
    /// 贞观三年: an era that is not known.
    case unknownEra
    /// 光绪四十年: the era had fewer years.
    case noSuchEraYear
    /// 光绪二十年八月: months of that calendar cannot be converted.
    case lunarMonth
    /// The end lies before the beginning.
    case reversed
}

/// The reader of one date.
private struct WrittenDate {
    let glyphs: GlyphReader

    typealias Outcome = Result<(first: PartialDate, last: PartialDate), WrittenDateError>

    func read() -> Outcome {
        guard glyphs.end > 0 else { return .failure(.notADate) }
        if let plain = digitsOnly() { return plain }
        if let plain = yearOnly() { return plain }
        let calendar = CalendarReader(glyphs: glyphs)
        if let reading = calendar.yearDate(at: 0) ?? calendar.yearRange(at: 0), reading.end == glyphs.end { return outcome(reading) }
        if let reading = calendar.yearDate(at: 0), reading.hasLunarMonth { return .failure(.lunarMonth) }
        return otherwise(calendar)
    }

    /// 1999, 1999-10, 1999-10-12, 1999/10/12, 1999.10.12, 19991012.
    private func digitsOnly() -> Outcome? {
        guard let year = glyphs.digits(at: 0) else { return nil }
        if year.end == glyphs.end {
            if year.count == 4 { return day(year.value, nil, nil) }
            return year.count == 8 ? day(year.value / 10_000, year.value / 100 % 100, year.value % 100) : .failure(.notADate)
        }
        let (mark, next) = glyphs.glyph(at: year.end)
        guard year.count == 4, mark == 0x2D || mark == 0x2F || mark == 0x2E, let month = glyphs.digits(at: next) else { return nil }
        if month.end == glyphs.end { return mark == 0x2E || month.count > 2 ? .failure(.notADate) : day(year.value, month.value, nil) }
        guard glyphs.glyph(at: month.end).glyph == mark, let day = glyphs.digits(at: glyphs.glyph(at: month.end).next),
            day.end == glyphs.end,
            month.count <= 2, day.count <= 2
        else { return .failure(.notADate) }
        return self.day(year.value, month.value, day.value)
    }

    /// 一九九九, 二○○三; 年 may be left out.
    private func yearOnly() -> Outcome? {
        guard let (year, end) = CalendarReader(glyphs: glyphs).fourDigits(at: 0), end == glyphs.end else { return nil }
        return day(year, nil, nil)
    }

    private func day(_ year: Int, _ month: Int?, _ day: Int?) -> Outcome {
        guard let date = PartialDate(year: year, month: month, day: day) else { return .failure(.noSuchDay) }
        return .success((date, date))
    }

    private func outcome(_ reading: CalendarReading) -> Outcome {
        if reading.hasLunarMonth { return .failure(.lunarMonth) }
        guard let first = reading.first.interval, let last = (reading.last ?? reading.first).interval else { return .failure(.notADate) }
        return .success((first.first, last.last))
    }

    // MARK: What is none

    private func otherwise(_ calendar: CalendarReader) -> Outcome {
        if let failure = eraFailure(calendar) { return .failure(failure) }
        if let found = TemporalReader(glyphs, reference: nil).reading(at: 0), found.end == glyphs.end {
            switch (found.kind, found.value) {
            case (.absolute, .interval(let first, let last)):
                if let first = first.interval, let last = last.interval { return .success((first.first, last.last)) }
            case (.absolute, _): break
            case (.relative, .date(let date)) where date.month != nil: return .failure(.withoutYear)
            case (.relative, .interval): return .failure(.withoutYear)
            case (.relative, _): return .failure(.relative)
            case (.duration, _): return .failure(.notADate)
            }
        }
        return .failure(looksLikeDate(calendar) ? .noSuchDay : .notADate)
    }

    /// 1999年13月, 1999年2月30日: the form is right.
    private func looksLikeDate(_ calendar: CalendarReader) -> Bool {
        guard let year = calendar.fourDigits(at: 0), let behindYear = glyphs.after("年", at: year.end),
            let month = calendar.smallNumber(at: behindYear),
            let behindMonth = glyphs.after("月", at: month.end)
        else { return false }
        if behindMonth == glyphs.end { return true }
        guard let day = calendar.smallNumber(at: behindMonth) else { return false }
        return day.end == glyphs.end || glyphs.after(anyOf: ["日", "号"], at: day.end) == glyphs.end
    }

    private func eraFailure(_ calendar: CalendarReader) -> WrittenDateError? {
        if let (_, end) = Era.lexicon.longest(at: 0, in: glyphs) { return calendar.eraYear(at: end) == nil ? .notADate : .noSuchEraYear }
        // Two characters, a number and 年 look like a year of some era.
        let behindName = glyphs.glyph(at: glyphs.glyph(at: 0).next).next
        guard glyphs.numeral(at: 0).kind == .none, let (_, end) = calendar.eraYear(at: behindName), end == glyphs.end else { return nil }
        return .unknownEra
    }
}

extension CalendarDate {
    /// The first and the last day; nil where the year is unknown or a part has no fixed days (初, 底).
    fileprivate var interval: (first: PartialDate, last: PartialDate)? {
        guard let year, let plain = PartialDate(year: year, month: month, day: day), clock == nil else { return nil }
        func months(_ first: Int, _ last: Int) -> (first: PartialDate, last: PartialDate)? {
            guard let a = PartialDate(year: year, month: first), let b = PartialDate(year: year, month: last) else { return nil }
            return (a, b)
        }
        switch part {
        case nil: return (plain, plain)
        case .half(let number)?: return months(number * 6 - 5, number * 6)
        case .quarter(let number)?: return months(number * 3 - 2, number * 3)
        case .tenDays(let number)?:
            let last = number < 3 ? number * 10 : PartialDate.days(in: month ?? 1, of: year)
            guard let a = PartialDate(year: year, month: month, day: number * 10 - 9),
                let b = PartialDate(year: year, month: month, day: last)
            else { return nil }
            return (a, b)
        case .start?, .middle?, .end?, .spring?, .summer?, .autumn?, .winter?: return nil
        }
    }
}
