/// Offices and functions: who holds them.
extension RoleReader {
    // MARK: A任主席

    mutating func readOffices(_ clause: Range<Int>) {
        for part in parts(of: clause) {
            for index in part {
                guard let length = RoleWords.holds.length(at: index, in: part, of: passage),
                    !RoleWords.notHolds.covers(index, of: passage) || length > 1
                else { continue }
                let role = passage.trimmed(index + length..<part.upperBound)
                guard role.count <= 24, let office = RoleWords.offices.length(endingAt: role.upperBound, in: role, of: passage), office > 0
                else { break }
                let who = passage.trimmed(RoleWords.openings.trimmingStart(part.lowerBound..<index, of: passage))
                if who.count > 1, who.count <= 12, !passage.holds(Han.particle, in: who) { add(who, role) }
                break
            }
        }
    }

    /// The parts of a clause between 、.
    private func parts(of clause: Range<Int>) -> [Range<Int>] {
        clause.split { isScalar(Mark.pause, at: $0) }.compactMap { part in
            part.first.flatMap { first in part.last.map { first..<$0 + 1 } }
        }
    }

    // MARK: A在…中的核心作用, 发挥A的核心作用

    mutating func readPlaying(_ clause: Range<Int>) {
        for index in clause where passage.reads(RoleWords.function, at: index) {
            guard let length = RoleWords.nouns.length(endingAt: index, in: clause, of: passage) else { continue }
            let role = index - length..<index
            guard role.lowerBound > clause.lowerBound, isScalar(Han.particle, at: role.lowerBound - 1) else { continue }
            if let who = player(before: role.lowerBound - 1, in: clause) { add(who, role) }
        }
    }

    private func player(before particle: Int, in clause: Range<Int>) -> Range<Int>? {
        var range = clause.lowerBound..<particle
        // Behind an earlier 作用 begins the next of them: …的主导作用和党员的示范表率作用.
        if let last = range.last(where: { passage.reads(RoleWords.function, at: $0 - 1) }) { range = last + 1..<particle }
        var isPlayed = range.lowerBound > clause.lowerBound
        if let play = range.last(where: { RoleWords.plays.length(endingAt: $0 + 1, in: range, of: passage) != nil }) {
            range = play + 1..<particle
            isPlayed = true
        }
        if let at = range.first(where: { isScalar(Han.at, at: $0) }), at > range.lowerBound {
            guard let last = range.last, RoleWords.closers.contains(passage.scalars[last]) else { return nil }
            range = range.lowerBound..<at
            isPlayed = true
        }
        let who = passage.trimmed(RoleWords.openings.trimmingStart(range, of: passage))
        guard isPlayed, !who.isEmpty, who.count <= 20, RoleWords.doings.length(at: who.lowerBound, in: who, of: passage) == nil,
            RoleWords.pronouns.length(at: who.lowerBound, in: who, of: passage) == nil
        else { return nil }
        return who
    }
}
