/// One way to go on from what is typed.
public struct Candidate: Hashable, Sendable {
    /// What replaces the range when this one is taken.
    public let insertion: String
    /// What the list shows; mostly the same.
    public let display: String
    /// What it is, shown beside it; may be empty.
    public let summary: String
    /// Whether a blank follows when it is the only candidate.
    public let endsWord: Bool

    /// A candidate; shown as it is inserted unless `display` says otherwise.
    public init(_ insertion: String, display: String? = nil, summary: String = "", endsWord: Bool = true) {
        self.insertion = insertion
        self.display = display ?? insertion
        self.summary = summary
        self.endsWord = endsWord
    }
}

/// What could stand at the cursor.
public struct Completion: Hashable, Sendable {
    /// The bytes of the entry, in UTF-8, that a candidate replaces; ends at the cursor or before it.
    public let replacing: Range<Int>
    /// The candidates, in the order they are shown.
    public let candidates: [Candidate]

    /// Candidates for the bytes `replacing` of the line.
    public init(replacing: Range<Int>, candidates: [Candidate]) {
        self.replacing = replacing
        self.candidates = candidates
    }

    /// No candidates.
    public static let none = Completion(replacing: 0..<0, candidates: [])

    /// The longest beginning all insertions share, whole characters only.
    var commonPrefix: String {
        guard let first = candidates.first?.insertion else { return "" }
        var length = first.count
        for candidate in candidates.dropFirst() {
            length = min(length, zip(first, candidate.insertion).prefix { $0 == $1 }.count)
        }
        return String(first.prefix(length))
    }
}

/// Gives what could stand at the cursor: the entry so far, with the lines above the one that is edited, and the cursor's
/// offset in it in UTF-8 bytes. What is replaced must lie in the last line.
public typealias Completer = (_ line: String, _ cursor: Int) -> Completion
