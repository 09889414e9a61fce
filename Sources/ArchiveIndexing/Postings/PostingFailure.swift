/// Why there is no index.
public enum PostingFailure: Error, Hashable, Sendable {
    /// The piece with this number begins where the one before ends, so that neighbouring bytes need not be neighbours in a piece.
    case piecesTouch(Int)
    /// The piece with this number ends before it begins, behind the text, or begins before the one before ends.
    case piecesOutOfOrder(Int)
    /// The run with this number begins before the one before ends.
    case runsOutOfOrder(Int)
    /// The text ends behind 2 GiB.
    case textTooLong
    /// The system gave no memory for the sort.
    case outOfMemory
}
