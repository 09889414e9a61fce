import Documents
import SourceText

/// A function of expressions, `count(党员)`.
public enum Function: String, CaseIterable, Hashable, Sendable {
    case count, has, start, end, before, after
    case len, year, month, day, min, max, abs, round

    /// The name in both languages.
    public var name: BilingualName {
        switch self {
        case .count: BilingualName("count", zh: "计数")
        case .has: BilingualName("has", zh: "含有")
        case .start: BilingualName("start", zh: "开头")
        case .end: BilingualName("end", zh: "结尾")
        case .before: BilingualName("before", zh: "之前")
        case .after: BilingualName("after", zh: "之后")
        case .len: BilingualName("len", zh: "长度")
        case .year: BilingualName("year", zh: "年份")
        case .month: BilingualName("month", zh: "月份")
        case .day: BilingualName("day", zh: "日子")
        case .min: BilingualName("min", zh: "最小")
        case .max: BilingualName("max", zh: "最大")
        case .abs: BilingualName("abs", zh: "绝对值")
        case .round: BilingualName("round", zh: "四舍五入")
        }
    }

    /// What it gives, in one line.
    public var summary: LocalizedText {
        switch self {
        case .count: LocalizedText("how often the patterns are found in the row", zh: "本行中命中的次数")
        case .has: LocalizedText("whether the patterns are found in the row", zh: "本行是否命中")
        case .start: LocalizedText("whether the row begins with a hit", zh: "本行是否以之开头")
        case .end: LocalizedText("whether the row ends with a hit, final punctuation left out", zh: "本行是否以之结尾（不计句末标点）")
        case .before: LocalizedText("the text before the first hit", zh: "首个命中之前的文字")
        case .after: LocalizedText("the text after the first hit", zh: "首个命中之后的文字")
        case .len: LocalizedText("the number of characters of a text", zh: "文字的字数")
        case .year: LocalizedText("the year of a date", zh: "日期的年")
        case .month: LocalizedText("the month of a date", zh: "日期的月")
        case .day: LocalizedText("the day of a date", zh: "日期的日")
        case .min: LocalizedText("the smallest of its arguments", zh: "各参数中最小者")
        case .max: LocalizedText("the largest of its arguments", zh: "各参数中最大者")
        case .abs: LocalizedText("the number without its sign", zh: "绝对值")
        case .round: LocalizedText("the nearest whole number, halves away from zero", zh: "四舍五入取整")
        }
    }

    /// Whether its brackets hold patterns.
    public var takesPatterns: Bool {
        switch self {
        case .count, .has, .start, .end, .before, .after: true
        case .len, .year, .month, .day, .min, .max, .abs, .round: false
        }
    }

    /// What it gives.
    public var kind: CellKind {
        switch self {
        case .count, .len, .year, .month, .day, .min, .max, .abs, .round: .number
        case .has, .start, .end: .boolean
        case .before, .after: .text
        }
    }

    /// What its arguments are; nil for patterns.
    public var argumentKind: CellKind? {
        switch self {
        case .count, .has, .start, .end, .before, .after: nil
        case .len: .text
        case .year, .month, .day: .date
        case .min, .max, .abs, .round: .number
        }
    }

    /// How many arguments it takes.
    public var arity: ClosedRange<Int> {
        switch self {
        case .min, .max: 1...64
        case .count, .has, .start, .end, .before, .after, .len, .year, .month, .day, .abs, .round: 1...1
        }
    }

    /// The function with a spelling.
    public static func named(_ spelling: String) -> Function? {
        allCases.first { $0.name.spellings.contains(spelling.lowercased()) }
    }

    /// Every spelling of a function that takes patterns.
    static let patternSpellings = Set(allCases.filter(\.takesPatterns).flatMap(\.name.spellings))
}
