import Documents
import Testing

@testable import StringAnalysis

@Suite struct StringAnalysisTests {
    @Test func marksAndPiecesAreKeptApart() {
        let text = symbols(["党的建设，党员。", "党员ｘ"])
        #expect(text.string(0..<text.count) == "党的建设 党员  党员ｘ ")
        #expect(text.pieces.map(\.start) == [0, 9])
        #expect(text.symbols(of: "党，群") == [text.symbols[0], 0, SymbolText.unknown])
    }

    @Test func symbolsLeadBackToTheirBytes() {
        let source = "甲，乙\u{20000}x丙"
        let text = Text(copying: source.utf8)
        var symbols = SymbolText()
        symbols.append(Span(0, text.count), of: text, shard: 0, unit: 0)
        for index in 0..<6 {
            let expected = String(String.UnicodeScalarView([Array(source.unicodeScalars)[index]]))
            #expect(text.string(symbols.span(of: index..<index + 1, in: text)) == expected)
        }
    }

    @Test func illFormedBytesAreOneSymbolEach() {
        let text = Text(copying: [0xE5, 0x85, 0x41, 0xFF, 0xC3])
        var symbols = SymbolText()
        symbols.append(Span(0, text.count), of: text, shard: 0, unit: 0)
        #expect(symbols.count == 6)
    }

    /// Against a quadratic search of all substrings, on random strings over few characters.
    @Test func repeatsAreThoseOfTheDefinition() throws {
        var random = SplitMix(seed: 20)
        for _ in 0..<200 {
            let pieces = (0..<1 + random.next(4)).map { _ in
                String((0..<random.next(14)).map { _ in Array("甲乙丙，")[random.next(4)] })
            }
            let text = symbols(pieces)
            let order = try #require(try SuffixOrder(text))
            let found = try order.maximalRepeats(of: text, length: 2, count: 2).map { found in
                Int(order.starts[found.places.lowerBound])..<Int(order.starts[found.places.lowerBound]) + found.length
            }
            #expect(Set(found.map { text.string($0) }) == naiveRepeats(pieces, length: 2), "\(pieces)")
            #expect(found.count == Set(found.map { text.string($0) }).count)
        }
    }

    @Test func suffixesAreInOrder() throws {
        let text = symbols(["甲乙甲乙，甲", "乙甲乙"])
        let order = try #require(try SuffixOrder(text))
        for place in order.starts.indices.dropFirst() {
            let (a, b) = (suffix(text, Int(order.starts[place - 1])), suffix(text, Int(order.starts[place])))
            #expect(!b.lexicographicallyPrecedes(a))
            #expect(Int(order.common[place]) == zip(a, b).prefix { $0 == $1 }.count)
        }
    }

    /// So much text is sorted on a thread of its own.
    @Test func aLongSortGivesTheSameAndCanBeLeft() throws {
        struct Left: Error {}
        var random = SplitMix(seed: 5)
        let text = symbols([String((0..<150_000).map { _ in Array("甲乙丙丁，")[random.next(5)] })])
        let order = try #require(try SuffixOrder(text))
        #expect(order.starts.count == text.symbols.reduce(0) { $0 + ($1 == 0 ? 0 : 1) })
        for place in order.starts.indices.dropFirst() {
            let (a, b) = (Int(order.starts[place - 1]), Int(order.starts[place]))
            let shared = Int(order.common[place])
            #expect(text.symbols[a..<a + shared].elementsEqual(text.symbols[b..<b + shared]))
            #expect(text.symbols[a + shared] <= text.symbols[b + shared])
        }
        var calls = 0
        #expect(throws: Left.self) {
            _ = try SuffixOrder(text) { _ in
                calls += 1
                if calls == 2 { throw Left() }
            }
        }
    }

    @Test func ngramsAreCountedAsBySplitting() throws {
        var random = SplitMix(seed: 3)
        let pieces = (0..<200).map { _ in String((0..<random.next(60)).map { _ in Array("一二三四五，。")[random.next(7)] }) }
        let text = symbols(pieces)
        for length in 1...5 {
            var expected: [String: Int] = [:]
            for run in pieces.flatMap({ $0.split { "，。".contains($0) } }) where run.count >= length {
                for start in 0...run.count - length { expected[String(Array(run)[start..<start + length]), default: 0] += 1 }
            }
            let counts = try NgramCounts(text, length: length)
            #expect(counts.distinct == expected.count)
            #expect(counts.total == expected.values.reduce(0, +))
            for found in counts.occurring(1) {
                let string = text.string(found.first..<found.first + length)
                #expect(expected[string] == found.count)
                #expect(counts.count(at: found.first, in: text) == found)
                #expect(pieces.count { $0.contains(string) } == found.range)
            }
        }
    }

    @Test func variantsAreWithinTheDistance() throws {
        let text = symbols(["以为人民服务为宗旨的群众观念", "体现为人民服务宗旨的新领域", "为人民服务的根本宗旨", "为人民，服务宗旨"])
        let search = ApproximateSearch(text.symbols(of: "为人民服务宗旨"), distance: 1)
        let found = try search.matches(in: text)
        #expect(found.map { text.string($0.range) } == ["为人民服务为宗旨", "为人民服务宗旨"])
        #expect(found.map(\.distance) == [1, 0])
    }

    @Test func aCharacterMayStandForSeveral() throws {
        let text = symbols(["为人民服務宗旨", "為人民服务为宗旨", "人民政府"])
        let pattern = text.symbols(ofAnyOf: [["为", "為"], ["人"], ["民"], ["服"], ["务", "務"], ["宗"], ["旨", "恉"]])
        #expect(pattern.map(\.count) == [2, 1, 1, 1, 2, 1, 1])
        let found = try ApproximateSearch(pattern, distance: 1).matches(in: text)
        #expect(found.map { text.string($0.range) } == ["为人民服務宗旨", "為人民服务为宗旨"])
        #expect(found.map(\.distance) == [0, 1])
        #expect(text.symbols(ofAnyOf: [["，"], ["囍"]]) == [[], []])
    }

    /// The nearest place of each overlapping group, against trying every stretch.
    @Test func everyNearStretchIsFound() throws {
        var random = SplitMix(seed: 9)
        for _ in 0..<200 {
            let piece = String((0..<30).map { _ in Array("甲乙丙丁，")[random.next(5)] })
            let text = symbols([piece])
            let pattern = text.symbols(of: "甲乙丙丁甲")
            let found = try ApproximateSearch(pattern, distance: 2).matches(in: text)
            let best = allNear(text, pattern, 2).map(\.distance).min()
            #expect(found.map(\.distance).min() == best, "\(piece)")
            for (a, b) in zip(found, found.dropFirst()) { #expect(a.range.upperBound <= b.range.lowerBound) }
            for near in allNear(text, pattern, 2) { #expect(found.contains { $0.range.overlaps(near.range) }, "\(piece)") }
        }
    }

    private func symbols(_ pieces: [String]) -> SymbolText {
        let text = Text(copying: pieces.joined(separator: "\n").utf8)
        var symbols = SymbolText()
        var offset = 0
        for (index, piece) in pieces.enumerated() {
            symbols.append(Span(offset, offset + piece.utf8.count), of: text, shard: 0, unit: index, document: index)
            offset += piece.utf8.count + 1
        }
        return symbols
    }

    private func suffix(_ text: SymbolText, _ start: Int) -> [Symbol] { Array(text.symbols[start...].prefix { $0 != 0 }) }

    /// Strings that occur twice and more, none of which every occurrence can be extended by the same character.
    private func naiveRepeats(_ pieces: [String], length: Int) -> Set<String> {
        let runs = pieces.flatMap { $0.split { $0 == "，" } }.map(Array.init)
        var contexts: [String: (left: [Character?], right: [Character?])] = [:]
        for run in runs {
            for start in run.indices {
                for end in run.indices where end + 1 - start >= length {
                    let key = String(run[start...end])
                    contexts[key, default: ([], [])].left.append(start > 0 ? run[start - 1] : nil)
                    contexts[key, default: ([], [])].right.append(end + 1 < run.count ? run[end + 1] : nil)
                }
            }
        }
        func isFree(_ side: [Character?]) -> Bool { side.contains(nil) || Set(side).count > 1 }
        return Set(contexts.filter { $0.value.left.count > 1 && isFree($0.value.left) && isFree($0.value.right) }.keys)
    }

    private func allNear(_ text: SymbolText, _ pattern: [Symbol], _ distance: Int) -> [ApproximateMatch] {
        var near: [ApproximateMatch] = []
        for start in text.symbols.indices {
            for end in start + 1...text.count where !text.symbols[start..<end].contains(0) {
                let found = levenshtein(Array(text.symbols[start..<end]), pattern)
                if found <= distance { near.append(ApproximateMatch(range: start..<end, distance: found)) }
            }
        }
        return near
    }

    private func levenshtein(_ a: [Symbol], _ b: [Symbol]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var next = [i + 1]
            for (j, y) in b.enumerated() { next.append(min(row[j + 1] + 1, next[j] + 1, row[j] + (x == y ? 0 : 1))) }
            row = next
        }
        return row[b.count]
    }
}

/// Random numbers that are the same every run (Steele, Lea and Flood 2014).
private struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
}
