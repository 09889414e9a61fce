import Documents

/// The units that satisfy a pattern, in order, and their hits as flat columns.
public struct UnitMatches: Sendable, Equatable {
    /// The satisfied units, as indices in the list that was searched, ascending.
    public internal(set) var units: ContiguousArray<UInt32> = []
    /// Where each hit begins. Empty where hits were not wanted.
    public internal(set) var starts: ContiguousArray<UInt32> = []
    /// Where each hit ends.
    public internal(set) var ends: ContiguousArray<UInt32> = []
    /// For each unit the index of its first hit, and last the number of hits. Empty where hits were not wanted.
    public internal(set) var firstHits: ContiguousArray<UInt32> = []

    /// The number of hits.
    public var hitCount: Int { starts.count }

    /// The indices of the hits of the satisfied unit number `index` (not of unit `index` of the list).
    public func hits(of index: Int) -> Range<Int> {
        firstHits.isEmpty ? 0..<0 : Int(firstHits[index])..<Int(firstHits[index + 1])
    }

    /// Hit number `index`.
    public func hit(_ index: Int) -> Span { Span(starts[index], ends[index]) }

    /// Keeps the units that are also in `others`, which ascend. Of matches without hits.
    public mutating func formIntersection(with others: ContiguousArray<UInt32>) {
        var next = 0
        units.removeAll { unit in
            while next < others.count, others[next] < unit { next += 1 }
            return next == others.count || others[next] != unit
        }
    }

    mutating func append(_ hit: Range<Int>) {
        starts.append(UInt32(truncatingIfNeeded: hit.lowerBound))
        ends.append(UInt32(truncatingIfNeeded: hit.upperBound))
    }

    /// Makes the hits from `first` on those of `unit`.
    mutating func close(_ unit: UInt32, firstHit first: Int) {
        units.append(unit)
        firstHits.append(UInt32(truncatingIfNeeded: first))
    }

    /// Drops the hits from `count` on.
    mutating func truncateHits(to count: Int) {
        starts.removeLast(starts.count - count)
        ends.removeLast(ends.count - count)
    }

    /// Drops the units from `count` on, with their hits.
    mutating func truncate(to count: Int) {
        guard units.count > count else { return }
        if !firstHits.isEmpty {
            truncateHits(to: Int(firstHits[count]))
            firstHits.removeLast(firstHits.count - count - 1)
        }
        units.removeLast(units.count - count)
    }
}
