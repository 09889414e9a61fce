/// Finds parts with gaps between them: leftmost start, then the nearest end.
///
/// An inner gap holds 1–20 scalars, in not more than 80 bytes (broken bytes are no scalars of their own), and no sentence mark; a leading or trailing one runs to the edge of the clause and holds at least one.
/// From each place of the first part the ends of the second are collected, from these the ends of the third, and so on. As the windows are
/// equally wide for all, an earlier place of the first part never ends later than a later one, so the first that succeeds is the answer.
/// And for the same reason a later place meets no place of an inner part up to the last one met before but those that were met, and
/// led nowhere: these are passed over. So work is bounded by the length of the piece times the number of parts times a window.
struct GapFinder: Sendable {
    static let widestGap = 20
    /// Bytes of an inner gap at most: what joins places by distance relies on it.
    static let mostGapBytes = 4 * widestGap

    let leading: Bool
    let parts: ContiguousArray<LiteralFinder>
    let trailing: Bool
    // By themselves, as an element of an array is copied at each use.
    private let first: LiteralFinder
    private let second: LiteralFinder
    /// The part to look for first.
    let rarest: LiteralFinder

    init(leading: Bool, first: LiteralFinder, rest: [LiteralFinder], trailing: Bool) {
        self.leading = leading
        self.parts = [first] + ContiguousArray(rest)
        self.trailing = trailing
        (self.first, second) = (first, rest.first ?? first)
        rarest = rest.reduce(first) { $1.rarity > $0.rarity ? $1 : $0 }
    }

    /// The ends of one part and of the next, kept between calls.
    struct Scratch {
        var ends: ContiguousArray<Int> = []
        var next: ContiguousArray<Int> = []
        /// For each part the last place of it that was met and led nowhere.
        var dead: ContiguousArray<Int> = []
    }

    /// The first hit in `piece` that begins at or after `from`.
    func next(in text: Haystack, _ piece: Range<Int>, from: Int, _ scratch: inout Scratch) -> Range<Int>? {
        next(in: text, piece, from: from, &scratch) { parts[0].next(in: text, $0..<piece.upperBound) }
    }

    /// The same where `first` gives the first place of the first part at or after an offset; it may leave out places that begin no hit.
    @inline(__always)
    func next(
        in text: Haystack, _ piece: Range<Int>, from: Int, _ scratch: inout Scratch, first: (Int) -> Range<Int>?
    ) -> Range<Int>? {
        var clause = clauseStart(text, piece, at: from)
        var scanned = from
        scratch.dead.removeAll(keepingCapacity: true)
        for _ in parts { scratch.dead.append(-1) }
        while let place = first(scanned) {
            let offset = place.lowerBound
            if leading { clause = text.lastClauseEdge(in: max(from, scanned - 3)..<offset) ?? clause }
            scanned = offset + 1
            let start = leading ? clause : offset
            guard let start, !leading || start < offset else { continue }
            if let end = end(text, after: place.upperBound, limit: piece.upperBound, &scratch) { return start..<end }
        }
        return nil
    }

    /// `from` where a clause begins there; nil where it is inside one, whose beginning an earlier hit has taken.
    private func clauseStart(_ text: Haystack, _ piece: Range<Int>, at from: Int) -> Int? {
        if from == piece.lowerBound { return from }
        return from - 3 >= piece.lowerBound && text.isClauseMark(from - 3) ? from : nil
    }

    /// The nearest end of a hit whose first part ends at `offset`.
    private func end(_ text: Haystack, after offset: Int, limit: Int, _ scratch: inout Scratch) -> Int? {
        guard parts.count > 1 else { return close(text, at: offset, limit: limit) }
        if parts.count == 2 { return nearestEnd(text, after: offset, limit: limit) }
        scratch.ends.removeAll(keepingCapacity: true)
        scratch.ends.append(offset)
        for index in 1..<parts.count - 1 {
            scratch.next.removeAll(keepingCapacity: true)
            _ = reach(text, index, limit: limit, isLast: false, &scratch)
            swap(&scratch.ends, &scratch.next)
            if scratch.ends.isEmpty { return nil }
        }
        return reach(text, parts.count - 1, limit: limit, isLast: true, &scratch)
    }

    /// The same of two parts, of which the first ends at `offset`.
    private func nearestEnd(_ text: Haystack, after offset: Int, limit: Int) -> Int? {
        var place = offset
        for _ in 0..<GapFinder.widestGap {
            guard place + second.shortest < limit, !text.isSentenceMark(place) else { return nil }
            place = text.nextScalar(place, limit: limit)
            guard place - offset <= GapFinder.mostGapBytes else { return nil }
            if let end = second.end(text, at: place, limit: limit), let end = close(text, at: end, limit: limit) { return end }
        }
        return nil
    }

    /// The end of a hit of two parts, of which the first ends at `offset` and the nearest second one begins at `place`; nil where there is none
    /// up to `limit`.
    func end(_ text: Haystack, after offset: Int, second place: Int, limit: Int) -> Int? {
        guard let partEnd = second.end(of: place, in: text, limit: limit) else { return nil }
        if let end = close(text, at: partEnd, limit: limit) { return end }
        // Nothing follows this one: another may.
        return nearestEnd(text, after: offset, limit: limit)
    }

    /// Whether a hit may begin with the first part at `place`, were there no edge of a piece before `limit`.
    func mayBegin(_ text: Haystack, at place: Int, limit: Int) -> Bool {
        guard parts.count == 2, !leading else { return true }
        guard let end = first.end(text, at: place, limit: limit) else { return false }
        return nearestEnd(text, after: end, limit: limit) != nil
    }

    /// Walks the windows behind `scratch.ends`, which ascend: collects where part `level` ends, or gives the hit's end for the last part.
    private func reach(_ text: Haystack, _ level: Int, limit: Int, isLast: Bool, _ scratch: inout Scratch) -> Int? {
        let part = parts[level]
        let dead = scratch.dead[level]
        var index = 0
        var place = scratch.ends[0]
        var room = 0
        var bound = place
        while true {
            while index < scratch.ends.count, scratch.ends[index] <= place {
                room = GapFinder.widestGap
                bound = scratch.ends[index] + GapFinder.mostGapBytes
                index += 1
            }
            if room == 0 || place >= bound {
                guard index < scratch.ends.count else { return nil }
                place = scratch.ends[index]
                continue
            }
            guard place + part.shortest < limit else { return nil }
            let isBarred = text.isSentenceMark(place)
            room = isBarred ? 0 : room - 1
            place = text.nextScalar(place, limit: limit)
            guard !isBarred, place > dead, place <= bound, let partEnd = part.end(text, at: place, limit: limit) else { continue }
            scratch.dead[level] = place
            if !isLast {
                scratch.next.append(partEnd)
            } else if let end = close(text, at: partEnd, limit: limit) {
                return end
            }
        }
    }

    /// The end of a hit whose last part ends at `offset`, or nil where a trailing gap would be empty.
    func close(_ text: Haystack, at offset: Int, limit: Int) -> Int? {
        guard trailing else { return offset }
        let end = text.clauseEnd(from: offset, limit: limit)
        return end > offset ? end : nil
    }
}
