import Documents
import PatternMatching
import QueryLanguage
import SourceText

extension Invocation {
    /// The rows that come in, or `rows` that were found among them; at their end it is said how often the patterns also stand in titles, headings and head
    /// matter, which are not counted, so that a total can be compared with that of another program (社区党建: 33 in the body,
    /// 35 in the file). Only where the stage reads the whole archive. Cost: a look at those lines.
    func notingOutsideBody(_ patterns: [BoundPattern], after rows: UnitResult? = nil) -> UnitResult {
        let units = rows ?? units
        guard origin.isWholeArchive, !patterns.isEmpty else { return units }
        func noting<Value>(_ value: Value) throws -> Value {
            try noteOutsideBody(patterns)
            return value
        }
        let totals = units.totals.map { totals in
            RowTotals(count: { try noting(totals.count()) }, byArticle: { try noting(totals.byArticle($0)) })
        }
        return UnitResult(archive: archive, layer: units.layer, attributes: units.attributes, totals: totals) {
            if let batch = try units.next() { return batch }
            try noteOutsideBody(patterns)
            return nil
        }
    }

    private func noteOutsideBody(_ patterns: [BoundPattern]) throws {
        var counts: [String] = []
        for pattern in patterns {
            let count = try outsideBody(pattern)
            if count > 0 { counts.append(patterns.count == 1 ? "\(count)" : "\(pattern.label) \(count)") }
        }
        guard !counts.isEmpty else { return }
        let list = counts.joined(separator: ", ")
        context.note(
            LocalizedText(
                "not counted, in titles, headings and head matter: \(list)", zh: "标题、节标题与题头中另有，未计：\(list)"))
    }
}

extension Invocation {
    /// How often a pattern stands outside the body of all articles. Shards are looked through by all threads.
    private func outsideBody(_ pattern: BoundPattern) throws -> Int {
        let (archive, matcher, cancellation) = (archive, pattern.matcher, context.cancellation)
        let counts = context.workers.map(archive.shards.count) { index -> Result<Int, MatchFailure> in
            let shard = archive.shards.unchecked(index)
            if let index = shard.outsideIndex, let count = matcher.countHits(beginningIn: 0..<UInt32(shard.text.count), by: index) {
                return .success(count)
            }
            return archive.outsideBody(matcher, ofShard: index, cancellation)
        }
        return try searching(self) { try counts.reduce(0) { try $0 + $1.get() } }
    }
}

extension Archive {
    fileprivate func outsideBody(_ matcher: Matcher, ofShard number: Int, _ cancellation: Cancellation) -> Result<Int, MatchFailure> {
        let shard = shards[number]
        var count = 0
        do throws(MatchFailure) {
            for lines in outsideBody(ofShard: number) {
                count += try matcher.search(
                    UnitList(lines), in: shard.text, index: shard.outsideIndex, wantsHits: true, cancellation: cancellation
                ).hitCount
            }
        } catch { return .failure(error) }
        return .success(count)
    }
}
