import Documents

/// The places of one character: all lists of each of its forms, in text order.
struct CharacterPlaces: LiteralPlaces, @unchecked Sendable {
    // Safe to share: the bytes behind the lists do not change while their owner lives.

    private let characters: ContiguousArray<FirstCharacter>
    private let table: PostingTable
    private let textCount: Int
    private let owner: AnyObject
    let atMost: Int

    init(_ characters: ContiguousArray<FirstCharacter>, of table: PostingTable, textCount: Int, owner: AnyObject) {
        (self.characters, self.table, self.textCount, self.owner) = (characters, table, textCount, owner)
        // A list of n offsets takes more than n bytes, or 1 to 4 of one.
        atMost = characters.reduce(0) { $0 + min($1.postings, $1.lists.count) }
    }

    var isExact: Bool { true }

    func append(in range: Range<UInt32>, to places: inout ContiguousArray<UInt32>) {
        guard !range.isEmpty else { return }
        union(range).append(to: &places)
    }

    /// Those of another character are never put together by themselves where both are frequent.
    func append(in range: Range<UInt32>, before other: any LiteralPlaces, at distance: ClosedRange<Int>, to pairs: inout PlacePairs) {
        guard !range.isEmpty else { return }
        if let other = other as? CharacterPlaces, distance.lowerBound >= 0,
            union(range).append(before: other.union(range), at: distance, to: &pairs)
        {
            return
        }
        appendByLists(in: range, before: other, at: distance, to: &pairs)
    }

    private func union(_ range: Range<UInt32>) -> PostingUnion {
        var union = PostingUnion(range, textCount: textCount)
        for character in characters {
            var directory = DirectoryCursor(table, character)
            while directory.advance() { union.add(directory.list) }
        }
        return union
    }
}
