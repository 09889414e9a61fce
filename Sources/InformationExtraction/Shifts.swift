import Documents

/// A change that a text speaks of: what changes, from what, to what.
public struct Shift: Hashable, Sendable {
    /// What changes; nil where the clause does not say.
    public let what: Span?
    /// The state before, as written.
    public let from: Span
    /// The state after, as written.
    public let to: Span
    /// The whole construction, from what changes to the verb or noun of change.
    public let extent: Span
}

/// The shifts of a passage in text order: 从A向B转变, 由A转为B, 从A到B的转变, 变A为B, and 由A到B of opposites (由弱到强). Ranges
/// of place, time and number are none. Cost: some passes over the clauses that have 从, 由, 自 or 变.
public func shifts(in passage: Passage) -> [Shift] {
    passage.clauses.flatMap { clause -> [Shift] in
        let reader = ShiftReader(passage: passage, clause: clause)
        return reader.betweenOriginAndGoal() + reader.changed()
    }.sorted { $0.extent < $1.extent }
}

/// Reads one clause.
private struct ShiftReader {
    let passage: Passage
    let clause: Range<Int>

    /// A part of the clause that begins with 从 or 由, and what was found in it.
    private struct Segment {
        let origin: Int
        var from: Range<Int>
        var to: Range<Int>
        /// Where the verb or noun of change ends; nil where a later segment has it.
        var end: Int?
    }

    private static let longest = 40

    // MARK: 从A向B转变

    func betweenOriginAndGoal() -> [Shift] {
        let origins = clause.filter {
            ShiftWords.origins.length(at: $0, in: clause, of: passage) != nil && !ShiftWords.notOrigins.covers($0, of: passage)
        }
        guard let first = origins.first else { return [] }
        var segments: [Segment] = []
        for (index, origin) in origins.enumerated() {
            let next = index + 1 < origins.count ? origins[index + 1] : clause.upperBound
            guard let segment = read(origin, before: next) else { continue }
            segments.append(segment)
        }
        inheritEnds(&segments)
        let what = subject(before: first)
        return segments.compactMap { segment in
            guard let end = segment.end, isChange(segment) else { return nil }
            let isFirst = segment.origin == first
            let own = isFirst || isListed(segment.origin) ? what : subject(before: segment.origin)
            let start = isFirst ? own?.lowerBound ?? segment.origin : segment.origin
            return Shift(
                what: own.map(passage.span), from: passage.span(segment.from), to: passage.span(segment.to),
                extent: passage.span(start..<max(end, segment.to.upperBound)))
        }
    }

    private func read(_ origin: Int, before next: Int) -> Segment? {
        let rest = origin + 1..<min(next, origin + 2 * ShiftReader.longest)
        let verb = ShiftWords.becoming.first(in: rest, of: passage)
        let connector = connector(in: rest)
        if let connector, connector.lowerBound < verb?.lowerBound ?? .max { return read(origin, rest, connector) }
        guard let verb else { return nil }
        let to = goal(behindVerb: verb.upperBound..<rest.upperBound)
        return Segment(origin: origin, from: passage.trimmed(rest.lowerBound..<verb.lowerBound), to: to, end: to.upperBound)
    }

    private func connector(in range: Range<Int>) -> Range<Int>? {
        for index in range.dropFirst() {
            guard let length = ShiftWords.connectors.length(at: index, in: range, of: passage),
                !ShiftWords.notConnectors.covers(index, of: passage), ShiftWords.becoming.covers(index, of: passage) == false
            else { continue }
            return index..<index + length
        }
        return nil
    }

    private func read(_ origin: Int, _ rest: Range<Int>, _ connector: Range<Int>) -> Segment? {
        let from = passage.trimmed(rest.lowerBound..<connector.lowerBound)
        let behind = connector.upperBound..<rest.upperBound
        if let change = change(in: behind) {
            guard ShiftWords.transfers.length(at: change.upperBound, in: clause, of: passage) == nil else { return nil }
            let (to, hasParticle) = goal(beforeNoun: behind.lowerBound..<change.lowerBound)
            let isRange = passage.scalars[connector.lowerBound] == Han.until
            if isRange, !hasParticle, ShiftWords.inclusives.first(in: to, of: passage) != nil { return nil }
            return Segment(origin: origin, from: from, to: to, end: change.upperBound)
        }
        if let to = opposite(of: from, behind, origin) { return Segment(origin: origin, from: from, to: to, end: to.upperBound) }
        let to = passage.trimmed(ShiftWords.openings.trimmingEnd(behind, of: passage))
        return Segment(origin: origin, from: from, to: to, end: nil)
    }

    /// The verb or noun of change; not where it begins B itself.
    private func change(in range: Range<Int>) -> Range<Int>? {
        ShiftWords.changes.first(in: min(range.lowerBound + 1, range.upperBound)..<range.upperBound, of: passage)
    }

    /// B before a noun of change, without 的 and what stands between; and whether there was a 的.
    private func goal(beforeNoun range: Range<Int>) -> (Range<Int>, hasParticle: Bool) {
        let bare = ShiftWords.changeQualities.trimmingEnd(range, of: passage)
        guard bare.count < range.count, let next = bare.last.map({ $0 + 1 }), next < passage.count, passage.scalars[next] == Han.particle
        else {
            return (passage.trimmed(range), false)
        }
        return (passage.trimmed(bare), true)
    }

    /// B behind a verb: up to the end of the clause or of its part, without what the whole shift is joined to by 的.
    private func goal(behindVerb range: Range<Int>) -> Range<Int> {
        let end = ShiftWords.ends.first(in: range, of: passage)?.lowerBound ?? range.upperBound
        var goal = ShiftWords.openings.trimmingEnd(range.lowerBound..<end, of: passage)
        if let particle = passage.last(Han.particle, in: goal),
            ShiftWords.heads.length(at: particle + 1, in: goal, of: passage) == goal.upperBound - particle - 1, particle > goal.lowerBound
        {
            goal = goal.lowerBound..<particle
        }
        return passage.trimmed(ShiftWords.endings.trimmingEnd(goal, of: passage))
    }

    private func opposite(of from: Range<Int>, _ behind: Range<Int>, _ origin: Int) -> Range<Int>? {
        guard passage.scalars[origin] == Han.by else { return nil }
        for (a, b) in ShiftWords.opposites where from.count == a.count && passage.reads(a, at: from.lowerBound) {
            let end = behind.lowerBound + b.count
            guard passage.reads(b, at: behind.lowerBound), end <= behind.upperBound else { continue }
            guard end == clause.upperBound || ShiftWords.afterOpposite.contains(passage.scalars[end]) else { continue }
            return behind.lowerBound..<end
        }
        return nil
    }

    /// 从A到B、从C到D的转变: what has no verb of its own shares that of the next.
    private func inheritEnds(_ segments: inout [Segment]) {
        for index in segments.indices.dropLast().reversed() where segments[index].end == nil {
            guard segments[index + 1].end != nil, isListed(segments[index + 1].origin) else { continue }
            segments[index].end = segments[index].to.upperBound
        }
    }

    /// Whether 从 or 由 follows another part of a list.
    private func isListed(_ origin: Int) -> Bool {
        origin > clause.lowerBound && ShiftWords.joints.contains(passage.scalars[origin - 1])
    }

    private func isChange(_ segment: Segment) -> Bool {
        let (from, to) = (segment.from, segment.to)
        // 从一九七九年起 says when.
        guard !from.isEmpty, !to.isEmpty, ShiftWords.sinces.length(endingAt: from.upperBound, in: from, of: passage) == nil else {
            return false
        }
        guard from.count <= ShiftReader.longest, to.count <= ShiftReader.longest else { return false }
        guard !passage.scalars[from].elementsEqual(passage.scalars[to]) else { return false }
        let measures = [from, to].map { range in range.allSatisfy { ShiftWords.quantity.contains(passage.scalars[$0]) } }
        guard !measures.contains(true) else { return false }
        // 从一个胜利走向另一个胜利
        let (one, another) = (
            ShiftWords.one.trimmingStart(from, of: passage), ShiftWords.another.trimmingStart(to, of: passage)
        )
        guard ShiftWords.countings.first(in: to, of: passage) == nil else { return false }
        guard ShiftWords.acts.first(in: from, of: passage) == nil else { return false }
        // 由甲将财产向乙转移: who does it, and no state.
        guard !from.contains(where: { ShiftWords.doers.contains(passage.scalars[$0]) }) else { return false }
        return one.isEmpty || !passage.scalars[one].elementsEqual(passage.scalars[another])
    }

    // MARK: What changes

    /// The subject before 从 in its clause, without the verb that the shift is the object of; nil where there is none.
    private func subject(before origin: Int) -> Range<Int>? {
        var range = clause.lowerBound..<origin
        if let pause = passage.last(Mark.pause, in: range), ShiftWords.changes.first(in: range, of: passage) != nil {
            range = pause + 1..<origin
        }
        range = ShiftWords.predicates.trimmingEnd(range, of: passage)
        var start = range.lowerBound
        for index in range {
            if let length = ShiftWords.causatives.length(at: index, in: range, of: passage), index + length < range.upperBound {
                start = index + length
            }
        }
        start = passage.behindBlank(start..<range.upperBound).lowerBound
        if let ordinal = passage.ordinal(at: start), start + ordinal.length <= range.upperBound { start += ordinal.length }
        range = passage.trimmed(ShiftWords.openings.trimmingStart(start..<range.upperBound, of: passage))
        return range.isEmpty || range.count > 20 ? nil : range
    }

    // MARK: 变A为B

    /// 变, where no longer word holds it, behind a mark or a word that leads to a verb.
    func changed() -> [Shift] {
        var found: [Shift] = []
        for index in clause {
            let scalar = passage.scalars[index]
            guard scalar == Han.change || scalar == Han.transform, ChangedWords.mayBegin(index, in: clause, of: passage) else { continue }
            let rest = index + 1..<min(clause.upperBound, index + 1 + ShiftReader.longest)
            guard let link = rest.first(where: { passage.scalars[$0] == Han.asRole }), link > rest.lowerBound, link + 1 < rest.upperBound
            else { continue }
            let from = rest.lowerBound..<link
            guard from.count <= 16, ChangedWords.isOneThing(from, of: passage) else { continue }
            let to = ChangedWords.goal(link + 1..<rest.upperBound, like: from, of: passage)
            guard !to.isEmpty, to.count <= 16, !passage.scalars[from].elementsEqual(passage.scalars[to]) else { continue }
            found.append(
                Shift(
                    what: nil, from: passage.span(passage.trimmed(from)), to: passage.span(to),
                    extent: passage.span(index..<to.upperBound)))
        }
        return found
    }
}
