/// A day, a month or a year of the Gregorian calendar: an interval of days.
public struct PartialDate: Hashable, Sendable {
    /// 1…9999.
    public let year: Int
    /// 1…12, or nil for a whole year.
    public let month: Int?
    /// 1…31, valid for the month; nil for a whole month or year.
    public let day: Int?

    /// The date, or nil where there is no such day, month or year.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year), month != nil || day == nil else { return nil }
        if let month, !(1...12).contains(month) { return nil }
        if let month, let day, !(1...PartialDate.days(in: month, of: year)).contains(day) { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date from `packed`, or nil for 0.
    init?(packed: UInt32) {
        guard packed > 0 else { return nil }
        year = Int(packed >> 9)
        month = packed >> 5 & 15 > 0 ? Int(packed >> 5 & 15) : nil
        day = packed & 31 > 0 ? Int(packed & 31) : nil
    }

    /// Year, month and day in 23 bits; a month or day there is not is 0.
    var packed: UInt32 { UInt32(year << 9 | (month ?? 0) << 5 | (day ?? 0)) }

    /// The number of days of a month, 28…31.
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The first day as `yyyymmdd`, for comparison.
    public var firstDay: Int { year * 10_000 + (month ?? 1) * 100 + (day ?? 1) }

    /// The last day as `yyyymmdd`.
    public var lastDay: Int {
        let lastMonth = month ?? 12
        return year * 10_000 + lastMonth * 100 + (day ?? PartialDate.days(in: lastMonth, of: year))
    }

    /// `1999`, `1999-10` or `1999-10-12`.
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return ([padded(year, 4)] + [month, day].compactMap { $0.map { padded($0, 2) } }).joined(separator: "-")
    }
}

extension PartialDate: CustomStringConvertible {}

extension Article {
    /// Whether the date is none or one there is; in a damaged archive it might be neither.
    public var hasSoundDate: Bool {
        guard let date else { return true }
        return PartialDate(year: date.year, month: date.month, day: date.day) != nil
    }
}
