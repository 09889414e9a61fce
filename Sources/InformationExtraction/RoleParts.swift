import Documents

/// Reads who takes which part: A共同参与, and lists in which each element ends in a verb, 党委领导、政府负责、公众参与.
struct PartsReader {
    let passage: Passage

    func read() -> [RoleAssignment] {
        let parts = elements
        var found: [RoleAssignment] = []
        var run: [RoleAssignment] = []
        for (index, part) in parts.enumerated() {
            let mark = passage.scalars[max(0, part.lowerBound - 1)]
            let isNext = index > 0 && parts[index - 1].upperBound + 1 == part.lowerBound && (mark == Mark.pause || mark == Mark.comma)
            if !isNext { flush(&run, into: &found) }
            if let member = assignment(part, RoleWords.parts, longest: 10) { run.append(member) } else { flush(&run, into: &found) }
            if let joined = assignment(part, RoleWords.joining, longest: 20) { found.append(joined) }
        }
        flush(&run, into: &found)
        return found
    }

    /// One element alone is a sentence like any other; three of them are a list of parts, if two have verbs that are said of parts:
    /// 质量技术监督、安全生产管理、公共服务 are fields of work.
    private func flush(_ run: inout [RoleAssignment], into found: inout [RoleAssignment]) {
        if run.count >= 3, run.filter(isTelling).count >= 2 { found += run }
        run = []
    }

    private func isTelling(_ assignment: RoleAssignment) -> Bool {
        let role = passage.index(at: assignment.role.start)..<passage.index(at: assignment.role.end)
        return RoleWords.tellingParts.length(at: role.lowerBound, in: role, of: passage) == role.count
    }

    /// Stretches between 、 and the marks that end clauses.
    private var elements: [Range<Int>] {
        passage.clauses.flatMap { clause in
            clause.split { passage.scalars[$0] == Mark.pause }.compactMap { part in
                part.first.flatMap { first in part.last.map { first..<$0 + 1 } }
            }
        }
    }

    /// A range without the ordinal it begins with: （二）.
    private func unnumbered(_ range: Range<Int>) -> Range<Int> {
        guard let ordinal = passage.ordinal(at: range.lowerBound), ordinal.length <= range.count else { return range }
        return range.lowerBound + ordinal.length..<range.upperBound
    }

    /// A range behind the last word that leads to a list.
    private func unframed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        for index in range {
            if let length = RoleWords.framings.length(at: index, in: range, of: passage) { start = max(start, index + length) }
        }
        return start..<range.upperBound
    }

    /// Who stands before a verb that ends the element, or that 的 follows.
    private func assignment(_ part: Range<Int>, _ verbs: WordList, longest: Int) -> RoleAssignment? {
        let particle = part.dropFirst(2).first { passage.scalars[$0] == Han.particle } ?? part.upperBound
        for end in particle < part.upperBound ? [part.upperBound, particle] : [part.upperBound] {
            guard let length = verbs.length(endingAt: end, in: part, of: passage) else { continue }
            let role = end - length..<end
            let before = RoleWords.openings.trimmingStart(unframed(part.lowerBound..<role.lowerBound), of: passage)
            let who = passage.behindBlank(passage.trimmed(unnumbered(before)))
            guard who.count > 1, who.count <= longest, RoleWords.doings.length(at: who.lowerBound, in: who, of: passage) == nil,
                RoleWords.pronouns.length(at: who.lowerBound, in: who, of: passage) == nil,
                !who.contains(where: { RoleWords.notInPart.contains(passage.scalars[$0]) })
            else { continue }
            return RoleAssignment(who: passage.span(who), role: passage.span(role))
        }
        return nil
    }
}
