import Documents

/// What a reader of temporal expressions found.
struct TemporalReading: Equatable {
    var end: Int
    var kind: TemporalKind
    var value: TemporalValue
    /// A month of an old calendar stands behind it.
    var hasLunarMonth = false
}

/// Reads temporal expressions; what is relative is resolved against the date of the article.
struct TemporalReader {
    let glyphs: GlyphReader
    /// The date of the article; nil where it has none.
    let reference: PartialDate?
    let calendar: CalendarReader
    let lengths: LengthReader

    init(_ glyphs: GlyphReader, reference: PartialDate?) {
        self.glyphs = glyphs
        self.reference = reference
        calendar = CalendarReader(glyphs: glyphs)
        lengths = LengthReader(glyphs: glyphs)
    }

    /// The longest temporal expression that begins at `offset`.
    func reading(at offset: Int) -> TemporalReading? {
        let isCounted = glyphs.numeral(at: offset).kind != .none
        let found = word(at: offset, isCounted: isCounted) ?? (isCounted ? counted(at: offset) : named(at: offset))
        guard let found, !isExcluded(at: offset), !isCounted || !isInsideNumeral(offset) else { return nil }
        return found
    }

    private func word(at offset: Int, isCounted: Bool) -> TemporalReading? {
        if !isCounted, let found = absolute(at: offset) { return found }
        return longer(anchored(at: offset), word(at: offset))
    }

    private func longer(_ a: TemporalReading?, _ b: TemporalReading?) -> TemporalReading? {
        guard let a, let b else { return a ?? b }
        return a.end > b.end ? a : b
    }

    /// What begins with a word; the first character says of what kind it may be.
    private func named(at offset: Int) -> TemporalReading? {
        switch glyphs.glyph(at: offset).glyph {
        case 0x661F, 0x793C, 0x5468: weekday(at: offset)  // 星 礼 周
        case 0x201C, 0x300C, 0x22: plan(at: offset)
        case 0x534A, 0x597D, 0x82E5, 0x591A: length(at: offset)  // 半 好 若 多
        default: clock(at: offset)
        }
    }

    /// What begins with a number; the character behind it says whether it may be anything.
    private func counted(at offset: Int) -> TemporalReading? {
        if let numeral = glyphs.numeral(startingAt: offset) {
            guard TemporalReader.behindNumbers.contains(glyphs.glyph(at: numeral.end).glyph) else { return plan(at: offset) }
        } else if glyphs.numeral(at: offset).kind != .vague {
            return nil
        }
        if let found = absolute(at: offset) ?? decade(at: offset, century: nil) ?? plan(at: offset) ?? shortYear(at: offset) {
            return found
        }
        return monthDay(at: offset) ?? day(at: offset) ?? clock(at: offset) ?? length(at: offset)
    }

    /// What may stand behind the first number of an expression.
    private static let behindNumbers = GlyphSet("年月日号时点个周星天小钟分秒昼世多余来半礼季至到—-~./:五载")

    /// Idioms with a length in them, sets (每年), the old calendar.
    private func isExcluded(at offset: Int) -> Bool {
        if TemporalReader.idioms.longest(at: offset, in: glyphs) != nil { return true }
        return glyphs.has(anyOf: TemporalReader.notBehind, before: offset)
    }

    private static let notBehind: [StaticString] = ["每", "农历", "阴历", "旧历", "夏历", "大年"]

    private static let idioms = Lexicon(
        ([
            "一年一度", "三天两头", "一日千里", "三年五载", "十年动乱", "十年浩劫", "十年内乱", "十年树木", "百年大计", "百年树人", "一天天", "一天到晚", "一年到头", "一年四季", "一年之计",
            "一日三餐", "四周", "十月革命", "十月怀胎", "三月三", "半天空", "多年生", "多日照", "一年生", "二年生", "两年生", "前天津", "今天津", "明天津", "一时间", "一点半点", "三点一线",
        ] as [StaticString]).map { ($0, true) })

    private func isInsideNumeral(_ offset: Int) -> Bool {
        let before = glyphs.glyph(before: offset)
        let first = glyphs.numeral(at: offset).kind
        guard case .arabic = first else {
            guard offset > glyphs.start else { return false }
            switch glyphs.numeral(at: glyphs.offset(before: offset)).kind {
            case .digit, .small, .large, .tens, .arabic: return true
            case .none, .vague, .financialDigit, .financialUnit: return false
            }
        }
        let isPoint = before == 0x2E && glyphs.glyph(before: glyphs.offset(before: offset)).isDigit
        return before.isDigit || before.isLetter || isPoint
    }

    // MARK: Absolute

    private func absolute(at offset: Int) -> TemporalReading? {
        if let reading = calendar.yearDate(at: offset) ?? calendar.yearRange(at: offset) { return finished(reading, .absolute) }
        return century(at: offset)
    }

    /// The reading with 以来 behind it, as a value.
    func finished(_ reading: CalendarReading, _ kind: TemporalKind) -> TemporalReading {
        var result = TemporalReading(end: reading.end, kind: kind, value: .date(reading.first), hasLunarMonth: reading.hasLunarMonth)
        if let last = reading.last {
            result.value = .interval(reading.first, last)
        } else if let end = glyphs.after("以来", at: reading.end) {
            (result.value, result.end) = (.from(reading.first), end)
        }
        return result
    }

    /// 二十世纪, with a decade behind it: 二十世纪九十年代.
    private func century(at offset: Int) -> TemporalReading? {
        guard let number = calendar.smallNumber(at: offset), (1...30).contains(number.value), let end = glyphs.after("世纪", at: number.end)
        else { return nil }
        if let decade = decade(at: end, century: number.value) { return decade }
        return TemporalReading(end: end, kind: .absolute, value: TemporalReader.century(number.value))
    }

    static func century(_ number: Int) -> TemporalValue {
        .interval(CalendarDate(year: number * 100 - 99), CalendarDate(year: number * 100))
    }

    /// 九十年代, 90年代, 五六十年代.
    func decade(at offset: Int, century: Int?) -> TemporalReading? {
        guard let number = glyphs.numeral(startingAt: offset), let low = number.low.integer, let high = number.high.integer, low % 10 == 0,
            high % 10 == 0,
            (0...90).contains(low), (low...90).contains(high), let end = glyphs.after("年代", at: number.end)
        else { return nil }
        var first = CalendarDate()
        var last = CalendarDate()
        if let base = century.map({ ($0 - 1) * 100 }) ?? reference.map({ $0.year / 100 * 100 - (low > $0.year % 100 ? 100 : 0) }) {
            (first.year, last.year) = (base + low, base + high + 9)
        } else {
            (first.yearOfCentury, last.yearOfCentury) = (low, high + 9)
        }
        return TemporalReading(end: end, kind: century == nil ? .relative : .absolute, value: .interval(first, last))
    }

    /// “八五”计划期间, 九五期间: the five-year plans, the first of which began in 1953.
    private func plan(at offset: Int) -> TemporalReading? {
        let isQuoted = glyphs.after(anyOf: ["“", "「", "\""], at: offset)
        let name = isQuoted ?? offset
        let (first, tens) = glyphs.numeral(at: name)
        var number: Int
        var place = tens
        switch first {
        case .digit(let digit) where (1...9).contains(digit): number = digit
        case .small(1):
            number = 10
            if case (.digit(let digit), let next) = glyphs.numeral(at: place), glyphs.has("五", at: next) {
                (number, place) = (10 + digit, next)
            }
        case .none, .digit, .arabic, .small, .large, .vague, .tens, .financialDigit, .financialUnit: return nil
        }
        guard let five = glyphs.after("五", at: place) else { return nil }
        place = five
        if isQuoted != nil {
            guard let closed = glyphs.after(anyOf: ["”", "」", "\""], at: place) else { return nil }
            place = closed
        }
        place = glyphs.after(anyOf: ["计划", "规划"], at: place) ?? place
        guard let end = glyphs.after(anyOf: ["期间", "时期"], at: place) else { return nil }
        let year = number < 3 ? 1948 + 5 * number : 1951 + 5 * number
        return TemporalReading(
            end: end, kind: .absolute, value: .interval(CalendarDate(year: year), CalendarDate(year: year + 4)))
    }

    // MARK: Dates without a year

    /// 九八年, 99年10月: the last year with these digits that is not far ahead of the article.
    private func shortYear(at offset: Int) -> TemporalReading? {
        let run: (value: Int, end: Int)
        switch glyphs.numeral(at: offset).kind {
        case .arabic:
            guard let digits = glyphs.digits(at: offset), digits.count == 2 else { return nil }
            run = (digits.value, digits.end)
        case .digit:
            guard let number = glyphs.placeNumber(at: offset), number.digits == 2, !number.hasFraction, let value = number.low.integer
            else { return nil }
            run = (value, number.end)
        case .none, .small, .large, .vague, .tens, .financialDigit, .financialUnit: return nil
        }
        guard let end = glyphs.after("年", at: run.end), !calendar.isYearWord(at: end) else { return nil }
        let reading = calendar.within(resolved(yearOfCentury: run.value), at: end)
        // 七八年 may be seven or eight years, 20年 twenty: then only what follows tells.
        let isPlain = reading.end == end
        if isPlain, glyphs.numeral(startingAt: offset).map({ $0.isVague || $0.style == .arabic }) ?? true { return nil }
        return finished(reading, .relative)
    }

    private func resolved(yearOfCentury digits: Int) -> CalendarDate {
        var date = CalendarDate()
        date.yearOfCentury = digits
        guard let reference else { return date }
        let base = reference.year / 100 * 100 + digits
        return CalendarDate(year: base > reference.year + 5 ? base - 100 : base)
    }

    /// 四月九日, 10月, 3—5月.
    private func monthDay(at offset: Int) -> TemporalReading? {
        guard let reading = calendar.months(CalendarDate(), at: offset) else { return nil }
        // 一月 may be “a month”; 数月 is no date either.
        let isBare = reading.first.day == nil && reading.first.part == nil && reading.last == nil
        if isBare, glyphs.after(anyOf: ["薪", "票", "球", "饼", "光", "刊"], at: reading.end) != nil { return nil }
        if isBare, glyphs.has("一月", at: offset), !glyphs.has("份", at: glyphs.offset(before: reading.end)) { return nil }
        let whole = calendar.continued(reading)
        return finished(CalendarReading(first: dated(whole.first), last: whole.last.map(dated), end: whole.end), .relative)
    }

    /// The date in the article's year; in a neighbouring one where it would lie more than ten months away: 十二月 in January is the
    /// last December.
    func dated(_ date: CalendarDate) -> CalendarDate {
        guard let reference, date.year == nil, let month = date.month else { return date }
        let here = PartialDate(year: reference.year, month: reference.month ?? 6, day: reference.day ?? 15)
        let there = PartialDate(year: reference.year, month: month, day: min(date.day ?? 15, 28))
        let distance = (there.flatMap(CalendarDay.init)?.number ?? 0) - (here.flatMap(CalendarDay.init)?.number ?? 0)
        var date = date
        date.year = reference.year + (distance > 300 ? -1 : distance < -300 ? 1 : 0)
        return date
    }

    /// 十二日, 廿日: of the month in which it is nearest to the article.
    private func day(at offset: Int) -> TemporalReading? {
        guard let number = calendar.smallNumber(at: offset), (1...31).contains(number.value), let end = glyphs.after("日", at: number.end)
        else { return nil }
        guard glyphs.after(anyOf: TemporalReader.otherDays, at: end) == nil,
            !glyphs.has(anyOf: ["月", "近", "这", "那", "数", "隔", "每", "同", "第", "头", "约", "过"], before: offset)
        else { return nil }
        if number.value == 1, glyphs.after(anyOf: ["电", "讯", "上午", "下午", "晚", "凌晨", "至", "到"], at: end) == nil { return nil }
        var date = CalendarDate(day: number.value)
        if let nearest = nearestDay(number.value) { date = CalendarDate(nearest) }
        return finished(calendar.continued(calendar.timed(date, at: end)), .relative)
    }

    /// What makes “n日” a length or a part of another word.
    private static let otherDays: [StaticString] = [
        "内", "后", "以", "之", "子", "夜", "夕", "报", "元", "军", "本", "语", "用", "益", "程", "渐", "常", "光", "志", "食", "照", "均", "趋", "产", "工", "游",
        "以内",
        "以后", "为期", "行程",
    ]

    private func nearestDay(_ day: Int) -> PartialDate? {
        guard let reference, let here = CalendarDay(reference) else { return nil }
        let candidates = [-1, 0, 1].compactMap { step -> PartialDate? in
            reference.month(after: step).flatMap { PartialDate(year: $0.year, month: $0.month, day: day) }
        }
        return candidates.min { abs((CalendarDay($0)?.number ?? 0) - here.number) < abs((CalendarDay($1)?.number ?? 0) - here.number) }
    }

    private func clock(at offset: Int) -> TemporalReading? {
        guard let (time, end) = calendar.timeOfDay(at: offset) else { return nil }
        if glyphs.after(anyOf: ["许", "左右"], at: end) == nil, glyphs.has(anyOf: ["小", "平", "当", "同", "临", "第"], before: offset) {
            return nil
        }
        return TemporalReading(end: end, kind: .relative, value: .symbol(time.text))
    }
}
