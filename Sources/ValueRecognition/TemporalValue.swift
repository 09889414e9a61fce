import Documents

/// What kind of temporal expression it is.
public enum TemporalKind: String, CaseIterable, Sendable {
    /// A date with its year: 1997年7月, 民国三十八年, 二十世纪九十年代.
    case absolute
    /// One that needs the article's date, or the sentence before: 今天, 去年, 四月九日, 最近.
    case relative
    /// A length of time: 两年来, 三天.
    case duration

    /// The Chinese name.
    public var chinese: String {
        switch self {
        case .absolute: "绝对"
        case .relative: "相对"
        case .duration: "时段"
        }
    }
}

/// A temporal expression in a text.
public struct TemporalExpression: Equatable, Sendable {
    /// Its bytes.
    public let span: Span
    /// What it is.
    public let kind: TemporalKind
    /// Its value in the notation of ISO 8601, with `X` for digits that are not known and `..` for an open end.
    public let value: String
}

/// A part of a year or month.
enum CalendarPart: Equatable {
    case start, middle, end
    case half(Int), quarter(Int)
    case spring, summer, autumn, winter
    /// 上旬 中旬 下旬: 1, 2, 3
    case tenDays(Int)

    var suffix: String {
        switch self {
        case .start: "START"
        case .middle: "MID"
        case .end: "END"
        case .half(let number): "H\(number)"
        case .quarter(let number): "Q\(number)"
        case .spring: "SP"
        case .summer: "SU"
        case .autumn: "FA"
        case .winter: "WI"
        case .tenDays(let number): "D\(number)"
        }
    }
}

/// The part of a day or the time of the clock.
struct ClockTime: Equatable {
    /// `MO`, `AF`, `EV`, `NI`, where only the part of the day is said.
    var part: StaticString?
    var hour: Int?
    var minute: Int?

    static func == (a: ClockTime, b: ClockTime) -> Bool { a.text == b.text }

    /// `T09:30`, `T15`, `TMO`
    var text: String {
        guard let hour else { return part.map { "T\($0)" } ?? "" }
        return "T" + padded(hour, 2) + (minute.map { ":" + padded($0, 2) } ?? "")
    }
}

/// A date of which any part may be missing.
struct CalendarDate: Equatable {
    var year: Int?
    /// 84 of 八四年, the century of which is not said.
    var yearOfCentury: Int?
    var month: Int?
    var day: Int?
    var part: CalendarPart?
    var clock: ClockTime?

    /// Nothing but what is given.
    init(year: Int? = nil, month: Int? = nil, day: Int? = nil, part: CalendarPart? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.part = part
    }

    init(_ date: PartialDate) { self.init(year: date.year, month: date.month, day: date.day) }

    /// The date where it is one, parts and times left aside.
    var partial: PartialDate? { year.flatMap { PartialDate(year: $0, month: month, day: day) } }

    /// Whether the calendar can have it.
    var isPossible: Bool {
        if let year, year > 0 { return PartialDate(year: year, month: month, day: day) != nil }
        return PartialDate(year: 2000, month: month ?? (day == nil ? nil : 1), day: day) != nil
    }

    /// `1999-10-12T09:30`, `XXXX-04-09`, `1999-END`, `-0220`.
    var text: String {
        if case .tenDays(let number)? = part, let interval = tenDays(number) { return interval }
        var result = yearText
        if month != nil || day != nil { result += "-" + (month.map { padded($0, 2) } ?? "XX") }
        if let day { result += "-" + padded(day, 2) }
        if let part { result += "-" + part.suffix }
        return result + (clock?.text ?? "")
    }

    private var yearText: String {
        if let year { return year < 0 ? "-" + padded(-year, 4) : padded(year, 4) }
        return yearOfCentury.map { "XX" + padded($0, 2) } ?? "XXXX"
    }

    /// 上旬 is 1–10, 中旬 11–20, 下旬 the rest.
    private func tenDays(_ number: Int) -> String? {
        guard let month else { return nil }
        var (first, last) = (self, self)
        (first.part, last.part) = (nil, nil)
        first.day = number * 10 - 9
        last.day = number < 3 ? number * 10 : PartialDate.days(in: month, of: year ?? 2001)
        return first.text + "/" + last.text
    }
}

/// The value of a temporal expression before it is written.
indirect enum TemporalValue: Equatable {
    case date(CalendarDate)
    case interval(CalendarDate, CalendarDate)
    case from(CalendarDate)
    case until(CalendarDate)
    /// A length of time, from `low` to `high` units.
    case duration(TemporalLength)
    /// A length of time that ends, or begins, with the article.
    case past(TemporalLength), future(TemporalLength)
    /// So long before (−1) or after (+1) the article.
    case shifted(TemporalLength, Int)
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`, and weeks
    case symbol(String)

    var text: String {
        switch self {
        case .date(let date): date.text
        case .interval(let first, let last): first.text + "/" + last.text
        case .from(let date): date.text + "/.."
        case .until(let date): "../" + date.text
        case .duration(let length): length.text
        case .past(let length): length.text + "/PRESENT_REF"
        case .future(let length): "PRESENT_REF/" + length.text
        case .shifted(let length, let sign): (sign < 0 ? "-" : "+") + length.text
        case .symbol(let text): text
        }
    }
}

/// A length of time as ISO 8601 writes it: `P2Y`, `PT30M`, `P1Y~` for about one, `P3D..P4D`, `PXY` for an unknown number.
struct TemporalLength: Equatable {
    enum Unit { case year, month, week, day, hour, minute, second }

    var low: DecimalNumber?
    var high: DecimalNumber?
    var unit: Unit
    var isApproximate = false

    var text: String {
        let first = text(low)
        let range = high == nil || high == low ? first : first + ".." + text(high)
        return range + (isApproximate ? "~" : "")
    }

    private func text(_ number: DecimalNumber?) -> String {
        let digits = number?.description ?? "X"
        return switch unit {
        case .year: "P\(digits)Y"
        case .month: "P\(digits)M"
        case .week: "P\(digits)W"
        case .day: "P\(digits)D"
        case .hour: "PT\(digits)H"
        case .minute: "PT\(digits)M"
        case .second: "PT\(digits)S"
        }
    }
}

/// A number with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
