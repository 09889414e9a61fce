/// A list of units over its text, with the walks that go from one to the other.
struct UnitScan {
    let units: UnitList
    let text: Haystack

    /// Bytes scanned between two looks at the cancellation flag.
    private static let stretch = 1 << 20

    func piece(_ index: Int) -> Range<Int> { units.piece(index, limit: text.count) }

    /// Calls `body` with each occurrence of `finder` in a run of pieces and its piece, in order; occurrences may overlap. Places come from the
    /// index where that pays; otherwise the text is scanned from the first piece to the last in one go, and what lies between pieces is
    /// dropped in a merge.
    @inline(__always)
    func visit(
        _ finder: LiteralFinder, _ pieces: Range<Int>, _ work: inout Workspace, _ body: (Int, Range<Int>) -> Void
    ) throws(MatchFailure) {
        guard let last = pieces.last else { return }
        var from = piece(pieces.lowerBound).lowerBound
        let end = piece(last).upperBound
        var index = pieces.lowerBound
        let places = placesThatPay(finder, pieces, &work)
        let isCertain = places?.isExact ?? true
        while from < end {
            try work.poll()
            let next = places == nil ? min(from + Self.stretch, end) : end
            work.offsets.removeAll(keepingCapacity: true)
            if let places {
                places.append(in: UInt32(from)..<UInt32(end), to: &work.offsets)
            } else {
                finder.scan(text, from..<min(next + finder.longest - 1, end), into: &work.offsets)
            }
            for offset in work.offsets {
                let start = Int(offset)
                // A short form of what may be longer: the next stretch begins with it.
                if start >= next { break }
                index = units.firstPiece(endingBehind: offset, from: index, limit: last)
                let piece = piece(index)
                guard piece.lowerBound <= start else { continue }
                let found =
                    isCertain
                    ? finder.end(of: start, in: text, limit: piece.upperBound) : finder.end(text, at: start, limit: piece.upperBound)
                if let found { body(index, start..<found) }
            }
            from = next
        }
    }

    /// Of a run of units those in which `finder` finds something.
    func candidates(_ finder: LiteralFinder, _ range: Range<Int>, _ work: inout Workspace) throws(MatchFailure) -> ContiguousArray<UInt32> {
        var found = ContiguousArray<UInt32>()
        var latest = -1
        try visit(finder, units.pieces(of: range), &work) { piece, _ in
            if piece != latest { found.append(UInt32(truncatingIfNeeded: piece)) }
            latest = piece
        }
        return holders(of: found, range)
    }

    /// The units of `range` that hold one of `pieces`, which ascend.
    func holders(of pieces: ContiguousArray<UInt32>, _ range: Range<Int>) -> ContiguousArray<UInt32> {
        guard units.groups != nil else { return pieces }
        var result = ContiguousArray<UInt32>()
        var next = 0
        for unit in range {
            let own = units.pieces(of: unit)
            while next < pieces.count, pieces[next] < own.lowerBound { next += 1 }
            if next < pieces.count, pieces[next] < own.upperBound { result.append(UInt32(truncatingIfNeeded: unit)) }
        }
        return result
    }

    /// Whether `term` has a hit in the unit.
    func contains(_ term: Term, _ unit: UInt32, _ work: inout Workspace) throws(MatchFailure) -> Bool {
        for index in units.pieces(of: Int(unit)) {
            let piece = piece(index)
            if try term.next(text, piece, from: piece.lowerBound, &work) != nil { return true }
        }
        return false
    }

    /// Of `set` the units that may have a hit of `term`: those with a literal it needs.
    func prefiltered(_ set: UnitSet, _ term: Term, _ work: inout Workspace) throws(MatchFailure) -> UnitSet {
        guard case .run(let range) = set, let first = term.required.first else { return set }
        var found = try candidates(first, range, &work)
        for finder in term.required.dropFirst() { found = merged(found, try candidates(finder, range, &work)) }
        return .some(found)
    }

    /// Of `set` the units that satisfy a node of `plan`.
    func satisfying(_ node: MatchPlan.Node, of plan: MatchPlan, _ set: UnitSet, _ work: inout Workspace) throws(MatchFailure) -> UnitSet {
        switch node {
        case .term(let index): return try satisfying(plan.terms[index], set, &work)
        case .all(let nodes):
            var rest = set
            for node in ordered(nodes, of: plan, &work) where !rest.isEmpty { rest = try satisfying(node, of: plan, rest, &work) }
            return rest
        case .any(let nodes):
            var union = ContiguousArray<UInt32>()
            for node in nodes { union = merged(union, try satisfying(node, of: plan, set, &work).list) }
            return .some(union)
        case .none(let node):
            let others = try satisfying(node, of: plan, set, &work)
            return others.isEmpty ? set : .some(difference(set.list, others.list))
        }
    }

    private func satisfying(_ term: Term, _ set: UnitSet, _ work: inout Workspace) throws(MatchFailure) -> UnitSet {
        if let found = try satisfyingByIndex(term, set, &work) { return .some(found) }
        let rest = try prefiltered(set, term, &work)
        if case .some = rest, case .run = set, case .literal = term { return rest }
        var found = ContiguousArray<UInt32>()
        for unit in rest.list {
            try work.poll()
            if try contains(term, unit, &work) { found.append(unit) }
        }
        return .some(found)
    }
}

extension UnitList {
    /// The first piece from `index` on, at most `limit`, that ends behind `offset`. Cost: the logarithm of the way.
    @inline(__always)
    func firstPiece(endingBehind offset: UInt32, from index: Int, limit: Int) -> Int {
        if ends[index] > offset || index == limit { return index }
        var low = index + 1
        var step = 1
        while low + step < limit, ends[low + step] <= offset {
            low += step + 1
            step *= 2
        }
        var high = min(low + step, limit)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return min(low, limit)
    }
}
