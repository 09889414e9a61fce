import Documents

/// Picks the articles out of a text in the archive's own form that a restriction asks for. The text is searched first; lines are looked at only around what is found.
struct ArticleSelection {
    private let text: Text
    private var view: ByteView { ByteView(text) }
    private let restriction: ArticleRestriction

    /// A piece is no smaller: below that a thread costs more than it brings.
    private static let smallestPiece = 1 << 20
    private static let piecesPerWorker = 8
    /// The byte that every article begins with. It is rare in texts.
    private static let mark: UInt8 = 0x23

    init(_ text: Text, _ restriction: ArticleRestriction) {
        self.text = text
        self.restriction = restriction
    }

    /// The articles, one behind the other, as a text of their own: where articles begin and end does not depend on what stands before
    /// them. Nil where they are so much of the text that a copy does not pay.
    func text(_ workers: Workers) -> Text? {
        let pieces = pieces(workers)
        let found = workers.map(pieces.count) { blocks(in: pieces[$0]) }
        var articles: [Range<Int>] = []
        for blocks in found {
            guard let blocks else { return nil }
            // An article that reaches over the end of a piece may have been found from both sides.
            for block in blocks where block.lowerBound >= articles.last?.upperBound ?? 0 { articles.append(block) }
        }
        return withExtendedLifetime(text) { Text(copying: articles, of: text) }
    }

    /// Stretches of the text, cut anywhere.
    private func pieces(_ workers: Workers) -> [Range<Int>] {
        let most = workers.count == 1 ? 1 : workers.count * Self.piecesPerWorker
        let count = max(1, min(most, view.count / Self.smallestPiece))
        return (0..<count).map { view.count / count * $0..<($0 == count - 1 ? view.count : view.count / count * ($0 + 1)) }
    }

    /// The articles in which something stands that begins in the piece, in order; nil where they are more than half as long as it.
    private func blocks(in piece: Range<Int>) -> [Range<Int>]? {
        var blocks: [Range<Int>] = []
        var kept = 0
        var offset = max(piece.lowerBound, view.textStart)
        // Articles do not begin before this, or have been looked at.
        var bound = view.textStart
        while offset < piece.upperBound, let place = restriction.first(text, offset..<piece.upperBound) {
            let end = firstArticle(from: place + 1)
            if let start = lastArticle(from: bound, upTo: place) {
                blocks.append(start..<end)
                kept += end - start
                if kept > piece.count / 2 { return nil }
            }
            (offset, bound) = (end, end)
        }
        return blocks
    }

    /// The first article that begins at `start` or behind it, or the end.
    private func firstArticle(from start: Int) -> Int {
        var offset = start
        while let mark = view.first(of: Self.mark, from: offset, to: view.count) {
            if begins(at: mark) { return mark }
            offset = mark + 1
        }
        return view.count
    }

    /// The last article that begins at `place` or before it, but not before `bound`.
    private func lastArticle(from bound: Int, upTo place: Int) -> Int? {
        var end = place + 1
        while let mark = view.last(of: Self.mark, from: bound, to: end) {
            if begins(at: mark) { return mark }
            end = mark
        }
        return nil
    }

    /// Whether an article begins at `offset`, where a line may begin or not.
    private func begins(at offset: Int) -> Bool {
        let isLineStart = offset == view.textStart || view[offset - 1] == 0x0A || view[offset - 1] == 0x0D
        return isLineStart && MarkedLayout.begins(view, at: offset)
    }
}

extension Text {
    /// Stretches of another text, one behind the other.
    fileprivate convenience init(copying stretches: [Range<Int>], of text: Text) {
        let count = stretches.reduce(0) { $0 + $1.count }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count + Text.padding, alignment: 64)
        var end = 0
        for stretch in stretches {
            UnsafeMutableRawBufferPointer(rebasing: memory[end...]).copyMemory(from: UnsafeRawBufferPointer(rebasing: text.bytes[stretch]))
            end += stretch.count
        }
        UnsafeMutableRawBufferPointer(rebasing: memory[count...]).initializeMemory(as: UInt8.self, repeating: 0)
        self.init(adopting: UnsafeRawBufferPointer(rebasing: memory[..<count])) { $0.deallocate() }
    }
}
