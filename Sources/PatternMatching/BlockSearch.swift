import Documents

/// One search, block by block: the units of a block are narrowed down, then their hits are found.
struct BlockSearch: ~Copyable {
    private static let smallestBlock = 64 << 10
    private static let largestBlock = 1 << 20
    /// Where an index has the places a block costs a look into lists, not a walk over its text.
    private static let largestIndexedBlock = 1 << 25

    private let plan: MatchPlan
    private let exception: MatchPlan?
    private let scan: UnitScan
    private let wantsHits: Bool
    private var work: Workspace
    private var cursor: HitCursor
    private var exceptionCursor: HitCursor?
    private var matches = UnitMatches()
    private var barred = UnitMatches()

    init(_ matcher: Matcher, _ scan: UnitScan, wantsHits: Bool, _ work: consuming Workspace) {
        plan = matcher.plan
        exception = matcher.plan.positive.isEmpty ? nil : matcher.exception
        self.scan = scan
        self.wantsHits = wantsHits
        self.work = work
        cursor = HitCursor(matcher.plan)
        exceptionCursor = exception.map { HitCursor($0) }
    }

    /// Searches the units of `range` until `limit` are found. Blocks grow, so that a small limit costs little.
    mutating func run(_ range: Range<Int>, limit: Int) throws(MatchFailure) -> UnitMatches {
        var unit = range.lowerBound
        let largest = isIndexed ? Self.largestIndexedBlock : Self.largestBlock
        var size = limit == .max ? largest : Self.smallestBlock
        while unit < range.upperBound, matches.units.count < limit {
            try work.poll()
            let end = scan.units.blockEnd(from: unit, upTo: range.upperBound, size: size)
            try search(unit..<end)
            unit = end
            size = min(size * 2, largest)
        }
        if wantsHits { matches.firstHits.append(UInt32(truncatingIfNeeded: matches.hitCount)) }
        matches.truncate(to: limit)
        return matches
    }

    /// Whether the index has places for each term.
    private var isIndexed: Bool {
        mutating get {
            guard work.indexed != nil else { return false }
            for term in plan.terms {
                if term.required.isEmpty { return false }
                for finder in term.required where work.places(of: finder) == nil { return false }
            }
            return true
        }
    }

    private mutating func search(_ block: Range<Int>) throws(MatchFailure) {
        if try searchSoleTerm(block) { return }
        guard wantsHits || exception != nil else {
            matches.units.append(contentsOf: try scan.satisfying(plan.root, of: plan, .run(block), &work).list)
            return
        }
        // With one term the hits tell whether it is satisfied; otherwise the whole is judged first.
        let set =
            if let sole = plan.soleTerm {
                try scan.prefiltered(.run(block), plan.terms[sole], &work)
            } else {
                try scan.satisfying(plan.root, of: plan, .run(block), &work)
            }
        for unit in set.list {
            try work.poll()
            try collect(unit, needsHit: plan.soleTerm != nil || exception != nil)
        }
    }

    /// The term that is the whole pattern, where no unit shares a piece with another: then one pass gives units and hits. False where
    /// there is no such pass.
    private mutating func searchSoleTerm(_ block: Range<Int>) throws(MatchFailure) -> Bool {
        guard exception == nil, wantsHits, let sole = plan.soleTerm, scan.units.areApart(block) else { return false }
        let pieces = scan.units.pieces(of: block)
        switch plan.terms[sole] {
        case .literal(let finder):
            var hits = UnitHits(&matches, block)
            try scan.visit(finder, pieces, &work) { hits.add($1, piece: $0, of: scan.units) }
            matches = hits.found
        case .gap(let gap):
            var hits = UnitHits(&matches, block)
            let isVisited = try scan.visitByIndex(gap, pieces, &work) {
                hits.add($1, piece: $0, of: scan.units)
                return true
            }
            matches = hits.found
            return isVisited
        case .regex(let program):
            guard program.required.isEmpty else { return false }
            try collect(program, pieces, block)
        }
        return true
    }

    /// Adds the hits of an expression that has to be tried in each piece. Apart from `collect`, which counts references to it for each piece: two
    /// threads would wait for each other's counting.
    private mutating func collect(_ program: RegexProgram, _ pieces: Range<Int>, _ block: Range<Int>) throws(MatchFailure) {
        var hits = UnitHits(&matches, block)
        for index in pieces {
            if index & 0xFF == 0 { try work.poll() }
            let piece = scan.piece(index)
            var from = piece.lowerBound
            while let hit = try work.next(program, scan.text, piece, from: from) {
                hits.add(hit, piece: index, of: scan.units)
                from = hit.upperBound
            }
        }
        matches = hits.found
    }

    /// Adds the unit with its hits, but for those that the exception bars.
    private mutating func collect(_ unit: UInt32, needsHit: Bool) throws(MatchFailure) {
        let first = matches.hitCount
        for index in scan.units.pieces(of: Int(unit)) {
            let piece = scan.piece(index)
            try cursor.visit(scan.text, piece, &work) { hit in
                matches.append(hit)
                return true
            }
        }
        if matches.hitCount > first { try dropBarred(unit, from: first) }
        if needsHit, matches.hitCount == first { return }
        guard wantsHits else {
            matches.truncateHits(to: first)
            return matches.units.append(unit)
        }
        matches.close(unit, firstHit: first)
    }

    /// Drops the hits from `first` on that overlap one of the exception's own, which it has in units that satisfy it.
    private mutating func dropBarred(_ unit: UInt32, from first: Int) throws(MatchFailure) {
        guard let exception else { return }
        if exception.soleTerm == nil {
            let judged = try scan.satisfying(exception.root, of: exception, .some([unit]), &work)
            if judged.isEmpty { return }
        }
        barred.truncateHits(to: 0)
        for index in scan.units.pieces(of: Int(unit)) {
            let piece = scan.piece(index)
            try exceptionCursor?.visit(scan.text, piece, &work) { hit in
                barred.append(hit)
                return true
            }
        }
        matches.dropHits(from: first, overlapping: barred)
    }
}

extension UnitMatches {
    /// Drops the hits from `first` on that overlap one of `others`; both ascend.
    fileprivate mutating func dropHits(from first: Int, overlapping others: UnitMatches) {
        var kept = first
        var next = 0
        for index in first..<hitCount {
            while next < others.hitCount, others.ends[next] <= starts[index] { next += 1 }
            if next < others.hitCount, others.starts[next] < ends[index] { continue }
            starts[kept] = starts[index]
            ends[kept] = ends[index]
            kept += 1
        }
        truncateHits(to: kept)
    }
}
