import Documents
import PatternMatching
import QueryLanguage

/// The units of one shard that a pipeline begins with, as one list to search.
struct SearchedText: Sendable {
    /// What the units are.
    let layer: Layer
    /// The number of the shard.
    let number: Int
    let shard: Shard
    let units: UnitList
    /// For each unit its index in the shard; nil where all units are in the list.
    let numbers: ContiguousArray<UInt32>?

    /// The index in the shard of a unit of the list.
    @inline(__always)
    func index(_ unit: UInt32) -> UInt32 { numbers.map { $0[Int(unit)] } ?? unit }

    /// The bytes of a unit of the shard, as rows have them.
    func span(_ index: UInt32) -> Span {
        layer == .article ? shard.articles[Int(index)].block : shard.paragraphs[Int(index)]
    }

    /// What was found in a run of the units, as rows with their hits where they are wanted.
    func rows(_ matches: UnitMatches, wantsHits: Bool) -> Regions {
        var rows = Regions(layer: layer, shard: number)
        rows.units = numbers == nil ? matches.units : ContiguousArray(matches.units.lazy.map { index($0) })
        rows.spans.reserveCapacity(rows.units.count)
        for unit in rows.units { rows.spans.append(span(unit)) }
        guard wantsHits else { return rows }
        var hits = Hits()
        for index in rows.units.indices { hits.append(matches.hits(of: index).lazy.map { matches.hit($0) }) }
        rows.hits = hits
        return rows
    }
}

/// Successive units of a list.
struct SearchRun: Sendable {
    let text: SearchedText
    let range: Range<Int>

    /// The units of the run that satisfy a pattern.
    func matches(
        _ matcher: Matcher, wantsHits: Bool, _ cancellation: Cancellation
    ) throws(MatchFailure) -> UnitMatches {
        try matcher.search(
            text.units, range: range, in: text.shard.text, index: text.shard.bodyIndex, wantsHits: wantsHits, cancellation: cancellation)
    }
}

extension Invocation {
    /// The units of a shard that a pipeline begins with: all, or those of the scope. Cost: of paragraphs of the whole archive none,
    /// otherwise a step a unit.
    func searchedText(_ layer: Layer, ofShard number: Int) -> SearchedText {
        let shard = archive.shards[number]
        guard layer == .article else {
            guard let part = scope?.paragraphs(ofShard: number, archive) else {
                return SearchedText(layer: layer, number: number, shard: shard, units: UnitList(shard.paragraphs), numbers: nil)
            }
            return SearchedText(layer: layer, number: number, shard: shard, units: UnitList(part.spans), numbers: part.numbers)
        }
        var groups = ContiguousArray<Range<UInt32>>()
        guard let scope else {
            groups.reserveCapacity(shard.articles.count)
            for article in shard.articles { groups.append(article.paragraphs) }
            let units = UnitList(shard.paragraphs, groups: groups)
            return SearchedText(layer: layer, number: number, shard: shard, units: units, numbers: nil)
        }
        let part = scope.paragraphs(ofShard: number, archive)
        // In a scope the pieces are its paragraphs, and groups count in them.
        var numbers = ContiguousArray<UInt32>()
        var next = 0
        for (index, article) in shard.articles.enumerated() where scope.holds(article: index, ofShard: number) {
            while next < part.numbers.count, part.numbers[next] < article.paragraphs.lowerBound { next += 1 }
            let first = next
            while next < part.numbers.count, part.numbers[next] < article.paragraphs.upperBound { next += 1 }
            groups.append(UInt32(first)..<UInt32(next))
            numbers.append(UInt32(index))
        }
        return SearchedText(
            layer: layer, number: number, shard: shard, units: UnitList(part.spans, groups: groups), numbers: numbers)
    }
}
