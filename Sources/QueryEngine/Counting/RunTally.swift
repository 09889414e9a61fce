import Documents
import PatternMatching
import QueryLanguage

/// Hits, units and characters of a run, counted by a key of their articles, in the order in which keys appear.
struct RunTally: Sendable {
    /// What was counted of the units with one key.
    struct Group: Sendable {
        /// The first of them.
        let unit: Region
        /// The hits of each pattern.
        var hits: [Int]
        /// The units with a hit of each pattern.
        var unitsWith: [Int]
        var characters = 0
        var units = 0
    }

    private(set) var groups: [Group] = []
    private var places: [UInt64: Int] = [:]

    /// Counts the units of a run, those without a hit, too.
    init(_ run: SearchRun, _ patterns: [Matcher], by key: ArticleKey, _ cancellation: Cancellation) throws(MatchFailure) {
        var columns: [UnitColumn] = []
        for pattern in patterns { columns.append(UnitColumn(try run.matches(pattern, wantsHits: true, cancellation))) }
        let text = run.text
        let lengths = text.units.scalarCounts(of: run.range, in: text.shard.text)
        var walk = ArticleWalk(text.shard)
        var latest = (article: -1, place: 0)
        for unit in run.range {
            if unit & 0xFFF == 0, cancellation.isCancelled { throw .interrupted }
            let index = text.index(UInt32(unit))
            let article = text.layer == .article ? Int(index) : walk.article(ofParagraph: index)
            if article != latest.article {
                latest = (article, place(of: key(article, text.shard, text.number), index, text, patterns.count))
            }
            groups[latest.place].units += 1
            groups[latest.place].characters += lengths[unit - run.range.lowerBound]
            for index in columns.indices {
                let count = columns[index].count(UInt32(unit))
                groups[latest.place].hits[index] += count
                groups[latest.place].unitsWith[index] += count > 0 ? 1 : 0
            }
        }
    }

    private mutating func place(of key: UInt64, _ index: UInt32, _ text: SearchedText, _ patterns: Int) -> Int {
        if let known = places[key] { return known }
        places[key] = groups.count
        let none = [Int](repeating: 0, count: patterns)
        let unit = Region(layer: text.layer, shard: text.number, unit: Int(index), span: text.span(index))
        groups.append(Group(unit: unit, hits: none, unitsWith: none))
        return groups.count - 1
    }
}

/// The hits of units that are asked for in order.
private struct UnitColumn {
    private let matches: UnitMatches
    private var next = 0

    init(_ matches: UnitMatches) { self.matches = matches }

    /// The number of hits of a unit, not before the last that was asked for.
    mutating func count(_ unit: UInt32) -> Int {
        while next < matches.units.count, matches.units[next] < unit { next += 1 }
        return next < matches.units.count && matches.units[next] == unit ? matches.hits(of: next).count : 0
    }
}
