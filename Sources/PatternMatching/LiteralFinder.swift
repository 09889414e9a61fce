/// Finds one literal. Where none of its characters has a second form, or none shall count, its bytes are compared; otherwise its characters.
struct LiteralFinder: Sendable {
    private enum Kind: Sendable {
        case exact(ExactLiteral)
        case folded(FoldedLiteral)
    }

    /// Bytes of the shortest and longest occurrence.
    let shortest: Int
    let longest: Int
    /// Guessed rarity in bits.
    let rarity: Int
    /// The forms of each character, as an index of places is asked for them; nil for bytes that are no UTF-8.
    let characters: [[Unicode.Scalar]]?
    /// Whether an occurrence may begin inside another: 人人 in 人人人.
    let overlapsItself: Bool
    private let kind: Kind

    /// A finder of `bytes`, which are not empty. Bytes that are no UTF-8 do not fold.
    init(_ bytes: [UInt8], folds: Bool) {
        rarity = CharacterRarity.bits(bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        let isText = text.utf8.elementsEqual(bytes)
        let characters = isText ? text.unicodeScalars.map { folds ? Folding.variants(of: $0) : [$0] } : []
        self.characters = isText ? characters : nil
        overlapsItself = !isText || LiteralFinder.hasBorder(characters)
        guard characters.contains(where: { $0.count > 1 }) else {
            (shortest, longest) = (bytes.count, bytes.count)
            kind = .exact(ExactLiteral(bytes))
            return
        }
        let literal = FoldedLiteral(characters.map { $0.map { Array(String($0).utf8) } })
        (shortest, longest) = (literal.shortest, literal.longest)
        kind = .folded(literal)
    }

    /// Whether some beginning of the literal is, in some forms, also an end of it.
    private static func hasBorder(_ characters: [[Unicode.Scalar]]) -> Bool {
        characters.indices.dropFirst().contains { shift in
            zip(characters, characters[shift...]).allSatisfy { front, back in front.contains { back.contains($0) } }
        }
    }

    /// Where the literal ends that begins at `offset`, at most at `limit`; nil where it does not stand there. Up to seven bytes behind its
    /// end are read.
    @inline(__always)
    func end(_ text: Haystack, at offset: Int, limit: Int) -> Int? {
        switch kind {
        case .exact(let literal): offset + shortest <= limit && literal.matches(text, at: offset) ? offset + shortest : nil
        case .folded(let literal): literal.end(text, at: offset, limit: limit)
        }
    }

    /// The end of an occurrence found at `offset`; nil where it is behind `limit`.
    @inline(__always)
    func end(of offset: Int, in text: Haystack, limit: Int) -> Int? {
        guard shortest == longest else { return end(text, at: offset, limit: limit) }
        return offset + shortest <= limit ? offset + shortest : nil
    }

    /// The first occurrence that lies wholly in `range`.
    func next(in text: Haystack, _ range: Range<Int>) -> Range<Int>? {
        var found: Range<Int>?
        switch kind {
        case .exact(let literal):
            literal.visit(text, range) { offset in
                found = offset..<offset + shortest
                return false
            }
        case .folded(let literal):
            literal.visit(text, range) { occurrence in
                found = occurrence
                return false
            }
        }
        return found
    }

    /// Adds where occurrences begin that lie wholly in `range`, overlapping ones included.
    func scan(_ text: Haystack, _ range: Range<Int>, into offsets: inout ContiguousArray<UInt32>) {
        switch kind {
        case .exact(let literal):
            literal.visit(text, range) { offset in
                offsets.append(UInt32(truncatingIfNeeded: offset))
                return true
            }
        case .folded(let literal):
            literal.visit(text, range) { occurrence in
                offsets.append(UInt32(truncatingIfNeeded: occurrence.lowerBound))
                return true
            }
        }
    }
}
