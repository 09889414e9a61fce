import Documents
import SourceText
import ValueRecognition

extension Binder {
    /// Reads a date, or says what is wrong with it.
    mutating func dateRange(_ text: String, at range: SourceRange) -> DateRange? {
        do {
            return try readDateRange(text)
        } catch {
            report(error, text, at: range)
            return nil
        }
    }

    private mutating func report(_ error: WrittenDateError, _ text: String, at range: SourceRange) {
        switch error {
        case .notADate:
            reportDate(LocalizedText("“\(text)” is no date", zh: "“\(text)”不是日期"), Binder.dateForms, at: range)
        case .relative:
            reportDate(
                LocalizedText("“\(text)” depends on the day it is said", zh: "“\(text)”要看何日所说"),
                LocalizedText("write the day itself: where date = 1999-10-11", zh: "请写出日期：条件 日期 = 1999-10-11"), at: range)
        case .withoutYear:
            reportDate(
                LocalizedText("“\(text)” is a date without its year", zh: "“\(text)”缺少年份"),
                LocalizedText(
                    "write the year, 1999年10月12日, or ask for month and day: where month = 10", zh: "请写出年份，如 1999年10月12日，或用 条件 月 = 10"),
                at: range)
        case .unknownEra:
            reportDate(LocalizedText("the era of “\(text)” is not known", zh: "不识“\(text)”的年号"), Binder.eras, at: range)
        case .noSuchEraYear:
            reportDate(LocalizedText("the era had no year “\(text)”", zh: "该年号没有“\(text)”"), extent(ofEraIn: text), at: range)
        case .lunarMonth:
            reportDate(
                LocalizedText("the months of “\(text)” are not those of the Gregorian calendar", zh: "“\(text)”用旧历，月日不能换算"),
                LocalizedText("leave month and day out: 光绪二十年", zh: "请不写月日：光绪二十年"), at: range)
        case .noSuchDay:
            report(
                .badDate, at: range,
                LocalizedText("the calendar has no “\(text)”", zh: "历上没有“\(text)”"),
                edits: shortened(text).map { [SourceEdit(range, $0)] } ?? [])
        case .reversed:
            let ends = rangeDots(text).map { (text[..<$0.lowerBound], text[$0.upperBound...]) }
            report(
                .reversedRange, at: range,
                LocalizedText("the range “\(text)” ends before it begins", zh: "范围“\(text)”先后颠倒"),
                edits: ends.map { [SourceEdit(range, "\($0.1)..\($0.0)")] } ?? [])
        }
    }

    private mutating func reportDate(_ message: LocalizedText, _ advice: LocalizedText, at range: SourceRange) {
        report(.badDate, at: range, message, advice: advice)
    }

    private static let dateForms = LocalizedText(
        "dates are written 1999, 1999-10, 1999-10-12, 1999年10月12日, 一九九九年十月, 民国三十八年 or 1999..2003",
        zh: "日期写作 1999、1999-10、1999-10-12、1999年10月12日、一九九九年十月、民国三十八年 或 1999..2003")

    private static let eras: LocalizedText = {
        let names = Era.all.map { "\($0.name)" }
        let list = "\(names.first ?? ""), \(names.dropFirst().joined(separator: " "))"
        return LocalizedText("the eras known are \(list)", zh: "所识年号：\(list)")
    }()

    /// `光绪 is 1875–1908`, or the eras there are.
    private func extent(ofEraIn text: String) -> LocalizedText {
        guard let era = Era.all.first(where: { text.hasPrefix("\($0.name)") }) else { return Binder.eras }
        return LocalizedText("\(era.name) is \(era.first)–\(era.last)", zh: "\(era.name)为 \(era.first)–\(era.last) 年")
    }

    /// A date that the calendar has: the month without the day, the year without the month.
    private func shortened(_ text: String) -> String? {
        let parts = text.split { "-－/.．年月日号".contains($0) }
        for count in [2, 1] where parts.count > count {
            let candidate =
                parts.prefix(count).joined(separator: text.contains("年") ? "年" : "-") + (text.contains("年") ? count == 2 ? "月" : "年" : "")
            if (try? readDateRange(candidate)) != nil { return candidate }
        }
        return nil
    }
}
