/// Reads a regular expression just well enough to find a run of characters for each of its outermost alternatives, so that every
/// match contains one of them. Conservative: whatever is not understood gives up the run or the whole search.
struct RequiredLiteral {
    private let source: [UInt8]
    private var place = 0
    private var run: [UInt8] = []
    /// Bytes of the run's last scalar, which a quantifier may take back.
    private var lastScalar = 0
    private var best: [UInt8] = []
    private var alternatives: [[UInt8]] = []

    private init(_ source: [UInt8]) { self.source = source }

    /// More alternatives than this are not worth a scan each.
    private static let mostAlternatives = 8

    /// The rarest such runs by guess, or none where an alternative has no run. `source` must compile, and case must matter.
    static func find(in source: [UInt8]) -> [[UInt8]] {
        var reader = RequiredLiteral(source)
        guard reader.read(), reader.closeAlternative(), reader.alternatives.count <= mostAlternatives else { return [] }
        return reader.alternatives
    }

    private mutating func closeAlternative() -> Bool {
        endRun()
        guard !best.isEmpty else { return false }
        alternatives.append(best)
        best = []
        return true
    }

    /// False where nothing can be said of the whole expression.
    private mutating func read() -> Bool {
        while place < source.count {
            switch source[place] {
            case UInt8(ascii: "|"):
                guard closeAlternative() else { return false }
                place += 1
            case UInt8(ascii: "("):
                endRun()
                guard skipGroup() else { return false }
            case UInt8(ascii: "["):
                endRun()
                guard skipClass() else { return false }
            case UInt8(ascii: "\\"):
                guard readEscape() else { return false }
            case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "{"): dropLast()
            case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"):
                endRun()
                place += 1
            default: readScalar()
            }
        }
        return true
    }

    private mutating func readScalar() {
        let start = place
        place += 1
        while place < source.count, source[place] & 0xC0 == 0x80 { place += 1 }
        run += source[start..<place]
        lastScalar = place - start
    }

    private mutating func endRun() {
        if CharacterRarity.bits(run) > CharacterRarity.bits(best) { best = run }
        run = []
        lastScalar = 0
    }

    /// The last character is optional or repeated a number of times not looked into.
    private mutating func dropLast() {
        run.removeLast(lastScalar)
        let isCounted = source[place] == UInt8(ascii: "{")
        endRun()
        place += 1
        guard isCounted else { return }
        // `{2,3}` is a quantifier, any other brace a character; either way what stands inside is left out.
        while place < source.count, source[place] != UInt8(ascii: "}"), isCountPart(source[place]) { place += 1 }
        if place < source.count, source[place] == UInt8(ascii: "}") { place += 1 }
    }

    private func isCountPart(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ",")
    }

    /// A backslash and a mark is the mark; `\d` and the like end the run; escapes that take arguments or change what follows give up.
    private mutating func readEscape() -> Bool {
        guard place + 1 < source.count else { return false }
        let letter = source[place + 1]
        place += 1
        if isPunctuation(letter) {
            readScalar()
            return true
        }
        place += 1
        endRun()
        return "dDwWsSbBAzZhHvVRXntrfea".utf8.contains(letter)
    }

    private func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// Skips `(…)`. Gives up on what can change the expression outside the brackets: options, verbs, conditions, calls, comments.
    private mutating func skipGroup() -> Bool {
        place += 1
        guard place < source.count, source[place] != UInt8(ascii: "*") else { return false }
        if source[place] == UInt8(ascii: "?") {
            guard place + 1 < source.count, ":=!<>|".utf8.contains(source[place + 1]) else { return false }
            place += 2
        }
        while place < source.count {
            switch source[place] {
            case UInt8(ascii: ")"):
                place += 1
                return true
            case UInt8(ascii: "("): guard skipGroup() else { return false }
            case UInt8(ascii: "["): guard skipClass() else { return false }
            case UInt8(ascii: "\\"): guard skipEscape() else { return false }
            default: place += 1
            }
        }
        return false
    }

    /// Skips `[…]`, in which a first `]`, an escaped one and those of `[:name:]` do not close it.
    private mutating func skipClass() -> Bool {
        place += 1
        if place < source.count, source[place] == UInt8(ascii: "^") { place += 1 }
        if place < source.count, source[place] == UInt8(ascii: "]") { place += 1 }
        while place < source.count {
            switch source[place] {
            case UInt8(ascii: "]"):
                place += 1
                return true
            case UInt8(ascii: "["): return false
            case UInt8(ascii: "\\"): guard skipEscape() else { return false }
            default: place += 1
            }
        }
        return false
    }

    /// Skips a backslash and what it quotes; `\Q` quotes more than that, `\E` and `\K` have effects outside.
    private mutating func skipEscape() -> Bool {
        guard place + 1 < source.count, !"QEKc".utf8.contains(source[place + 1]) else { return false }
        place += 2
        return true
    }
}
