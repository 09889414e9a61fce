import Documents

/// A compiled pattern. Immutable: one may be used by several threads at once, each on its own run of units.
///
/// Hits are leftmost, then shortest for a gap and longest among alternatives; they never overlap within a unit. The hits of a
/// boolean pattern are those of its positive parts, in units that satisfy the whole, found as if the parts were alternatives.
/// A regular expression is matched against each piece as a whole text; its empty matches are no hits and satisfy nothing.
public struct Matcher: Sendable {
    let plan: MatchPlan
    let exception: MatchPlan?

    /// Compiles `pattern`. A hit that overlaps a hit of `except` is dropped, and a unit without a remaining one is not satisfied; where
    /// `pattern` has no positive part there is nothing to drop from, and `except` has no effect.
    ///
    /// Throws where a part is empty or a regular expression is wrong. Cost: microseconds, some hundred for a regular expression.
    public init(_ pattern: MatchPattern, except: MatchPattern? = nil, options: MatchOptions = MatchOptions()) throws(PatternError) {
        plan = try MatchPlan(pattern, options)
        if let except { exception = try MatchPlan(except, options) } else { exception = nil }
    }

    /// Literals one of which stands in every unit that satisfies the pattern; nil where none are known.
    public var requiredLiterals: RequiredLiterals? { plan.required.flatMap { RequiredLiterals($0) } }

    /// The units that satisfy the pattern, in order, with their hits where `wantsHits`.
    ///
    /// - Parameters:
    ///   - units: the units of `text`.
    ///   - range: which of them, so that several threads can share a list; all by default.
    ///   - index: where literals stand in pieces that hold all of `units`'s; it changes the cost, never the answer.
    ///   - limit: stop after so many satisfied units, without looking at much more text than that takes.
    ///   - cancellation: looked at every megabyte or few milliseconds; once it is up, the search throws `interrupted`.
    ///
    /// Where units nest, a hit is given for each unit that holds it. Cost: a scan of the text for the pattern's rarest literal, or a look at
    /// its places in the index, and a closer look at the units that have it; memory grows with the answer.
    public func search(
        _ units: UnitList, range: Range<Int>? = nil, in text: Text, index: (any LiteralIndex)? = nil, wantsHits: Bool, limit: Int = .max,
        cancellation: Cancellation? = nil
    ) throws(MatchFailure) -> UnitMatches {
        let indexed = index.map { IndexedPlaces($0, leastBytes: Matcher.leastIndexedBytes) }
        return try search(units, range: range, in: text, indexed: indexed, wantsHits: wantsHits, limit: limit, cancellation: cancellation)
    }

    /// The same with an index that says from when on it is used.
    func search(
        _ units: UnitList, range: Range<Int>? = nil, in text: Text, indexed: IndexedPlaces?, wantsHits: Bool, limit: Int = .max,
        cancellation: Cancellation? = nil
    ) throws(MatchFailure) -> UnitMatches {
        guard let haystack = Haystack(text), limit > 0 else { return UnitMatches() }
        let asked = (range ?? 0..<units.count).clamped(to: 0..<units.count)
        let matches = try units.scanning(haystack) { scan throws(MatchFailure) in
            var search = BlockSearch(self, scan, wantsHits: wantsHits, Workspace(cancellation, indexed))
            return try search.run(asked, limit: limit)
        }
        return withExtendedLifetime(text) { matches ?? UnitMatches() }
    }

    /// The hits in one piece, which is a unit of its own. For many pieces `search` is faster.
    ///
    /// A piece starts with a match where the first hit begins at its start, ends with one where the last hit ends at its end;
    /// what stands before or after the first hit is the piece up to its start or from its end.
    public func hits(in piece: Span, of text: Text, cancellation: Cancellation? = nil) throws(MatchFailure) -> SpanColumn {
        let matches = try matches(in: piece, of: text, wantsHits: true, cancellation)
        var hits = SpanColumn()
        hits.reserveCapacity(matches.hitCount)
        for index in 0..<matches.hitCount { hits.append(matches.hit(index)) }
        return hits
    }

    /// The number of hits in one piece.
    public func countHits(in piece: Span, of text: Text, cancellation: Cancellation? = nil) throws(MatchFailure) -> Int {
        try matches(in: piece, of: text, wantsHits: true, cancellation).hitCount
    }

    /// The first hit in one piece, or nil.
    public func firstHit(in piece: Span, of text: Text, cancellation: Cancellation? = nil) throws(MatchFailure) -> Span? {
        guard let sole = plan.soleTerm, exception == nil else { return try hits(in: piece, of: text, cancellation: cancellation).first }
        guard let haystack = Haystack(text) else { return nil }
        var work = Workspace(cancellation)
        let end = min(Int(piece.end), text.count)
        let bytes = min(Int(piece.start), end)..<end
        let hit = try plan.terms[sole].next(haystack, bytes, from: bytes.lowerBound, &work)
        return withExtendedLifetime(text) { hit.map { Span($0.lowerBound, $0.upperBound) } }
    }

    /// Whether one piece satisfies the pattern.
    public func isSatisfied(by piece: Span, of text: Text, cancellation: Cancellation? = nil) throws(MatchFailure) -> Bool {
        try !matches(in: piece, of: text, wantsHits: false, cancellation).units.isEmpty
    }

    private func matches(in piece: Span, of text: Text, wantsHits: Bool, _ cancellation: Cancellation?) throws(MatchFailure) -> UnitMatches
    {
        var column = SpanColumn()
        column.append(piece)
        return try search(UnitList(column), in: text, wantsHits: wantsHits, cancellation: cancellation)
    }
}

extension SpanColumn {
    fileprivate var first: Span? { count == 0 ? nil : self[0] }
}
