import Statistics
import StringAnalysis

/// What stands beside a node, and how often.
struct CollocateCounts {
    /// One collocate.
    struct Collocate {
        /// Where it first stands beside the node.
        let first: Range<Int>
        /// Its occurrences beside the node.
        fileprivate(set) var together = 0
        /// The articles in which it stands beside the node.
        fileprivate(set) var articles = 0
        fileprivate var lastArticle: Int32 = -1
    }

    /// The hits of the node.
    private(set) var nodes = 0
    /// The occurrences of all collocates beside the node: R₁.
    private(set) var places = 0
    /// The collocates, in the order in which they were met.
    private(set) var collocates: [Collocate] = []
    private var index: [ArraySlice<Symbol>: Int] = [:]
    /// Which symbols of the piece in hand begin a string that was counted: one between two hits counts once.
    private var counted: Set<Int> = []

    /// Adds the strings that lie beside `hits`, stretches of symbols of piece `piece` in text order: wholly within `window` characters of one
    /// on either side, marks counting as distance; nil for anywhere in the piece.
    mutating func add(_ hits: [Range<Int>], inPiece piece: Int, of text: SymbolText, _ units: StringUnits, window: Int?) {
        guard let first = hits.first, let last = hits.last else { return }
        nodes += hits.count
        counted.removeAll(keepingCapacity: true)
        let bounds = text.symbols(ofPiece: piece)
        guard let window else {
            // Before some hit is before the last, behind some hit behind the first.
            add(bounds.lowerBound..<last.lowerBound, piece, text, units)
            return add(min(first.upperBound, bounds.upperBound)..<bounds.upperBound, piece, text, units)
        }
        for hit in hits {
            add(max(bounds.lowerBound, hit.lowerBound - window)..<hit.lowerBound, piece, text, units)
            add(hit.upperBound..<max(hit.upperBound, min(bounds.upperBound, hit.upperBound + window)), piece, text, units)
        }
    }

    private mutating func add(_ stretch: Range<Int>, _ piece: Int, _ text: SymbolText, _ units: StringUnits) {
        units.visit(stretch) { string in
            guard counted.insert(string.lowerBound).inserted else { return }
            places += 1
            let place = place(of: string, in: text)
            collocates[place].together += 1
            guard collocates[place].lastArticle != text.pieces[piece].document else { return }
            collocates[place].lastArticle = text.pieces[piece].document
            collocates[place].articles += 1
        }
    }

    private mutating func place(of string: Range<Int>, in text: SymbolText) -> Int {
        if let known = index[text.symbols[string]] { return known }
        index[text.symbols[string]] = collocates.count
        collocates.append(Collocate(first: string))
        return collocates.count - 1
    }
}
