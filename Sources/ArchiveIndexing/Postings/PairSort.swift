/// The offsets of a pair of characters, in `SortedPairs.places` from `begin` up to where the next list begins.
struct PairList {
    let first: UInt32
    let second: UInt32
    let begin: UInt32
}

/// The places of all pairs of a block of text, ordered by first character, second character, and place. Valid until the next sort.
struct SortedPairs {
    /// Where pairs begin, list behind list.
    let places: UnsafePointer<UInt32>
    /// The number of places.
    let count: Int
    /// The lists in order; their characters are numbers.
    let lists: ContiguousArray<PairList>
    /// The key of each number.
    let keys: ContiguousArray<CharacterKey>
}

/// Sorts the pairs of blocks of text, by two passes of counting sort. Memory: 12 bytes a character and 12 bytes a list, kept for the next block.
struct PairSort: ~Copyable {
    private var census = CharacterCensus()
    private var bySecond = SortMemory()
    private var byFirst = SortMemory()

    /// The pairs of `text`; `origin` is added to each place.
    mutating func sort(_ text: TextPieces, origin: UInt32) throws(PostingFailure) -> SortedPairs {
        census.reset()
        text.forEach { census.add($0, $1) }
        let order = census.inOrder
        let count = census.pairCount
        guard let pairs = bySecond.reserve(bytes: count * 8)?.assumingMemoryBound(to: UInt64.self),
            let places = byFirst.reserve(bytes: count * 4)?.assumingMemoryBound(to: UInt32.self)
        else { throw .outOfMemory }
        PairSort.scatterBySecond(text, origin, census, order, to: pairs)
        let found = PairSort.scatterByFirst(pairs, census, order, to: places)
        return SortedPairs(places: places, count: count, lists: PairSort.orderedByFirst(found, order), keys: census.keys)
    }

    /// Puts each pair where those with its second character stand: the number of the first in the upper half, the place in the lower.
    private static func scatterBySecond(
        _ text: TextPieces, _ origin: UInt32, _ census: borrowing CharacterCensus, _ order: [Int], to pairs: UnsafeMutablePointer<UInt64>
    ) {
        let next = UnsafeMutablePointer<Int>.allocate(capacity: order.count)
        defer { next.deallocate() }
        var begin = 0
        for number in order {
            next[number] = begin
            begin += census.secondCount(number)
        }
        text.forEach { bytes, piece in
            let (lead, width) = readCharacter(bytes, piece.lowerBound, piece.upperBound)
            var first = UInt64(census.number(of: lead)) << 32 | UInt64(origin &+ UInt32(truncatingIfNeeded: piece.lowerBound))
            var place = piece.lowerBound + width
            while place < piece.upperBound {
                let (key, width) = readCharacter(bytes, place, piece.upperBound)
                let number = census.number(of: key)
                pairs[next[Int(number)]] = first
                next[Int(number)] &+= 1
                first = UInt64(number) << 32 | UInt64(origin &+ UInt32(truncatingIfNeeded: place))
                place &+= width
            }
            pairs[next[0]] = first
            next[0] &+= 1
        }
    }

    /// Puts each place where the pairs with its first character stand, and gives the lists, ordered by second character.
    private static func scatterByFirst(
        _ pairs: UnsafePointer<UInt64>, _ census: borrowing CharacterCensus, _ order: [Int], to places: UnsafeMutablePointer<UInt32>
    ) -> ContiguousArray<PairList> {
        // For each first character where its next place goes, and above it the second character that was last.
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: order.count)
        defer { slots.deallocate() }
        var begin = 0
        for number in order {
            slots[number] = UInt64(UInt32.max) << 32 | UInt64(begin)
            begin += census.firstCount(number)
        }
        var lists: ContiguousArray<PairList> = []
        var index = 0
        for second in order {
            let mark = UInt64(second) << 32
            let end = index + census.secondCount(second)
            while index < end {
                let pair = pairs[index]
                let first = Int(truncatingIfNeeded: pair >> 32)
                let slot = slots[first]
                let target = UInt32(truncatingIfNeeded: slot)
                if slot & 0xFFFF_FFFF_0000_0000 != mark {
                    lists.append(
                        PairList(first: UInt32(truncatingIfNeeded: first), second: UInt32(truncatingIfNeeded: second), begin: target))
                }
                places[Int(target)] = UInt32(truncatingIfNeeded: pair)
                slots[first] = mark | UInt64(target &+ 1)
                index &+= 1
            }
        }
        return lists
    }

    /// The lists ordered by first character; among those of one the order stays.
    private static func orderedByFirst(_ lists: ContiguousArray<PairList>, _ order: [Int]) -> ContiguousArray<PairList> {
        var next = [Int](repeating: 0, count: order.count)
        for list in lists { next[Int(list.first)] += 1 }
        var begin = 0
        for number in order { (next[number], begin) = (begin, begin + next[number]) }
        return ContiguousArray(unsafeUninitializedCapacity: lists.count) { sorted, count in
            for list in lists {
                sorted.initializeElement(at: next[Int(list.first)], to: list)
                next[Int(list.first)] += 1
            }
            count = lists.count
        }
    }
}
