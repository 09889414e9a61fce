import Documents

/// Which candidates are headings, going by what stands around them.
///
/// Three kinds of evidence are weighed one after the other: place, where candidates on successive lines must lead down to
/// a text; number, where a series goes on; and likeness, where lines without numbers have siblings and a text to govern.
struct HeadingSelection {
    private let evidence: HeadingEvidence

    /// For the lines of an article, of which those before `first` are head matter.
    init(view: ByteView, lines: BodyLines.View, after first: Int) {
        evidence = HeadingEvidence(view: view, lines: lines, first: first)
    }

    /// The candidates that are headings, in order. Cost: linear in the lines.
    func headings(among candidates: [HeadingCandidate]) -> [HeadingCandidate] {
        let hasDivisions = candidates.contains { $0.kind.isDivision }
        // Beside 编, 章 and 节 nothing is a heading without a number or a name.
        let eligible = hasDivisions ? candidates.filter { $0.kind != .unnumbered } : candidates
        var placed = chains(in: eligible)
        if placed.contains(where: { $0.kind.isCounted }) {
            let rejected = NumberedSeries(evidence).rejected(among: placed, of: eligible)
            placed.removeAll { rejected.contains($0.line) }
        }
        if placed.contains(where: { $0.kind == .unnumbered }) {
            let accepted = UnnumberedHeadings(evidence).accepted(among: placed)
            placed.removeAll { $0.kind == .unnumbered && !accepted.contains($0.line) }
        }
        return governing(placed)
    }

    /// The headings that have something below them. `chain` judges by the usual order of kinds, and the numbers of an article may
    /// give another: a heading right above one that ends its section governs nothing, and is a line of the text. Where one is
    /// dropped, the order may change, and is looked at again; each time the runs of successive headings, which have no
    /// more members than there are kinds, grow shorter.
    private func governing(_ headings: [HeadingCandidate]) -> [HeadingCandidate] {
        var headings = headings
        while headings.indices.dropLast().contains(where: { headings[$0 + 1].line == headings[$0].line + 1 }) {
            let order = HeadingOrder(headings)
            let kept = headings.indices.filter { index in
                guard index + 1 < headings.count, headings[index + 1].line == headings[index].line + 1 else { return true }
                return order.rank(of: headings[index + 1].kind) > order.rank(of: headings[index].kind)
            }
            if kept.count == headings.count { return headings }
            headings = kept.map { headings[$0] }
        }
        return headings
    }

    /// The candidates whose place is that of a heading, group by group of successive lines.
    private func chains(in candidates: [HeadingCandidate]) -> [HeadingCandidate] {
        var placed: [HeadingCandidate] = []
        var start = 0
        while start < candidates.count {
            var end = start + 1
            while end < candidates.count, candidates[end].line == candidates[end - 1].line + 1 { end += 1 }
            if end > start + 1 {
                placed += chain(in: candidates[start..<end])
            } else if canStand(candidates[start]) {
                placed.append(candidates[start])
            }
            start = end
        }
        return placed
    }

    /// Of candidates on successive lines, those that lead down to the text: each higher than the next. What stands
    /// before them is a table of contents; equals that are no 编, 章, 节 are a list or verse, and none of them counts.
    private func chain(in group: ArraySlice<HeadingCandidate>) -> [HeadingCandidate] {
        var chain: [HeadingCandidate] = []
        for candidate in group.reversed() {
            guard let below = chain.last else {
                if canStand(candidate) { chain.append(candidate) }
                continue
            }
            if leads(candidate, to: below) {
                chain.append(candidate)
            } else {
                if candidate.kind == below.kind, candidate.kind.isCounted || candidate.kind == .unnumbered { chain.removeLast() }
                break
            }
        }
        return chain.reversed()
    }

    /// Whether a heading may stand right above another: if its kind is higher, or the other begins to count.
    private func leads(_ upper: HeadingCandidate, to lower: HeadingCandidate) -> Bool {
        upper.kind < lower.kind || (upper.kind != lower.kind && !lower.kind.isDivision && lower.number == 1)
    }

    /// Whether there is something to stand above: for 编, 章, 节 and numbered headings any text, for others a paragraph.
    private func canStand(_ candidate: HeadingCandidate) -> Bool {
        guard candidate.line + 1 < evidence.lines.count else { return false }
        return candidate.kind == .unnumbered ? evidence.governsText(candidate) : true
    }
}
