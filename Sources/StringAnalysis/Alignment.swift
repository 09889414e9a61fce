/// Two stretches laid side by side: grown from a place where both are the same, over small differences, as far as they agree.
struct Alignment {
    /// Content positions in the first document.
    private(set) var first: Range<Int>
    /// Content positions in the second.
    private(set) var second: Range<Int>
    /// The characters that are the same.
    private(set) var same = 0

    /// The characters of the longer side.
    var length: Int { max(first.count, second.count) }
    /// The share of the longer side that is the same.
    var similarity: Double { length == 0 ? 0 : Double(same) / Double(length) }

    /// The share that must be the same for a passage to be one.
    static let leastSimilarity = 0.75
    /// The most characters left out on either side between two stretches that are the same.
    private static let gap = 8
    /// What must be the same behind a gap, and for a gap of its own length more.
    private static let foothold = 4

    /// The alignment that grows from `seed`, inside `bounds`: as far as it can where three quarters are then the same, otherwise as far
    /// as they are.
    init(from seed: (first: Int, second: Int), in content: ContiguousArray<Symbol>, _ bounds: (first: Range<Int>, second: Range<Int>)) {
        self.init(from: seed, in: content, bounds, isTrimmed: false)
        if similarity < Alignment.leastSimilarity { self.init(from: seed, in: content, bounds, isTrimmed: true) }
    }

    private init(
        from seed: (first: Int, second: Int), in content: ContiguousArray<Symbol>, _ bounds: (first: Range<Int>, second: Range<Int>),
        isTrimmed: Bool
    ) {
        first = seed.first..<seed.first
        second = seed.second..<seed.second
        for (step, limit) in [
            (1, (bounds.first.upperBound, bounds.second.upperBound)), (-1, (bounds.first.lowerBound, bounds.second.lowerBound)),
        ] {
            let furthest = grow(content, by: step, until: limit)
            if isTrimmed { self = furthest }
        }
    }

    /// Whether a pair of places lies in it, near the line along which the two sides run.
    func holds(_ a: Int, _ b: Int) -> Bool {
        guard first.contains(a), second.contains(b) else { return false }
        let drift = abs((a - first.lowerBound) - (b - second.lowerBound))
        return drift <= Alignment.gap + abs(first.count - second.count)
    }

    /// Grows at one end: forwards with `step` 1, backwards with -1. Gives the furthest stage at which enough was the same.
    private mutating func grow(
        _ content: ContiguousArray<Symbol>, by step: Int, until limit: (first: Int, second: Int)
    ) -> Alignment {
        var furthest = self
        var place = step > 0 ? (first.upperBound, second.upperBound) : (first.lowerBound - 1, second.lowerBound - 1)
        func isInside(_ a: Int, _ b: Int) -> Bool {
            step > 0 ? a < limit.first && b < limit.second : a >= limit.first && b >= limit.second
        }
        while true {
            while isInside(place.0, place.1), content[place.0] == content[place.1] {
                same += 1
                place = (place.0 + step, place.1 + step)
            }
            take(place, step)
            if similarity >= Alignment.leastSimilarity { furthest = self }
            guard let next = foothold(behind: place, content, step, isInside) else { return furthest }
            place = next
        }
    }

    private mutating func take(_ place: (Int, Int), _ step: Int) {
        if step > 0 {
            first = first.lowerBound..<max(first.upperBound, place.0)
            second = second.lowerBound..<max(second.upperBound, place.1)
        } else {
            first = min(first.lowerBound, place.0 + 1)..<first.upperBound
            second = min(second.lowerBound, place.1 + 1)..<second.upperBound
        }
    }

    /// The nearest place behind a difference where both sides agree again for long enough.
    private func foothold(
        behind place: (Int, Int), _ content: ContiguousArray<Symbol>, _ step: Int, _ isInside: (Int, Int) -> Bool
    ) -> (Int, Int)? {
        for distance in 1...2 * Alignment.gap {
            for left in max(0, distance - Alignment.gap)...min(distance, Alignment.gap) {
                let start = (place.0 + left * step, place.1 + (distance - left) * step)
                let wanted = Alignment.foothold + max(left, distance - left) / 2
                let agrees = (0..<wanted).allSatisfy { offset in
                    let (a, b) = (start.0 + offset * step, start.1 + offset * step)
                    return isInside(a, b) && content[a] == content[b]
                }
                if agrees { return start }
            }
        }
        return nil
    }
}
