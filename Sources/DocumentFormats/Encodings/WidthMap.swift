import Documents

/// How offsets in a text that was converted lead back to the file. It keeps no copy of the file: between two known places,
/// which are at most a kilobyte apart, each character is as wide in the file as its kind says.
struct WidthMap: OffsetMap {
    private let text: Text
    private let places: Places

    /// The map of a text whose characters were all added to `places`.
    init(_ text: Text, _ places: Places) {
        self.text = text
        self.places = places
    }

    /// Cost: a binary search and a look at up to a kilobyte. Inside a character: its beginning.
    func source(of offset: Int) -> Int {
        guard offset < text.count else { return places.source }
        let index = places.last(at: offset)
        var place = Int(places.texts[index])
        var source = Int(places.sources[index])
        let wide = Int(places.wides[index])
        while place < offset {
            let lead = text.bytes[place]
            let next = place + utf8Width(lead)
            if next > offset { break }
            source += places.usualWidth(lead, wide)
            place = next
        }
        return source
    }

    /// The known places of a conversion in progress.
    struct Places {
        fileprivate var texts: ContiguousArray<UInt32> = [0]
        fileprivate var sources: ContiguousArray<UInt32>
        /// The bytes in the file of each character that is no ASCII, from there to the next place.
        fileprivate var wides: ContiguousArray<UInt8> = [2]
        private let isWide: Bool
        private var text = 0
        /// Where the source has come.
        private(set) var source: Int
        private var wide = 2

        /// No character yet; the text begins at `source`, behind the mark.
        init(_ encoding: TextEncoding, from source: Int) {
            isWide = encoding.isWide
            sources = [UInt32(truncatingIfNeeded: source)]
            self.source = source
        }

        /// The bytes in the file of a character that begins with `lead` in the text.
        @inline(__always) fileprivate func usualWidth(_ lead: UInt8, _ wide: Int) -> Int {
            if isWide { return lead >= 0xF0 ? 4 : lead < 0x80 ? 2 : wide }
            return lead < 0x80 ? 1 : wide
        }

        /// Adds the next character: its first byte in the text and its bytes in the file.
        @inline(__always) mutating func add(_ lead: UInt8, width: Int) {
            if usualWidth(lead, wide) != width {
                wide = width
                mark()
            } else if text - Int(texts[texts.count - 1]) >= 1024 {
                mark()
            }
            source += width
            text += utf8Width(lead)
        }

        private mutating func mark() {
            texts.append(UInt32(truncatingIfNeeded: text))
            sources.append(UInt32(truncatingIfNeeded: source))
            wides.append(UInt8(truncatingIfNeeded: wide))
        }

        /// The last place at or before an offset in the text.
        fileprivate func last(at offset: Int) -> Int {
            var low = 0
            var high = texts.count - 1
            while low < high {
                let middle = (low + high + 1) / 2
                if Int(texts[middle]) <= offset { low = middle } else { high = middle - 1 }
            }
            return low
        }
    }
}

/// The bytes of the UTF-8 character that begins with `lead`.
@inline(__always) private func utf8Width(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}
