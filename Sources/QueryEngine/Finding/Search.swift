import Documents
import PatternMatching
import QueryLanguage

/// The text that a batch's rows are searched in: paragraphs of articles and sections, within the scope; otherwise the rows.
func unitList(_ batch: Regions, _ invocation: Invocation) -> UnitList {
    let shard = invocation.archive.shards[batch.shard]
    var pieces = SpanColumn()
    switch batch.layer {
    case .paragraph, .sentence, .span:
        pieces.reserveCapacity(batch.count)
        for span in batch.spans { pieces.append(span) }
        return UnitList(pieces)
    case .article, .section:
        var groups = ContiguousArray<Range<UInt32>>()
        guard invocation.scope != nil else {
            for row in 0..<batch.count {
                let range = shard.paragraphs(of: batch[row])
                groups.append(UInt32(range.lowerBound)..<UInt32(range.upperBound))
            }
            return UnitList(shard.paragraphs, groups: groups)
        }
        // In a scope the pieces are all its paragraphs of the shard, and groups count in them.
        var position: [Int: UInt32] = [:]
        for paragraph in 0..<shard.paragraphs.count
        where invocation.scope?.holds(paragraph: paragraph, ofShard: batch.shard) == true {
            position[paragraph] = UInt32(pieces.count)
            pieces.append(shard.paragraphs[paragraph])
        }
        for row in 0..<batch.count {
            let inside = paragraphs(of: batch[row], invocation)
            let first = inside.first.flatMap { position[$0] } ?? 0
            groups.append(first..<first + UInt32(inside.count))
        }
        return UnitList(pieces, groups: groups)
    }
}

/// Whether the rows stand in text order and apart from each other, as a search in one go needs.
func isInTextOrder(_ batch: Regions) -> Bool {
    guard batch.layer > .section else {
        return zip(batch.units, batch.units.dropFirst()).allSatisfy { $0 < $1 }
    }
    return zip(batch.spans, batch.spans.dropFirst()).allSatisfy { $0.end <= $1.start }
}

/// The rows of a batch that satisfy a pattern, by index, with the hits in each where they are wanted.
func search(
    _ pattern: BoundPattern, in batch: Regions, wantsHits: Bool, _ invocation: Invocation
) throws -> (rows: [Int], hits: [ArraySlice<Span>]) {
    guard isInTextOrder(batch) else { return try searchRowByRow(pattern, in: batch, wantsHits: wantsHits, invocation) }
    let matches = try searching(invocation) {
        try pattern.matcher.search(
            unitList(batch, invocation), in: invocation.archive.shards[batch.shard].text,
            index: invocation.archive.shards[batch.shard].bodyIndex, wantsHits: wantsHits, cancellation: invocation.context.cancellation)
    }
    let rows = matches.units.map(Int.init)
    guard wantsHits else { return (rows, []) }
    return (rows, rows.indices.map { index in ArraySlice(matches.hits(of: index).map { matches.hit($0) }) })
}

/// After `sort`, or for spans that overlap, each row is searched by itself.
private func searchRowByRow(
    _ pattern: BoundPattern, in batch: Regions, wantsHits: Bool, _ invocation: Invocation
) throws -> (rows: [Int], hits: [ArraySlice<Span>]) {
    var found: (rows: [Int], hits: [ArraySlice<Span>]) = ([], [])
    for row in 0..<batch.count {
        let one = batch.selecting(CollectionOfOne(row))
        let result = try search(pattern, in: one, wantsHits: wantsHits, invocation)
        guard !result.rows.isEmpty else { continue }
        found.rows.append(row)
        found.hits += result.hits
    }
    return found
}

/// The hits in every row of a batch, none in rows that do not satisfy the pattern.
func hitsByRow(_ pattern: BoundPattern, in batch: Regions, _ invocation: Invocation) throws -> [ArraySlice<Span>] {
    let found = try search(pattern, in: batch, wantsHits: true, invocation)
    var hits = [ArraySlice<Span>](repeating: [], count: batch.count)
    for (index, row) in found.rows.enumerated() { hits[row] = found.hits[index] }
    return hits
}

/// Hits of two searches of one row as one list in text order: leftmost, then longest, none overlapping another, so that
/// nothing is counted twice.
func merged(_ a: some Sequence<Span>, _ b: some Sequence<Span>) -> [Span] {
    var all: [Span] = []
    for span in (Array(a) + Array(b)).sorted() where all.last.map({ $0.end <= span.start }) ?? true { all.append(span) }
    return all
}
