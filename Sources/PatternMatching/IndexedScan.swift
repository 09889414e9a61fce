import Documents

// What an index spares a scan.
extension UnitScan {
    /// From the beginning of the first piece to the end of the last.
    private func extent(_ pieces: Range<Int>) -> Range<Int> {
        guard let last = pieces.last else { return 0..<0 }
        let start = piece(pieces.lowerBound).lowerBound
        return start..<max(start, piece(last).upperBound)
    }

    /// The bytes of pieces; of many the extent, as they lie close together.
    private func bytes(_ pieces: Range<Int>) -> Int {
        pieces.count > 4096 ? extent(pieces).count : pieces.reduce(0) { $0 + piece($1).count }
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
            index = units.firstPiece(endingBehind: offset, from: index, limit: last)
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
            guard let firsts = joinedFirsts(gap, units.pieces(of: range), &work) else { return nil }
            var found = ContiguousArray<UInt32>()
            try visit(gap, at: firsts, units.pieces(of: range), &work) { piece, _ in
                found.append(UInt32(truncatingIfNeeded: piece))
                return false
            }
            return holders(of: found, range)
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

    // MARK: Gaps

    /// Where the first part of a gap stands with the others behind it near enough, in a run of pieces; nil where it is better to look at
    /// each piece that has the rarest part. The text between the parts is not looked at.
    func joinedFirsts(_ gap: GapFinder, _ pieces: Range<Int>, _ work: inout Workspace) -> ContiguousArray<UInt32>? {
        let extent = extent(pieces)
        var lists: [any LiteralPlaces] = []
        for part in gap.parts {
            guard let places = placesThatPay(part, pieces, &work) else { return nil }
            lists.append(places)
        }
        let counts = lists.map { $0.expected(in: extent, of: text.count) }
        // A piece that is looked at costs as much as some hundred places.
        if let least = counts.min(), least * 128 < counts.reduce(0, +) { return nil }
        let range = UInt32(extent.lowerBound)..<UInt32(extent.upperBound)
        var behind: ContiguousArray<UInt32>?
        for (part, places) in zip(gap.parts, lists).reversed() {
            var found = ContiguousArray<UInt32>()
            places.append(in: range, to: &found)
            if let behind { found.keep(before: behind, at: part.shortest + 1...part.longest + GapFinder.mostGapBytes) }
            behind = found
        }
        return behind
    }

    /// Calls `body` with each hit of a gap whose first part stands at one of `firsts`, and its piece, in order; where it gives false the
    /// rest of the piece is passed over.
    @inline(__always)
    func visit(
        _ gap: GapFinder, at firsts: ContiguousArray<UInt32>, _ pieces: Range<Int>, _ work: inout Workspace,
        _ body: (Int, Range<Int>) -> Bool
    ) throws(MatchFailure) {
        guard let last = pieces.last else { return }
        let part = gap.parts[0]
        var index = pieces.lowerBound
        var next = 0
        while next < firsts.count {
            try work.poll()
            index = units.firstPiece(endingBehind: firsts[next], from: index, limit: last)
            let piece = piece(index)
            guard piece.lowerBound <= Int(firsts[next]), Int(firsts[next]) < piece.upperBound else {
                next += 1
                continue
            }
            var from = piece.lowerBound
            var ahead = next
            while true {
                let hit = gap.next(in: text, piece, from: from, &work.gap) { scanned in
                    while ahead < firsts.count, Int(firsts[ahead]) < piece.upperBound {
                        let place = Int(firsts[ahead])
                        if place >= scanned, let end = part.end(text, at: place, limit: piece.upperBound) { return place..<end }
                        ahead += 1
                    }
                    return nil
                }
                guard let hit, body(index, hit) else { break }
                from = hit.upperBound
            }
            while next < firsts.count, Int(firsts[next]) < piece.upperBound { next += 1 }
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
