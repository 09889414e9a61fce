/// How often words stand in what was entered before: what somebody uses much is offered first.
struct WordUse {
    private var counts: [Substring: Int] = [:]

    /// Only the last entries count: what was done long ago says little.
    private static let most = 500

    /// Counts the words of the newest entries. `entries` are in the order they were made.
    init(_ entries: [String]) {
        for entry in entries.suffix(WordUse.most) {
            for word in entry.split(whereSeparator: WordUse.parts) { counts[word.lowercased()[...], default: 0] += 1 }
        }
    }

    /// How often `word` was used.
    subscript(word: String) -> Int { counts.isEmpty ? 0 : counts[word.lowercased()[...], default: 0] }

    private static func parts(_ character: Character) -> Bool {
        character.isWhitespace || "|｜=＝,，;；()（）<>'\"‘’“”「」『』".contains(character)
    }
}
