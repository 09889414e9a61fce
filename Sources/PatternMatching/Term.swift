import Documents

/// What one search needs for itself: buffers, lists of an index, the regular expressions' workspace, the cancellation flag.
struct Workspace: ~Copyable {
    var gap = GapFinder.Scratch()
    var offsets: ContiguousArray<UInt32> = []
    /// What an index knows of the text; nil where the text alone is searched.
    var indexed: IndexedPlaces?
    let cancellation: Cancellation?
    private var regex: RegexWorkspace?

    init(_ cancellation: Cancellation?, _ indexed: IndexedPlaces? = nil) {
        self.cancellation = cancellation
        self.indexed = indexed
        regex = nil
    }

    /// The places of a literal by the index; nil where there is none, or it cannot tell.
    mutating func places(of finder: LiteralFinder) -> (any LiteralPlaces)? { indexed?.places(of: finder) }

    func poll() throws(MatchFailure) {
        if cancellation?.isCancelled == true { throw .interrupted }
    }

    /// The first hit of a regular expression; what that needs is made at the first call.
    mutating func next(_ program: RegexProgram, _ text: Haystack, _ piece: Range<Int>, from: Int) throws(MatchFailure) -> Range<Int>? {
        if regex == nil { regex = RegexWorkspace() }
        guard regex != nil else { throw .limitReached(source: program.source, piece: Span(piece.lowerBound, piece.upperBound)) }
        return try regex?.next(program, in: text, piece, from: from, cancellation)
    }
}

/// One part of a pattern that is found by itself. Indirect, as it is handed on for each piece, and a finder has much to copy.
indirect enum Term: Sendable {
    case literal(LiteralFinder)
    case gap(GapFinder)
    case regex(RegexProgram)

    /// Literals of which each hit contains one; empty where none are known.
    var required: [LiteralFinder] {
        switch self {
        case .literal(let finder): [finder]
        case .gap(let finder): [finder.rarest]
        case .regex(let program): program.required
        }
    }

    /// The order in which terms are tried: how much is left to look at after it, and what looking costs.
    var rank: Int {
        switch self {
        case .literal(let finder): -finder.rarity
        case .gap(let finder): 1000 - finder.rarest.rarity
        case .regex(let program): 2000 - (program.required.map(\.rarity).min() ?? 0)
        }
    }

    /// The first hit in `piece` that begins at or after `from`.
    func next(_ text: Haystack, _ piece: Range<Int>, from: Int, _ work: inout Workspace) throws(MatchFailure) -> Range<Int>? {
        switch self {
        case .literal(let finder): return finder.next(in: text, from..<piece.upperBound)
        case .gap(let finder): return finder.next(in: text, piece, from: from, &work.gap)
        case .regex(let program): return try work.next(program, text, piece, from: from)
        }
    }
}
