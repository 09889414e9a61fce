/// What is open: shards in order, and files that could not be read.
public struct Archive: Sendable {
    /// The texts, in the order they were opened.
    public let shards: ShardList
    /// Files that could not be read or were skipped, each with its reason.
    public let failures: [FileReport]
    /// For each shard the number of articles before it; one more entry for the end.
    private let articlesBefore: [Int]
    /// The number of paragraphs in all shards.
    public let paragraphCount: Int

    private let outsideLines = OutsideLines()

    /// What was found damaged in mapped archives since they were opened.
    public let damage: [DamageLog]

    /// An archive of `shards`. Cost: one step a shard.
    public init(shards: [Shard] = [], failures: [FileReport] = [], damage: [DamageLog] = []) {
        self.damage = damage
        self.shards = ShardList(shards)
        self.failures = failures
        articlesBefore = shards.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.articles.count) }
        paragraphCount = shards.reduce(0) { $0 + $1.paragraphs.count }
    }

    /// The same with those of `other` behind.
    public func adding(_ other: Archive) -> Archive {
        Archive(
            shards: shards.shards + other.shards.shards, failures: failures + other.failures, damage: damage + other.damage)
    }

    /// What readers found in each file that was read, in order. Cost: for files read now, a pass over their text.
    public var fileReports: [FileReport] { shards.flatMap(\.fileReports) }

    /// All files that were read in a line. Cost: for files read now, a pass over their text.
    public var filesSummary: FilesSummary {
        shards.indices.reduce(into: FilesSummary()) { $0.add(shards.unchecked($1).filesSummary) }
    }

    /// The number of files that were read. Cost: a step a shard.
    public var fileCount: Int {
        shards.indices.reduce(0) { $0 + (shards.unchecked($1).files?.summary.files ?? 1) }
    }

    /// The number of articles in all shards.
    public var articleCount: Int { articlesBefore[shards.count] }

    /// Titles, headings and head matter of a shard; see `Shard.outsideBody`. Cost: at the first time a sort of them.
    public func outsideBody(ofShard number: Int) -> [SpanColumn] {
        outsideLines.lines(number) { shards[number].outsideBody }
    }

    /// The number that addresses use for an article, from 1, counted through all shards.
    public func number(ofArticle article: Int, inShard shard: Int) -> Int { articlesBefore[shard] + article + 1 }

    /// The shard and index of article `number` (from 1), or nil. Cost: a binary search.
    public func article(numbered number: Int) -> (shard: Int, article: Int)? {
        guard number >= 1, number <= articleCount else { return nil }
        var low = 0
        var high = shards.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if articlesBefore[middle] < number { low = middle } else { high = middle - 1 }
        }
        let index = number - 1 - articlesBefore[low]
        // A mapped shard that is found damaged has no articles any more.
        return index < shards[low].articles.count ? (low, index) : nil
    }
}
