/// A list of units over its text, with the walks that go from one to the other.
struct UnitScan {
    let units: UnitList
    let text: Haystack
    /// Where pieces begin and end: the columns of `units` as memory, which whoever makes a scan keeps in place.
    private let starts: UnsafeBufferPointer<UInt32>
    private let ends: UnsafeBufferPointer<UInt32>

    /// Bytes scanned between two looks at the cancellation flag.
    private static let stretch = 1 << 20

    /// A scan of `units`, whose columns are `starts` and `ends`, as many of the one as of the other.
    init(_ units: UnitList, _ text: Haystack, starts: UnsafeBufferPointer<UInt32>, ends: UnsafeBufferPointer<UInt32>) {
        (self.units, self.text, self.starts, self.ends) = (units, text, starts, ends)
    }

    /// The bytes of a piece of the list, cut to the text, so that a wrong column cannot make a wild read.
    @inline(__always)
    func piece(_ index: Int) -> Range<Int> {
        let end = min(Int(ends[index]), text.count)
        return min(Int(starts[index]), end)..<end
    }

    /// Calls `body` with each occurrence of `finder` in a run of pieces and its piece, in order; occurrences may overlap. Places come from the
    /// index where that pays; otherwise runs of pieces close to each other are scanned in one go.
    @inline(__always)
    func visit(
        _ finder: LiteralFinder, _ pieces: Range<Int>, _ work: inout Workspace, _ body: (Int, Range<Int>) -> Void
    ) throws(MatchFailure) {
        guard let last = pieces.last else { return }
        if let places = placesThatPay(finder, pieces, &work) { return try visitPlaces(places, finder, pieces, &work, body) }
        if isSparse(pieces) { return try visitApart(finder, pieces, &work, body) }
        var index = pieces.lowerBound
        while index <= last {
            let end = runEnd(from: index, upTo: pieces.upperBound)
            try visitRun(finder, index..<end, &work, body)
            index = end
        }
    }

    /// The end of a run of pieces between which little text lies that belongs to none. Cost: a look at each.
    private func runEnd(from first: Int, upTo limit: Int) -> Int {
        var index = first + 1
        while index < limit, Int(starts[index]) - Int(ends[index - 1]) < Self.scannedGap { index += 1 }
        return index
    }

    /// Bytes between two pieces that cost less to scan than to begin anew behind them.
    private static let scannedGap = 1 << 11

    /// Calls `body` with what a scan from the first piece of a run to its last finds; what lies between pieces is dropped in a merge.
    @inline(__always)
    private func visitRun(
        _ finder: LiteralFinder, _ pieces: Range<Int>, _ work: inout Workspace, _ body: (Int, Range<Int>) -> Void
    ) throws(MatchFailure) {
        let last = pieces.upperBound - 1
        var from = piece(pieces.lowerBound).lowerBound
        let end = piece(last).upperBound
        var index = pieces.lowerBound
        while from < end {
            try work.poll()
            let next = min(from + Self.stretch, end)
            work.offsets.removeAll(keepingCapacity: true)
            finder.scan(text, from..<min(next + finder.longest - 1, end), into: &work.offsets)
            for offset in work.offsets {
                let start = Int(offset)
                // A short form of what may be longer: the next stretch begins with it.
                if start >= next { break }
                index = firstPiece(endingBehind: offset, from: index, limit: last)
                let piece = piece(index)
                guard piece.lowerBound <= start, let end = finder.end(of: start, in: text, limit: piece.upperBound) else { continue }
                body(index, start..<end)
            }
            from = next
        }
    }

    /// Whether little of the text belongs to the pieces: titles and headings are looked at one by one.
    private func isSparse(_ pieces: Range<Int>) -> Bool {
        guard let last = pieces.last else { return false }
        let whole = piece(last).upperBound - piece(pieces.lowerBound).lowerBound
        // Pieces that cannot fill it, however long they usually are, need no sum.
        return whole > pieces.count * UnitScan.usualLength && pieces.reduce(0) { $0 + piece($1).count } < whole / 8
    }

    private static let usualLength = 256

    /// The same, piece by piece.
    private func visitApart(
        _ finder: LiteralFinder, _ pieces: Range<Int>, _ work: inout Workspace, _ body: (Int, Range<Int>) -> Void
    ) throws(MatchFailure) {
        for index in pieces {
            try work.poll()
            let piece = piece(index)
            work.offsets.removeAll(keepingCapacity: true)
            finder.scan(text, piece, into: &work.offsets)
            for offset in work.offsets {
                guard let end = finder.end(of: Int(offset), in: text, limit: piece.upperBound) else { continue }
                body(index, Int(offset)..<end)
            }
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

    /// The first piece from `index` on, at most `limit`, that ends behind `offset`. Cost: the logarithm of the way.
    @inline(__always)
    func firstPiece(endingBehind offset: UInt32, from index: Int, limit: Int) -> Int {
        // Mostly it is one of the next.
        var low = index
        let near = min(index + 8, limit)
        while low < near, ends[low] <= offset { low += 1 }
        if low < near || low == limit { return low }
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

extension UnitList {
    /// What `body` gives with these units over their text; nil where the columns are not of one length.
    func scanning<Found>(_ text: Haystack, _ body: (UnitScan) throws(MatchFailure) -> Found) throws(MatchFailure) -> Found? {
        try starts.withUnsafeBufferPointer { starts throws(MatchFailure) in
            try ends.withUnsafeBufferPointer { ends throws(MatchFailure) in
                starts.count == ends.count ? try body(UnitScan(self, text, starts: starts, ends: ends)) : nil
            }
        }
    }
}
