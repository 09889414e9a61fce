/// Words by their first character, the longest first.
final class Lexicon<Entry: Sendable>: @unchecked Sendable {
    // Safe to share: the memory is written before `init` returns and never after, and lexicons live for ever.

    /// For each glyph the first of its words in `words`, with one more than the number of them; 0 where there are none.
    private let index: UnsafePointer<UInt32>
    private let words: ContiguousArray<(word: StaticString, entry: Entry)>
    /// The characters that words begin with.
    let leads: [Glyph]

    init(_ entries: [(StaticString, Entry)]) {
        var buckets: [Glyph: [(word: StaticString, entry: Entry)]] = [:]
        for (word, entry) in entries {
            let reader = GlyphReader(UnsafeRawPointer(word.utf8Start), from: 0, to: word.utf8CodeUnitCount)
            buckets[reader.glyph(at: 0).glyph, default: []].append((word, entry))
        }
        let index = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << 16)
        index.initialize(repeating: 0, count: 1 << 16)
        var words: ContiguousArray<(word: StaticString, entry: Entry)> = []
        for (lead, bucket) in buckets {
            index[Int(lead)] = UInt32(words.count) << 8 | UInt32(min(bucket.count, 255))
            words += bucket.sorted { $0.word.utf8CodeUnitCount > $1.word.utf8CodeUnitCount }
        }
        self.index = UnsafePointer(index)
        self.words = words
        leads = Array(buckets.keys)
    }

    /// The longest word at `offset`.
    @inline(__always)
    func longest(at offset: Int, in glyphs: GlyphReader) -> (entry: Entry, end: Int)? {
        let place = index[Int(glyphs.glyph(at: offset).glyph)]
        return place == 0 ? nil : longest(at: offset, in: glyphs, Int(place >> 8), count: Int(place & 255))
    }

    private func longest(at offset: Int, in glyphs: GlyphReader, _ first: Int, count: Int) -> (entry: Entry, end: Int)? {
        for number in first..<first + count {
            if let end = glyphs.after(words[number].word, at: offset) { return (words[number].entry, end) }
        }
        return nil
    }
}
