/// The words that belong to the grammar, each in its two spellings. Which of them is one depends on the place: `in` and
/// `has` only between operands, `let` only at the start of a statement, `desc` only to the command that sorts.
public enum Keyword: String, CaseIterable, Sendable {
    case and, or, not, desc
    case membership = "in"
    case has
    case letBinding = "let"
    case definition = "def"
    case use, set, explain, why, fmt

    /// The English spelling.
    public var english: String { rawValue }

    /// The Chinese spelling.
    public var chinese: String {
        switch self {
        case .and: "且"
        case .or: "或"
        case .not: "非"
        case .desc: "降"
        case .membership: "在"
        case .has: "含"
        case .letBinding: "令"
        case .definition: "定义"
        case .use: "范围"
        case .set: "设"
        case .explain: "解释"
        case .why: "何以"
        case .fmt: "改写"
        }
    }

    /// The keyword of either spelling, in either width.
    public init?(spelling: String) {
        guard let keyword = Self.bySpelling[foldingWidth(spelling)] else { return nil }
        self = keyword
    }

    private static let bySpelling: [String: Keyword] = {
        var table: [String: Keyword] = [:]
        for keyword in allCases {
            table[keyword.english] = keyword
            table[keyword.chinese] = keyword
        }
        return table
    }()
}
