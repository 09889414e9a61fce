import Glibc

/// The frequency of one thing in two corpora: keyness.
public struct FrequencyComparison: Hashable, Sendable {
    /// How often it occurs in the study corpus.
    public let count: Int
    /// The size of the study corpus, in the units that frequencies are per.
    public let size: Int
    /// How often it occurs in the reference corpus.
    public let referenceCount: Int
    /// The size of the reference corpus.
    public let referenceSize: Int

    /// Counts with the sizes they were found in; sizes are positive.
    public init(count: Int, of size: Int, against referenceCount: Int, of referenceSize: Int) {
        self.count = count
        self.size = size
        self.referenceCount = referenceCount
        self.referenceSize = referenceSize
    }

    /// Log-likelihood G² = 2·Σ O·ln(O ÷ E) of the two frequencies (Rayson and Garside 2000), negative where the study corpus
    /// has the lower one. 3.84 is significant at 5 %, 10.83 at 0.1 %.
    public var logLikelihood: Double {
        let share = Double(count + referenceCount) / Double(size + referenceSize)
        let ratio =
            surprise(Double(count), expected: Double(size) * share)
            + surprise(Double(referenceCount), expected: Double(referenceSize) * share)
        return logRatio < 0 ? -2 * ratio : 2 * ratio
    }

    /// Log ratio, the binary logarithm of the relative frequencies' ratio (Hardie 2014): 1 is twice as frequent, −1 half. A count of
    /// 0 is taken as 0.5, so that the ratio is finite.
    public var logRatio: Double {
        func relative(_ count: Int, _ size: Int) -> Double { (count == 0 ? 0.5 : Double(count)) / Double(size) }
        return count == 0 && referenceCount == 0
            ? 0 : log2(relative(count, size) / relative(referenceCount, referenceSize))
    }
}

/// The probability of a log-likelihood ratio as high by chance: the upper tail of χ² with one degree of freedom.
public func significance(ofLogLikelihood ratio: Double) -> Double { erfc((abs(ratio) / 2).squareRoot()) }
