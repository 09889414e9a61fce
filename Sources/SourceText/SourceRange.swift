/// A half-open stretch `[lower, upper)` of query text, in UTF-8 bytes from its beginning.
public struct SourceRange: Hashable, Sendable {
    /// Offset of the first byte.
    public var lower: Int
    /// Offset just past the last byte; never below `lower`.
    public var upper: Int

    /// The range from `lower` up to and not including `upper`.
    public init(_ lower: Int, _ upper: Int) {
        self.lower = lower
        self.upper = max(lower, upper)
    }

    /// The number of bytes.
    public var count: Int { upper - lower }

    /// The empty range at the end of this one: where something is missing.
    public var end: SourceRange { SourceRange(upper, upper) }

    /// The smallest range that holds both.
    public func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(lower, other.lower), max(upper, other.upper))
    }
}
