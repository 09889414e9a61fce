/// How offsets in a text that was converted lead back to the file. It keeps no copy of the file: between two known places,
/// which are at most a kilobyte apart, each character is as wide in the file as its kind says.
public struct WidthMap: OffsetMap {
    /// The text that was converted, from byte `start` on.
    public let text: Text
    private let start: Int
    /// What is known of the conversion.
    public let places: Places

    /// The map of a text whose characters were all added to `places`; it begins at byte `start` of `text`.
    public init(_ text: Text, from start: Int = 0, _ places: Places) {
        self.text = text
        self.start = start
        self.places = places
    }

    /// Cost: a binary search and a look at up to a kilobyte. Inside a character: its beginning.
    public func source(of offset: Int) -> Int {
        guard offset < places.length, let index = places.last(at: offset) else { return places.source }
        var place = Int(places.texts[index])
        var source = Int(places.sources[index])
        let wide = Int(places.wides[index])
        while place < offset, start + place < text.count {
            let lead = text.bytes[start + place]
            let next = place + utf8Width(lead)
            if next > offset { break }
            source += places.usualWidth(lead, wide)
            place = next
        }
        return source
    }

    /// The known places of a conversion.
    public struct Places: Sendable {
        /// Where they are in the text.
        public private(set) var texts: PackedColumn<UInt32> = [0]
        /// Where they are in the file.
        public private(set) var sources: PackedColumn<UInt32>
        /// The bytes in the file of each character that is no ASCII, from there to the next place.
        public private(set) var wides: PackedColumn<UInt32> = [2]
        /// Whether ASCII characters are two bytes too, as in UTF-16.
        public let isWide: Bool
        /// The bytes of the text so far.
        public private(set) var length = 0
        /// Where the source has come.
        public private(set) var source: Int
        private var wide = 2

        /// No character yet; the text begins at `source`, behind the mark.
        public init(isWide: Bool, from source: Int) {
            self.isWide = isWide
            sources = [UInt32(truncatingIfNeeded: source)]
            self.source = source
        }

        /// The places of a conversion that is over, as they were kept; the columns have equal lengths.
        public init(
            texts: PackedColumn<UInt32>, sources: PackedColumn<UInt32>, wides: PackedColumn<UInt32>, isWide: Bool, length: Int, source: Int
        ) {
            self.texts = texts
            self.sources = sources
            self.wides = wides
            self.isWide = isWide
            self.length = length
            self.source = source
        }

        /// The bytes in the file of a character that begins with `lead` in the text.
        @inline(__always) fileprivate func usualWidth(_ lead: UInt8, _ wide: Int) -> Int {
            if isWide { return lead >= 0xF0 ? 4 : lead < 0x80 ? 2 : wide }
            return lead < 0x80 ? 1 : wide
        }

        /// Adds the next character: its first byte in the text and its bytes in the file.
        public mutating func add(_ lead: UInt8, width: Int) {
            if usualWidth(lead, wide) != width {
                wide = width
                mark()
            } else if length - Int(texts[texts.count - 1]) >= 1024 {
                mark()
            }
            source += width
            length += utf8Width(lead)
        }

        private mutating func mark() {
            texts.append(UInt32(truncatingIfNeeded: length))
            sources.append(UInt32(truncatingIfNeeded: source))
            wides.append(UInt32(truncatingIfNeeded: wide))
        }

        /// The last place at or before an offset in the text.
        fileprivate func last(at offset: Int) -> Int? {
            var low = 0
            var high = texts.count
            while low < high {
                let middle = (low + high) / 2
                if Int(texts[middle]) <= offset { low = middle + 1 } else { high = middle }
            }
            return low == 0 ? nil : low - 1
        }
    }
}

/// The bytes of the UTF-8 character that begins with `lead`.
@inline(__always) private func utf8Width(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}
