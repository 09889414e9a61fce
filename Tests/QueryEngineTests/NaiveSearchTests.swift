import Documents
import Testing

/// `grep` and `find` against a search that is plain to see.
@Suite struct NaiveSearchTests {
    private func units(_ layer: String) throws -> [Region] { try rows(layer).regions }

    private func holds(_ phrase: String, _ region: Region) -> Bool {
        let (text, phrase) = (Array(text(of: region).unicodeScalars), Array(phrase.unicodeScalars))
        guard text.count >= phrase.count else { return false }
        return (0...text.count - phrase.count).contains { Array(text[$0..<$0 + phrase.count]) == phrase }
    }

    /// Occurrences from left to right that do not overlap.
    private func occurrences(of phrase: String, in text: String) -> Int {
        let (text, phrase) = (Array(text.unicodeScalars), Array(phrase.unicodeScalars))
        var place = 0
        var count = 0
        while place + phrase.count <= text.count {
            if Array(text[place..<place + phrase.count]) == phrase {
                count += 1
                place += phrase.count
            } else {
                place += 1
            }
        }
        return count
    }

    @Test(arguments: ["paras", "sents"], [1 as UInt64, 2, 3, 4, 5])
    func grepFindsWhatANaiveSearchFinds(_ layer: String, _ number: UInt64) throws {
        let all = try units(layer)
        let phrases = try randomPhrases(9, seed: number)
        for (index, a) in phrases.enumerated() {
            let b = phrases[(index + 1) % phrases.count]
            let c = phrases[(index + 2) % phrases.count]
            let cases: [(String, (Region) -> Bool)] = [
                ("\(a)", { holds(a, $0) }),
                ("not \(a)", { !holds(a, $0) }),
                ("\(a) \(b)", { holds(a, $0) && holds(b, $0) }),
                ("\(a) or \(b)", { holds(a, $0) || holds(b, $0) }),
                ("\(a) and not \(b)", { holds(a, $0) && !holds(b, $0) }),
                ("(\(a) or \(b)) not \(c)", { (holds(a, $0) || holds(b, $0)) && !holds(c, $0) }),
                ("\(a) or \(b) \(c)", { holds(a, $0) || (holds(b, $0) && holds(c, $0)) }),
                ("not (\(a) or \(b))", { !holds(a, $0) && !holds(b, $0) }),
            ]
            for (pattern, test) in cases {
                #expect(try rows("\(layer) | grep \(pattern)").regions == all.filter(test), "\(layer) | grep \(pattern)")
            }
        }
    }

    @Test(arguments: [11 as UInt64, 12, 13])
    func findCountsWhatANaiveSearchCounts(_ number: UInt64) throws {
        let all = try units("paras").map { text(of: $0) }
        for phrase in try randomPhrases(20, seed: number) {
            let expected = all.reduce(0) { $0 + occurrences(of: phrase, in: $1) }
            #expect(try rows("find \(phrase) | count") == .number(expected), "\(phrase)")
            #expect(try rows("freq \(phrase) | select hits") == .table([[String(expected)]]), "\(phrase)")
            for region in try rows("find \(phrase)").regions { #expect(text(of: region) == phrase) }
        }
    }
}
