import Documents
import QueryLanguage
import SourceText

/// A result as one page of HTML that needs nothing else: it opens from disk, fetches nothing, and reads well without its
/// script and on paper. Rows are written as they come; only a drawing needs them together.
struct HTML: ExportFormat {
    let name = "html"
    let fileExtension = "html"

    func write(_ result: QueryResult, _ options: RenderOptions, to sink: @escaping TextSink) throws -> Summary {
        if case .nothing = result { return Summary(.nothing) }
        var page = HTMLPage(options, Output(sink))
        page.begin()
        let summary = try page.write(result)
        page.end(summary)
        try page.output.flush()
        return summary
    }
}

/// A page as it is written.
struct HTMLPage {
    let options: RenderOptions
    var output: Output
    /// Rows that were given the paragraph they stand in.
    private(set) var contexts = 0
    private var rowsWithoutContext = 0

    /// Each context is a paragraph: a page with more of them is too large for a browser to be pleasant.
    static let mostContexts = 5000

    init(_ options: RenderOptions, _ output: Output) {
        (self.options, self.output) = (options, output)
    }

    func words(_ english: String, zh chinese: String) -> String { LocalizedText(english, zh: chinese)(options.language) }

    /// Whether another row may have its context; what may not is counted, and said at the end.
    mutating func takesContext() -> Bool {
        guard contexts < HTMLPage.mostContexts else {
            rowsWithoutContext += 1
            return false
        }
        contexts += 1
        return true
    }

    mutating func write(_ result: QueryResult) throws -> Summary {
        switch result {
        case .units(let units): return try write(units)
        case .table(let table):
            switch table.style {
            case .plain, .crossTabulation: return try write(table)
            case .concordance: return try writeConcordance(table)
            case .plot(let plot): return try write(table, drawnAs: plot)
            }
        case .number(let number):
            output.writeElement("p", [("class", "number")], text: number.described(options.language))
            output.newline()
            return Summary(number)
        case .text(let text):
            write(text)
            return Summary(text)
        case .nothing: return Summary(.nothing)
        }
    }

    // MARK: Frame

    mutating func begin() {
        let language = options.language == .chinese ? "zh-CN" : "en"
        let title = options.caption?.query ?? words("Result", zh: "结果")
        output.write("<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head>\n<meta charset=\"utf-8\">\n")
        output.openElement("meta", [("http-equiv", "Content-Security-Policy"), ("content", HTMLPage.policy)])
        output.write("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        output.write("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"wen\">\n")
        output.writeElement("title", text: title)
        output.write("\n<style>\n\(HTMLPage.style)</style>\n</head>\n<body>\n<header>\n")
        output.writeElement("h1", [("lang", "zh")], text: title)
        if let caption = options.caption { output.writeElement("p", [("class", "source")], text: caption.source(options.language)) }
        output.write("\n</header>\n<main lang=\"zh\">\n")
    }

    mutating func end(_ summary: Summary) {
        output.write("</main>\n")
        var lines: [String] = []
        if summary.kind != .number, summary.kind != .textLines {
            let counts = footer(summary, of: nil, elapsed: nil, language: options.language)
            lines.append(summary.rows == 0 ? words("no rows", zh: "无结果") : counts)
        }
        if rowsWithoutContext > 0 {
            let (some, others) = (grouped(contexts), grouped(rowsWithoutContext))
            lines.append(
                words(
                    "The first \(some) rows can be opened for their paragraph, the other \(others) not: narrow the query to see those.",
                    zh: "前 \(some) 行可展开所在段落，其余 \(others) 行不能；请缩小查询范围。"))
        }
        output.write("<footer>\n")
        for line in lines {
            output.writeElement("p", text: line)
            output.newline()
        }
        output.write("</footer>\n<script>\(HTMLPage.script)</script>\n</body>\n</html>\n")
    }
}
