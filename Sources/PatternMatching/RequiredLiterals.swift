import Documents

/// Literals one of which stands in every unit that satisfies a pattern, so that text without any of them need not be looked at.
public struct RequiredLiterals: Sendable {
    private let finders: [LiteralFinder]

    /// More are not worth a scan each.
    private static let most = 16
    /// How far one of several is looked for before the next, at first and at most.
    private static let stretch = (first: 1 << 12, longest: 1 << 18)

    init?(_ finders: [LiteralFinder]) {
        guard !finders.isEmpty, finders.count <= RequiredLiterals.most else { return nil }
        self.finders = finders
    }

    /// Where the first of them begins in `range`, in any of the forms that the pattern takes as equal; it may end behind the range. Nil
    /// where none does. Cost: a scan of the text up to there for each.
    public func first(in text: Text, _ range: Range<Int>) -> Int? {
        guard let haystack = Haystack(text) else { return nil }
        let range = range.clamped(to: 0..<text.count)
        return withExtendedLifetime(text) {
            finders.count == 1 ? RequiredLiterals.first(finders[0], haystack, range) : first(haystack, range)
        }
    }

    /// The first of several: each is looked for in a stretch before any is looked for in the next.
    private func first(_ text: Haystack, _ range: Range<Int>) -> Int? {
        var start = range.lowerBound
        var length = RequiredLiterals.stretch.first
        while start < range.upperBound {
            var end = min(start + length, range.upperBound)
            var found: Int?
            for finder in finders {
                guard let place = RequiredLiterals.first(finder, text, start..<end) else { continue }
                (found, end) = (place, place)
            }
            if let found { return found }
            start = end
            length = min(length * 2, RequiredLiterals.stretch.longest)
        }
        return nil
    }

    private static func first(_ finder: LiteralFinder, _ text: Haystack, _ range: Range<Int>) -> Int? {
        let end = min(range.upperBound + finder.longest - 1, text.count)
        guard let found = finder.next(in: text, range.lowerBound..<max(range.lowerBound, end)) else { return nil }
        // A short form of what may be longer.
        return found.lowerBound < range.upperBound ? found.lowerBound : nil
    }
}

extension MatchPlan {
    /// Literals one of which stands in every unit that satisfies the plan; nil where none are known.
    var required: [LiteralFinder]? { required(root) }

    private func required(_ node: Node) -> [LiteralFinder]? {
        switch node {
        case .term(let index):
            let finders = terms[index].required
            return finders.isEmpty ? nil : finders
        case .all(let nodes):
            return nodes.compactMap { required($0) }.max { MatchPlan.rarity($0) < MatchPlan.rarity($1) }
        case .any(let nodes):
            let parts = nodes.map { required($0) }
            return parts.isEmpty || parts.contains { $0 == nil } ? nil : parts.flatMap { $0 ?? [] }
        case .none: return nil
        }
    }

    /// Of several literals one of which is there, the most frequent counts.
    private static func rarity(_ finders: [LiteralFinder]) -> Int { finders.map(\.rarity).min() ?? 0 }
}
