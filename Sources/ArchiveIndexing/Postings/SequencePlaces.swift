import Documents

/// The places of a literal of two or more characters: those of its rarest pair that have the other pairs where they must be.
struct SequencePlaces: LiteralPlaces, @unchecked Sendable {
    // Safe to share: the bytes behind the lists do not change while their owner lives.

    private let pairs: ContiguousArray<PairPlaces>
    private let textCount: Int
    private let owner: AnyObject
    /// The index of the pair with the fewest places.
    private let rarest: Int
    /// The least and the most bytes from the beginning of the literal to each pair.
    private let offsets: ContiguousArray<ClosedRange<Int>>

    /// The places of `pairs`, none of which is empty; each begins where the one before ends.
    init(_ pairs: ContiguousArray<PairPlaces>, textCount: Int, owner: AnyObject) {
        (self.pairs, self.textCount, self.owner) = (pairs, textCount, owner)
        rarest = pairs.indices.min { pairs[$0].count < pairs[$1].count } ?? 0
        var offsets: ContiguousArray<ClosedRange<Int>> = [0...0]
        for pair in pairs.dropLast() {
            let last = offsets[offsets.count - 1]
            offsets.append(last.lowerBound + pair.advances.lowerBound...last.upperBound + pair.advances.upperBound)
        }
        self.offsets = offsets
    }

    var atMost: Int { pairs[rarest].count }
    var isExact: Bool { true }

    func append(in range: Range<UInt32>, to places: inout ContiguousArray<UInt32>) {
        guard !range.isEmpty else { return }
        if pairs.count == 1 { return pairs[0].append(in: range, textCount: textCount, to: &places) }
        if offsets.allSatisfy({ $0.count == 1 }) {
            appendAligned(range, to: &places)
        } else {
            appendUnaligned(range, to: &places)
        }
    }

    /// The places of the rarest pair of occurrences that begin in `range`, and perhaps some more.
    private func candidates(_ range: Range<UInt32>) -> ContiguousArray<UInt32> {
        let lower = Int(range.lowerBound) + offsets[rarest].lowerBound
        let upper = min(Int(range.upperBound) + offsets[rarest].upperBound, textCount)
        var found: ContiguousArray<UInt32> = []
        guard lower < upper else { return found }
        pairs[rarest].append(in: UInt32(lower)..<UInt32(upper), textCount: textCount, to: &found)
        return found
    }

    /// Each pair stands at one distance from the beginning: the next rarest first.
    private func appendAligned(_ range: Range<UInt32>, to places: inout ContiguousArray<UInt32>) {
        var found = candidates(range)
        var marks: ContiguousArray<UInt8> = []
        let begin = offsets[rarest].lowerBound
        for index in pairs.indices.sorted(by: { pairs[$0].count < pairs[$1].count }) where index != rarest && !found.isEmpty {
            let shift = offsets[index].lowerBound - begin
            pairs[index].mark(found, shift: { _ in shift }, textCount: textCount, in: &marks)
            found.keep(marks)
        }
        places.reserveForAppending(found.count)
        let shift = UInt32(truncatingIfNeeded: begin)
        for place in found { places.append(place &- shift) }
    }

    /// Forms differ in width: from the rarest pair to the end, then to the beginning, pair by pair.
    private func appendUnaligned(_ range: Range<UInt32>, to places: inout ContiguousArray<UInt32>) {
        var starts = candidates(range)
        var nexts = starts
        var marks: ContiguousArray<UInt8> = []
        for index in rarest..<pairs.count where !starts.isEmpty {
            pairs[index].mark(nexts, shift: { _ in 0 }, textCount: textCount, in: &marks)
            starts.keep(marks)
            nexts.keep(marks, adding: 1)
        }
        for index in (0..<rarest).reversed() where !starts.isEmpty {
            pairs[index].mark(starts, shift: { -$0.advance }, textCount: textCount, in: &marks)
            starts.keep(marks, adding: -1)
        }
        // The ends of the range were not exact; and of damaged lists the places need not ascend.
        var next = range.lowerBound
        for place in starts where place >= next && place < range.upperBound {
            places.append(place)
            next = place + 1
        }
    }
}
