import Documents
import ValueRecognition

/// An interval of days as it is written in a query: `1999`, `1999-10`, `1999-10-12`, `1999年10月12日`, `1999..2003`.
public struct DateRange: Hashable, Sendable {
    /// The first day, `yyyymmdd`.
    public let first: Int
    /// The last day, `yyyymmdd`; not before the first.
    public let last: Int

    /// The days of a date.
    public init(_ date: PartialDate) {
        first = date.firstDay
        last = date.lastDay
    }

    /// From the first day of one date to the last of another; nil where that is reversed.
    public init?(from: PartialDate, through: PartialDate) {
        guard from.firstDay <= through.lastDay else { return nil }
        first = from.firstDay
        last = through.lastDay
    }

    /// Whether the day or interval lies inside.
    public func contains(_ date: PartialDate) -> Bool { first <= date.firstDay && date.lastDay <= last }
}

/// Reads a date or a range `a..b` of them, with digits of both widths or Chinese numerals.
public func readDateRange(_ text: some StringProtocol) throws(WrittenDateError) -> DateRange {
    if let dots = rangeDots(text) {
        let from = try WrittenValue.dates(text[..<dots.lowerBound])
        let through = try WrittenValue.dates(text[dots.upperBound...])
        guard let range = DateRange(from: from.first, through: through.last) else { throw .reversed }
        return range
    }
    let days = try WrittenValue.dates(text)
    guard let range = DateRange(from: days.first, through: days.last) else { throw .reversed }
    return range
}

/// The two dots of a range, of either width.
func rangeDots(_ text: some StringProtocol) -> Range<String.Index>? {
    text.firstRange(of: "..") ?? text.firstRange(of: "．．")
}
