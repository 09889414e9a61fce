import Documents

/// A number for a character; 0 for a mark.
public typealias Symbol = UInt16

/// Pieces of texts as a sequence of symbols, one a character: what repeats, n-grams and collocates are counted in.
///
/// Punctuation, blanks and control characters are symbol 0, so that nothing counted ever holds or crosses one, while
/// distances still count them. Pieces are kept apart by a further 0. Takes two bytes a character.
public struct SymbolText: Sendable {
    /// The symbols of all pieces, a 0 behind each.
    public private(set) var symbols: ContiguousArray<Symbol> = []
    /// The pieces in order.
    public private(set) var pieces: ContiguousArray<Piece> = []
    private var alphabet = Alphabet()

    /// A stretch of a text, and where its symbols begin.
    public struct Piece: Hashable, Sendable {
        /// Index of the shard, as whoever added the piece counts them.
        public let shard: Int32
        /// A number that whoever added the piece knows it by: its paragraph's.
        public let unit: UInt32
        /// The number of its document, as whoever added the piece counts them: what `range` is counted in.
        public let document: Int32
        /// Its bytes.
        public let span: Span
        /// Index of its first symbol.
        public let start: Int
    }

    /// No pieces.
    public init() {}

    /// The number of symbols, marks included.
    public var count: Int { symbols.count }

    /// The number of different characters that are no marks.
    public var alphabetSize: Int { alphabet.count }

    /// Adds a piece of a text. Cost: one step a character.
    public mutating func append(_ span: Span, of text: Text, shard: Int, unit: Int, document: Int = 0) {
        pieces.append(
            Piece(shard: Int32(shard), unit: UInt32(unit), document: Int32(document), span: span, start: symbols.count))
        var offset = Int(span.start)
        let end = Int(span.end)
        while offset < end {
            let (scalar, width) = text.decoded(at: offset, before: end)
            symbols.append(alphabet.symbol(of: scalar))
            offset += width
        }
        symbols.append(0)
    }

    /// Makes room for as many symbols.
    public mutating func reserveCapacity(_ count: Int) { symbols.reserveCapacity(count) }

    /// The index of the piece that holds symbol `index`. Cost: a binary search.
    public func piece(at index: Int) -> Int {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start <= index { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    /// The symbols of piece `index`, without the mark behind it.
    public func symbols(ofPiece index: Int) -> Range<Int> {
        pieces[index].start..<(index + 1 < pieces.count ? pieces[index + 1].start : symbols.count) - 1
    }

    /// The bytes of the symbols `range` in `text`, the text of their piece; what reaches beyond the piece is left out. Cost: the
    /// characters of the piece before them.
    public func span(of range: Range<Int>, in text: Text) -> Span {
        let piece = pieces[piece(at: range.lowerBound)]
        let end = Int(piece.span.end)
        let start = text.offset(skipping: range.lowerBound - piece.start, from: Int(piece.span.start), before: end)
        return Span(start, text.offset(skipping: range.count, from: start, before: end))
    }

    /// The symbols of spans of piece `index`, which is a piece of `text`; the spans lie in it and in text order. Cost: the
    /// characters of the piece up to the last of them.
    public func symbols(of spans: some Sequence<Span>, ofPiece index: Int, in text: Text) -> [Range<Int>] {
        let end = Int(pieces[index].span.end)
        var place = (offset: Int(pieces[index].span.start), symbol: pieces[index].start)
        func advance(to offset: Int) -> Int {
            while place.offset < min(offset, end) {
                place.offset += text.decoded(at: place.offset, before: end).width
                place.symbol += 1
            }
            return place.symbol
        }
        return spans.map { span in
            let start = advance(to: Int(span.start))
            return start..<max(start, advance(to: Int(span.end)))
        }
    }

    /// The characters of the symbols `range`; marks are blanks.
    public func string(_ range: Range<Int>) -> String {
        var string = String.UnicodeScalarView()
        for symbol in symbols[range] { string.append(alphabet.scalar(of: symbol)) }
        return String(string)
    }

    /// The symbols of `string`, which is to be looked for: 0 for a mark, and for a character that no piece has a symbol that nothing
    /// is equal to.
    public func symbols(of string: String) -> [Symbol] {
        string.unicodeScalars.map { isUnit($0.value) ? alphabet.knownSymbol(of: $0.value) ?? SymbolText.unknown : 0 }
    }

    /// For each of `characters`, given by all the scalars that stand for it, the symbols of those that some piece has; none where no
    /// piece has one.
    public func symbols(ofAnyOf characters: [[Unicode.Scalar]]) -> [[Symbol]] {
        characters.map { scalars in
            scalars.compactMap { isUnit($0.value) ? alphabet.knownSymbol(of: $0.value) : nil }
        }
    }

    /// A symbol that no text has.
    public static let unknown: Symbol = .max
}

/// Symbols by order of first appearance.
private struct Alphabet: Sendable {
    /// For each 256 code points a page of symbols, made when one of them appears; `unseen` where none has been given.
    private var pages = [ContiguousArray<Symbol>?](repeating: nil, count: 0x1100)
    private var scalars: ContiguousArray<UInt32> = [0x20]

    private static let unseen = SymbolText.unknown

    var count: Int { scalars.count - 1 }

    /// Marks are 0, and so is whatever comes when all symbols are given out, as no text in use does.
    mutating func symbol(of scalar: UInt32) -> Symbol {
        let page = Int(scalar >> 8)
        if let known = pages[page]?[Int(scalar & 0xFF)], known != Alphabet.unseen { return known }
        return add(scalar, page)
    }

    private mutating func add(_ scalar: UInt32, _ page: Int) -> Symbol {
        var symbol: Symbol = 0
        if isUnit(scalar), scalars.count < Int(Alphabet.unseen) {
            symbol = Symbol(scalars.count)
            scalars.append(scalar)
        }
        var entries = pages[page] ?? ContiguousArray(repeating: Alphabet.unseen, count: 256)
        entries[Int(scalar & 0xFF)] = symbol
        pages[page] = entries
        return symbol
    }

    func knownSymbol(of scalar: UInt32) -> Symbol? {
        let symbol = pages[Int(scalar >> 8)]?[Int(scalar & 0xFF)]
        return symbol == Alphabet.unseen ? nil : symbol
    }

    func scalar(of symbol: Symbol) -> Unicode.Scalar { Unicode.Scalar(scalars[Int(symbol)]) ?? "\u{FFFD}" }
}

/// Whether a character can be part of a word or phrase: letters, Han, digits, marks that combine with them, and the symbols that old
/// print uses as characters (○ for zero, □ and × for what is lost or left out). Punctuation, blanks and controls are not.
public func isUnit(_ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
        .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark, .privateUse:
        return true
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
        return ["○", "□", "×", "%", "％", "‰", "℃"].contains(scalar) || scalar.properties.isIdeographic
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
        .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .unassigned:
        return ["%", "％", "‰"].contains(scalar)
    @unknown default: return false
    }
}

extension Text {
    /// The scalar at `offset` and its length in bytes; an ill-formed byte is U+FFFD of length 1.
    @inline(__always)
    func decoded(at offset: Int, before end: Int) -> (scalar: UInt32, width: Int) {
        let first = UInt32(bytes[offset])
        if first < 0x80 { return (first, 1) }
        if first & 0xF0 == 0xE0, offset + 3 <= end {
            let (second, third) = (UInt32(bytes[offset + 1]), UInt32(bytes[offset + 2]))
            let scalar = (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
            let isWellFormed = second & 0xC0 == 0x80 && third & 0xC0 == 0x80 && scalar >= 0x800 && scalar & 0xF800 != 0xD800
            if isWellFormed { return (scalar, 3) }
        }
        return decodedRare(first, at: offset, before: end)
    }

    /// Characters of two and four bytes, and what is ill-formed.
    private func decodedRare(_ first: UInt32, at offset: Int, before end: Int) -> (scalar: UInt32, width: Int) {
        let width = (0xC2...0xDF).contains(first) ? 2 : (0xF0...0xF4).contains(first) ? 4 : 0
        guard width > 0, offset + width <= end else { return (0xFFFD, 1) }
        var scalar = width == 2 ? first & 0x1F : first & 0x07
        for place in offset + 1..<offset + width {
            guard bytes[place] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | UInt32(bytes[place] & 0x3F)
        }
        guard width == 2 || (0x10000...0x10FFFF).contains(scalar) else { return (0xFFFD, 1) }
        return (scalar, width)
    }

    /// The offset `count` characters behind `start`, at most `end`, characters being told apart as `decoded` does.
    func offset(skipping count: Int, from start: Int, before end: Int) -> Int {
        var offset = start
        var left = count
        while left > 0, offset < end {
            offset += decoded(at: offset, before: end).width
            left -= 1
        }
        return offset
    }
}
