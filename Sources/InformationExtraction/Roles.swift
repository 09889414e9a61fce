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
struct RoleReader {
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

    mutating func add(_ who: Range<Int>, _ role: Range<Int>) {
        found.append(RoleAssignment(who: passage.span(passage.behindBlank(who)), role: passage.span(role)))
    }

    /// Whether a scalar stands at `index`.
    func isScalar(_ scalar: UInt32, at index: Int) -> Bool {
        index >= 0 && index < passage.count && passage.scalars[index] == scalar
    }

    // MARK: 以A为核心

    private static let notWith = WordList(
        "以及 以来 以后 以前 以上 以下 以内 以外 以便 以免 以致 以至 以往 以为 可以 所以 得以 足以 予以 加以 难以 用以 借以 何以 以期 以此 以东 以西 以南 以北 给以 以其 是以 以色列 以毒攻毒 据以 赖以")

    private mutating func readWith(_ clause: Range<Int>) {
        let follows = listEnd.map { $0 + 1 == clause.lowerBound && isScalar(Mark.comma, at: $0) } ?? false
        var open = follows ? clause.lowerBound : nil as Int?
        listEnd = nil
        var position = clause.lowerBound
        while position < clause.upperBound {
            if isScalar(Han.with, at: position), !RoleReader.notWith.covers(position, of: passage) { open = position + 1 }
            guard isScalar(Han.asRole, at: position), let start = open, start < position else {
                position += 1
                continue
            }
            let (end, role) = roleNoun(behind: position + 1, in: clause)
            // Behind a comma the list goes on only with short elements.
            let isContinued = follows && start == clause.lowerBound
            if let role, let who = holder(start..<position), !isContinued || who.count <= 12 { add(who, role) }
            // Whether it is a role or a means (为指导), the list goes on behind a pause.
            let next = passage.first([Mark.pause], in: end..<min(clause.upperBound, end + 1))
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
        return (passage.first([Mark.pause], in: index..<clause.upperBound) ?? clause.upperBound, nil)
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
        for index in clause where isScalar(Han.under, at: index) {
            guard let length = RoleWords.leading.length(endingAt: index, in: clause, of: passage) else { continue }
            let role = index - length..<index
            let before = clause.lowerBound..<role.lowerBound
            guard let at = before.last(where: { isScalar(Han.at, at: $0) && !SayingWords.notPrepositions.covers($0, of: passage) }) else {
                continue
            }
            let who = passage.trimmed(RoleWords.leadingQualities.trimmingEnd(at + 1..<role.lowerBound, of: passage))
            if !who.isEmpty, who.count <= 40 { add(who, role) }
        }
    }

    // MARK: 由A负责

    private mutating func readCharges(_ clause: Range<Int>) {
        for index in clause where isScalar(Han.by, at: index) && !ShiftWords.notOrigins.covers(index, of: passage) {
            let rest = index + 1..<min(clause.upperBound, index + 32)
            guard let role = RoleWords.charges.first(in: rest.dropFirst().startIndex..<rest.upperBound, of: passage),
                ends(role.upperBound, in: clause)
            else { continue }
            let who = passage.trimmed(RoleWords.manners.trimmingEnd(rest.lowerBound..<role.lowerBound, of: passage))
            let hasVerb = who.contains { RoleWords.notInCharge.contains(passage.scalars[$0]) }
            if !who.isEmpty, who.count <= 25, !hasVerb, !passage.holds(Han.particle, in: who.suffix(1)) { add(who, role) }
        }
    }

    /// Whether a verb is the last of its part: an object or another verb does not follow.
    private func ends(_ index: Int, in clause: Range<Int>) -> Bool {
        index >= clause.upperBound || RoleWords.afterCharge.contains(passage.scalars[index])
    }

    // MARK: A是核心

    private mutating func readBeing(_ clause: Range<Int>) {
        guard !isScalar(Mark.question, at: clause.upperBound),
            let being = clause.first(where: { isScalar(Han.being, at: $0) }), being > clause.lowerBound
        else { return }
        guard let length = RoleWords.nouns.length(endingAt: clause.upperBound, in: being + 1..<clause.upperBound, of: passage) else {
            return
        }
        let role = clause.upperBound - length..<clause.upperBound
        let between = RoleWords.qualities.trimmingEnd(being + 1..<role.lowerBound, of: passage)
        guard between.isEmpty || passage.scalars[between.upperBound - 1] == Han.particle, between.count <= 30 else { return }
        guard !between.contains(where: { isScalar(Han.being, at: $0) || isScalar(Han.with, at: $0) }) else { return }
        let who = passage.trimmed(RoleWords.openings.trimmingStart(clause.lowerBound..<being, of: passage))
        guard who.count > 1, who.count <= 20, RoleWords.pronouns.length(at: who.lowerBound, in: who, of: passage) == nil,
            RoleWords.pronouns.length(endingAt: who.upperBound, in: who, of: passage) == nil,
            RoleWords.doings.length(at: who.lowerBound, in: who, of: passage) == nil
        else { return }
        add(who, role)
    }
}
