/// Divides Chinese text into words: by ICU's dictionary, and by a list of one's own, which goes first.
///
/// Finding never needs it; it is for those who want to count words. A class because it owns ICU's iterator; use one from
/// one thread.
public final class WordSegmenter {
    /// What divides, for the line under a table: `ICU 72.1`.
    public var name: String { iterator.name }
    private let iterator: BreakIterator
    private let ownWords: OwnWords

    /// A segmenter whose words, wherever they stand, are those of `ownWords` (the longest at each place), and elsewhere ICU's. Nil where ICU
    /// is not installed.
    public init?(ownWords: [String] = []) {
        guard let iterator = BreakIterator() else { return nil }
        self.iterator = iterator
        self.ownWords = OwnWords(ownWords)
    }

    /// The words of a text as ranges of its Unicode scalars, in order; punctuation and blanks are none. Cost: some 8 MB/s.
    public func words(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var units: [UInt16] = []
        units.reserveCapacity(scalars.count)
        // For each UTF-16 unit the scalar it belongs to.
        var owners: [Int] = []
        owners.reserveCapacity(scalars.count + 1)
        for (index, scalar) in scalars.enumerated() {
            if scalar.value > 0xFFFF {
                units.append(UTF16.leadSurrogate(scalar))
                owners.append(index)
                units.append(UTF16.trailSurrogate(scalar))
            } else {
                units.append(UInt16(scalar.value))
            }
            owners.append(index)
        }
        owners.append(scalars.count)
        let found = iterator.words(in: units).map { owners[$0.lowerBound]..<owners[$0.upperBound] }
        return ownWords.imposed(on: found, in: scalars)
    }
}

/// A list of words that are words wherever they stand.
struct OwnWords {
    /// By their first scalar, the longest first.
    private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]

    init(_ words: [String]) {
        let lists = words.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
        byFirst = Dictionary(grouping: lists) { $0[0] }.mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// `words` with those of the list in the place of what they overlap; what is left of a word that one cuts is a word.
    func imposed(on words: [Range<Int>], in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        guard !byFirst.isEmpty else { return words }
        let own = places(in: scalars)
        guard !own.isEmpty else { return words }
        var result = own
        for word in words {
            var start = word.lowerBound
            for place in own where place.overlaps(word) {
                if start < place.lowerBound { result.append(start..<place.lowerBound) }
                start = max(start, place.upperBound)
            }
            if start < word.upperBound { result.append(start..<word.upperBound) }
        }
        return result.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Where words of the list stand, from left to right, the longest at each place.
    private func places(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            let word = byFirst[scalars[index]]?.first { scalars[index...].starts(with: $0) }
            if let word { places.append(index..<index + word.count) }
            index += word?.count ?? 1
        }
        return places
    }
}
