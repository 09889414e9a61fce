/// How often each string of n characters occurs; strings never hold a mark.
public struct NgramCounts: Sendable {
    /// The length in characters.
    public let length: Int
    /// An open-addressing table: what is counted of one string stands together, so that a look costs one line of the cache.
    private var slots: ContiguousArray<Slot>
    /// The number of different strings.
    public private(set) var distinct = 0
    /// The number of occurrences of all strings together.
    public private(set) var total = 0

    fileprivate struct Slot {
        /// The string itself where it has at most four characters, otherwise its hash; 0 where the slot is free.
        var key: UInt64 = 0
        var first: UInt32 = 0
        var count: UInt32 = 0
        var range: UInt32 = 0
        var lastDocument: Int32 = -1

        @inline(__always)
        mutating func add(_ document: Int32) {
            count += 1
            guard lastDocument != document else { return }
            lastDocument = document
            range += 1
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

        fileprivate init(_ slot: Slot) {
            first = Int(slot.first)
            count = Int(slot.count)
            range = Int(slot.range)
        }
    }

    /// The counts of all strings of `length` characters (at least 1) in `text`, overlapping ones included. Cost: a look into a table a
    /// character; 24 bytes a different string and as many free.
    public init(_ text: SymbolText, length: Int, poll: (Double) throws -> Void = { _ in }) throws {
        self.length = max(1, length)
        slots = ContiguousArray(repeating: Slot(), count: 1 << 12)
        for piece in text.pieces.indices {
            if piece & 0xFFF == 0 { try poll(Double(piece) / Double(text.pieces.count)) }
            count(text.symbols(ofPiece: piece), document: text.pieces[piece].document, text.symbols)
        }
    }

    /// Every string that occurs at least `minimum` times, the most frequent first, of equals the one that comes first.
    public func occurring(_ minimum: Int) -> [Count] {
        // Count and first place in one number: there may be millions to sort.
        var order: [(key: UInt64, slot: UInt32)] = []
        for (index, slot) in slots.enumerated() where slot.key != 0 && Int(slot.count) >= minimum {
            order.append((UInt64(slot.count) << 32 | UInt64(~slot.first), UInt32(truncatingIfNeeded: index)))
        }
        order.sort { $0.key > $1.key }
        return order.map { Count(slots[Int($0.slot)]) }
    }

    /// What is counted of the string at `start` of `text`, which is the text that was counted; nil where no string is.
    public func count(at start: Int, in text: SymbolText) -> Count? {
        guard start >= 0, start + length <= text.count else { return nil }
        let symbols = text.symbols[start..<start + length]
        guard !symbols.contains(0) else { return nil }
        let slot = text.symbols.withUnsafeBufferPointer { all in
            slots.withUnsafeBufferPointer { slots in
                slots[Table(slots: slots, symbols: all, length: length).place(of: start, RollingHash.value(symbols, length: length))]
            }
        }
        return Count(slot)
    }

    private mutating func count(_ range: Range<Int>, document: Int32, _ symbols: ContiguousArray<Symbol>) {
        // Room for all that this piece may bring, so that the table stays where it is meanwhile.
        while (distinct + range.count) * 2 > slots.count { grow(symbols) }
        var window = RollingHash(length: length)
        var (found, new) = (0, 0)
        let length = length
        symbols.withUnsafeBufferPointer { symbols in
            slots.withUnsafeMutableBufferPointer { slots in
                let table = Table(slots: UnsafeBufferPointer(slots), symbols: symbols, length: length)
                for index in range where window.add(symbols, at: index) {
                    let place = table.place(of: index + 1 - length, window.value)
                    if slots[place].key == 0 {
                        slots[place] = Slot(key: window.value, first: UInt32(index + 1 - length))
                        new += 1
                    }
                    slots[place].add(document)
                    found += 1
                }
            }
        }
        total += found
        distinct += new
    }

    private mutating func grow(_ symbols: ContiguousArray<Symbol>) {
        let old = slots
        let length = length
        slots = ContiguousArray(repeating: Slot(), count: old.count * 2)
        symbols.withUnsafeBufferPointer { symbols in
            slots.withUnsafeMutableBufferPointer { slots in
                let table = Table(slots: UnsafeBufferPointer(slots), symbols: symbols, length: length)
                for slot in old where slot.key != 0 { slots[table.place(of: Int(slot.first), slot.key)] = slot }
            }
        }
    }

    /// The table while it is looked into.
    private struct Table {
        let slots: UnsafeBufferPointer<Slot>
        let symbols: UnsafeBufferPointer<Symbol>
        let length: Int

        /// The slot that holds the string at `start`, or the free one where it would be.
        @inline(__always)
        func place(of start: Int, _ key: UInt64) -> Int {
            let mask = slots.count - 1
            var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
            while slots[place].key != 0 {
                if slots[place].key == key, length <= RollingHash.exact || isSame(Int(slots[place].first), start) { break }
                place = (place + 1) & mask
            }
            return place
        }

        private func isSame(_ a: Int, _ b: Int) -> Bool {
            for index in 0..<length where symbols[a + index] != symbols[b + index] { return false }
            return true
        }
    }
}

/// A hash of the last n symbols, moved on by one symbol at a time; a mark empties it. Of at most four symbols it is the symbols
/// themselves, of more a polynomial (Karp and Rabin 1987). Never 0 where it is full.
struct RollingHash {
    private let length: Int
    /// What a symbol that leaves was multiplied by.
    private let leaving: UInt64
    private var sum: UInt64 = 0
    private var held = 0

    /// The most symbols that fit.
    static let exact = 4
    private static let base: UInt64 = 0x1_0000_01B3

    init(length: Int) {
        self.length = length
        leaving = (0..<length).reduce(1) { power, _ in power &* RollingHash.base }
    }

    /// The hash.
    var value: UInt64 { RollingHash.positive(sum) }

    private static func positive(_ sum: UInt64) -> UInt64 { sum == 0 ? 1 << 63 : sum }

    /// Moves on to the symbol at `index`; true where the last n are no marks.
    @inline(__always)
    mutating func add(_ symbols: UnsafeBufferPointer<Symbol>, at index: Int) -> Bool {
        let symbol = symbols[index]
        guard symbol != 0 else {
            sum = 0
            held = 0
            return false
        }
        if length <= RollingHash.exact {
            sum = (sum << 16 | UInt64(symbol)) & (length == RollingHash.exact ? .max : (1 << UInt64(16 * length)) - 1)
            if held < length { held += 1 }
        } else {
            sum = sum &* RollingHash.base &+ UInt64(symbol)
            if held == length { sum = sum &- leaving &* UInt64(symbols[index - length]) } else { held += 1 }
        }
        return held == length
    }

    /// The same of `length` symbols at once.
    static func value(_ symbols: some Sequence<Symbol>, length: Int) -> UInt64 {
        positive(symbols.reduce(0) { length <= exact ? $0 << 16 | UInt64($1) : $0 &* base &+ UInt64($1) })
    }
}
