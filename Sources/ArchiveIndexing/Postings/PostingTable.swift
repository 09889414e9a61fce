/// The lists of one first character, as the table has them; they lie in the part.
struct FirstCharacter {
    let key: CharacterKey
    /// The number of offsets in all lists, as the table says it.
    let postings: Int
    /// The number of second characters.
    let seconds: Int
    /// The lists, from the beginning of the part.
    let lists: Range<Int>
    /// The directory.
    let directory: Range<Int>
}

/// The table of first characters and what is behind it, in bytes that are not trusted. Nothing is read ahead.
struct PostingTable {
    let bytes: UnsafeRawBufferPointer
    private let base: UnsafeRawPointer
    private let begin: Int
    /// The number of first characters.
    let count: Int
    /// The number of all offsets, as the trailer says it.
    let postingCount: Int

    /// Nil where the trailer is none of this version, or does not fit the part. Cost: constant.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress, bytes.count >= PostingLayout.trailerSize else { return nil }
        let trailer = base + (bytes.count - PostingLayout.trailerSize)
        guard trailer.number(0, as: UInt64.self) == PostingLayout.mark, trailer.number(8, as: UInt32.self) == PostingLayout.version,
            let begin = Int(exactly: trailer.number(16, as: UInt64.self)),
            let postingCount = Int(exactly: trailer.number(24, as: UInt64.self))
        else { return nil }
        count = Int(trailer.number(12, as: UInt32.self))
        guard begin <= bytes.count, begin + count * PostingLayout.tableEntrySize == bytes.count - PostingLayout.trailerSize else {
            return nil
        }
        (self.bytes, self.base, self.begin, self.postingCount) = (bytes, base, begin, postingCount)
    }

    /// The bytes of the table.
    var range: Range<Int> { begin..<bytes.count - PostingLayout.trailerSize }

    private func key(_ index: Int) -> CharacterKey {
        base.number(begin + index * PostingLayout.tableEntrySize, as: UInt32.self)
    }

    private func lists(_ index: Int) -> Int {
        guard index < count else { return begin }
        return Int(clamping: base.number(begin + index * PostingLayout.tableEntrySize + 16, as: UInt64.self))
    }

    /// Entry number `index`, from 0; nil where it points out of the part.
    func first(at index: Int) -> FirstCharacter? {
        let entry = base + (begin + index * PostingLayout.tableEntrySize)
        let start = lists(index)
        let size = Int(entry.number(12, as: UInt32.self))
        let end = lists(index + 1)
        guard start <= begin, size <= begin - start, start + size <= end, end <= begin else { return nil }
        return FirstCharacter(
            key: key(index), postings: Int(entry.number(4, as: UInt32.self)), seconds: Int(entry.number(8, as: UInt32.self)),
            lists: start..<start + size, directory: start + size..<end)
    }

    /// The lists of a first character; nil where it has none. Cost: a binary search.
    func first(_ key: CharacterKey) -> FirstCharacter? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self.key(middle) < key { low = middle + 1 } else { high = middle }
        }
        guard low < count, self.key(low) == key else { return nil }
        return first(at: low)
    }

    /// The bytes from `range.lowerBound` on; `range` lies in the part.
    func pointer(_ range: Range<Int>) -> UnsafeRawPointer { base + range.lowerBound }
}

extension UnsafeRawPointer {
    /// A little-endian number.
    @inline(__always)
    func number<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: Number.Type) -> Number {
        Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
}
