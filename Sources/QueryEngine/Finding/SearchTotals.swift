import Documents
import PatternMatching
import QueryLanguage

/// How many rows the units of a run have.
struct UnitCounts: Sendable {
    let text: SearchedText
    /// Indices in the shard, ascending.
    let units: ContiguousArray<UInt32>
    /// For each unit how many rows are before it, and last how many there are; nil for one a unit.
    let before: ContiguousArray<UInt32>?

    /// The satisfied units, or their hits.
    init(_ matches: UnitMatches, of text: SearchedText, countsHits: Bool) {
        self.text = text
        units = text.numbers == nil ? matches.units : ContiguousArray(matches.units.lazy.map { text.index($0) })
        before = countsHits ? matches.firstHits : nil
    }

    /// Rows that are in these units; a unit stands as often as it has rows.
    init(rowsIn units: ContiguousArray<UInt32>, of text: SearchedText) {
        (self.text, self.units, before) = (text, units, nil)
    }

    /// How many rows there are.
    var sum: Int { before.map { Int($0.last ?? 0) } ?? units.count }

    @inline(__always)
    func count(_ index: Int) -> Int { before.map { Int($0[index + 1] - $0[index]) } ?? 1 }
}

extension Invocation {
    /// Totals of rows that a search of the units gives, with which a pipeline begins; nil where what comes in is anything else.
    func totals(_ search: @escaping @Sendable (SearchRun, Cancellation) throws(MatchFailure) -> UnitCounts) -> RowTotals? {
        guard origin.source != nil else { return nil }
        return RowTotals(
            count: {
                var sum = 0
                var found = self.runs { (run, cancellation) throws(MatchFailure) in try search(run, cancellation).sum }
                while let count = try found?.nextRun() { sum += count }
                return sum
            },
            byArticle: { key in
                var totals = KeyTotals()
                var found = self.runs { (run, cancellation) throws(MatchFailure) in KeyTotals(try search(run, cancellation), by: key) }
                while let part = try found?.nextRun() { totals.add(part) }
                return totals.totals
            })
    }

    /// The same for the hits of a pattern. Where indexes alone tell how many there are neither text nor columns are looked at.
    func hitTotals(_ pattern: BoundPattern) -> RowTotals? {
        let matcher = pattern.matcher
        let totals = totals { (run, cancellation) throws(MatchFailure) in
            UnitCounts(try run.matches(matcher, wantsHits: true, cancellation), of: run.text, countsHits: true)
        }
        guard let totals else { return nil }
        guard origin.source == .paragraph, scope == nil else { return totals }
        return RowTotals(count: { try indexedCount(matcher) ?? totals.count() }, byArticle: totals.byArticle)
    }

    /// The hits in all paragraphs by the indexes of all shards; nil where one of them cannot tell.
    private func indexedCount(_ matcher: Matcher) throws -> Int? {
        let (shards, cancellation) = (archive.shards, context.cancellation)
        guard shards.indices.allSatisfy({ shards.unchecked($0).bodyIndex != nil }) else { return nil }
        try cancellation.check()
        // Halves, so that the last shard does not leave a thread alone with it.
        let counts = context.workers.map(2 * shards.count) { index -> Int? in
            let shard = shards.unchecked(index / 2)
            guard let body = shard.bodyIndex, !cancellation.isCancelled else { return nil }
            let (middle, end) = (UInt32(shard.text.count / 2), UInt32(shard.text.count))
            return matcher.countHits(beginningIn: index % 2 == 0 ? 0..<middle : middle..<end, by: body)
        }
        try cancellation.check()
        return counts.reduce(0) { sum, count in sum.flatMap { sum in count.map { sum + $0 } } }
    }
}

/// Rows counted by a key of their articles, in the order in which keys appear.
struct KeyTotals: Sendable {
    private(set) var totals: [ArticleTotal] = []
    private var keys: [UInt64] = []
    private var places: [UInt64: Int] = [:]
    /// The places of small keys: of years there are few, and rows many.
    private var smallPlaces: ContiguousArray<Int32> = []

    private static let smallKeys = 1 << 14

    init() {}

    /// The rows of one run.
    init(_ counts: UnitCounts, by key: ArticleKey) {
        let shard = counts.text.shard
        var walk = ArticleWalk(shard)
        var latest = (article: -1, place: 0)
        for (index, unit) in counts.units.enumerated() {
            let article = counts.text.layer == .article ? Int(unit) : walk.article(ofParagraph: unit)
            if article != latest.article {
                let key = key(article, shard, counts.text.number)
                latest = (article, place(of: key) { ArticleTotal(shard: counts.text.number, article: article, count: 0) })
            }
            totals[latest.place].count += counts.count(index)
        }
    }

    /// Adds the rows of a later run.
    mutating func add(_ other: KeyTotals) {
        for (key, total) in zip(other.keys, other.totals) {
            let place = place(of: key) { ArticleTotal(shard: total.shard, article: total.article, count: 0) }
            totals[place].count += total.count
        }
    }

    private mutating func place(of key: UInt64, _ new: () -> ArticleTotal) -> Int {
        if key < UInt64(KeyTotals.smallKeys) {
            if smallPlaces.isEmpty { smallPlaces = ContiguousArray(repeating: -1, count: KeyTotals.smallKeys) }
            let known = smallPlaces[Int(key)]
            if known >= 0 { return Int(known) }
            smallPlaces[Int(key)] = Int32(totals.count)
        } else {
            if let known = places[key] { return known }
            places[key] = totals.count
        }
        keys.append(key)
        totals.append(new())
        return totals.count - 1
    }
}

/// Finds the articles of paragraphs that ascend. Cost: the logarithm of the way from one to the next.
struct ArticleWalk {
    private let articles: PackedColumn<Article>
    private var current = 0

    init(_ shard: Shard) { articles = shard.articles }

    /// The article of a paragraph, not before that of the last; each paragraph is in one.
    mutating func article(ofParagraph paragraph: UInt32) -> Int {
        articles.withUnsafeBufferPointer { articles in
            var step = 1
            var low = current
            while low + step < articles.count, articles[low + step].paragraphs.lowerBound <= paragraph {
                low += step
                step *= 2
            }
            var high = min(low + step, articles.count)
            while low + 1 < high {
                let middle = (low + high) / 2
                if articles[middle].paragraphs.lowerBound <= paragraph { low = middle } else { high = middle }
            }
            current = low
            return low
        }
    }
}
