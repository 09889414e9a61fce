/// How often each string of n characters occurs; strings never hold a mark.
public struct NgramCounts: Sendable {
    /// The length in characters.
    public let length: Int
    /// Slots of an open-addressing table: one more than the first symbol of a string's first occurrence, or 0 where the slot is free.
    private var firsts: ContiguousArray<UInt32>
    private var counts: ContiguousArray<UInt32>
    /// The number of different strings.
    public private(set) var distinct = 0
    /// The number of occurrences of all strings together.
    public private(set) var total = 0

    /// The counts of all strings of `length` characters (at least 1) in `text`, overlapping ones included. Cost: a hash and a look
    /// into a table a character; eight bytes a different string and as many free.
    public init(_ text: SymbolText, length: Int, poll: (Double) throws -> Void = { _ in }) throws {
        self.length = max(1, length)
        firsts = ContiguousArray(repeating: 0, count: 1 << 12)
        counts = ContiguousArray(repeating: 0, count: 1 << 12)
        var window = RollingHash(length: self.length)
        for index in text.symbols.indices {
            if index & 0xFFFFF == 0 { try poll(Double(index) / Double(text.count)) }
            guard window.add(text.symbols, at: index) else { continue }
            count(index + 1 - self.length, window.value, text.symbols)
        }
    }

    /// Every string that occurs at least `minimum` times: where it first occurs, and how often. In no order.
    public func occurring(_ minimum: Int) -> [(first: Int, count: Int)] {
        counts.indices.compactMap { slot in
            counts[slot] > 0 && Int(counts[slot]) >= minimum ? (Int(firsts[slot]) - 1, Int(counts[slot])) : nil
        }
    }

    /// How often the string at `start` of `text`, the text that was counted, occurs.
    public func count(at start: Int, in text: SymbolText) -> Int {
        var window = RollingHash(length: length)
        guard start >= 0, start + length <= text.count else { return 0 }
        for index in start..<start + length { _ = window.add(text.symbols, at: index) }
        guard window.isFull else { return 0 }
        return Int(counts[slot(of: start, window.value, text.symbols)])
    }

    private mutating func count(_ start: Int, _ hash: UInt64, _ symbols: ContiguousArray<Symbol>) {
        let place = slot(of: start, hash, symbols)
        total += 1
        counts[place] += 1
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
        let (oldFirsts, oldCounts) = (firsts, counts)
        firsts = ContiguousArray(repeating: 0, count: oldFirsts.count * 2)
        counts = ContiguousArray(repeating: 0, count: oldFirsts.count * 2)
        for old in oldFirsts.indices where oldFirsts[old] != 0 {
            let start = Int(oldFirsts[old]) - 1
            let place = slot(of: start, RollingHash.value(symbols[start..<start + length]), symbols)
            firsts[place] = oldFirsts[old]
            counts[place] = oldCounts[old]
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
