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
                var found = self.runs(goingToEnd: true) { (run, cancellation) throws(MatchFailure) in try search(run, cancellation).sum }
                while let count = try searching(self, { try found?.nextRun() }) { sum += count }
                return sum
            },
            byArticle: { key in
                var totals = KeyTotals()
                var found = self.runs(goingToEnd: true) { (run, cancellation) throws(MatchFailure) in
                    KeyTotals(try search(run, cancellation), by: key)
                }
                while let part = try searching(self, { try found?.nextRun() }) { totals.add(part) }
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
        return RowTotals(
            count: {
                let counts = try byIndex { shard, _, body, range in matcher.countHits(in: range, by: body) }
                return try counts?.reduce(0, +) ?? totals.count()
            },
            byArticle: { key in
                let counts = try byIndex { shard, number, body, range in
                    matcher.hitStarts(in: range, by: body).map { KeyTotals($0, in: shard, number, by: key) }
                }
                return try counts.map { $0.reduce(into: KeyTotals()) { $0.add($1) }.totals } ?? totals.byArticle(key)
            })
    }

    /// What `work` gives for each part of each shard by the index of its body, in text order; nil where it gives nothing for one of them. The
    /// shard is not looked at before `work` does.
    private func byIndex<Found: Sendable>(
        _ work: @escaping @Sendable (_ shard: () -> Shard, _ number: Int, any LiteralIndex, Range<UInt32>) -> Found?
    ) throws -> [Found]? {
        let (shards, cancellation) = (archive.shards, context.cancellation)
        guard shards.indices.allSatisfy({ shards.unchecked($0).bodyIndex != nil }) else { return nil }
        // Few shards are divided, so that the last does not leave a thread alone with it.
        let parts = shards.count < 4 * context.workers.count ? 2 : 1
        let found = context.workers.map(parts * shards.count) { index -> Found? in
            let number = index / parts
            let shard = shards.unchecked(number)
            guard let body = shard.bodyIndex, !cancellation.isCancelled else { return nil }
            let length = shard.text.count / parts
            let begin = index % parts * length
            let end = index % parts == parts - 1 ? shard.text.count : begin + length
            return work({ shards[number] }, number, body, UInt32(begin)..<UInt32(end))
        }
        try cancellation.check()
        return found.contains { $0 == nil } ? nil : found.compactMap { $0 }
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

    /// Hits of which is known where they begin.
    init(_ starts: ContiguousArray<UInt32>, in shard: () -> Shard, _ number: Int, by key: ArticleKey) {
        guard !starts.isEmpty else { return }
        let shard = shard()
        guard !shard.articles.isEmpty else { return }
        var walk = ArticleWalk(shard)
        var next = 0
        while next < starts.count {
            let article = walk.article(at: starts[next])
            let end = shard.articles[article].block.end
            let first = next
            next += 1
            while next < starts.count, starts[next] < end { next += 1 }
            add(next - first, of: article, in: shard, number, by: key)
        }
    }

    /// Adds rows of an article, which is not before the last.
    mutating func add(_ count: Int, of article: Int, in shard: Shard, _ number: Int, by key: ArticleKey) {
        let place = place(of: key(article, shard, number)) { ArticleTotal(shard: number, article: article, count: 0) }
        totals[place].count += count
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

/// Finds the articles of paragraphs or places that ascend. Cost: the logarithm of the way from one to the next.
struct ArticleWalk {
    private let articles: PackedColumn<Article>
    private var current = 0

    init(_ shard: Shard) { articles = shard.articles }

    /// The article of a paragraph, not before that of the last; each paragraph is in one.
    mutating func article(ofParagraph paragraph: UInt32) -> Int { last { $0.paragraphs.lowerBound <= paragraph } }

    /// The article whose block holds a place, not before the last; where there is none, the one before it.
    mutating func article(at place: UInt32) -> Int { last { $0.block.start <= place } }

    /// The last article from the current one on that satisfies what holds up to some article and then no more.
    @inline(__always)
    private mutating func last(where holds: (Article) -> Bool) -> Int {
        articles.withUnsafeBufferPointer { articles in
            var step = 1
            var low = current
            while low + step < articles.count, holds(articles[low + step]) {
                low += step
                step *= 2
            }
            var high = min(low + step, articles.count)
            while low + 1 < high {
                let middle = (low + high) / 2
                if holds(articles[middle]) { low = middle } else { high = middle }
            }
            current = low
            return low
        }
    }
}
