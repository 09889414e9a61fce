/// What is open: shards in order, and files that could not be read.
public struct Archive: Sendable {
    /// The texts, in the order they were opened.
    public var shards: [Shard]
    /// Files that could not be read or were skipped, each with its reason.
    public var failures: [FileReport]

    /// An archive of `shards`.
    public init(shards: [Shard] = [], failures: [FileReport] = []) {
        self.shards = shards
        self.failures = failures
    }

    /// The number of articles in all shards.
    public var articleCount: Int { shards.reduce(0) { $0 + $1.articles.count } }

    /// The number of paragraphs in all shards.
    public var paragraphCount: Int { shards.reduce(0) { $0 + $1.paragraphs.count } }
}
