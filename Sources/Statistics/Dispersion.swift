/// How evenly occurrences are spread over the parts of a corpus.
public struct Dispersion: Hashable, Sendable {
    /// The occurrences in each part.
    public let counts: [Int]
    /// The size of each part, in the units that frequencies are per; positive.
    public let sizes: [Int]

    /// The counts of parts of the given sizes; there are as many of one as of the other.
    public init(counts: [Int], sizes: [Int]) {
        self.counts = counts
        self.sizes = sizes
    }

    /// Juilland's D of relative frequencies, 1 − V ÷ √(n − 1), V being their coefficient of variation with the population's
    /// standard deviation (Juilland and Chang-Rodríguez 1964): 1 evenly spread, 0 all in one part. Nil for fewer than two parts or no
    /// occurrence.
    public var juillandD: Double? {
        let frequencies = zip(counts, sizes).map { Double($0) / Double($1) }
        let n = Double(frequencies.count)
        let mean = frequencies.reduce(0, +) / n
        guard frequencies.count > 1, mean > 0 else { return nil }
        let variance = frequencies.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
        return 1 - variance.squareRoot() / mean / (n - 1).squareRoot()
    }

    /// Deviation of proportions, ½·Σ|share of occurrences − share of the corpus| (Gries 2008): 0 evenly spread, near 1 all in a
    /// small part. Nil without occurrences.
    public var deviationOfProportions: Double? {
        let occurrences = Double(counts.reduce(0, +))
        let size = Double(sizes.reduce(0, +))
        guard occurrences > 0, size > 0 else { return nil }
        return zip(counts, sizes).reduce(0) { $0 + abs(Double($1.0) / occurrences - Double($1.1) / size) } / 2
    }

    /// DP divided by the highest it can be, 1 − the share of the smallest part (Lijffijt and Gries 2012). Nil without
    /// occurrences or with one part.
    public var normalizedDeviationOfProportions: Double? {
        guard sizes.count > 1, let deviation = deviationOfProportions, let smallest = sizes.min() else { return nil }
        return deviation / (1 - Double(smallest) / Double(sizes.reduce(0, +)))
    }

    /// The number of parts with an occurrence: the range.
    public var range: Int { counts.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } }
}
