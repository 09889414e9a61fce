/// The characters of many documents without their marks, so that passages are compared by what they say and not by how
/// they are punctuated. Takes six bytes a character.
public struct ReusableText: Sendable {
    /// The symbols of all documents, none of them a mark.
    let content: ContiguousArray<Symbol>
    /// For each of them its index in the text it was made from.
    private let places: ContiguousArray<UInt32>
    /// Where each document begins in `content`, and the end.
    let documents: ContiguousArray<Int>

    /// The content of `text`; document i is made of the pieces from `firstPieces[i]` up to the next one's first.
    public init(_ text: SymbolText, firstPieces: [Int]) {
        var content = ContiguousArray<Symbol>()
        var places = ContiguousArray<UInt32>()
        var documents = ContiguousArray<Int>()
        content.reserveCapacity(text.count)
        places.reserveCapacity(text.count)
        let bounds = firstPieces + [text.pieces.count]
        for (first, next) in zip(bounds, bounds.dropFirst()) {
            documents.append(content.count)
            let start = first < text.pieces.count ? text.pieces[first].start : text.count
            let end = next < text.pieces.count ? text.pieces[next].start : text.count
            for index in start..<max(start, end) where text.symbols[index] != 0 {
                content.append(text.symbols[index])
                places.append(UInt32(index))
            }
        }
        self.content = content
        self.places = places
        self.documents = documents + [content.count]
    }

    /// The document that holds content position `position`. Cost: a binary search.
    func document(at position: Int) -> Int {
        var low = 0
        var high = documents.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if documents[middle] <= position { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The content positions of a document.
    func range(of document: Int) -> Range<Int> { documents[document]..<documents[document + 1] }

    /// The symbols of the text from the first of `range` to the last, with the marks between them.
    func symbols(_ range: Range<Int>) -> Range<Int> {
        Int(places[range.lowerBound])..<Int(places[range.upperBound - 1]) + 1
    }
}
