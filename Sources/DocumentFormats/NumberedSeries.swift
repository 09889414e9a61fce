import Documents

/// Tells numbered headings from numbered items: items of a series are alike, so that 一、…。 which opens a paragraph makes
/// its neighbours 二、 and 三、 items too, however short they are.
struct NumberedSeries {
    private let evidence: HeadingEvidence

    init(_ evidence: HeadingEvidence) { self.evidence = evidence }

    /// A numbered line, heading or item.
    private struct Member {
        var line: Int
        var number: Int
        /// The candidate that stands here, if the line could be a heading.
        var candidate: HeadingCandidate?
        /// Whether a text follows that it can govern.
        var governs = false
    }

    /// The lines of those among `placed` that their series shows to be items. `all` are the candidates of all places.
    func rejected(among placed: [HeadingCandidate], of all: [HeadingCandidate]) -> Set<Int> {
        let kinds = Set(placed.lazy.map(\.kind).filter(\.isCounted))
        let places = Set(placed.lazy.filter(\.kind.isCounted).map(\.line))
        var series: [HeadingKind: [Member]] = [:]
        var rejected: Set<Int> = []
        var candidates = all[...]
        for line in evidence.first..<evidence.lines.count {
            while let next = candidates.first, next.line < line { candidates.removeFirst() }
            let candidate = candidates.first.flatMap { $0.line == line ? $0 : nil }
            guard let (kind, member) = member(at: line, candidate, places), kinds.contains(kind) else { continue }
            // A number that does not go on begins a new series.
            if let last = series[kind]?.last, member.number <= last.number {
                rejected.formUnion(items(in: series[kind] ?? []))
                series[kind] = []
            }
            series[kind, default: []].append(member)
        }
        for members in series.values { rejected.formUnion(items(in: members)) }
        return rejected
    }

    private func member(at line: Int, _ candidate: HeadingCandidate?, _ places: Set<Int>) -> (HeadingKind, Member)? {
        if let candidate {
            guard candidate.kind.isCounted else { return nil }
            let governs = places.contains(line) && (evidence.governsText(candidate) || places.contains(line + 1))
            return (candidate.kind, Member(line: line, number: candidate.number, candidate: candidate, governs: governs))
        }
        let body = evidence.lines[line]
        guard let numbering = evidence.view.numbering(from: body.start, to: body.end), numbering.kind.isCounted, numbering.isMarked
        else { return nil }
        return (numbering.kind, Member(line: line, number: numbering.number))
    }

    /// The lines that are items: all that do not govern a text, and the others too where these are fewer or the series does
    /// not prove them.
    private func items(in members: [Member]) -> [Int] {
        let governing = members.filter(\.governs)
        let isSeries = governing.count * 2 >= members.count && proves(governing)
        return members.filter { !$0.governs || !isSeries }.map(\.line)
    }

    /// A numeral alone, 一, or a question is a heading only where the next number follows.
    private func proves(_ governing: [Member]) -> Bool {
        guard governing.contains(where: { $0.candidate?.isDoubtful == true }) else { return true }
        return zip(governing, governing.dropFirst()).contains { $1.number == $0.number + 1 }
    }
}
