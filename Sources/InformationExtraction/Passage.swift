import Documents

/// A paragraph as the readers of constructions look at it: its scalars in one reading form (simplified where it matters,
/// Chinese marks, narrow digits), each with its place in the text. What is found is given as offsets into the text, which is untouched.
public struct Passage: Sendable {
    /// The text that the passage is a part of.
    public let text: Text
    /// The bytes of the passage.
    public let span: Span
    /// The scalars in reading form.
    let scalars: ContiguousArray<UInt32>
    /// Where each scalar begins, and at the end where the last one ends.
    private let offsets: ContiguousArray<UInt32>

    /// Decodes a paragraph. Cost: one pass, eight bytes a scalar.
    public init(_ span: Span, of text: Text) {
        self.text = text
        self.span = span
        var raw = ContiguousArray<UInt32>()
        var offsets = ContiguousArray<UInt32>()
        raw.reserveCapacity(span.count / 3 + 1)
        offsets.reserveCapacity(span.count / 3 + 2)
        var position = Int(span.start)
        let end = Int(span.end)
        while position < end {
            let (scalar, length) = text.scalar(at: position, before: end)
            raw.append(scalar)
            offsets.append(UInt32(truncatingIfNeeded: position))
            position += length
        }
        offsets.append(span.end)
        self.offsets = offsets
        scalars = ContiguousArray(
            raw.indices.map { index in
                let isInside = index > 0 && index + 1 < raw.count
                return readingForm(raw[index], isBetweenDigits: isInside && isDigit(raw[index - 1]) && isDigit(raw[index + 1]))
            })
    }

    /// The number of scalars.
    var count: Int { scalars.count }

    /// The bytes of a range of scalars.
    func span(_ range: Range<Int>) -> Span { Span(offsets[range.lowerBound], offsets[range.upperBound]) }

    /// The scalar that begins at a byte, or the first behind it.
    func index(at offset: UInt32) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether a range reads as `word`, which is in reading form.
    func reads(_ word: Phrase, at index: Int) -> Bool {
        index >= 0 && index + word.count <= count && scalars[index..<index + word.count].elementsEqual(word)
    }

    /// The first place of a word that begins in a range and ends in it, or nil.
    func first(_ word: Phrase, in range: Range<Int>) -> Int? {
        range.first { $0 + word.count <= range.upperBound && reads(word, at: $0) }
    }

    /// The last place of a scalar in a range, or nil.
    func last(_ scalar: UInt32, in range: Range<Int>) -> Int? { range.last { scalars[$0] == scalar } }

    /// Whether a scalar is in a range.
    func holds(_ scalar: UInt32, in range: Range<Int>) -> Bool { range.contains { scalars[$0] == scalar } }
}

/// A word in reading form.
typealias Phrase = [UInt32]

extension String {
    /// Its scalars.
    var phrase: Phrase { unicodeScalars.map(\.value) }
}

func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar) }
