/// A block of text and the pieces of it that are indexed.
struct TextPieces {
    private let bytes: UnsafeRawPointer?
    private let starts: UnsafeBufferPointer<UInt32>
    private let ends: UnsafeBufferPointer<UInt32>

    /// Pieces that are in order, lie in the text, and have a byte between each two.
    init(
        _ text: UnsafeRawBufferPointer, starts: UnsafeBufferPointer<UInt32>, ends: UnsafeBufferPointer<UInt32>
    ) throws(PostingFailure) {
        guard starts.count == ends.count else { throw .piecesOutOfOrder(min(starts.count, ends.count)) }
        var last = 0
        for index in 0..<starts.count {
            let (start, end) = (Int(starts[index]), Int(ends[index]))
            guard start <= end, end <= text.count, index == 0 || start >= last else { throw .piecesOutOfOrder(index) }
            guard index == 0 || start > last else { throw .piecesTouch(index) }
            last = end
        }
        bytes = text.baseAddress
        (self.starts, self.ends) = (starts, ends)
    }

    /// Calls `body` with each piece that is not empty, in order.
    @inline(__always)
    func forEach(_ body: (UnsafeRawPointer, Range<Int>) -> Void) {
        guard let bytes else { return }
        for index in 0..<starts.count where starts[index] < ends[index] { body(bytes, Int(starts[index])..<Int(ends[index])) }
    }
}
