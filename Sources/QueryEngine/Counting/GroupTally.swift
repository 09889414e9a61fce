import Documents
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

    /// Counts rows to their end, those that `key` gives the same for together; nil leaves a row out.
    init(
        _ patterns: [BoundPattern], in rows: UnitResult, _ invocation: Invocation, by key: (RowReader) -> [Cell]?
    ) throws {
        while let batch = try rows.next() {
            try invocation.poll(.counting, at: batch)
            let hits = try patterns.map { try hitsByRow($0, in: batch, invocation) }
            for row in 0..<batch.count {
                let reader = RowReader(batch, row, invocation)
                guard let key = key(reader) else { continue }
                add(key, hits: hits.map { $0[row].count }, characters: reader.length)
            }
        }
    }

    private mutating func add(_ key: [Cell], hits found: [Int], characters length: Int) {
        let place = place(of: key, patterns: found.count)
        for (index, count) in found.enumerated() {
            hits[place][index] += count
            unitsWith[place][index] += count > 0 ? 1 : 0
        }
        characters[place] += length
        units[place] += 1
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
