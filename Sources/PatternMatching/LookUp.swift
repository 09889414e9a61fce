import Documents

/// Something that a search looks for by itself: a literal that it asks an index for, or what it has to scan for.
public struct LookUp: Hashable, Sendable {
    /// The literal, or the source of a regular expression of which no literal is required.
    public let text: String
    /// At most so many places by the index; nil where the text is scanned.
    public let atMost: Int?

    /// What is looked for, and how many places it may have.
    public init(text: String, atMost: Int?) {
        self.text = text
        self.atMost = atMost
    }
}

extension Matcher {
    /// Bytes below which a search scans although there is an index.
    public static let leastIndexedBytes = 1 << 14

    /// What a search with this index, or without one, looks for, in the order of the pattern, each once. Cost: some microseconds a literal.
    public func lookUps(in index: (any LiteralIndex)?) -> [LookUp] {
        var found: [LookUp] = []
        for term in plan.terms + (exception?.terms ?? []) {
            for lookUp in term.lookUps(in: index) where !found.contains(lookUp) { found.append(lookUp) }
        }
        return found
    }

    /// At most how many hits there are in what the index is of; nil where it does not tell.
    public func mostHits(in index: any LiteralIndex) -> Int? {
        guard let sole = plan.soleTerm else { return nil }
        let counts = plan.terms[sole].lookUps(in: index).map(\.atMost)
        guard !counts.contains(nil) else { return nil }
        switch plan.terms[sole] {
        case .literal: return counts.first ?? nil
        // Each hit has a place of every part.
        case .gap: return counts.compactMap { $0 }.min()
        case .regex: return nil
        }
    }
}

extension Term {
    fileprivate func lookUps(in index: (any LiteralIndex)?) -> [LookUp] {
        switch self {
        case .literal(let finder): [finder.lookUp(in: index)]
        case .gap(let gap): gap.parts.map { $0.lookUp(in: index) }
        case .regex(let program):
            program.required.isEmpty
                ? [LookUp(text: "/\(program.source)/", atMost: nil)] : program.required.map { $0.lookUp(in: index) }
        }
    }
}

extension LiteralFinder {
    fileprivate func lookUp(in index: (any LiteralIndex)?) -> LookUp {
        LookUp(text: text, atMost: characters.flatMap { index?.places(of: $0) }?.atMost)
    }
}
