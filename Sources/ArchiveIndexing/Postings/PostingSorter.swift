/// Makes the runs of blocks of text, one block after the other. It keeps the memory of its sorts: a thread has one of its own, for all its blocks.
public struct PostingSorter: ~Copyable {
    private var sort = PairSort()

    /// A sorter without memory yet.
    public init() {}

    /// The postings of every character of the pieces of a block. The text is followed by 64 readable bytes; the columns have start and end of
    /// each piece in it, in order, with at least a byte between two. `origin` is added to each offset: where the block stands in its segment,
    /// which ends before 2 GiB. Throws `PostingFailure`.
    ///
    /// Cost: 6 to 9 ns a byte of Chinese text, for the first block three times that, as its memory is new. Memory: 12 bytes a
    /// character, so 4 times the block in Chinese and 12 times in ASCII.
    public mutating func run(
        text: UnsafeRawBufferPointer, starts: UnsafeBufferPointer<UInt32>, ends: UnsafeBufferPointer<UInt32>, origin: UInt32 = 0
    ) throws -> PostingRun {
        guard text.count + Int(origin) <= PostingLayout.longestText else { throw PostingFailure.textTooLong }
        let pieces = try TextPieces(text, starts: starts, ends: ends)
        let range = (starts.first ?? 0) + origin..<(ends.last ?? 0) + origin
        return try PostingRun(sort.sort(pieces, origin: origin), range: range)
    }
}
