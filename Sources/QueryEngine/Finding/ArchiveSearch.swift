import Documents
import PatternMatching
import QueryLanguage

/// A search of all paragraphs of an archive, run by run in text order. Runs are searched ahead of what is asked for, by all threads:
/// first one, then each time twice as many, so that a few rows cost little and many keep every processor busy. No thread
/// outlives a call of `next`, and what it gives does not depend on their number.
struct ArchiveSearch {
    /// Successive paragraphs of one shard.
    private struct Run: Sendable {
        let shard: Int
        let paragraphs: Range<Int>
    }

    private let archive: Archive
    private let matcher: Matcher
    private let wantsHits: Bool
    private let workers: Workers
    private let cancellation: Cancellation
    /// Where the next run begins that has not been searched.
    private var next = (shard: 0, paragraph: 0)
    private var found: ArraySlice<Result<Regions, MatchFailure>> = []
    private var ahead = 1

    /// As many paragraphs as a batch of the source has.
    private static let runLength = 1 << 13
    /// The most runs a thread at a time.
    private static let mostAhead = 16

    init(_ matcher: Matcher, wantsHits: Bool, _ context: EvaluationContext) {
        archive = context.archive
        self.matcher = matcher
        self.wantsHits = wantsHits
        workers = context.workers
        cancellation = context.cancellation
    }

    /// The paragraphs that satisfy the pattern, of the next run that has been searched; there may be none. Nil at the end.
    mutating func nextRun() throws(MatchFailure) -> Regions? {
        if found.isEmpty { searchAhead() }
        return try found.popFirst()?.get()
    }

    private mutating func searchAhead() {
        let runs = takeRuns(ahead)
        ahead = min(ahead * 2, workers.count * ArchiveSearch.mostAhead)
        let (archive, matcher, wantsHits, cancellation) = (archive, matcher, wantsHits, cancellation)
        let results = workers.map(runs.count) { index in
            ArchiveSearch.search(runs[index], of: archive, matcher, wantsHits: wantsHits, cancellation)
        }
        found = results[...]
    }

    private mutating func takeRuns(_ most: Int) -> [Run] {
        var runs: [Run] = []
        while runs.count < most, next.shard < archive.shards.count {
            let count = archive.shards[next.shard].paragraphs.count
            guard next.paragraph < count else {
                next = (next.shard + 1, 0)
                continue
            }
            let end = min(count, next.paragraph + ArchiveSearch.runLength)
            runs.append(Run(shard: next.shard, paragraphs: next.paragraph..<end))
            next.paragraph = end
        }
        return runs
    }

    private static func search(
        _ run: Run, of archive: Archive, _ matcher: Matcher, wantsHits: Bool, _ cancellation: Cancellation
    ) -> Result<Regions, MatchFailure> {
        let shard = archive.shards[run.shard]
        do throws(MatchFailure) {
            let matches = try matcher.search(
                UnitList(shard.paragraphs), range: run.paragraphs, in: shard.text, wantsHits: wantsHits, cancellation: cancellation)
            return .success(Regions(matches, of: shard, number: run.shard, wantsHits: wantsHits))
        } catch { return .failure(error) }
    }
}

extension Regions {
    /// The paragraphs of a shard that were found, with their hits.
    fileprivate init(_ matches: UnitMatches, of shard: Shard, number: Int, wantsHits: Bool) {
        self.init(layer: .paragraph, shard: number)
        units = matches.units
        spans.reserveCapacity(units.count)
        for unit in units { spans.append(shard.paragraphs[Int(unit)]) }
        guard wantsHits else { return }
        var hits = Hits()
        for index in units.indices { hits.append(matches.hits(of: index).lazy.map { matches.hit($0) }) }
        self.hits = hits
    }
}

extension Invocation {
    /// The paragraphs of the whole archive that satisfy a pattern, with their hits where they are wanted; nil where what comes
    /// in is anything else.
    func satisfying(_ pattern: BoundPattern, wantsHits: Bool) -> UnitResult? {
        guard origin.isArchiveText else { return nil }
        var search = ArchiveSearch(pattern.matcher, wantsHits: wantsHits, context)
        return UnitResult(archive: archive, layer: .paragraph) {
            while let batch = try searching(self, { try search.nextRun() }) {
                try poll(.reading, at: batch)
                if batch.count > 0 { return batch }
            }
            return nil
        }
    }
}
