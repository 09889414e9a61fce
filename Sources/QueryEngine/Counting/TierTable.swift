/// The tiers of a scale of how much a phrase is used in a year: what the command `heat` goes by.
///
/// As text, a tier a line: its name, a blank or tab, and the fewest articles of a year that have the phrase (`2000`), or their fewest share of all
/// articles (`2.5%`); a tier whose cut-off is not known has a `-`. What follows `#` is a comment. The hottest comes first.
public struct TierTable: Hashable, Sendable {
    /// One tier.
    public struct Tier: Hashable, Sendable {
        /// What it is called.
        public let name: String
        /// From where it holds; nil where that is not known.
        public let cutOff: CutOff?
    }

    /// From where a tier holds.
    public enum CutOff: Hashable, Sendable {
        /// So many articles of the year.
        case articles(Int)
        /// Such a share of the year's articles, in %.
        case share(Double)
    }

    /// The hottest first.
    public let tiers: [Tier]
    /// Where the table is from, as results name it.
    public let source: String

    /// Why a text is no tier table: the line that is not understood.
    public struct ReadingError: Error, Hashable {
        /// Its number, from 1.
        public let line: Int
    }

    /// Reads a table. Throws the first line that is not understood.
    public init(_ text: String, source: String) throws(ReadingError) {
        var tiers: [Tier] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
            let words = content.split { $0.isWhitespace || $0 == "\u{3000}" }
            guard !words.isEmpty else { continue }
            guard words.count == 2, let tier = TierTable.tier(String(words[0]), words[1]) else { throw ReadingError(line: index + 1) }
            tiers.append(tier)
        }
        self.tiers = tiers
        self.source = source
    }

    private static func tier(_ name: String, _ cutOff: Substring) -> Tier? {
        if cutOff == "-" { return Tier(name: name, cutOff: nil) }
        if cutOff.hasSuffix("%"), let share = Double(cutOff.dropLast()), (0...100).contains(share) {
            return Tier(name: name, cutOff: .share(share))
        }
        return Int(cutOff).flatMap { $0 >= 0 ? Tier(name: name, cutOff: .articles($0)) : nil }
    }

    /// The scale of the China Media Project, of which one cut-off is published.
    public static let published = (try? TierTable(publishedText, source: "China Media Project")) ?? TierTable()

    private init() {
        tiers = []
        source = ""
    }

    /// The table as it is shipped; a copy of it is where a table of one's own begins.
    public static let publishedText = """
        # 语温 in six tiers, after Qian Gang and the China Media Project: by the number of articles of the People's Daily that have the
        # phrase in one full year. Published is the first cut-off (China's Political Discourse in 2020: 2,000 and more); the names of the
        # others are (7月语象速递, August 2018), their cut-offs are not.
        沸 2000
        烫 -
        热 -
        暖 -
        温 -
        冷 -

        """

    /// The hottest tier whose cut-off a year reaches; nil where it reaches none that is known.
    public func tier(articles: Int, of all: Int) -> Tier? {
        tiers.first { tier in
            switch tier.cutOff {
            case .articles(let least): articles >= least
            case .share(let least): all > 0 && Double(articles) * 100 / Double(all) >= least
            case nil: false
            }
        }
    }
}
