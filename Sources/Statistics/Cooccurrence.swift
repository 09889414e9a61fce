import Glibc

/// How often two things occur, apart and together, among so many places: the four counts from which all measures of
/// association follow.
///
/// The notation is that of Evert, *Corpora and collocations* (2008): O₁₁ together, R₁ the node's places, C₁ the
/// collocate's occurrences, N all places; E₁₁ = R₁·C₁ ÷ N is what chance would give.
public struct Cooccurrence: Hashable, Sendable {
    /// O₁₁: the collocate's occurrences in the node's places.
    public let together: Int
    /// R₁: the places by the node (in a window: all places of all windows).
    public let node: Int
    /// C₁: all occurrences of the collocate.
    public let collocate: Int
    /// N: all places.
    public let total: Int

    /// Counts; `together` is at most `node` and `collocate`, these at most `total`.
    public init(together: Int, node: Int, collocate: Int, total: Int) {
        self.together = together
        self.node = node
        self.collocate = collocate
        self.total = total
    }

    /// E₁₁, the occurrences together that chance would give.
    public var expected: Double { Double(node) * Double(collocate) / Double(total) }

    /// Pointwise mutual information, log₂(O₁₁ ÷ E₁₁), in bits (Church and Hanks 1990). Favours what is rare; -∞ for O₁₁ = 0.
    public var mutualInformation: Double { log2(Double(together) / expected) }

    /// The t-score, (O₁₁ − E₁₁) ÷ √O₁₁ (Church et al. 1991). Favours what is frequent.
    public var tScore: Double { (Double(together) - expected) / Double(together).squareRoot() }

    /// The log-likelihood ratio G² of the two-by-two table (Dunning 1993), negative where the two occur together less
    /// than chance would have it; 3.84 is significant at 5 %, 10.83 at 0.1 %.
    public var logLikelihood: Double {
        let (o11, r1, c1, n) = (Double(together), Double(node), Double(collocate), Double(total))
        let observed = [o11, r1 - o11, c1 - o11, n - r1 - c1 + o11]
        let chance = [r1 * c1 / n, r1 * (n - c1) / n, (n - r1) * c1 / n, (n - r1) * (n - c1) / n]
        let ratio = 2 * zip(observed, chance).reduce(0) { $0 + surprise($1.0, expected: $1.1) }
        return o11 < chance[0] ? -ratio : ratio
    }
}

/// logDice, 14 + log₂(2·f(x,y) ÷ (f(x) + f(y))), with the frequencies of node and collocate (Rychlý 2008): at most 14, where
/// one never occurs without the other; 1 more means twice as strong; does not depend on the size of the corpus.
public func logDice(together: Int, node: Int, collocate: Int) -> Double {
    14 + log2(2 * Double(together) / Double(node + collocate))
}

/// One cell's part of a log-likelihood ratio, O·ln(O ÷ E); 0 for an empty cell.
func surprise(_ observed: Double, expected: Double) -> Double {
    observed > 0 && expected > 0 ? observed * log(observed / expected) : 0
}
