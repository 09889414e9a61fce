import Documents

extension TemporalReader {
    // MARK: Words

    /// 今天, 去年十月, 本月五日, 年底, 当前, 建国以来.
    func word(at offset: Int) -> TemporalReading? {
        guard let (word, end) = RelativeWord.words.longest(at: offset, in: glyphs), !isPartOfWord(offset, end) else { return nil }
        switch word {
        case .day(let step, let part): return day(step, part, at: end)
        case .year(let step):
            return finished(
                calendar.continued(calendar.within(year(step), at: end)), .relative, symbol: "\(step < 0 ? "-" : "+")P\(abs(step))Y",
                bareEnd: end)
        case .month(let step): return month(step, at: end)
        case .week(let step): return week(step, at: end)
        case .weekend(let step): return week(step, suffix: "-WE", end: end)
        case .season(let step, let part): return dated(CalendarDate(year: year(step).year, part: part), end)
        case .yearPart(let part): return dated(CalendarDate(year: reference?.year, part: part), end)
        case .monthPart(let part): return dated(CalendarDate(year: reference?.year, month: reference?.month, part: part), end)
        case .anaphor(let text): return TemporalReading(end: end, kind: .relative, value: .symbol("\(text)"))
        case .past: return symbol("PAST_REF", end)
        case .present: return symbol("PRESENT_REF", end)
        case .future: return symbol("FUTURE_REF", end)
        case .since(let year, let month, let day):
            return TemporalReading(
                end: end, kind: .absolute, value: .from(CalendarDate(year: year, month: month, day: day == 0 ? nil : day)))
        case .before(let year, let month, let day):
            return TemporalReading(end: end, kind: .absolute, value: .until(CalendarDate(year: year, month: month, day: day)))
        case .century(let step): return century(step, end)
        }
    }

    private func isPartOfWord(_ start: Int, _ end: Int) -> Bool {
        if let (stops, word) = RelativeWord.notBehind.longest(at: start, in: glyphs), word == end,
            stops.contains(glyphs.glyph(before: start))
        {
            return true
        }
        guard let (stops, word) = RelativeWord.notBefore.longest(at: start, in: glyphs), word == end else { return false }
        return stops.contains(glyphs.glyph(at: end).glyph)
    }

    private func symbol(_ text: String, _ end: Int) -> TemporalReading { TemporalReading(end: end, kind: .relative, value: .symbol(text)) }

    private func dated(_ date: CalendarDate, _ end: Int) -> TemporalReading {
        finished(CalendarReading(first: date, end: end), .relative)
    }

    private func year(_ step: Int) -> CalendarDate { CalendarDate(year: reference.map { $0.year + step }) }

    /// A reading with 以来; where nothing is known but the step, the step.
    private func finished(_ reading: CalendarReading, _ kind: TemporalKind, symbol: String, bareEnd: Int) -> TemporalReading {
        if reference == nil, reading.end == bareEnd, glyphs.after("以来", at: bareEnd) == nil { return self.symbol(symbol, bareEnd) }
        return finished(reading, kind)
    }

    private func day(_ step: Int, _ part: StaticString, at end: Int) -> TemporalReading {
        guard let date = reference?.day(after: step) else {
            let clock = calendar.timed(CalendarDate(), at: end)
            let text = clock.first.clock?.text ?? (part.utf8CodeUnitCount > 0 ? "T\(part)" : "")
            return symbol("\(step < 0 ? "-" : "+")P\(abs(step))D\(text)", clock.end)
        }
        var reading = calendar.timed(CalendarDate(date), at: end)
        if part.utf8CodeUnitCount > 0, reading.first.clock?.hour == nil { reading.first.clock = ClockTime(part: part) }
        if part == "EV" || part == "NI", let hour = reading.first.clock?.hour, hour > 0, hour < 12, reading.first.clock?.part == nil {
            reading.first.clock?.hour = hour + 12
        }
        return finished(reading, .relative)
    }

    private func month(_ step: Int, at end: Int) -> TemporalReading {
        let date = reference?.month(after: step)
        let reading =
            calendar.days(CalendarDate(year: date?.year, month: date?.month), at: end) ?? CalendarReading(first: CalendarDate(), end: end)
        if date == nil, reading.end == end { return symbol("\(step < 0 ? "-" : "+")P\(abs(step))M", end) }
        return finished(calendar.continued(reading), .relative)
    }

    private func century(_ step: Int, _ end: Int) -> TemporalReading {
        guard let reference else { return symbol("\(step < 0 ? "-" : "+")P\(abs(step) * 100)Y", end) }
        let number = (reference.year + 99) / 100 + step
        if var decade = decade(at: end, century: number) {
            decade.kind = .relative
            return decade
        }
        return TemporalReading(end: end, kind: .relative, value: TemporalReader.century(number))
    }

    // MARK: Weeks

    /// 本周, 上周三: weeks begin on Monday.
    private func week(_ step: Int, at end: Int) -> TemporalReading {
        guard let (weekday, last) = weekdayNumber(at: end) else { return week(step, suffix: "", end: end) }
        guard let reference, let day = CalendarDay(reference),
            let date = CalendarDay(number: day.number - day.weekday + weekday + 7 * step).date
        else { return symbol("XXXX-WXX-\(weekday)", last) }
        return finished(calendar.timed(CalendarDate(date), at: last), .relative)
    }

    private func week(_ step: Int, suffix: String, end: Int) -> TemporalReading {
        guard let day = reference.flatMap(CalendarDay.init), let week = CalendarDay(number: day.number + 7 * step).week else {
            return symbol(suffix.isEmpty ? "\(step < 0 ? "-" : "+")P\(abs(step))W" : "XXXX-WXX\(suffix)", end)
        }
        return symbol("\(padded(week.year, 4))-W\(padded(week.week, 2))\(suffix)", end)
    }

    private func weekdayNumber(at offset: Int) -> (Int, end: Int)? {
        let (glyph, next) = glyphs.glyph(at: offset)
        if glyph == 0x65E5 || glyph == 0x5929 { return (7, next) }
        guard case .digit(let day) = glyphs.numeral(at: offset).kind, (1...6).contains(day) else { return nil }
        switch glyphs.numeral(at: next).kind {
        case .none: return (day, next)
        case .digit, .arabic, .small, .large, .vague, .tens, .financialDigit, .financialUnit: return nil
        }
    }

    /// 星期一, 礼拜天, 周五: some week's, as none is said.
    func weekday(at offset: Int) -> TemporalReading? {
        let long = glyphs.after(anyOf: ["星期", "礼拜"], at: offset)
        guard let name = long ?? glyphs.after("周", at: offset), let (weekday, end) = weekdayNumber(at: name) else { return nil }
        if offset > glyphs.start, glyphs.numeral(at: glyphs.offset(before: offset)).kind != .none { return nil }
        // 周三人, 周日报: 周 is a name as well, or belongs to what is before.
        if long == nil, glyphs.after(anyOf: ["个", "次", "报", "本", "人", "位", "项", "年", "月", "期"], at: end) != nil { return nil }
        if glyphs.has(anyOf: ["个", "四", "圆"], before: offset) { return nil }
        return symbol("XXXX-WXX-\(weekday)", end)
    }

    // MARK: Lengths

    /// 近两年来, 过去五年, 今后三年: lengths that end or begin with the article.
    func anchored(at offset: Int) -> TemporalReading? {
        guard let (isAhead, end) = RelativeWord.anchors.longest(at: offset, in: glyphs) else { return nil }
        let isVague = glyphs.has("前", at: offset) || glyphs.has("这", at: offset)
        if isVague, glyphs.after(anyOf: ["几", "两", "些"], at: end) == nil { return nil }
        guard let (length, last) = lengths.length(at: end) else { return nil }
        let here = reference?.description ?? "PRESENT_REF"
        let close = glyphs.after("以来", at: last) ?? afterSince(last) ?? last
        return TemporalReading(
            end: close, kind: .relative, value: .symbol(isAhead ? "\(here)/\(length.text)" : "\(length.text)/\(here)"))
    }

    /// 来 behind a length, where it does not begin 来到, 来自.
    private func afterSince(_ offset: Int) -> Int? {
        guard let end = glyphs.after("来", at: offset) else { return nil }
        let others: [StaticString] = ["到", "自", "源", "临", "访", "华", "了", "看", "说", "宾", "信", "电", "京", "沪", "回", "往", "此", "过", "年", "不"]
        return glyphs.after(anyOf: others, at: end) == nil ? end : nil
    }

    /// 两年来, 三天, 一年左右时间; 三年前 and 两天后 are dates.
    func length(at offset: Int) -> TemporalReading? {
        guard let (length, end) = lengths.length(at: offset) else { return nil }
        if glyphs.has("一", at: offset), glyphs.has(anyOf: TemporalReader.beforeOne, before: offset) { return nil }
        if glyphs.has(anyOf: ["第", "初"], before: offset) { return nil }
        if let shifted = shifted(length, at: end) { return shifted }
        let last = glyphs.after("以来", at: end) ?? afterSince(end) ?? end
        return TemporalReading(end: last, kind: .duration, value: .duration(length))
    }

    /// 这一年, 有一天: one that is pointed at.
    private static let beforeOne: [StaticString] = ["这", "那", "每", "某", "新", "有", "同", "末", "另", "头", "成", "哪", "统", "之", "万"]

    private func shifted(_ length: TemporalLength, at offset: Int) -> TemporalReading? {
        let sign: Int
        let end: Int
        if let before = glyphs.after(anyOf: ["以前", "之前", "前"], at: offset),
            glyphs.after(anyOf: TemporalReader.behindBefore, at: before) == nil
        {
            (sign, end) = (-1, before)
        } else if let after = glyphs.after(anyOf: ["以后", "之后", "后"], at: offset),
            glyphs.after(anyOf: TemporalReader.behindAfter, at: after) == nil
        {
            (sign, end) = (1, after)
        } else {
            return nil
        }
        return TemporalReading(end: end, kind: .relative, value: shift(length, sign))
    }

    private static let behindBefore: [StaticString] = ["进", "列", "夕", "方", "线", "后", "面", "提", "景", "途", "锋", "沿", "者", "来", "往"]
    private static let behindAfter: [StaticString] = ["勤", "来", "盾", "果", "备", "代", "续", "面", "期", "者", "方"]

    private func shift(_ length: TemporalLength, _ sign: Int) -> TemporalValue {
        guard let reference, !length.isApproximate, length.low == length.high, let count = length.low?.integer, count < 10_000 else {
            return .shifted(length, sign)
        }
        let date: CalendarDate?
        switch length.unit {
        case .year: date = CalendarDate(year: reference.year + sign * count)
        case .month: date = reference.month(after: sign * count).map(CalendarDate.init)
        case .week: date = reference.day(after: sign * count * 7).map(CalendarDate.init)
        case .day: date = reference.day(after: sign * count).map(CalendarDate.init)
        case .hour, .minute, .second: date = nil
        }
        guard let date, date.year.map({ (1...9999).contains($0) }) ?? false else { return .shifted(length, sign) }
        return .date(date)
    }
}

extension StaticString {
    /// Whether one of its characters is `glyph`.
    func contains(_ glyph: Glyph) -> Bool {
        let reader = GlyphReader(UnsafeRawPointer(utf8Start), from: 0, to: utf8CodeUnitCount)
        var place = 0
        while place < utf8CodeUnitCount {
            let (found, next) = reader.glyph(at: place)
            if found == glyph { return true }
            place = next
        }
        return false
    }

    static func == (a: StaticString, b: StaticString) -> Bool { "\(a)" == "\(b)" }
}
