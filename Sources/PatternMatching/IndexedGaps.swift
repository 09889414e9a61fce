import Documents

// Gaps by the places of their parts.
extension UnitScan {
    /// Calls `body` with each hit of a gap in a run of pieces, and its piece, in order; where it gives false the rest of the piece is passed
    /// over. False where the index does not pay; then nothing was done. It begins with the rarest part.
    func visitByIndex(
        _ gap: GapFinder, _ pieces: Range<Int>, _ work: inout Workspace, _ body: (Int, Range<Int>) -> Bool
    ) throws(MatchFailure) -> Bool {
        let extent = extent(pieces)
        var lists: [PartPlaces] = []
        for part in gap.parts {
            guard let places = placesThatPay(part, pieces, &work) else { return false }
            lists.append(PartPlaces(places, of: part, in: extent, text.count))
        }
        guard let rarest = lists.indices.min(by: { lists[$0].count < lists[$1].count }) else { return false }
        if gap.isOfTwo, lists[0].isExact, lists[1].isExact, lists.allSatisfy({ $0.cost < lists[rarest].count * PartPlaces.pairCost }) {
            try visit(gap, lists[0].pairs(before: lists[1], at: gap.distance(to: 1)), pieces, &work, body)
            return true
        }
        let places = lists[rarest].all
        if rarest == 1, gap.isOfTwo, lists[1].isExact, lists[0].cost >= places.count * PartPlaces.backCost {
            try visit(gap, endingAt: places, pieces, &work, body)
            return true
        }
        var firsts = rarest == 0 ? places : firsts(gap, lists[0], before: places, at: gap.distance(to: rarest), extent)
        for other in lists.indices.dropFirst() where other != rarest && lists[other].cost < firsts.count * PartPlaces.lookCost {
            firsts.keep(before: lists[other].all, at: gap.distance(to: other))
        }
        try visit(gap, at: firsts, pieces, &work, body)
        return true
    }

    /// Where the first part stands at a distance before one of `others`: by its own places, or where these are many by a look at the text
    /// before each of the others.
    private func firsts(
        _ gap: GapFinder, _ list: PartPlaces, before others: ContiguousArray<UInt32>, at distance: ClosedRange<Int>, _ extent: Range<Int>
    ) -> ContiguousArray<UInt32> {
        if list.cost < others.count * PartPlaces.scanCost {
            var firsts = list.all
            firsts.keep(before: others, at: distance)
            return firsts
        }
        var firsts = ContiguousArray<UInt32>()
        var free = extent.lowerBound
        for other in others {
            let begin = max(free, Int(other) - distance.upperBound)
            // The last place at which it may begin, and as far on as it may reach.
            let last = Int(other) - distance.lowerBound
            guard begin <= last else { continue }
            gap.parts[0].scan(text, begin..<min(last + gap.parts[0].longest, extent.upperBound), into: &firsts)
            while let place = firsts.last, Int(place) > last { firsts.removeLast() }
            free = last + 1
        }
        return firsts
    }

    /// The same where the first part of hits stands at one of `firsts`.
    private func visit(
        _ gap: GapFinder, at firsts: ContiguousArray<UInt32>, _ pieces: Range<Int>, _ work: inout Workspace,
        _ body: (Int, Range<Int>) -> Bool
    ) throws(MatchFailure) {
        guard let last = pieces.last else { return }
        var index = pieces.lowerBound
        let end = piece(last).upperBound
        var next = 0
        while next < firsts.count {
            if next & 0xFF == 0 { try work.poll() }
            // Most lead to nothing, and to find the piece costs as much as to see that.
            guard gap.mayBegin(text, at: Int(firsts[next]), limit: end) else {
                next += 1
                continue
            }
            index = firstPiece(endingBehind: firsts[next], from: index, limit: last)
            let piece = piece(index)
            guard piece.lowerBound <= Int(firsts[next]), Int(firsts[next]) < piece.upperBound else {
                next += 1
                continue
            }
            var from = piece.lowerBound
            var ahead = next
            while true {
                let hit = gap.next(in: text, piece, from: from, &work.gap) { scanned in
                    while ahead < firsts.count, Int(firsts[ahead]) < piece.upperBound {
                        let place = Int(firsts[ahead])
                        if place >= scanned, let end = gap.parts[0].end(text, at: place, limit: piece.upperBound) { return place..<end }
                        ahead += 1
                    }
                    return nil
                }
                guard let hit, body(index, hit) else { break }
                from = hit.upperBound
            }
            while next < firsts.count, Int(firsts[next]) < piece.upperBound { next += 1 }
        }
    }

    /// The same of two parts, of which the first stands at the firsts of `pairs` and the second behind it not before their seconds.
    private func visit(
        _ gap: GapFinder, _ pairs: PlacePairs, _ pieces: Range<Int>, _ work: inout Workspace, _ body: (Int, Range<Int>) -> Bool
    ) throws(MatchFailure) {
        guard let last = pieces.last else { return }
        let width = gap.parts[0].shortest
        var index = pieces.lowerBound
        var free = 0
        for (number, (first, second)) in zip(pairs.firsts, pairs.seconds).enumerated() {
            if number & 0xFFF == 0 { try work.poll() }
            let start = Int(first)
            // Where the nearest is too far, or behind the end of the sentence, all are.
            guard start >= free, text.isGap(from: start + width, to: Int(second)) else { continue }
            index = firstPiece(endingBehind: first, from: index, limit: last)
            let piece = piece(index)
            guard piece.lowerBound <= start,
                let end = gap.end(text, after: start + width, second: Int(second), limit: piece.upperBound)
            else { continue }
            free = body(index, start..<end) ? end : piece.upperBound
        }
    }

    /// The same where the second of two parts stands at `seconds`, and nowhere else: before each the first is looked for. A hit goes from a first
    /// part to the next second one, so that the way back ends where that is an earlier one.
    private func visit(
        _ gap: GapFinder, endingAt seconds: ContiguousArray<UInt32>, _ pieces: Range<Int>, _ work: inout Workspace,
        _ body: (Int, Range<Int>) -> Bool
    ) throws(MatchFailure) {
        guard let last = pieces.last else { return }
        var index = pieces.lowerBound
        // Where a first part may begin, and where it must end.
        var free = piece(index).lowerBound
        var end = free
        for (number, second) in seconds.enumerated() {
            if number & 0xFFF == 0 { try work.poll() }
            let place = Int(second)
            let before = end
            end = max(end, place)
            guard gap.start(text, before: place, endingFrom: before, notBefore: free) != nil else { continue }
            index = firstPiece(endingBehind: second, from: index, limit: last)
            let piece = piece(index)
            guard let partEnd = gap.parts[1].end(of: place, in: text, limit: piece.upperBound),
                let start = gap.start(text, before: place, endingFrom: before, notBefore: max(free, piece.lowerBound))
            else { continue }
            guard let stop = gap.close(text, at: partEnd, limit: piece.upperBound) else {
                // Nothing follows this one: the first part may go on to the next.
                end = before
                continue
            }
            free = body(index, start..<stop) ? stop : piece.upperBound
        }
    }
}

extension GapFinder {
    /// Whether a hit goes from one of two parts, that is always as long, to the other.
    fileprivate var isOfTwo: Bool { parts.count == 2 && !leading && parts[0].shortest == parts[0].longest }

    /// Where the foremost first part begins before a second one at `place`: not before `free`, and ending at `bound` or behind it.
    fileprivate func start(_ text: Haystack, before place: Int, endingFrom bound: Int, notBefore free: Int) -> Int? {
        let least = max(bound, free + parts[0].shortest, place - GapFinder.mostGapBytes)
        var found: Int?
        var end = place
        for _ in 0..<GapFinder.widestGap {
            let next = end
            // A first part may end where it must, and its last character begins before that.
            end = text.scalarStart(before: next, notBefore: max(0, least - 4))
            // Stray continuation bytes behind a character are one of their own to a hit that begins with it.
            let edge = end + text.scalarWidth(max(end, 0))
            if edge < next, edge >= least, firstPart(text, endsAt: edge) { found = edge - parts[0].shortest }
            guard end >= least, !text.isSentenceMark(end) else { return found }
            if firstPart(text, endsAt: end) { found = end - parts[0].shortest }
        }
        return found
    }

    @inline(__always)
    private func firstPart(_ text: Haystack, endsAt end: Int) -> Bool {
        parts[0].mayEnd(with: text.byte(end - 1)) && parts[0].end(text, at: end - parts[0].shortest, limit: end) != nil
    }
}

/// The places of one part of a gap in a stretch of text, and what they cost.
private struct PartPlaces {
    /// Nanoseconds, roughly, to look behind a first part whether the others stand there, to scan for it before another part, and to read
    /// back to it from the second of two.
    static let lookCost = 60
    static let scanCost = 120
    static let backCost = 250
    /// What the places of the more frequent of two parts may cost for each of the other, that they are worth having: of two characters they
    /// are met as bits, which is half the work of having them in a list.
    static let pairCost = 200

    private let places: any LiteralPlaces
    var isExact: Bool { places.isExact }
    private let range: Range<UInt32>
    /// About how many there are.
    let count: Int
    /// Nanoseconds, roughly, to have them: those of one character are put together from many lists.
    let cost: Int

    init(_ places: any LiteralPlaces, of part: LiteralFinder, in extent: Range<Int>, _ textCount: Int) {
        self.places = places
        range = UInt32(extent.lowerBound)..<UInt32(extent.upperBound)
        count = places.expected(in: extent, of: textCount)
        cost = count * (part.characters?.count == 1 ? 32 : 4)
    }

    /// The places that one of another part follows.
    func pairs(before other: PartPlaces, at distance: ClosedRange<Int>) -> PlacePairs {
        var pairs = PlacePairs()
        places.append(in: range, before: other.places, at: distance, to: &pairs)
        return pairs
    }

    var all: ContiguousArray<UInt32> {
        var found = ContiguousArray<UInt32>()
        found.reserveCapacity(count + count / 8)
        places.append(in: range, to: &found)
        return found
    }
}

extension GapFinder {
    /// The least and the most bytes from the beginning of the first part to that of another.
    fileprivate func distance(to index: Int) -> ClosedRange<Int> {
        let before = parts[..<index]
        return before.reduce(0) { $0 + $1.shortest + 1 }...before.reduce(0) { $0 + $1.longest + GapFinder.mostGapBytes }
    }
}
