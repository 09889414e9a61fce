/// Reads lengths of time: 两年, 三个多月, 半天, 几十年, 一年左右时间.
struct LengthReader {
    let glyphs: GlyphReader

    private enum Measure {
        case year, month, week, day, hour, minute, second, century, quarter

        /// The unit of ISO 8601 and how many of it there are.
        var unit: (TemporalLength.Unit, Int) {
            switch self {
            case .year: (.year, 1)
            case .month: (.month, 1)
            case .week: (.week, 1)
            case .day: (.day, 1)
            case .hour: (.hour, 1)
            case .minute: (.minute, 1)
            case .second: (.second, 1)
            case .century: (.year, 100)
            case .quarter: (.month, 3)
            }
        }
    }

    private static let measures = Lexicon<Measure>([
        ("年", .year), ("个年头", .year), ("个月", .month), ("周", .week), ("星期", .week), ("个星期", .week), ("个礼拜", .week), ("天", .day),
        ("昼夜", .day), ("个昼夜", .day), ("小时", .hour), ("个小时", .hour), ("钟头", .hour), ("个钟头", .hour), ("分钟", .minute), ("秒", .second),
        ("秒钟", .second), ("个世纪", .century), ("个季度", .quarter),
        ("个多月", .month), ("个多星期", .week), ("个多小时", .hour), ("个多世纪", .century), ("个半月", .month), ("个半小时", .hour), ("个半世纪", .century),
    ])

    /// Behind 几, 数, 多 also 月 and 日 are lengths: 数月, 多日.
    private static let vagueMeasures = Lexicon<Measure>([("年", .year), ("月", .month), ("日", .day), ("天", .day), ("周", .week), ("载", .year)])

    /// What makes the measure a part of another word.
    private static let otherWords: [StaticString] = [
        "年级", "年代", "年制", "年计划", "年规划", "年薪", "年龄", "年轻", "年月", "年均", "年产", "周年", "周岁", "周围", "周密", "周恩", "周边", "天堂", "天地", "天空", "天津",
        "天安", "天文",
        "天然", "天气", "天天", "年画", "年货", "年息", "年利",
    ]

    /// The length at `offset` and its end, with 左右 and 时间 behind it.
    func length(at offset: Int) -> (TemporalLength, end: Int)? {
        guard let (length, end) = bare(at: offset) else { return nil }
        return rounded(length, at: end)
    }

    private func bare(at offset: Int) -> (TemporalLength, end: Int)? {
        if let end = glyphs.after("半", at: offset) { return half(at: end) }
        if let vague = glyphs.after(anyOf: ["好几", "几", "数", "多", "若干"], at: offset), let length = unknown(at: vague) { return length }
        guard let number = glyphs.numeral(startingAt: offset), !isTooLarge(number) else { return nil }
        if let range = ranged(number) { return range }
        let more = glyphs.after(anyOf: ["多", "余", "来"], at: number.end)
        return measured(number, at: number.end, isMore: false) ?? more.flatMap { measured(number, at: $0, isMore: true) }
    }

    /// 三至五年, 3—5天.
    private func ranged(_ number: Numeral) -> (TemporalLength, end: Int)? {
        guard !number.isVague, let link = glyphs.link(at: number.end), let upper = glyphs.numeral(startingAt: link), !isTooLarge(upper),
            number.low < upper.low, var found = measured(upper, at: upper.end, isMore: false)
        else { return nil }
        found.0.low = number.low
        return found
    }

    private func isTooLarge(_ number: Numeral) -> Bool {
        !(number.high.double < 1_000_000_000) || number.style == .places && number.glyphs > 1
    }

    private func half(at offset: Int) -> (TemporalLength, end: Int)? {
        guard let (measure, end) = LengthReader.measures.longest(at: offset, in: glyphs), !isOtherWord(at: end) else { return nil }
        let (unit, count) = measure.unit
        let value = DecimalNumber(5 * count, exponent: -1)
        return (TemporalLength(low: value, high: value, unit: unit, isApproximate: isMore(from: offset, to: end)), end)
    }

    private func unknown(at offset: Int) -> (TemporalLength, end: Int)? {
        let found =
            LengthReader.measures.longest(at: offset, in: glyphs).map { ($0.entry, $0.end) }
            ?? LengthReader.vagueMeasures.longest(at: offset, in: glyphs).map { ($0.entry, $0.end) }
        guard let (measure, end) = found, !isOtherWord(at: end) else { return nil }
        return (TemporalLength(unit: measure.unit.0), end)
    }

    private func measured(_ number: Numeral, at offset: Int, isMore: Bool) -> (TemporalLength, end: Int)? {
        guard let (measure, end) = measure(at: offset), !isOtherWord(at: end) else { return nil }
        let (unit, count) = measure.unit
        func times(_ number: DecimalNumber) -> DecimalNumber {
            number.integer.map { DecimalNumber($0 * count) } ?? (count == 1 ? number : DecimalNumber(Int(number.double * Double(count))))
        }
        var length = TemporalLength(low: times(number.low), high: times(number.high), unit: unit, isApproximate: isMore)
        var last = end
        if glyphs.has(anyOf: ["个半月", "个半小时", "个半世纪"], before: end) {
            length = withHalf(length, count)
        } else if let half = glyphs.after("半", at: end), glyphs.after("载", at: half) == nil {
            (length, last) = (withHalf(length, count), half)
        }
        if self.isMore(from: offset, to: end) { length.isApproximate = true }
        if let more = glyphs.after(anyOf: ["多", "余"], at: last), isPlainMore(at: more) { (length.isApproximate, last) = (true, more) }
        return (length, last)
    }

    /// The measure at `offset`; 日 is one where 内, 后, 以上 or the like follows: 十五日内.
    private func measure(at offset: Int) -> (Measure, end: Int)? {
        if let (measure, end) = LengthReader.measures.longest(at: offset, in: glyphs) { return (measure, end) }
        guard let end = glyphs.after("日", at: offset), glyphs.after(anyOf: LengthReader.behindDays, at: end) != nil else { return nil }
        return (.day, end)
    }

    private static let behindDays: [StaticString] = ["内", "以内", "之内", "后", "以后", "之后", "以上", "以下"]

    private func withHalf(_ length: TemporalLength, _ count: Int) -> TemporalLength {
        var length = length
        guard let whole = length.low?.integer, length.low == length.high else { return length }
        length.low = DecimalNumber(whole * 10 + 5 * count, exponent: -1)
        length.high = length.low
        return length
    }

    /// 个多月: about a month and more.
    private func isMore(from start: Int, to end: Int) -> Bool { glyphs.after("个多", at: start) != nil && end > start }

    /// 多 behind a measure, and not 多么, 多少, 多数.
    private func isPlainMore(at offset: Int) -> Bool { glyphs.after(anyOf: ["么", "少", "数", "方", "次", "种", "亏"], at: offset) == nil }

    private func isOtherWord(at end: Int) -> Bool {
        let start = glyphs.offset(before: end)
        return glyphs.after(anyOf: LengthReader.otherWords, at: start) != nil
    }

    private func rounded(_ length: TemporalLength, at offset: Int) -> (TemporalLength, end: Int) {
        var (length, end) = (length, offset)
        if let about = glyphs.after(anyOf: ["左右", "上下"], at: end) { (length.isApproximate, end) = (true, about) }
        return (length, glyphs.after(anyOf: ["的时间", "时间"], at: end) ?? end)
    }
}
