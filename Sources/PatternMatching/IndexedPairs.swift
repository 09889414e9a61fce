import Documents

extension Matcher {
    /// The hits of this pattern and those of another in a run of units, but for hits that have none of the other within `reach` bytes: those of
    /// two searches with what stands alone left out. Nil where the index does not tell where the hits of both begin. Cost: decoding the
    /// places of both and a step for each; the units are looked at for those that are left.
    public func hits(
        within reach: Int, of other: Matcher, _ units: UnitList, range: Range<Int>, in text: Text, by index: any LiteralIndex,
        cancellation: Cancellation
    ) throws(MatchFailure) -> (own: UnitMatches, others: UnitMatches)? {
        guard let haystack = Haystack(text), let own = soleLiteral, let others = other.soleLiteral, units.areApart(range) else {
            return nil
        }
        let found = try units.scanning(haystack) { scan throws(MatchFailure) -> (UnitMatches, UnitMatches)? in
            let extent = scan.extent(units.pieces(of: range))
            let bytes = UInt32(extent.lowerBound)..<UInt32(extent.upperBound)
            guard var places = hitStarts(in: bytes, by: index), var otherPlaces = other.hitStarts(in: bytes, by: index) else { return nil }
            let most = reach + max(own.longest, others.longest)
            places.keep(within: most, of: otherPlaces)
            otherPlaces.keep(within: most, of: places)
            return (
                try scan.matches(own, at: places, range, cancellation), try scan.matches(others, at: otherPlaces, range, cancellation)
            )
        }
        return withExtendedLifetime(text) { found ?? nil }
    }

    private var soleLiteral: LiteralFinder? {
        guard let sole = plan.soleTerm, case .literal(let finder) = plan.terms[sole] else { return nil }
        return finder
    }
}

extension UnitScan {
    /// Occurrences that are known to stand at `places`, as the hits of a run of units.
    fileprivate func matches(
        _ finder: LiteralFinder, at places: ContiguousArray<UInt32>, _ range: Range<Int>, _ cancellation: Cancellation
    ) throws(MatchFailure) -> UnitMatches {
        var matches = UnitMatches()
        var work = Workspace(cancellation, nil)
        var hits = UnitHits(&matches, range)
        try visitPlaces(KnownPlaces(places: places), finder, units.pieces(of: range), &work) { hits.add($1, piece: $0, of: units) }
        matches = hits.found
        matches.firstHits.append(UInt32(truncatingIfNeeded: matches.hitCount))
        return matches
    }
}

/// Places that have been taken from an index.
private struct KnownPlaces: LiteralPlaces {
    let places: ContiguousArray<UInt32>

    var atMost: Int { places.count }
    var isExact: Bool { true }

    func append(in range: Range<UInt32>, to found: inout ContiguousArray<UInt32>) {
        found.append(contentsOf: places.lazy.filter { range.contains($0) })
    }
}

extension ContiguousArray<UInt32> {
    /// Keeps the places that have one of `others` at most `distance` before or behind them. Both ascend. Cost: a step a place of either.
    fileprivate mutating func keep(within distance: Int, of others: ContiguousArray<UInt32>) {
        let distance = UInt64(distance)
        let kept = withUnsafeMutableBufferPointer { places in
            others.withUnsafeBufferPointer { others in
                var (kept, next) = (0, 0)
                for index in 0..<places.count {
                    let place = UInt64(places[index])
                    while next < others.count, UInt64(others[next]) + distance < place { next += 1 }
                    guard next < others.count else { break }
                    places[kept] = places[index]
                    kept += UInt64(others[next]) <= place + distance ? 1 : 0
                }
                return kept
            }
        }
        removeLast(count - kept)
    }
}
