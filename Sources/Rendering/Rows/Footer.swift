import Documents
import SourceText

/// What there was to be found, for the "of how many" of a footer.
public struct ScopeTotals: Hashable, Sendable {
    /// The number of articles in the scope.
    public var articles: Int
    /// The number of units of the result's layer in the scope; nil where it is not known.
    public var units: Int?

    /// Totals of a scope.
    public init(articles: Int, units: Int? = nil) {
        self.articles = articles
        self.units = units
    }
}

/// The line under a result: `2 paragraphs · 9 hits · 1 article of 1 · 1.2 ms`. No newline at its end. With a limit that
/// cut, it begins `first 100 of 2,300 paragraphs`; without `elapsed` it says nothing of time, and may be empty.
public func footer(_ summary: Summary, of totals: ScopeTotals?, elapsed: Duration?, language: Language) -> String {
    let words = FooterWords(language: language)
    var parts: [String] = []
    switch summary.kind {
    case .units(let layer):
        let total = layer == .article ? totals?.articles : totals?.units
        parts.append(words.rows(summary, words.unit(layer, summary.rows), of: total))
        if let hits = summary.hits { parts.append(words.hits(hits)) }
        if layer != .article { parts.append(words.articles(summary.articles ?? 0, of: totals?.articles)) }
    case .tableRows: parts.append(words.rows(summary, words.tableRow(summary.rows), of: nil))
    case .number, .textLines, .nothing: break
    }
    if let elapsed { parts.append(words.time(elapsed)) }
    return parts.joined(separator: " · ")
}

/// The wording of footers.
private struct FooterWords {
    let language: Language

    private func text(_ english: String, _ chinese: String) -> String {
        LocalizedText(english, zh: chinese)(language)
    }

    func unit(_ layer: Layer, _ count: Int) -> String { layer.counted(count, language) }

    func tableRow(_ count: Int) -> String { text(count == 1 ? "row" : "rows", " 行") }

    func rows(_ summary: Summary, _ unit: String, of total: Int?) -> String {
        let rows = grouped(summary.rows)
        if summary.shown < summary.rows {
            let shown = grouped(summary.shown)
            return text("first \(shown) of \(rows) \(unit)", "\(rows)\(unit)中的前 \(shown)")
        }
        guard let total else { return text("\(rows) \(unit)", "\(rows)\(unit)") }
        return text("\(rows) \(unit) of \(grouped(total))", "\(rows)\(unit)（共 \(grouped(total))）")
    }

    func hits(_ count: Int) -> String {
        text("\(grouped(count)) hit\(count == 1 ? "" : "s")", "\(grouped(count)) 处命中")
    }

    func articles(_ count: Int, of total: Int?) -> String {
        let noun = unit(.article, count)
        guard let total else { return "\(grouped(count))\(separated(noun))" }
        let (some, all) = (grouped(count), grouped(total))
        return text("\(some) \(noun) of \(all)", "\(some)\(noun)（共 \(all) 篇）")
    }

    private func separated(_ noun: String) -> String { text(" " + noun, noun) }

    func time(_ elapsed: Duration) -> String {
        let parts = elapsed.components
        let microseconds = Int(clamping: parts.seconds) &* 1_000_000 &+ Int(parts.attoseconds / 1_000_000_000_000)
        if microseconds < 10_000 { return tenths(microseconds / 100) + text(" ms", " 毫秒") }
        if microseconds < 1_000_000 { return "\(microseconds / 1000)" + text(" ms", " 毫秒") }
        return tenths(microseconds / 100_000) + text(" s", " 秒")
    }

    private func tenths(_ count: Int) -> String { "\(count / 10).\(count % 10)" }
}

extension Layer {
    /// What `count` of them are called behind the number: `paragraphs`, ` 段`.
    func counted(_ count: Int, _ language: Language) -> String {
        guard language == .chinese else { return name(count: count) }
        switch self {
        case .article: return " 篇文章"
        case .section: return " 节"
        case .paragraph: return " 段"
        case .sentence: return " 句"
        case .span: return " 处"
        }
    }
}

/// A number with its thousands apart: `2,704`.
func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    let first = digits.count % 3
    var groups = first == 0 ? [] : [String(digits[..<first])]
    groups += stride(from: first, to: digits.count, by: 3).map { String(digits[$0..<$0 + 3]) }
    return (number < 0 ? "-" : "") + groups.joined(separator: ",")
}
