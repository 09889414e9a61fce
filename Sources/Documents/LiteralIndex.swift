/// Where literals stand in a text, known without a scan. It may give places where a literal does not stand; it never leaves one out.
public protocol LiteralIndex: Sendable {
    /// Where a literal stands, whose characters have these forms each; nil where the index cannot tell (the caller then scans). Cost: looking up the lists, microseconds.
    func places(of literal: [[Unicode.Scalar]]) -> (any LiteralPlaces)?
}

/// The places of one literal.
public protocol LiteralPlaces: Sendable {
    /// At most as many there are (an upper bound that costs nothing: the length of the rarest list).
    var atMost: Int { get }
    /// Whether each place is an occurrence; otherwise whoever asks compares the text.
    var isExact: Bool { get }
    /// Adds, ascending, the offsets at which occurrences begin that begin in `range`; occurrences may overlap each other.
    func append(in range: Range<UInt32>, to places: inout ContiguousArray<UInt32>)
}
