import SourceText

extension Lesson {
    /// What the document is called: its first heading without the marks; empty where it has none.
    public var title: String {
        let heading = lines.first { $0.hasPrefix("#") && $0.drop { $0 == "#" }.first == " " }
        return heading.map { plainInline(String($0.drop { $0 == "#" || $0 == " " })) } ?? ""
    }

    /// The language that a comment `<!-- wen lang=zh -->` above all text asks answers to be in; nil where none does.
    public var language: Language? {
        for line in lines.lazy.map({ $0.drop(while: \.isWhitespace) }) where !line.isEmpty {
            guard line.hasPrefix("<!--") else { return nil }
            let words = line.dropFirst(4).split { $0 == " " || $0 == "-" || $0 == ">" }
            guard words.first == "wen" else { continue }
            if words.contains("lang=zh") { return .chinese }
            if words.contains("lang=en") { return .english }
        }
        return nil
    }
}
