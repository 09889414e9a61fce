import QueryEngine
import QueryLanguage
import SourceText
import Testing

/// Valid queries with something changed in them: nothing crashes, places lie inside the text, fixes fix.
@Suite struct MutationTests {
    /// Numbers that look random and are the same in every run (SplitMix64).
    private struct SeededNumbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let pieces = [
        "|", "｜", "(", "）", ",", "=", "＝", "\"", "“", "”", "'", "/", "…", " ", "\n", ";", "$", "$甲", "_", "_1", "not", "and", "or", "非",
        "desc", "in",
        "count", "grep", "where", "sents", "expand", "-v", "5..3", "1999-13", "len", "len*2", "党员", "by=", "f(", "*", ">", "!=", "#", "set",
        "use", "let",
        "\\", "\u{0}", "\u{1F600}", "e\u{301}", "99999999999999999999", "\t", "\u{3000}", "～",
    ]

    private static func mutated(_ query: String, _ numbers: inout SeededNumbers) -> String {
        var words = query.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...3, using: &numbers) {
            let place = Int.random(in: 0..<words.count, using: &numbers)
            let piece = pieces.randomElement(using: &numbers) ?? ""
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: words[place] = piece
            case 1: words.insert(piece, at: place)
            case 2: words[place] += piece
            case 3: words[place] = String(words[place].dropLast())
            case 4: words.swapAt(place, Int.random(in: 0..<words.count, using: &numbers))
            default: if words.count > 1 { words.remove(at: place) }
            }
        }
        return words.joined(separator: " ")
    }

    @Test(arguments: 0..<16)
    func changedQueriesAreJudgedSoundly(_ round: Int) {
        var numbers = SeededNumbers(state: UInt64(round))
        for query in validQueries {
            let text = MutationTests.mutated(query, &numbers)
            let diagnostics = bind(text, in: environment).diagnostics
            for diagnostic in diagnostics {
                let range = diagnostic.range
                #expect(range.lower >= 0 && range.upper <= text.utf8.count, "\(text) \(diagnostic.code.name)")
                #expect(!diagnostic.message.english.isEmpty && !diagnostic.message.chinese.isEmpty)
                guard !diagnostic.edits.isEmpty else { continue }
                let mended = text.applying(diagnostic.edits)
                let rest = bind(mended, in: environment).diagnostics.filter {
                    $0.code == diagnostic.code && $0.message == diagnostic.message && $0.range == diagnostic.range
                }
                #expect(mended != text && rest.isEmpty, "\(text) ⇒ \(diagnostic.code.name) ⇒ \(mended)")
            }
        }
    }
}
