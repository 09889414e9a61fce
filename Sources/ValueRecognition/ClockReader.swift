extension CalendarReader {
    private static let dayParts = Lexicon<StaticString>([
        ("凌晨", "MO"), ("清晨", "MO"), ("早晨", "MO"), ("早上", "MO"), ("上午", "MO"), ("晨", "MO"), ("中午", "NOON"), ("下午", "AF"), ("午后", "AF"),
        ("傍晚", "EV"), ("晚上", "EV"), ("晚间", "EV"), ("晚", "EV"), ("夜间", "NI"), ("夜里", "NI"), ("深夜", "NI"), ("夜", "NI"),
    ])

    /// The part of the day, the hour and the minute at `offset`: 上午, 下午三时, 九时三十分, 十点半, 晚８点.
    func clock(at offset: Int) -> (ClockTime, end: Int)? {
        guard let (part, end) = CalendarReader.dayParts.longest(at: offset, in: glyphs) else { return hour(at: offset, part: nil) }
        if let whole = hour(at: end, part: part) { return whole }
        // 晚 and 夜 by themselves begin other words: 晚会, 夜校.
        return glyphs.after(anyOf: ["会", "报", "校", "饭", "年", "班"], at: end) == nil ? (ClockTime(part: part), end) : nil
    }

    /// The time at `offset` with its hour; nil where only a part of the day stands there.
    func timeOfDay(at offset: Int) -> (ClockTime, end: Int)? {
        guard let found = clock(at: offset), found.0.hour != nil else { return nil }
        return found
    }

    private func hour(at offset: Int, part: StaticString?) -> (ClockTime, end: Int)? {
        guard let number = smallNumber(at: offset), (0...24).contains(number.value) else { return nil }
        if let point = glyphs.after("点", at: number.end) { return pointed(number.value, at: point, part) }
        if let mark = glyphs.after(":", at: number.end), part != nil, let minute = glyphs.digits(at: mark), minute.count == 2,
            minute.value < 60
        {
            return (ClockTime(part: part, hour: hours(number.value, part), minute: minute.value), minute.end)
        }
        guard let end = glyphs.after("时", at: number.end) else { return nil }
        return timed(number.value, at: end, part)
    }

    /// 十点 alone may be ten points; it is a time with a part of the day before it, or 半 整 钟 分 behind.
    private func pointed(_ hour: Int, at offset: Int, _ part: StaticString?) -> (ClockTime, end: Int)? {
        if let end = glyphs.after("半", at: offset) { return (ClockTime(part: part, hour: hours(hour, part), minute: 30), end) }
        if let end = glyphs.after(anyOf: ["整", "钟"], at: offset) { return (ClockTime(part: part, hour: hours(hour, part)), end) }
        if let minute = smallNumber(at: offset), minute.value < 60, let end = glyphs.after("分", at: minute.end), !glyphs.has("之", at: end) {
            return (ClockTime(part: part, hour: hours(hour, part), minute: minute.value), end)
        }
        return part == nil ? nil : (ClockTime(part: part, hour: hours(hour, part)), offset)
    }

    private func timed(_ hour: Int, at offset: Int, _ part: StaticString?) -> (ClockTime, end: Int)? {
        if let minute = smallNumber(at: offset), minute.value < 60, let end = glyphs.after("分", at: minute.end), !glyphs.has("之", at: end) {
            return (ClockTime(part: part, hour: hours(hour, part), minute: minute.value), end)
        }
        if let end = glyphs.after("半", at: offset) { return (ClockTime(part: part, hour: hours(hour, part), minute: 30), end) }
        // 时代, 时期 are other words; 一时 is “for a while”.
        if glyphs.after(anyOf: ["代", "期", "间", "候", "常", "有", "刻", "光", "机"], at: offset) != nil { return nil }
        return part == nil && hour < 2 ? nil : (ClockTime(part: part, hour: hours(hour, part)), offset)
    }

    private func hours(_ hour: Int, _ part: StaticString?) -> Int {
        guard let part, hour > 0, hour < 12 else { return hour }
        switch "\(part)" {
        case "AF", "EV": return hour + 12
        case "NI": return hour >= 6 ? hour + 12 : hour
        default: return hour
        }
    }
}
