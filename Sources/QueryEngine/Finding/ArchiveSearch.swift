import Documents
import PatternMatching
import QueryLanguage

/// A search of all that a pipeline begins with, run by run in text order. Runs are searched ahead of what is asked for, by all threads:
/// first a short one, then longer ones and each time twice as many, so that a few rows cost little and many keep every processor
/// busy. No thread outlives a call of `next`, and what it gives does not depend on their number.
struct ArchiveSearch<Found: Sendable> {
    typealias Search = @Sendable (SearchRun) -> Result<Found, MatchFailure>

    private let layer: Layer
    private let invocation: Invocation
    private let search: Search
    /// Where the next run begins that has not been searched.
    private var next = (shard: 0, unit: 0)
    private var text: SearchedText?
    private var found: ArraySlice<(share: Double, result: Result<Found, MatchFailure>)> = []
    private var ahead = 1
    private var bytesBefore: [Int]
    private var runLength = RunLength.first

    /// The most runs a thread at a time.
    private static var mostAhead: Int { 16 }

    /// A search of the units of a layer; `search` is called by several threads.
    init(_ layer: Layer, _ invocation: Invocation, _ search: @escaping Search) {
        (self.layer, self.invocation, self.search) = (layer, invocation, search)
        let archive = invocation.archive
        bytesBefore = archive.shards.indices.reduce(into: [0]) { $0.append($0[$0.count - 1] + archive.shards.unchecked($1).text.count) }
    }

    /// What the next run gave that has been searched. Nil at the end. Throws what the search of that run threw, and interruptions; says how
    /// far the work has come.
    mutating func nextRun() throws -> Found? {
        if found.isEmpty { searchAhead() }
        guard let (share, result) = found.popFirst() else { return nil }
        try invocation.poll(.reading, share)
        return try searching(invocation) { try result.get() }
    }

    private mutating func searchAhead() {
        let runs = takeRuns(ahead)
        ahead = min(ahead * 2, invocation.context.workers.count * Self.mostAhead)
        let search = search
        let results = invocation.context.workers.map(runs.count) { search(runs[$0].run) }
        found = zip(runs, results).map { ($0.share, $1) }[...]
    }

    private mutating func takeRuns(_ most: Int) -> [(run: SearchRun, share: Double)] {
        var runs: [(SearchRun, Double)] = []
        let shards = invocation.archive.shards
        var bytes = 0
        while runs.count < most, bytes < RunLength.mostAhead, next.shard < shards.count {
            let text = text ?? invocation.searchedText(layer, ofShard: next.shard)
            self.text = text
            guard next.unit < text.units.count else {
                (next, self.text) = ((next.shard + 1, 0), nil)
                continue
            }
            let length = min(runLength, text.shard.bodyIndex == nil ? RunLength.longest : RunLength.longestIndexed)
            runLength = min(runLength * 2, RunLength.longestIndexed)
            let end = text.units.blockEnd(from: next.unit, upTo: text.units.count, size: length)
            let begin = bytesBefore[next.shard] + text.units.start(of: next.unit)
            let share = Double(begin) / Double(max(1, bytesBefore[shards.count]))
            runs.append((SearchRun(text: text, range: next.unit..<end), share))
            next.unit = end
            bytes += length
        }
        return runs
    }
}

/// How many bytes of text a run has.
private enum RunLength {
    static let first = 1 << 18
    /// What a thread scans before another may take over.
    static let longest = 1 << 21
    /// With an index a run costs a look into lists, not a walk over its text.
    static let longestIndexed = 1 << 24
    /// Bytes searched ahead at most, which bounds the memory of what was found.
    static let mostAhead = 1 << 27
}

extension Invocation {
    /// What each run of the units that a pipeline begins with gives, in text order; nil where what comes in is anything else.
    func runs<Found: Sendable>(
        _ search: @escaping @Sendable (SearchRun, Cancellation) throws(MatchFailure) -> Found
    ) -> ArchiveSearch<Found>? {
        guard let layer = origin.source else { return nil }
        let cancellation = context.cancellation
        return ArchiveSearch(layer, self) { run in
            do throws(MatchFailure) { return .success(try search(run, cancellation)) } catch { return .failure(error) }
        }
    }

    /// The units that a pipeline begins with that satisfy a pattern, with their hits where they are wanted; nil where what comes in is
    /// anything else.
    func satisfying(_ pattern: BoundPattern, wantsHits: Bool) -> UnitResult? {
        let matcher = pattern.matcher
        let search = runs { (run, cancellation) throws(MatchFailure) in
            run.text.rows(try run.matches(matcher, wantsHits: wantsHits, cancellation), wantsHits: wantsHits)
        }
        guard let search else { return nil }
        let totals = totals { (run, cancellation) throws(MatchFailure) in
            UnitCounts(try run.matches(matcher, wantsHits: false, cancellation), of: run.text, countsHits: false)
        }
        return rows(units.layer, search, totals)
    }

    /// Rows that a search gives.
    func rows(_ layer: Layer, _ search: ArchiveSearch<Regions>, _ totals: RowTotals?) -> UnitResult {
        var search = search
        return UnitResult(archive: archive, layer: layer, totals: totals) {
            while let batch = try search.nextRun() { if batch.count > 0 { return batch } }
            return nil
        }
    }
}
