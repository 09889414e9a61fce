/// The hits of several terms in one piece, as if they were alternatives of one: leftmost, at the same start the longest, and
/// on from its end.
struct HitCursor {
    let plan: MatchPlan
    let terms: [Int]
    private var ahead: [Range<Int>?] = []

    init(_ plan: MatchPlan) {
        self.plan = plan
        terms = plan.positive
    }

    /// Gives the hits of `piece` to `body` until it gives false.
    mutating func visit(
        _ text: Haystack, _ piece: Range<Int>, _ work: inout Workspace, _ body: (Range<Int>) -> Bool
    ) throws(MatchFailure) {
        if terms.count == 1 { return try visitOne(plan.terms[terms[0]], text, piece, &work, body) }
        ahead.removeAll(keepingCapacity: true)
        for term in terms { ahead.append(try plan.terms[term].next(text, piece, from: piece.lowerBound, &work)) }
        while let hit = foremost() {
            guard body(hit) else { return }
            for (slot, term) in terms.enumerated() {
                guard let range = ahead[slot], range.lowerBound < hit.upperBound else { continue }
                ahead[slot] = try plan.terms[term].next(text, piece, from: hit.upperBound, &work)
            }
        }
    }

    private func visitOne(
        _ term: Term, _ text: Haystack, _ piece: Range<Int>, _ work: inout Workspace, _ body: (Range<Int>) -> Bool
    ) throws(MatchFailure) {
        var from = piece.lowerBound
        while let hit = try term.next(text, piece, from: from, &work), body(hit) { from = hit.upperBound }
    }

    private func foremost() -> Range<Int>? {
        var best: Range<Int>?
        for case let range? in ahead {
            guard let current = best else {
                best = range
                continue
            }
            let isEarlier = range.lowerBound < current.lowerBound
            if isEarlier || range.lowerBound == current.lowerBound && range.upperBound > current.upperBound { best = range }
        }
        return best
    }
}
