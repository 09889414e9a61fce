/// Words in reading form, looked up at a place: the longest that begins or ends there.
struct WordList: Sendable {
    private let byFirst: [UInt32: [Phrase]]
    private let byLast: [UInt32: [Phrase]]

    /// Words, separated by blanks.
    init(_ words: String) {
        let phrases = words.split { $0 == " " || $0.isNewline }.map { String($0).phrase }.sorted { $0.count > $1.count }
        byFirst = Dictionary(grouping: phrases) { $0[0] }
        byLast = Dictionary(grouping: phrases) { $0[$0.count - 1] }
    }

    /// The length of the longest word that begins at `index` and ends in `range`, or nil.
    func length(at index: Int, in range: Range<Int>, of passage: Passage) -> Int? {
        guard range.contains(index), let words = byFirst[passage.scalars[index]] else { return nil }
        return words.first { index + $0.count <= range.upperBound && passage.reads($0, at: index) }?.count
    }

    /// The length of the longest word that ends at `end` and begins in `range`, or nil.
    func length(endingAt end: Int, in range: Range<Int>, of passage: Passage) -> Int? {
        guard end > range.lowerBound, end <= range.upperBound, let words = byLast[passage.scalars[end - 1]] else { return nil }
        return words.first { end - $0.count >= range.lowerBound && passage.reads($0, at: end - $0.count) }?.count
    }

    /// The first place in a range where a word of the list begins, with its length.
    func first(in range: Range<Int>, of passage: Passage) -> Range<Int>? {
        for index in range { if let length = length(at: index, in: range, of: passage) { return index..<index + length } }
        return nil
    }

    /// Whether a word of the list covers the scalar at `index`: 从 in 从事, 自 in 自由.
    func covers(_ index: Int, of passage: Passage) -> Bool {
        let whole = 0..<passage.count
        for start in max(0, index - 3)...index {
            if let length = length(at: start, in: whole, of: passage), start + length > index { return true }
        }
        return false
    }

    /// A range without the words of the list at its end, as often as there is one.
    func trimmingEnd(_ range: Range<Int>, of passage: Passage) -> Range<Int> {
        var range = range
        while let length = length(endingAt: range.upperBound, in: range, of: passage) {
            range = range.lowerBound..<range.upperBound - length
        }
        return range
    }

    /// A range without the words of the list at its beginning, as often as there is one.
    func trimmingStart(_ range: Range<Int>, of passage: Passage) -> Range<Int> {
        var range = range
        while let length = length(at: range.lowerBound, in: range, of: passage) {
            range = range.lowerBound + length..<range.upperBound
        }
        return range
    }
}

/// Single characters in reading form.
struct Characters: Sendable {
    private let scalars: Set<UInt32>

    /// The characters of a string.
    init(_ characters: String) { scalars = Set(characters.phrase) }

    /// Whether a scalar is one of them.
    func contains(_ scalar: UInt32) -> Bool { scalars.contains(scalar) }
}

/// Characters that constructions turn on.
enum Han {
    static let with: UInt32 = 0x4EE5  // 以
    static let asRole: UInt32 = 0x4E3A  // 为
    static let under: UInt32 = 0x4E0B  // 下
    static let by: UInt32 = 0x7531  // 由
    static let being: UInt32 = 0x662F  // 是
    static let at: UInt32 = 0x5728  // 在
    static let particle: UInt32 = 0x7684  // 的
    static let until: UInt32 = 0x5230  // 到
    static let change: UInt32 = 0x53D8  // 变
    static let transform: UInt32 = 0x5316  // 化
}
