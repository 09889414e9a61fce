/// The suffixes of a symbol text in the order of what they begin with, and how much neighbours share: the suffix array and
/// its longest common prefixes, both cut at marks.
///
/// Suffixes that begin with a mark are left out. Sorted by libdivsufsort over the symbols' bytes. Takes eight bytes a character while it
/// lives and twenty while it is made; about 5 MB/s of Chinese text.
public struct SuffixOrder: Sendable {
    /// The first symbol of each suffix.
    public let starts: ContiguousArray<Int32>
    /// For each suffix the symbols it shares with the one before it, without marks; 0 for the first.
    public let common: ContiguousArray<Int32>

    /// The order of all suffixes of `text`; nil where there is not enough memory or the text has 2³⁰ symbols and more.
    ///
    /// `poll` is called now and then, with the share of the work that is done; what it throws ends the work.
    public init?(_ text: SymbolText, poll: (Double) throws -> Void = { _ in }) throws {
        guard text.count < 1 << 30 else { return nil }
        try poll(0)
        guard let starts = try SuffixOrder.sorted(text.symbols, poll) else { return nil }
        try poll(0.7)
        self.starts = starts
        common = try SuffixOrder.common(text.symbols, starts, poll)
    }

    private static func sorted(
        _ symbols: ContiguousArray<Symbol>, _ poll: (Double) throws -> Void
    ) throws -> ContiguousArray<Int32>? {
        try SuffixSort(symbols).sorted(poll: poll) { order in
            ContiguousArray(unsafeUninitializedCapacity: symbols.count) { buffer, count in
                symbols.withUnsafeBufferPointer { symbols in
                    for start in order where start & 1 == 0 && symbols[Int(start >> 1)] != 0 {
                        buffer[count] = start >> 1
                        count += 1
                    }
                }
            }
        }
    }

    /// Longest common prefixes by the way of Kärkkäinen, Manzini and Puglisi (2009): in text order each is at least the last
    /// less one, so that all together are one pass.
    private static func common(
        _ symbols: ContiguousArray<Symbol>, _ starts: ContiguousArray<Int32>, _ poll: (Double) throws -> Void
    ) throws -> ContiguousArray<Int32> {
        // First the suffix before each in the order, then in the same place what it shares with it.
        var byPlace = ContiguousArray<Int32>(repeating: -1, count: symbols.count)
        try symbols.withUnsafeBufferPointer { symbols in
            try byPlace.withUnsafeMutableBufferPointer { byPlace in
                for place in starts.indices.dropFirst() { byPlace[Int(starts[place])] = starts[place - 1] }
                var shared = 0
                for index in symbols.indices {
                    if index & 0xFFFFF == 0 { try poll(0.7 + 0.3 * Double(index) / Double(symbols.count)) }
                    let other = Int(byPlace[index])
                    guard symbols[index] != 0, other >= 0 else {
                        shared = 0
                        byPlace[index] = 0
                        continue
                    }
                    while symbols[index + shared] == symbols[other + shared], symbols[index + shared] != 0 { shared += 1 }
                    byPlace[index] = Int32(shared)
                    shared = max(0, shared - 1)
                }
            }
        }
        return ContiguousArray(starts.lazy.map { byPlace[Int($0)] })
    }
}
