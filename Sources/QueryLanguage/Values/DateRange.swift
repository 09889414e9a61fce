import Documents

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

/// Why a word is no date.
public enum DateReadingError: Error, Hashable {
    /// It does not look like a date.
    case notADate
    /// It looks like one, but the calendar has no such day or month.
    case noSuchDay
    /// A range whose end is before its beginning.
    case reversed
}

/// Reads a date or a range `a..b` of them, with digits of both widths.
public func readDateRange(_ text: some StringProtocol) throws(DateReadingError) -> DateRange {
    let folded = foldDigits(text)
    if let dots = folded.utf8.firstRange(of: "..".utf8) {
        let from = try readDate(folded[..<dots.lowerBound])
        let through = try readDate(folded[dots.upperBound...])
        guard let range = DateRange(from: from, through: through) else { throw .reversed }
        return range
    }
    return DateRange(try readDate(folded))
}

private func readDate(_ text: some StringProtocol) throws(DateReadingError) -> PartialDate {
    guard let parts = dateParts(String(text)), let year = parts.first, parts.count <= 3 else { throw .notADate }
    guard
        let date = PartialDate(
            year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
    else { throw .noSuchDay }
    return date
}

/// The numbers of `1999-10-12`, `1999年10月12日`, `19991012`; nil where the form is none of these.
private func dateParts(_ text: String) -> [Int]? {
    var body = text
    let isChinese = body.unicodeScalars.contains("年")
    if isChinese {
        for mark in ["日", "月", "年"] where body.hasSuffix(mark) { body.removeLast(); break }
    }
    if !isChinese, body.utf8.count == 8, let whole = Int(body), whole > 0 {
        return [whole / 10_000, whole / 100 % 100, whole % 100]
    }
    let parts = body.split(omittingEmptySubsequences: false) { isChinese ? $0 == "年" || $0 == "月" : $0 == "-" }
    let numbers = parts.map { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil }
    guard parts.first?.utf8.count == 4, numbers.allSatisfy({ $0 != nil }) else { return nil }
    return numbers.compactMap { $0 }
}
