import Documents

/// Tells headings without numbers from verse, dialogue, captions and names: they stand between finished text and a
/// paragraph, govern some length of text, and have siblings that look like them.
struct UnnumberedHeadings {
    private let evidence: HeadingEvidence

    init(_ evidence: HeadingEvidence) { self.evidence = evidence }

    /// Characters that a heading governs at least, on the average of its siblings.
    private static let governed = 60

    /// The lines of those among `placed` that are headings.
    func accepted(among placed: [HeadingCandidate]) -> Set<Int> {
        let heads = Set(placed.lazy.filter { $0.kind != .unnumbered }.map(\.line))
        let standing = placed.filter { $0.kind == .unnumbered && stands($0, below: heads) }
        let firm = alike(standing.filter { !$0.isDoubtful })
        let siblings = withoutMotto(firm + doubtful(standing.filter(\.isDoubtful), beside: firm))
        guard proves(siblings, heads) else { return [] }
        return Set(siblings.map(\.line))
    }

    /// Questions and their like, where headings are alike that are none of them and no fewer; or where there are three, and
    /// hardly a short line else: what asks in the midst of talk is no heading.
    private func doubtful(_ doubtful: [HeadingCandidate], beside firm: [HeadingCandidate]) -> [HeadingCandidate] {
        if !firm.isEmpty {
            let likeness = Likeness(firm, evidence)
            return firm.count > 1 && doubtful.count <= firm.count ? doubtful.filter { likeness.holds(for: $0) } : []
        }
        let isCalm = shortLines(beside: doubtful.count) * 8 <= evidence.lines.count - evidence.first
        return doubtful.count >= 3 && isCalm ? alike(doubtful) : []
    }

    /// Lines that are no paragraphs, but for as many headings.
    private func shortLines(beside headings: Int) -> Int {
        (evidence.first..<evidence.lines.count).count { !evidence.isParagraph($0) } - headings
    }

    /// Without the first line of the text, unless two more are alike or one that is as long: it is a motto, a place or a name.
    private func withoutMotto(_ siblings: [HeadingCandidate]) -> [HeadingCandidate] {
        let isPair = siblings.count == 2 && abs(siblings[0].length - siblings[1].length) <= 2
        return siblings.count > 2 || isPair ? siblings : siblings.filter { $0.line > evidence.first }
    }

    /// Whether the line stands where a heading does.
    private func stands(_ candidate: HeadingCandidate, below heads: Set<Int>) -> Bool {
        let line = candidate.line
        if heads.contains(line - 1) || heads.contains(line + 1) { return true }
        guard evidence.followsFinishedText(line) else { return false }
        let isSetOff = evidence.isCentred(line) || evidence.standsApart(line)
        return isSetOff || evidence.isParagraph(line + 1)
    }

    /// Those of about the same length and the same indent as most.
    private func alike(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
        let likeness = Likeness(candidates, evidence)
        return candidates.filter { likeness.holds(for: $0) }
    }

    /// Whether the candidates together are headings. A single one needs paragraphs on both sides, and where short lines are many, as in dialogue and verse, all need more text below them.
    private func proves(_ siblings: [HeadingCandidate], _ heads: Set<Int>) -> Bool {
        guard let first = siblings.first else { return false }
        if siblings.count == 1, !heads.contains(first.line - 1), !heads.contains(first.line + 1) { return isEnclosed(first) }
        let texts = evidence.lines.count - evidence.first - siblings.count
        let isBroken = shortLines(beside: siblings.count) * 2 > texts
        return meanLength(of: siblings) >= UnnumberedHeadings.governed * (isBroken ? 4 : 1) || isEveryOneEnclosed(siblings)
    }

    private func isEveryOneEnclosed(_ siblings: [HeadingCandidate]) -> Bool { siblings.allSatisfy { isEnclosed($0) } }

    /// Whether paragraphs stand on both sides.
    private func isEnclosed(_ candidate: HeadingCandidate) -> Bool {
        guard evidence.isParagraph(candidate.line + 1) else { return false }
        return candidate.line > evidence.first && evidence.isParagraph(candidate.line - 1)
    }

    /// Characters below a heading, on the average.
    private func meanLength(of siblings: [HeadingCandidate]) -> Int {
        guard let first = siblings.first else { return 0 }
        let bytes = Int(evidence.lines[evidence.lines.count - 1].span.end) - evidence.lines[first.line].end
        return bytes / 3 / siblings.count
    }
}

/// What most of a number of lines have in common.
private struct Likeness {
    private let evidence: HeadingEvidence
    private let length: Int
    private let indent: Int

    /// The medians of `candidates`. Cost: sorts them once.
    init(_ candidates: [HeadingCandidate], _ evidence: HeadingEvidence) {
        self.evidence = evidence
        let lengths = candidates.map(\.length).sorted()
        let indents = candidates.map { evidence.indent(of: $0) }.sorted()
        length = lengths.isEmpty ? 0 : lengths[lengths.count / 2]
        indent = indents.isEmpty ? 0 : indents[indents.count / 2]
    }

    func holds(for candidate: HeadingCandidate) -> Bool {
        guard candidate.length <= max(length * 2, length + 6) else { return false }
        return abs(evidence.indent(of: candidate) - indent) <= 4 || evidence.isCentred(candidate.line)
    }
}
