/// What a line is made of, as far as it tells headings from other short lines.
struct LineTraits {
    var characters = 0
    /// Han characters, U+4000…U+9FFF and those beyond the BMP.
    var han = 0
    var marks: LineMarks = []
}

/// Marks in a line.
struct LineMarks: OptionSet {
    let rawValue: UInt8

    /// 。
    static let stop = LineMarks(rawValue: 1)
    /// 。；〔【 or a table's rule or tab: no heading but 章 and its like has them.
    static let clause = LineMarks(rawValue: 2)
    /// ：, as between a speaker and what he says.
    static let colon = LineMarks(rawValue: 4)
    /// （
    static let bracket = LineMarks(rawValue: 8)
    /// ＝ and ×, as in formulas.
    static let formula = LineMarks(rawValue: 16)
    static let year = LineMarks(rawValue: 32)
    static let month = LineMarks(rawValue: 64)
    static let day = LineMarks(rawValue: 128)
    /// All three together.
    static let date: LineMarks = [.year, .month, .day]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(ascii: UInt8) {
        switch ascii {
        case 0x7C, 0x3B, 0x09: self = .clause
        case 0x3A: self = .colon
        case 0x28: self = .bracket
        case 0x3D, 0x2B, 0x40: self = .formula
        default: self = []
        }
    }

    init(character: UInt32) {
        switch character {
        case 0xE3_8082: self = [.stop, .clause]
        case 0xEF_BC9B, 0xE3_8094, 0xE3_8090: self = .clause
        case 0xEF_BC9A: self = .colon
        case 0xEF_BC88: self = .bracket
        case 0xEF_BC9D: self = .formula
        case 0xE5_B9B4: self = .year
        case 0xE6_9C88: self = .month
        case 0xE6_97A5: self = .day
        default: self = []
        }
    }
}

extension ByteView {
    /// What a short line is made of, in one pass. A tab between number and text, as in 第一章<tab>总则, is a blank.
    func traits(of line: BodyLine) -> LineTraits {
        var traits = LineTraits()
        var offset = line.start
        while offset < line.end {
            if offset + 3 <= line.end, let character = hanCharacter(at: offset) {
                traits.characters += 1
                traits.han += 1
                traits.marks.formUnion(LineMarks(character: character))
                offset += 3
            } else {
                traits.add(self, offset, before: line.end)
                offset += 1
            }
        }
        return traits
    }

    /// The whole character at `offset` where it is one of U+4000…U+9FFF.
    @inline(__always) func hanCharacter(at offset: Int) -> UInt32? {
        let character = three(at: offset)
        return character &- 0xE4_0000 < 0x06_0000 && character & 0xC0C0 == 0x8080 ? character : nil
    }
}

extension LineTraits {
    /// Takes in the byte at `offset`, and what it begins.
    fileprivate mutating func add(_ view: ByteView, _ offset: Int, before end: Int) {
        let lead = view[offset]
        guard lead & 0xC0 != 0x80 else { return }
        characters += 1
        if lead < 0x80 {
            marks.formUnion(LineMarks(ascii: lead))
        } else if lead >= 0xE2 {
            if (0xE4...0xE9).contains(lead) || lead == 0xF0 { han += 1 }
            if offset + 3 <= end { marks.formUnion(LineMarks(character: view.three(at: offset))) }
        } else if view.has("×", at: offset, before: end) {
            marks.formUnion(.formula)
        }
    }
}
