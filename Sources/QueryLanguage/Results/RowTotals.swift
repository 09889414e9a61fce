import Documents

/// What can be told of rows without making them, by whoever would make them. What is to be said beside the rows is said, too.
public struct RowTotals {
    /// The number of rows. Throws what pulling them would.
    public let count: () throws -> Int
    /// How many rows there are of the articles that have the same key, in the order in which their first rows stand.
    public let byArticle: (@escaping ArticleKey) throws -> [ArticleTotal]

    /// Totals that are worked out when they are asked for.
    public init(count: @escaping () throws -> Int, byArticle: @escaping (@escaping ArticleKey) throws -> [ArticleTotal]) {
        self.count = count
        self.byArticle = byArticle
    }
}

/// What articles are counted together by: those of which it is the same. It is asked for by several threads.
public typealias ArticleKey = @Sendable (_ article: Int, _ shard: Shard, _ number: Int) -> UInt64

/// The rows of all articles with one key.
public struct ArticleTotal: Hashable, Sendable {
    /// The shard of the first of these articles.
    public let shard: Int
    /// The first of them, as an index in its shard.
    public let article: Int
    /// How many rows they have.
    public var count: Int

    /// Rows of articles, of which `article` is the first.
    public init(shard: Int, article: Int, count: Int) {
        self.shard = shard
        self.article = article
        self.count = count
    }
}
