import StringAnalysis

/// What is counted in a text: its strings of n characters, or its words.
struct StringUnits {
    private enum Kind {
        case ngrams(NgramCounts)
        /// The words in text order, and how often each occurs.
        case words(ContiguousArray<Range<Int>>, [ArraySlice<Symbol>: Int])
    }

    private let kind: Kind
    private let text: SymbolText

    /// All strings of `length` characters that hold no mark.
    init(ngramsOf length: Int, in text: SymbolText, poll: (Double) throws -> Void) throws {
        kind = .ngrams(try NgramCounts(text, length: length, poll: poll))
        self.text = text
    }

    /// The words given, in text order.
    init(words: ContiguousArray<Range<Int>>, in text: SymbolText) {
        kind = .words(words, words.reduce(into: [:]) { $0[text.symbols[$1], default: 0] += 1 })
        self.text = text
    }

    /// The number of occurrences of all.
    var total: Int {
        switch kind {
        case .ngrams(let counts): counts.total
        case .words(let words, _): words.count
        }
    }

    /// The occurrences of the one at `range`.
    func total(of range: Range<Int>) -> Int {
        switch kind {
        case .ngrams(let counts): counts.count(at: range.lowerBound, in: text)?.count ?? 0
        case .words(_, let counts): counts[text.symbols[range]] ?? 0
        }
    }

    /// Those that lie wholly in a stretch of symbols, in text order.
    func visit(_ stretch: Range<Int>, _ body: (Range<Int>) -> Void) {
        switch kind {
        case .ngrams(let counts): visitNgrams(counts.length, stretch, body)
        case .words(let words, _):
            var index = firstWord(words, from: stretch.lowerBound)
            while index < words.count, words[index].upperBound <= stretch.upperBound {
                body(words[index])
                index += 1
            }
        }
    }

    private func visitNgrams(_ length: Int, _ stretch: Range<Int>, _ body: (Range<Int>) -> Void) {
        var run = 0
        for index in stretch {
            run = text.symbols[index] == 0 ? 0 : run + 1
            if run >= length { body(index + 1 - length..<index + 1) }
        }
    }

    private func firstWord(_ words: ContiguousArray<Range<Int>>, from start: Int) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].lowerBound < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
