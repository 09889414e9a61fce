import Documents

// What an index spares a scan.
extension UnitScan {
    /// From the beginning of the first piece to the end of the last.
    func extent(_ pieces: Range<Int>) -> Range<Int> {
        guard let last = pieces.last else { return 0..<0 }
        let start = piece(pieces.lowerBound).lowerBound
        return start..<max(start, piece(last).upperBound)
    }

    /// The bytes of pieces; of many about as many, by some of them.
    private func bytes(_ pieces: Range<Int>) -> Int {
        let step = 1 + pieces.count / 1024
        return min(
            extent(pieces).count, stride(from: pieces.lowerBound, to: pieces.upperBound, by: step).reduce(0) { $0 + piece($1).count * step }
        )
    }

    /// The places of a literal, where to take those of a run of pieces is less work than to scan the pieces.
    func placesThatPay(_ finder: LiteralFinder, _ pieces: Range<Int>, _ work: inout Workspace) -> (any LiteralPlaces)? {
        guard work.indexed != nil, let places = work.places(of: finder) else { return nil }
        let count = places.expected(in: extent(pieces), of: text.count)
        return work.indexed?.pays(count, insteadOf: bytes(pieces)) == true ? places : nil
    }

    /// Calls `body` with the occurrences at the places of an index, and their pieces, in order.
    @inline(__always)
    func visitPlaces(
        _ places: any LiteralPlaces, _ finder: LiteralFinder, _ pieces: Range<Int>, _ work: inout Workspace,
        _ body: (Int, Range<Int>) -> Void
    ) throws(MatchFailure) {
        guard let last = pieces.last else { return }
        try work.poll()
        let extent = extent(pieces)
        work.offsets.removeAll(keepingCapacity: true)
        places.append(in: UInt32(extent.lowerBound)..<UInt32(extent.upperBound), to: &work.offsets)
        var index = pieces.lowerBound
        let isExact = places.isExact
        for offset in work.offsets {
            let start = Int(offset)
            index = firstPiece(endingBehind: offset, from: index, limit: last)
            let piece = piece(index)
            guard piece.lowerBound <= start else { continue }
            let end =
                isExact
                ? finder.end(of: start, in: text, limit: piece.upperBound) : finder.end(text, at: start, limit: piece.upperBound)
            if let end { body(index, start..<end) }
        }
    }

    // MARK: Units

    /// Of `set` the units that satisfy `term`, where the index spares a look at each; nil where it does not.
    func satisfyingByIndex(_ term: Term, _ set: UnitSet, _ work: inout Workspace) throws(MatchFailure) -> ContiguousArray<UInt32>? {
        guard work.indexed != nil else { return nil }
        switch (set, term) {
        case (.run(let range), .gap(let gap)):
            var found = ContiguousArray<UInt32>()
            let isVisited = try visitByIndex(gap, units.pieces(of: range), &work) { piece, _ in
                found.append(UInt32(truncatingIfNeeded: piece))
                return false
            }
            return isVisited ? holders(of: found, range) : nil
        case (.some(let list), .literal(let finder)):
            guard let first = list.first, let last = list.last, let places = work.places(of: finder) else { return nil }
            let range = Int(first)..<Int(last) + 1
            let count = places.expected(in: extent(units.pieces(of: range)), of: text.count)
            // A unit that is looked at by itself costs as much as some places.
            guard count < 8 * list.count, placesThatPay(finder, units.pieces(of: range), &work) != nil else { return nil }
            return intersection(list, try candidates(finder, range, &work))
        case (.run, .literal), (.run, .regex), (.some, .gap), (.some, .regex): return nil
        }
    }

    // MARK: Order

    /// The parts of a conjunction, the rarest by the index first; in the order of the plan without one.
    func ordered(_ nodes: [MatchPlan.Node], of plan: MatchPlan, _ work: inout Workspace) -> [MatchPlan.Node] {
        guard work.indexed != nil, nodes.count > 1 else { return nodes }
        var counts: [Int] = []
        for node in nodes { counts.append(mostPlaces(node, of: plan, &work)) }
        return nodes.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }.map { nodes[$0] }
    }

    /// At most how many places a node has to be looked for at.
    private func mostPlaces(_ node: MatchPlan.Node, of plan: MatchPlan, _ work: inout Workspace) -> Int {
        switch node {
        case .term(let index): return mostPlaces(plan.terms[index], &work)
        case .all(let nodes):
            var least = Int.max
            for node in nodes { least = min(least, mostPlaces(node, of: plan, &work)) }
            return least
        case .any(let nodes):
            var sum = 0
            for node in nodes { sum = sum.addingClamped(mostPlaces(node, of: plan, &work)) }
            return sum
        case .none: return .max
        }
    }

    private func mostPlaces(_ term: Term, _ work: inout Workspace) -> Int {
        var sum = term.required.isEmpty ? Int.max : 0
        for finder in term.required { sum = sum.addingClamped(work.places(of: finder)?.atMost ?? .max) }
        return sum
    }
}

extension Int {
    fileprivate func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
