/// A pattern made ready: its terms, and how they are combined.
struct MatchPlan: Sendable {
    indirect enum Node: Sendable {
        case term(Int)
        case all([Node])
        case any([Node])
        case none(Node)
    }

    private(set) var terms: [Term] = []
    private(set) var root = Node.all([])
    /// The terms that hits are of: those under an even number of `not`.
    private(set) var positive: [Int] = []

    private let folds: Bool

    init(_ pattern: MatchPattern, _ options: MatchOptions) throws(PatternError) {
        folds = !options.exact
        root = try node(pattern, isPositive: true)
    }

    /// The term that is the whole pattern.
    var soleTerm: Int? {
        if case .term(let index) = root { index } else { nil }
    }

    private mutating func node(_ pattern: MatchPattern, isPositive: Bool) throws(PatternError) -> Node {
        switch pattern {
        case .and(let patterns): return .all(try nodes(patterns, isPositive))
        case .or(let patterns): return .any(try nodes(patterns, isPositive))
        case .not(let pattern): return .none(try node(pattern, isPositive: !isPositive))
        case .literal, .gapped, .regex:
            terms.append(try term(pattern))
            if isPositive { positive.append(terms.count - 1) }
            return .term(terms.count - 1)
        }
    }

    /// The nodes of `patterns`, the most selective and cheapest first.
    private mutating func nodes(_ patterns: [MatchPattern], _ isPositive: Bool) throws(PatternError) -> [Node] {
        var nodes: [Node] = []
        for pattern in patterns { nodes.append(try node(pattern, isPositive: isPositive)) }
        return nodes.count == 1 ? nodes : nodes.sorted { rank($0) < rank($1) }
    }

    private func rank(_ node: Node) -> Int {
        switch node {
        case .term(let index): terms[index].rank
        case .all(let nodes): nodes.map(rank).min() ?? 0
        case .any(let nodes): nodes.map(rank).max() ?? 0
        case .none(let node): 4000 + rank(node)
        }
    }

    private func term(_ pattern: MatchPattern) throws(PatternError) -> Term {
        switch pattern {
        case .literal(let bytes):
            guard !bytes.isEmpty else { throw .empty("the text to find") }
            return .literal(LiteralFinder(bytes, folds: folds))
        case .gapped(let leading, let parts, let trailing): return try gap(leading, parts, trailing)
        case .regex(let source, let flags):
            guard !source.isEmpty else { throw .empty("the regular expression") }
            return .regex(try RegexProgram(source, flags, folds: folds))
        case .and, .or, .not: throw .empty("the pattern")
        }
    }

    private func gap(_ leading: Bool, _ parts: [[UInt8]], _ trailing: Bool) throws(PatternError) -> Term {
        guard let first = parts.first, !parts.contains([]) else { throw .empty("what stands beside the gap") }
        if parts.count == 1, !leading, !trailing { return .literal(LiteralFinder(first, folds: folds)) }
        let rest = parts.dropFirst().map { LiteralFinder($0, folds: folds) }
        return .gap(GapFinder(leading: leading, first: LiteralFinder(first, folds: folds), rest: rest, trailing: trailing))
    }
}
