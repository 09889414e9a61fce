import Documents

@testable import ArchiveIndexing

/// Numbers that look random and are the same in every run (SplitMix64).
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// A number from 0 up to `bound`.
    mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// A text with its pieces.
struct Sample {
    var bytes: [UInt8] = []
    var pieces: [Range<Int>] = []

    /// Pieces with a line end between each two.
    init(_ pieces: [[UInt8]]) {
        for piece in pieces {
            bytes += [0x0A]
            self.pieces.append(bytes.count..<bytes.count + piece.count)
            bytes += piece
        }
    }

    init(_ pieces: [String]) { self.init(pieces.map { Array($0.utf8) }) }

    /// Pieces of characters taken from `alphabet`, among them broken ones.
    init(random: inout SplitMix, pieces: Int, length: Int, alphabet: [[UInt8]]) {
        self.init(
            (0..<pieces).map { _ in
                (0..<random.next(length + 1)).flatMap { _ in
                    let character = alphabet[random.next(alphabet.count)]
                    return random.next(40) == 0 ? Array(character.prefix(1 + random.next(character.count))) : character
                }
            })
    }

    /// The text in runs of `size` pieces each, every run's text beginning where its first piece does.
    func runs(of size: Int) throws -> [PostingRun] {
        var sorter = PostingSorter()
        return try stride(from: 0, to: pieces.count, by: size).map { first in
            let part = Array(pieces[first..<min(first + size, pieces.count)])
            let origin = part[0].lowerBound
            let text = Text(copying: bytes[origin..<part[part.count - 1].upperBound])
            let starts = part.map { UInt32($0.lowerBound - origin) }
            let ends = part.map { UInt32($0.upperBound - origin) }
            return try starts.withUnsafeBufferPointer { starts in
                try ends.withUnsafeBufferPointer { ends in
                    try sorter.run(text: text.bytes, starts: starts, ends: ends, origin: UInt32(origin))
                }
            }
        }
    }

    /// The bytes of the part that the runs give.
    func part(runsOf size: Int) throws -> [UInt8] {
        var part: [UInt8] = []
        try PostingRun.write(try runs(of: size)) { part += $0 }
        return part
    }

    /// Where a literal begins in the pieces, counted by looking at each byte.
    func places(of literal: [[Unicode.Scalar]], in range: Range<Int>) -> [UInt32] {
        let forms = literal.map { $0.map { Array(String($0).utf8) } }
        var found: [UInt32] = []
        for piece in pieces {
            for start in piece where range.contains(start) && stands(forms[...], start, piece.upperBound) { found.append(UInt32(start)) }
        }
        return found
    }

    private func stands(_ forms: ArraySlice<[[UInt8]]>, _ place: Int, _ end: Int) -> Bool {
        guard let first = forms.first else { return true }
        return first.contains { form in
            place + form.count <= end && bytes[place..<place + form.count].elementsEqual(form)
                && stands(forms.dropFirst(), place + form.count, end)
        }
    }
}

/// Bytes of a part in memory of exactly their size, so that a read behind it may be noticed.
final class PartMemory: Sendable {
    nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

    init(_ part: some Collection<UInt8>) {
        bytes = .allocate(byteCount: part.count, alignment: 1)
        bytes.copyBytes(from: part)
    }

    deinit { bytes.deallocate() }

    func index(textCount: Int) -> PostingIndex? {
        PostingIndex(bytes: UnsafeRawBufferPointer(bytes), textCount: textCount, owner: self)
    }
}

extension PostingIndex {
    /// The places in a range; nil where the index cannot tell.
    func places(_ literal: [[Unicode.Scalar]], _ range: Range<Int>) -> [UInt32]? {
        guard let places = places(of: literal) else { return nil }
        var found: ContiguousArray<UInt32> = []
        places.append(in: UInt32(range.lowerBound)..<UInt32(range.upperBound), to: &found)
        return Array(found)
    }
}
