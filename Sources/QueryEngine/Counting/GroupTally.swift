import Documents
import PatternMatching
import QueryLanguage

/// Hits of each pattern, units that have one, characters and units, group by group.
struct GroupTally {
    /// The groups by their keys; the columns below have a place a group.
    private(set) var groups = Groups()
    /// The hits of each pattern.
    private(set) var hits: [[Int]] = []
    /// The units with a hit of each pattern.
    private(set) var unitsWith: [[Int]] = []
    /// The characters of all units.
    private(set) var characters: [Int] = []
    /// All units.
    private(set) var units: [Int] = []

    /// Counts rows to their end, `rows` or those that come in, those that `key` gives the same for together; nil leaves a row out. `key`
    /// depends on `fields` alone; where these are fields of the article, it is asked once for all rows of some, and told how many they are.
    init(
        _ patterns: [BoundPattern], in rows: UnitResult? = nil, _ invocation: Invocation, of fields: [FieldReference],
        by key: (RowReader, _ rows: Int) -> [Cell]?
    ) throws {
        if rows == nil, let articleKey = articleKey(fields), try countRuns(patterns, invocation, articleKey, key) { return }
        let rows = rows ?? invocation.notingOutsideBody(patterns)
        while let batch = try rows.next() {
            try invocation.poll(.counting, at: batch)
            let hits = try patterns.map { try hitsByRow($0, in: batch, invocation) }
            for row in 0..<batch.count {
                let reader = RowReader(batch, row, invocation)
                guard let key = key(reader, 1) else { continue }
                let counts = hits.map { $0[row].count }
                add(key, counts, unitsWith: counts.map { $0 > 0 ? 1 : 0 }, characters: reader.length, units: 1)
            }
        }
    }

    /// Counts what a pipeline begins with, run by run on all threads; false where what comes in is anything else.
    private mutating func countRuns(
        _ patterns: [BoundPattern], _ invocation: Invocation, _ articleKey: @escaping ArticleKey, _ key: (RowReader, Int) -> [Cell]?
    ) throws -> Bool {
        let matchers = patterns.map(\.matcher)
        let runs = invocation.runs(goingToEnd: true) { (run, cancellation) throws(MatchFailure) in
            try RunTally(run, matchers, by: articleKey, cancellation)
        }
        guard var runs else { return false }
        while let tally = try searching(invocation, { try runs.nextRun() }) {
            for group in tally.groups {
                guard let key = key(RowReader(group.unit, invocation), group.units) else { continue }
                add(key, group.hits, unitsWith: group.unitsWith, characters: group.characters, units: group.units)
            }
        }
        try invocation.noteOutsideBodyOfArchive(patterns)
        return true
    }

    private mutating func add(_ key: [Cell], _ found: [Int], unitsWith with: [Int], characters length: Int, units count: Int) {
        let place = place(of: key, patterns: found.count)
        for index in found.indices {
            hits[place][index] += found[index]
            unitsWith[place][index] += with[index]
        }
        characters[place] += length
        units[place] += count
    }

    /// The place of a group, which is there from now on, if with nothing in it.
    mutating func place(of key: [Cell], patterns: Int) -> Int {
        let place = groups.place(of: key)
        guard place == units.count else { return place }
        hits.append([Int](repeating: 0, count: patterns))
        unitsWith.append([Int](repeating: 0, count: patterns))
        characters.append(0)
        units.append(0)
        return place
    }

    /// What rates are per: units, or characters.
    func denominator(_ place: Int, perUnit: Bool) -> Int { perUnit ? units[place] : characters[place] }

    /// Hits per unit, or per 10,000 characters; empty where there is nothing to divide by.
    func rate(_ index: Int, _ place: Int, perUnit: Bool) -> Cell {
        GroupTally.ratio(hits[place][index], of: denominator(place, perUnit: perUnit), times: perUnit ? 1 : 10_000)
    }

    /// `count ÷ whole`, times a factor; empty for a whole of 0.
    static func ratio(_ count: Int, of whole: Int, times factor: Double) -> Cell {
        whole > 0 ? .decimal(Double(count) * factor / Double(whole)) : .empty
    }
}
