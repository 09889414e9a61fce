/// Which candidates are headings, going by what stands around them.
struct HeadingSelection {
    let view: ByteView
    let lines: ContiguousArray<BodyLine>

    /// The candidates that are headings, in order. Cost: linear in the candidates.
    func headings(among candidates: [HeadingCandidate]) -> [HeadingCandidate] {
        let hasDivisions = candidates.contains { $0.kind.isDivision }
        let eligible = hasDivisions ? candidates.filter { $0.kind != .unnumbered } : candidates
        var headings: [HeadingCandidate] = []
        var groupStart = 0
        while groupStart < eligible.count {
            var groupEnd = groupStart + 1
            while groupEnd < eligible.count, eligible[groupEnd].line == eligible[groupEnd - 1].line + 1 { groupEnd += 1 }
            headings += chain(in: eligible[groupStart..<groupEnd])
            groupStart = groupEnd
        }
        return headings
    }

    /// Of candidates on successive lines, those that lead down to the text: each higher than the next. What stands
    /// before them is a table of contents; equals that are no 编, 章, 节 are a list, and none of them counts.
    private func chain(in group: ArraySlice<HeadingCandidate>) -> [HeadingCandidate] {
        var chain: [HeadingCandidate] = []
        for candidate in group.reversed() {
            guard let below = chain.last else {
                if governsText(candidate) { chain.append(candidate) }
                continue
            }
            if candidate.kind < below.kind {
                chain.append(candidate)
            } else {
                if candidate.kind == below.kind, !candidate.kind.isDivision { chain.removeLast() }
                break
            }
        }
        return chain.reversed()
    }

    /// Whether text follows on the next line, longer than the heading, unless it is one of 编, 章, 节.
    private func governsText(_ candidate: HeadingCandidate) -> Bool {
        guard candidate.line + 1 < lines.count else { return false }
        if candidate.kind.isDivision { return true }
        let next = lines[candidate.line + 1]
        if next.span.count > HeadingMeasure.paragraph * 4 { return true }
        let length = view.characters(from: next.start, to: next.end)
        let heading = lines[candidate.line]
        return length >= HeadingMeasure.paragraph
            || (view.endsClause(next) && length > view.characters(from: heading.start, to: heading.end))
    }
}
