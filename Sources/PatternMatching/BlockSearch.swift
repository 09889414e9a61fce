import Documents

/// One search, block by block: the units of a block are narrowed down, then their hits are found.
struct BlockSearch: ~Copyable {
    private static let smallestBlock = 64 << 10
    private static let largestBlock = 1 << 20

    private let plan: MatchPlan
    private let exception: MatchPlan?
    private let scan: UnitScan
    private let wantsHits: Bool
    private var work: Workspace
    private var cursor: HitCursor
    private var exceptionCursor: HitCursor?
    private var matches = UnitMatches()
    private var barred = UnitMatches()

    init(_ matcher: Matcher, _ scan: UnitScan, wantsHits: Bool, _ cancellation: Cancellation?) {
        plan = matcher.plan
        exception = matcher.plan.positive.isEmpty ? nil : matcher.exception
        self.scan = scan
        self.wantsHits = wantsHits
        work = Workspace(cancellation)
        cursor = HitCursor(matcher.plan)
        exceptionCursor = exception.map { HitCursor($0) }
    }

    /// Searches the units of `range` until `limit` are found. Blocks grow, so that a small limit costs little.
    mutating func run(_ range: Range<Int>, limit: Int) throws(MatchFailure) -> UnitMatches {
        var unit = range.lowerBound
        var size = limit == .max ? Self.largestBlock : Self.smallestBlock
        while unit < range.upperBound, matches.units.count < limit {
            try work.poll()
            let end = scan.units.blockEnd(from: unit, upTo: range.upperBound, size: size)
            try search(unit..<end)
            unit = end
            size = min(size * 2, Self.largestBlock)
        }
        if wantsHits { matches.firstHits.append(UInt32(truncatingIfNeeded: matches.hitCount)) }
        matches.truncate(to: limit)
        return matches
    }

    private mutating func search(_ block: Range<Int>) throws(MatchFailure) {
        if let finder = soleLiteral { return try searchLiteral(finder, block) }
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

    /// The literal that is the whole pattern, where pieces are units: then one scan gives units and hits.
    private var soleLiteral: LiteralFinder? {
        guard exception == nil, wantsHits, scan.units.groups == nil, let sole = plan.soleTerm,
            case .literal(let finder) = plan.terms[sole]
        else { return nil }
        return finder
    }

    private mutating func searchLiteral(_ finder: LiteralFinder, _ block: Range<Int>) throws(MatchFailure) {
        var latest = -1
        var free = 0
        var found = UnitMatches()
        swap(&found, &matches)
        try scan.visit(finder, block, &work) { piece, occurrence in
            if piece != latest {
                found.close(UInt32(truncatingIfNeeded: piece), firstHit: found.hitCount)
                latest = piece
                free = occurrence.lowerBound
            }
            guard occurrence.lowerBound >= free else { return }
            free = occurrence.upperBound
            found.append(occurrence)
        }
        swap(&found, &matches)
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
