/// How often each string of n characters occurs; strings never hold a mark.
public struct NgramCounts: Sendable {
    /// The length in characters.
    public let length: Int
    /// Slots of an open-addressing table: one more than the first symbol of a string's first occurrence, or 0 where the slot is free.
    private var firsts: ContiguousArray<UInt32>
    private var counts: ContiguousArray<UInt32>
    /// For each slot the number of documents with the string, and the last of them.
    private var ranges: ContiguousArray<UInt32>
    private var lastDocuments: ContiguousArray<Int32>
    /// The number of different strings.
    public private(set) var distinct = 0
    /// The number of occurrences of all strings together.
    public private(set) var total = 0

    /// The counts of all strings of `length` characters (at least 1) in `text`, overlapping ones included. Cost: a hash and a look
    /// into a table a character; sixteen bytes a different string and as many free.
    public init(_ text: SymbolText, length: Int, poll: (Double) throws -> Void = { _ in }) throws {
        self.length = max(1, length)
        firsts = ContiguousArray(repeating: 0, count: 1 << 12)
        counts = ContiguousArray(repeating: 0, count: 1 << 12)
        ranges = ContiguousArray(repeating: 0, count: 1 << 12)
        lastDocuments = ContiguousArray(repeating: -1, count: 1 << 12)
        for piece in text.pieces.indices {
            if piece & 0xFFF == 0 { try poll(Double(piece) / Double(text.pieces.count)) }
            count(text.symbols(ofPiece: piece), document: text.pieces[piece].document, text.symbols)
        }
    }

    /// What is counted of one string.
    public struct Count: Hashable, Sendable {
        /// Where it first occurs, as a symbol of the text.
        public let first: Int
        /// How often it occurs.
        public let count: Int
        /// In how many documents: its range.
        public let range: Int
    }

    /// Every string that occurs at least `minimum` times, in no order.
    public func occurring(_ minimum: Int) -> [Count] {
        counts.indices.compactMap { slot in
            counts[slot] > 0 && Int(counts[slot]) >= minimum ? count(inSlot: slot) : nil
        }
    }

    /// What is counted of the string at `start` of `text`, which is the text that was counted; nil where no string is.
    public func count(at start: Int, in text: SymbolText) -> Count? {
        var window = RollingHash(length: length)
        guard start >= 0, start + length <= text.count else { return nil }
        for index in start..<start + length { _ = window.add(text.symbols, at: index) }
        return window.isFull ? count(inSlot: slot(of: start, window.value, text.symbols)) : nil
    }

    private func count(inSlot slot: Int) -> Count {
        Count(first: Int(firsts[slot]) - 1, count: Int(counts[slot]), range: Int(ranges[slot]))
    }

    private mutating func count(_ range: Range<Int>, document: Int32, _ symbols: ContiguousArray<Symbol>) {
        var window = RollingHash(length: length)
        for index in range where window.add(symbols, at: index) {
            count(index + 1 - length, window.value, document, symbols)
        }
    }

    private mutating func count(_ start: Int, _ hash: UInt64, _ document: Int32, _ symbols: ContiguousArray<Symbol>) {
        let place = slot(of: start, hash, symbols)
        total += 1
        counts[place] += 1
        if lastDocuments[place] != document {
            lastDocuments[place] = document
            ranges[place] += 1
        }
        guard firsts[place] == 0 else { return }
        firsts[place] = UInt32(start + 1)
        distinct += 1
        if distinct * 2 > firsts.count { grow(symbols) }
    }

    /// The slot that holds the string at `start`, or the free one where it would be.
    private func slot(of start: Int, _ hash: UInt64, _ symbols: ContiguousArray<Symbol>) -> Int {
        let mask = firsts.count - 1
        var place = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
        while firsts[place] != 0, !isSame(Int(firsts[place]) - 1, start, symbols) { place = (place + 1) & mask }
        return place
    }

    private func isSame(_ a: Int, _ b: Int, _ symbols: ContiguousArray<Symbol>) -> Bool {
        for index in 0..<length where symbols[a + index] != symbols[b + index] { return false }
        return true
    }

    private mutating func grow(_ symbols: ContiguousArray<Symbol>) {
        let old = self
        let size = firsts.count * 2
        firsts = ContiguousArray(repeating: 0, count: size)
        counts = ContiguousArray(repeating: 0, count: size)
        ranges = ContiguousArray(repeating: 0, count: size)
        lastDocuments = ContiguousArray(repeating: -1, count: size)
        for slot in old.firsts.indices where old.firsts[slot] != 0 {
            let start = Int(old.firsts[slot]) - 1
            let place = self.slot(of: start, RollingHash.value(symbols[start..<start + length]), symbols)
            firsts[place] = old.firsts[slot]
            counts[place] = old.counts[slot]
            ranges[place] = old.ranges[slot]
            lastDocuments[place] = old.lastDocuments[slot]
        }
    }
}

/// A hash of the last n symbols, moved on by one symbol at a time (Karp and Rabin 1987); a mark empties it.
struct RollingHash {
    private let length: Int
    /// What a symbol that leaves was multiplied by.
    private let leaving: UInt64
    private(set) var value: UInt64 = 0
    private var held = 0

    private static let base: UInt64 = 0x1_0000_01B3

    init(length: Int) {
        self.length = length
        leaving = (0..<length).reduce(1) { power, _ in power &* RollingHash.base }
    }

    /// Whether it holds n symbols.
    var isFull: Bool { held == length }

    /// Moves on to the symbol at `index`; true where the last n are no marks.
    @inline(__always)
    mutating func add(_ symbols: ContiguousArray<Symbol>, at index: Int) -> Bool {
        let symbol = symbols[index]
        guard symbol != 0 else {
            value = 0
            held = 0
            return false
        }
        value = value &* RollingHash.base &+ UInt64(symbol)
        if held == length {
            value = value &- leaving &* UInt64(symbols[index - length])
        } else {
            held += 1
        }
        return held == length
    }

    static func value(_ symbols: some Sequence<Symbol>) -> UInt64 {
        symbols.reduce(0) { $0 &* base &+ UInt64($1) }
    }
}
