import Documents

/// The form in which the newspaper's archive circulates: `### TITLE`, author, date, page, column, body; one article a
/// file or many.
public struct ArticleFormat: DocumentFormat {
    /// The format; it has no settings.
    public init() {}

    /// `article`.
    public var name: String { "article" }

    /// Whether an article begins near the beginning; what stands before it is counted. A Markdown file with such a line
    /// among its headings is none.
    public func recognises(_ text: Text, path: String) -> Bool { ByteView(text).firstArticle(within: ArticleFormat.reach) != nil }

    /// The bytes within which the first article begins.
    private static let reach = 1 << 20

    /// Reads the articles. Cost: one pass, at about 2 GB/s a worker; with a restriction the search for it, and a look at the lines
    /// and articles that it leaves.
    public func read(_ text: Text, report: FileReport, options: ReadingOptions, workers: Workers) -> Result<Shard, ReadFailure> {
        let selected = options.restriction.flatMap { ArticleSelection(text, $0).articles(workers) }
        guard let selected else { return .success(ArticlePieces<MarkedLayout>.read(text, report: report, name: name, workers: workers)) }
        return .success(ArticlePieces<MarkedLayout>.read(text, only: selected, report: report, name: name, workers: workers))
    }
}

/// The form of copies on the web: page and column first, no `###`, no author or date line.
public struct WebCopyFormat: DocumentFormat {
    /// The format; it has no settings.
    public init() {}

    /// `web copy`.
    public var name: String { "web copy" }

    /// Whether the first line that is not blank is a page and the next a column.
    public func recognises(_ text: Text, path: String) -> Bool {
        let view = ByteView(text)
        var offset = view.textStart
        for _ in 0..<16 where offset < view.count {
            let line = view.line(at: offset, limit: view.count)
            if view.bodyLine(line) != nil { return WebCopyLayout.begins(view, at: offset) }
            offset = line.next
        }
        return false
    }

    /// Reads the articles. The title is the first line of the body; there is no date.
    public func read(_ text: Text, report: FileReport, options: ReadingOptions, workers: Workers) -> Result<Shard, ReadFailure> {
        .success(ArticlePieces<WebCopyLayout>.read(text, report: report, name: name, workers: workers))
    }
}

extension ByteView {
    /// Where the first article of the archive's own form begins, not beyond `reach` bytes; nil where there is none.
    func firstArticle(within reach: Int) -> Int? {
        var offset = textStart
        while offset < min(count, reach) {
            if MarkedLayout.begins(self, at: offset) { return offset }
            offset = line(at: offset, limit: count).next
        }
        return nil
    }
}
