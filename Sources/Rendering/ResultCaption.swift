import SourceText

/// Where a result is from, so that a drawing or page still says it when it has left the shell.
public struct ResultCaption: Hashable, Sendable {
    /// The query, so that it can be run again.
    public var query: String
    /// The scope of `use` it was run in; nil for the whole archive.
    public var scope: String?
    /// What the archive is called.
    public var archive: String
    /// How many articles it has.
    public var articles: Int

    /// A caption; see the properties.
    public init(query: String, scope: String? = nil, archive: String, articles: Int) {
        self.query = query
        self.scope = scope
        self.archive = archive
        self.articles = articles
    }

    /// The archive with what it holds, and the scope: `seeds (1 article)`.
    func source(_ language: Language) -> String {
        let count = grouped(articles)
        let held = LocalizedText("\(archive) (\(count) article\(articles == 1 ? "" : "s"))", zh: "\(archive)（\(count) 篇）")(language)
        guard let scope else { return held }
        return held + LocalizedText(" · within \(scope)", zh: " · 范围 \(scope)")(language)
    }
}
