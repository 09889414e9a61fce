import Documents

/// Who is what, as a text says it.
public struct RoleAssignment: Hashable, Sendable {
    /// Who, as written.
    public let who: Span
    /// The role, as written: 核心, 领导, 共同参与.
    public let role: Span
    /// From the first to the last of the two.
    public var extent: Span { Span(min(who.start, role.start), max(who.end, role.end)) }
}

/// The role assignments of a passage in text order: 以A为核心 (and its list, 以A为核心、B为基础), 在A领导下, A共同参与, 由A负责, A是核心,
/// A任主席, A在…中的核心作用, and lists of parts (党委领导、政府负责). Cost: some passes over the passage.
public func roleAssignments(in passage: Passage) -> [RoleAssignment] {
    var reader = RoleReader(passage: passage)
    return reader.read()
}

/// Reads a passage clause by clause; a list that 以 began may go on behind a comma.
private struct RoleReader {
    let passage: Passage
    private var found: [RoleAssignment] = []
    /// Where the last element of 以A为R、B为R ended; nil where no list is open.
    private var listEnd: Int?

    init(passage: Passage) { self.passage = passage }

    mutating func read() -> [RoleAssignment] {
        for clause in passage.clauses {
            readWith(clause)
            readUnder(clause)
            readCharges(clause)
            readBeing(clause)
            readOffices(clause)
            readPlaying(clause)
        }
        found += PartsReader(passage: passage).read()
        return settled()
    }

    /// In text order, each who and each role once.
    private func settled() -> [RoleAssignment] {
        var kept: [RoleAssignment] = []
        for assignment in found.sorted(by: { $0.extent < $1.extent }) {
            let isKnown = kept.contains { $0.role == assignment.role || ($0.who == assignment.who && $0.role.overlaps(assignment.role)) }
            if !isKnown { kept.append(assignment) }
        }
        return kept
    }

    private mutating func add(_ who: Range<Int>, _ role: Range<Int>) {
        found.append(RoleAssignment(who: passage.span(who), role: passage.span(role)))
    }

    private func isCharacter(_ scalar: Character, at index: Int) -> Bool {
        passage.scalars.indices.contains(index) && scalar.unicodeScalars.first?.value == passage.scalars[index]
    }

    // MARK: 以A为核心

    private static let notWith = WordList(
        "以及 以来 以后 以前 以上 以下 以内 以外 以便 以免 以致 以至 以往 以为 可以 所以 得以 足以 予以 加以 难以 用以 借以 何以 以期 以此 以东 以西 以南 以北 给以 以其 是以 以色列 以毒攻毒 据以 赖以")

    private mutating func readWith(_ clause: Range<Int>) {
        let follows = listEnd.map { $0 + 1 == clause.lowerBound && isCharacter("，", at: $0) } ?? false
        var open = follows ? clause.lowerBound : nil as Int?
        listEnd = nil
        var position = clause.lowerBound
        while position < clause.upperBound {
            if isCharacter("以", at: position), !RoleReader.notWith.covers(position, of: passage) { open = position + 1 }
            guard isCharacter("为", at: position), let start = open, start < position else {
                position += 1
                continue
            }
            let (end, role) = roleNoun(behind: position + 1, in: clause)
            if let role, let who = holder(start..<position) { add(who, role) }
            // Whether it is a role or a means (为指导), the list goes on behind a pause.
            let next = passage.first("、".phrase, in: end..<min(clause.upperBound, end + 1))
            open = next.map { $0 + 1 }
            if end == clause.upperBound { listEnd = end }
            position = max(position + 1, end)
        }
    }

    /// The noun behind 为, and where what stands there ends.
    private func roleNoun(behind index: Int, in clause: Range<Int>) -> (end: Int, role: Range<Int>?) {
        var start = index
        while let length = RoleWords.qualities.length(at: start, in: clause, of: passage),
            RoleWords.nouns.length(at: start, in: clause, of: passage) == nil
        {
            start += length
        }
        if let length = RoleWords.nouns.length(at: start, in: clause, of: passage), !isLonger(start + length, in: clause) {
            return (start + length, start..<start + length)
        }
        // 为指导、B为核心: to the end of this part of the list.
        return (passage.first("、".phrase, in: index..<clause.upperBound) ?? clause.upperBound, nil)
    }

    private func isLonger(_ end: Int, in clause: Range<Int>) -> Bool {
        RoleWords.longer.length(at: end, in: clause, of: passage) != nil
    }

    /// A behind 以 or a pause, where it is somebody or something and nothing done.
    private func holder(_ range: Range<Int>) -> Range<Int>? {
        let who = passage.trimmed(range)
        guard !who.isEmpty, who.count <= 30, RoleWords.doings.length(at: who.lowerBound, in: who, of: passage) == nil else { return nil }
        return who
    }

    // MARK: 在A领导下

    private mutating func readUnder(_ clause: Range<Int>) {
        for index in clause where isCharacter("下", at: index) {
            guard let length = RoleWords.leading.length(endingAt: index, in: clause, of: passage) else { continue }
            let role = index - length..<index
            guard let at = passage.last(0x5728, in: clause.lowerBound..<role.lowerBound) else { continue }
            let who = passage.trimmed(RoleWords.leadingQualities.trimmingEnd(at + 1..<role.lowerBound, of: passage))
            if !who.isEmpty, who.count <= 40 { add(who, role) }
        }
    }

    // MARK: 由A负责

    private mutating func readCharges(_ clause: Range<Int>) {
        for index in clause where isCharacter("由", at: index) && !ShiftWords.notOrigins.covers(index, of: passage) {
            let rest = index + 1..<min(clause.upperBound, index + 32)
            guard let role = RoleWords.charges.first(in: rest.dropFirst().startIndex..<rest.upperBound, of: passage),
                ends(role.upperBound, in: clause)
            else { continue }
            let who = passage.trimmed(rest.lowerBound..<role.lowerBound)
            let hasVerb = who.contains { "将把对向为".phrase.contains(passage.scalars[$0]) }
            if !who.isEmpty, who.count <= 25, !hasVerb, !passage.holds(0x7684, in: who.suffix(1)) { add(who, role) }
        }
    }

    /// Whether a verb is the last of its part: an object or another verb does not follow.
    private func ends(_ index: Int, in clause: Range<Int>) -> Bool {
        index >= clause.upperBound || "、的”』」）".phrase.contains(passage.scalars[index])
    }

    // MARK: A是核心

    private mutating func readBeing(_ clause: Range<Int>) {
        guard !isCharacter("？", at: clause.upperBound),
            let being = clause.first(where: { isCharacter("是", at: $0) }), being > clause.lowerBound
        else { return }
        guard let length = RoleWords.nouns.length(endingAt: clause.upperBound, in: being + 1..<clause.upperBound, of: passage) else {
            return
        }
        let role = clause.upperBound - length..<clause.upperBound
        let between = RoleWords.qualities.trimmingEnd(being + 1..<role.lowerBound, of: passage)
        guard between.isEmpty || passage.scalars[between.upperBound - 1] == 0x7684, between.count <= 30 else { return }
        guard !between.contains(where: { isCharacter("是", at: $0) || isCharacter("以", at: $0) }) else { return }
        let who = passage.trimmed(RoleWords.openings.trimmingStart(clause.lowerBound..<being, of: passage))
        guard who.count > 1, who.count <= 20, RoleWords.pronouns.length(at: who.lowerBound, in: who, of: passage) == nil,
            RoleWords.pronouns.length(endingAt: who.upperBound, in: who, of: passage) == nil,
            RoleWords.doings.length(at: who.lowerBound, in: who, of: passage) == nil
        else { return }
        add(who, role)
    }

    // MARK: A任主席

    private mutating func readOffices(_ clause: Range<Int>) {
        for part in parts(of: clause) {
            for index in part {
                guard let length = RoleWords.holds.length(at: index, in: part, of: passage),
                    !RoleWords.notHolds.covers(index, of: passage) || length > 1
                else { continue }
                let role = passage.trimmed(index + length..<part.upperBound)
                guard role.count <= 24, let office = RoleWords.offices.length(endingAt: role.upperBound, in: role, of: passage), office > 0
                else { break }
                let who = passage.trimmed(RoleWords.openings.trimmingStart(part.lowerBound..<index, of: passage))
                if who.count > 1, who.count <= 12, !passage.holds(0x7684, in: who) { add(who, role) }
                break
            }
        }
    }

    /// The parts of a clause between 、.
    private func parts(of clause: Range<Int>) -> [Range<Int>] {
        clause.split { isCharacter("、", at: $0) }.compactMap { part in
            part.first.flatMap { first in part.last.map { first..<$0 + 1 } }
        }
    }

    // MARK: A在…中的核心作用, 发挥A的核心作用

    private mutating func readPlaying(_ clause: Range<Int>) {
        for index in clause where passage.reads("作用".phrase, at: index) {
            guard let length = RoleWords.nouns.length(endingAt: index, in: clause, of: passage) else { continue }
            let role = index - length..<index
            guard role.lowerBound > clause.lowerBound, isCharacter("的", at: role.lowerBound - 1) else { continue }
            if let who = player(before: role.lowerBound - 1, in: clause) { add(who, role) }
        }
    }

    private func player(before particle: Int, in clause: Range<Int>) -> Range<Int>? {
        var range = clause.lowerBound..<particle
        // Behind an earlier 作用 begins the next of them: …的主导作用和党员的示范表率作用.
        if let last = range.last(where: { passage.reads("作用".phrase, at: $0 - 1) }) { range = last + 1..<particle }
        var isPlayed = range.lowerBound > clause.lowerBound
        if let play = range.last(where: { RoleWords.plays.length(endingAt: $0 + 1, in: range, of: passage) != nil }) {
            range = play + 1..<particle
            isPlayed = true
        }
        if let at = range.first(where: { isCharacter("在", at: $0) }), at > range.lowerBound {
            guard let last = range.last, "中上里内间下".phrase.contains(passage.scalars[last]) else { return nil }
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
