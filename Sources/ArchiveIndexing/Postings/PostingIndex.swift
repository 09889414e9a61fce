import Documents

/// Where literals stand, by the postings of a segment: exact places, for literals of any length. It reads mapped bytes and trusts none: whatever
/// they say, places ascend and lie in the text, and nothing outside the part is read.
public struct PostingIndex: LiteralIndex, @unchecked Sendable {
    // Safe to share: the bytes do not change while their owner lives.

    private let table: PostingTable
    private let textCount: Int
    private let owner: AnyObject
    private let isIntact: @Sendable (Range<Int>) -> Bool

    /// The longest literal it looks up, in characters.
    private static let longestLiteral = 1 << 20

    /// An index over `bytes`, a part that `PostingRun.write` gave, which `owner` keeps in place; `textCount` is the number of bytes of the text. Nil
    /// where the trailer is not that of such a part. Cost: constant; the trailer alone is read.
    ///
    /// `isIntact` is asked for each range of `bytes` before it is read the first time in a search, all of it when a literal is looked up. Where it
    /// says no, the index cannot tell.
    public init?(
        bytes: UnsafeRawBufferPointer, textCount: Int, owner: AnyObject,
        isIntact: @escaping @Sendable (Range<Int>) -> Bool = { _ in true }
    ) {
        guard textCount <= PostingLayout.longestText, let table = PostingTable(bytes) else { return nil }
        (self.table, self.textCount, self.owner, self.isIntact) = (table, textCount, owner, isIntact)
    }

    /// The number of characters indexed, as the part says it.
    public var postingCount: Int { table.postingCount }

    /// The exact places of a literal that is not empty and has a form for each character; nil for others, and where bytes are not intact. Cost: a
    /// search in the table, and in the directory of each form of each second character; some microseconds.
    public func places(of literal: [[Unicode.Scalar]]) -> (any LiteralPlaces)? {
        guard let front = literal.first, literal.count <= PostingIndex.longestLiteral, !literal.contains(where: \.isEmpty),
            isIntact(table.range)
        else { return nil }
        if literal.count == 1 { return characterPlaces(front) }
        var pairs: ContiguousArray<PairPlaces> = []
        for index in PostingIndex.pairIndices(literal.count) {
            // What stands before the next pair: two characters, or one where the last pair shares one with it.
            let isShared = literal.count % 2 == 1 && index == literal.count - 3
            guard let lists = lists(of: literal[index], literal[index + 1], isShared: isShared) else { return nil }
            if lists.lists.isEmpty { return NoPlaces() }
            pairs.append(lists)
        }
        return SequencePlaces(pairs, textCount: textCount, owner: owner)
    }

    /// Which characters begin the pairs that cover a literal: each second one, and the last but one.
    private static func pairIndices(_ count: Int) -> [Int] {
        let even = Array(stride(from: 0, to: count - 1, by: 2))
        return count % 2 == 0 ? even : even + [count - 2]
    }

    private func characterPlaces(_ forms: [Unicode.Scalar]) -> (any LiteralPlaces)? {
        var characters: ContiguousArray<FirstCharacter> = []
        for key in Set(forms.map { CharacterKey($0) }) {
            guard let first = table.first(key) else { continue }
            guard isIntact(first.directory), isIntact(first.lists) else { return nil }
            characters.append(first)
        }
        return characters.isEmpty ? NoPlaces() : CharacterPlaces(characters, of: table, textCount: textCount, owner: owner)
    }

    /// The lists of all pairs of forms; nil where the index is damaged.
    private func lists(of front: [Unicode.Scalar], _ back: [Unicode.Scalar], isShared: Bool) -> PairPlaces? {
        var places = PairPlaces()
        for form in Set(front) {
            guard let first = table.first(CharacterKey(form)) else { continue }
            guard isIntact(first.directory) else { return nil }
            let directory = DirectoryCursor(table, first)
            for other in Set(back) {
                var cursor = directory
                guard let list = cursor.list(of: CharacterKey(other)) else { continue }
                guard isIntact(table.range(of: list)) else { return nil }
                places.append(list, advance: form.width + (isShared ? 0 : other.width))
            }
        }
        return places
    }
}

extension PostingTable {
    /// The bytes of a list, with its skips, from the beginning of the part.
    fileprivate func range(of list: PostingList) -> Range<Int> {
        let begin = list.base - UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
        return begin..<begin + list.size + PostingLayout.skipBytes(list.count)
    }
}

extension Unicode.Scalar {
    /// The bytes of its UTF-8.
    fileprivate var width: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }
}

/// The places of a literal that does not occur.
struct NoPlaces: LiteralPlaces {
    var atMost: Int { 0 }
    var isExact: Bool { true }

    func append(in range: Range<UInt32>, to places: inout ContiguousArray<UInt32>) {}
}
