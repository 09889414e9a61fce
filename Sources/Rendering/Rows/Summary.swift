import Documents

/// What a rendering showed: the material of the footer, of history and of the exit status.
public struct Summary: Hashable, Sendable {
    /// What the rows are.
    public enum Kind: Hashable, Sendable {
        case units(Layer), tableRows, number, textLines, nothing
    }

    /// What the rows are.
    public let kind: Kind
    /// The number of rows; of a number, its value.
    public var rows = 0
    /// How many of them were shown; fewer than `rows` where a limit cut.
    public var shown = 0
    /// The number of hits in all rows; nil where nobody asked for any.
    public var hits: Int?
    /// The number of different articles the rows lie in; nil where rows lie in none.
    public var articles: Int?

    /// A summary of nothing yet.
    public init(_ kind: Kind) { self.kind = kind }
}

/// Counts rows as they go by.
struct Tally {
    private(set) var summary: Summary
    private var seen: Set<Int> = []
    private var last = -1

    init(_ kind: Summary.Kind) { summary = Summary(kind) }

    mutating func add(isShown: Bool) {
        summary.rows += 1
        if isShown { summary.shown += 1 }
    }

    mutating func add(hits: Int) { summary.hits = (summary.hits ?? 0) + hits }

    /// Counts the article with this number, once.
    mutating func add(article number: Int) {
        guard number != last else { return }
        last = number
        seen.insert(number)
        summary.articles = seen.count
    }
}
