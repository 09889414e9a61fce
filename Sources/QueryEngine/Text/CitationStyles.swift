import Documents

/// The styles of `cite` that name articles and passages.
enum CitationStyle: String, CaseIterable {
    case gbt7714, short, bibtex, ris, csl

    /// A citation in this style, line by line.
    func lines(_ citation: Citation) -> [String] {
        switch self {
        case .gbt7714: [citation.gbt7714]
        case .short: [citation.short]
        case .bibtex: citation.bibtex
        case .ris: citation.ris
        case .csl: [citation.csl]
        }
    }

    /// What goes before all citations, between two, and behind all.
    var frame: (before: String?, between: String, after: String?) {
        self == .csl ? ("[", ",", "]") : (nil, "", nil)
    }
}

extension Citation {
    /// GB/T 7714—2015, 8.4.2: 主要责任者. 题名[N]. 报纸名, 出版日期(版次). Of more than three authors the first three, and 等; a passage
    /// is named behind the page.
    fileprivate var gbt7714: String {
        var text = authors.isEmpty ? "" : authors.prefix(3).joined(separator: ", ") + (authors.count > 3 ? ", 等. " : ". ")
        text += "\(title.isEmpty ? "[题名不详]" : title)[N]. \(newspaper.isEmpty ? "[报名不详]" : newspaper)"
        text += date == nil ? ", [日期不详]" : ", \(dateText)"
        text += page.map { "(\($0))" } ?? ""
        return text + (passage.map { ": \($0)" } ?? "") + "."
    }

    /// As footnotes of Chinese journals have it.
    fileprivate var short: String {
        var text = authors.isEmpty ? "" : "\(authors.joined(separator: "、"))："
        text += "《\(title)》，《\(newspaper.isEmpty ? "[报名不详]" : newspaper)》\(dateText)"
        text += page.map { "，第\($0)版" } ?? ""
        return text + (passage.map { "，\($0)" } ?? "")
    }

    /// An `@article` of BibTeX; `day` is biblatex's.
    fileprivate var bibtex: [String] {
        let names = authors.map { "{\(Citation.bibtexText($0))}" }.joined(separator: " and ")
        let fields: [(String, String)] = [
            ("author", names), ("title", title.isEmpty ? "" : "{\(Citation.bibtexText(title))}"),
            ("journal", Citation.bibtexText(newspaper)), ("year", date.map { "\($0.year)" } ?? ""),
            ("month", date?.month.map { "\($0)" } ?? ""), ("day", date?.day.map { "\($0)" } ?? ""),
            ("pages", page.map { "\($0)" } ?? ""), ("note", passage ?? ""), ("langid", "chinese"),
        ]
        return ["@article{\(key),"] + fields.filter { !$0.1.isEmpty }.map { "  \($0.0) = {\($0.1)}," } + ["}"]
    }

    private static func bibtexText(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\": result += "\\textbackslash{}"
            case "{", "}", "%", "#", "$", "&", "_": result += "\\\(character)"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            default: result.append(character)
            }
        }
    }

    /// A newspaper article in the tags of RIS, one a line.
    fileprivate var ris: [String] {
        func part(_ number: Int?) -> String { number.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "" }
        let day = date.map { "\($0.year)/\(part($0.month))/\(part($0.day))/" } ?? ""
        let tags: [(String, String)] =
            [("TY", "NEWS"), ("ID", key)] + authors.map { ("AU", $0) } + [
                ("TI", title), ("T2", newspaper), ("PY", date.map { "\($0.year)" } ?? ""), ("DA", day),
                ("SP", page.map { "\($0)" } ?? ""), ("N1", passage ?? ""), ("LA", "zh"),
            ]
        return tags.filter { !$0.1.isEmpty }.map { "\($0.0)  - \($0.1)" } + ["ER  - "]
    }

    /// An item of CSL-JSON on one line.
    fileprivate var csl: String {
        let parts = date.map { [$0.year] + ([$0.month, $0.day].compactMap { $0 }) } ?? []
        let names = authors.map { "{\"literal\":\(Citation.json($0))}" }.joined(separator: ",")
        let fields: [(String, String)] = [
            ("id", Citation.json(key)), ("type", "\"article-newspaper\""), ("title", Citation.json(title)),
            ("author", names.isEmpty ? "" : "[\(names)]"),
            ("container-title", newspaper.isEmpty ? "" : Citation.json(newspaper)),
            ("issued", parts.isEmpty ? "" : "{\"date-parts\":[[\(parts.map(String.init).joined(separator: ","))]]}"),
            ("page", page.map { "\"\($0)\"" } ?? ""), ("note", passage.map(Citation.json) ?? ""), ("language", "\"zh\""),
        ]
        return "{" + fields.filter { !$0.1.isEmpty }.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    /// A JSON string.
    private static func json(_ text: String) -> String {
        let escaped = text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return "\"\(escaped)\""
    }
}
