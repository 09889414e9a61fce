/// Hits of one term that come in text order, put together by units.
struct UnitHits {
    private(set) var found: UnitMatches
    private var unit: Int
    private var latest = -1
    private var free = 0

    /// Goes on from `matches`, which is empty then: two owners would copy it at the first hit.
    init(_ matches: inout UnitMatches, _ block: Range<Int>) {
        found = UnitMatches()
        swap(&found, &matches)
        unit = block.lowerBound
    }

    /// Adds a hit, but for one that begins in the one before.
    @inline(__always)
    mutating func add(_ hit: Range<Int>, piece: Int, of units: UnitList) {
        guard hit.lowerBound >= free else { return }
        guard let holder = units.holder(of: piece, from: &unit) else { return }
        if holder != latest {
            found.close(UInt32(truncatingIfNeeded: holder), firstHit: found.hitCount)
            latest = holder
        }
        free = hit.upperBound
        found.append(hit)
    }
}
