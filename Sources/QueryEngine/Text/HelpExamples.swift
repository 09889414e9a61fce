import QueryLanguage
import SourceText

/// The numbered queries of a page of the help, which `help TOPIC NUMBER` runs.
extension HelpWriter {
    /// The example that `words` asks for, `grep 2`; nil where they end in no number or name no page with examples.
    func requestedExample(_ words: [String]) -> RequestedExample? {
        guard words.count > 1, let last = words.last, let number = Int(last) else { return nil }
        let topic = words.dropLast().joined(separator: " ")
        let queries = queries(of: topic)
        if queries.isEmpty { return nil }
        return queries.indices.contains(number - 1) ? .query(queries[number - 1]) : .missing(topic: topic, count: queries.count)
    }

    /// The queries of a page, in the order of their numbers.
    private func queries(of topic: String) -> [String] {
        if let declaration = context.commands[topic] { return declaration.examples.map(\.query) }
        if let code = code(named: topic) { return [code.example.wrong, code.example.right] }
        return HelpTopic(named: topic) == .language ? HelpWriter.languageQueries : []
    }

    /// What shows how the language is used, a construction each.
    static let languageQueries = [
        "section 新的任务 | grep 党员 | count", "grep 党员 群众", "find 从…入手", "grep /社区(党|居)/ | count", "count by=section",
        "where len > 200 | select section len", "let 党 = grep 党员; $党 | count", "fmt zh section 新的任务 | grep 党员",
    ]

    /// `  1 > grep 党员`
    func exampleLine(_ number: Int, _ query: String, mark: String = ">") -> TextResult.Line {
        TextResult.Line("  \(number) \(mark) \(query)", style: .code)
    }

    /// Where a page has no example of that number.
    func missingExample(_ topic: String, _ count: Int) -> [TextResult.Line] {
        let text = LocalizedText(
            "help \(topic) has the examples 1 to \(count): help \(topic) 1 runs the first",
            zh: "帮助 \(topic) 有例 1 至 \(count)：帮助 \(topic) 1 执行第一例")
        return [TextResult.Line(text(context.language))]
    }
}

/// What `help grep 2` comes to.
enum RequestedExample {
    case query(String)
    case missing(topic: String, count: Int)
}
