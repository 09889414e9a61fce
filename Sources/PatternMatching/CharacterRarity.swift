/// A rough guess how rare characters are in modern Chinese, in bits: enough to begin with the literal that occurs least.
enum CharacterRarity {
    /// The commonest marks and characters, by falling frequency; together more than a third of a running text.
    private static let common: [Character: Int] = {
        let ranks =
            Array("，的。、一国在人不了是中有大和为年会这工上业个作生主我发出来地以行要成时经")
            + Array("家部政民们产对新党方社多员分面全和进理动建于开长制设同关学定本高法第条应当规机者")
        return Dictionary(ranks.enumerated().map { ($1, 5 + $0 / 16) }, uniquingKeysWith: min)
    }()

    /// Bits of one character: 5 for the commonest, 11 for most of Han, 7 for the rest.
    static func bits(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        return common[character] ?? (scalar.value >= 0x3400 ? 11 : 7)
    }

    /// Bits of a literal: the longer, the rarer.
    static func bits(_ literal: [UInt8]) -> Int {
        String(decoding: literal, as: UTF8.self).reduce(0) { $0 + bits($1) }
    }

    /// The offset of the last byte of the literal's rarest scalar.
    static func rarestScalarEnd(in literal: [UInt8]) -> Int {
        var offset = 0
        var best = (bits: -1, end: literal.count - 1)
        for scalar in String(decoding: literal, as: UTF8.self).unicodeScalars {
            offset += UTF8.width(scalar)
            let bits = bits(Character(scalar))
            if bits > best.bits { best = (bits, offset - 1) }
        }
        // Ill-formed bytes decode to longer ones; any offset inside the literal is right, only slower.
        return min(best.end, literal.count - 1)
    }
}
