import Documents

/// An article that a restriction asks for, and how much of it.
struct SelectedArticle {
    let header: ArticleHeader
    let block: Range<Int>
    /// The lines of it that are asked for, where it is known of each that it is a paragraph, whatever stands around it; nil where the
    /// article has to be read to know what they are.
    fileprivate(set) var lines: [BodyLine]?

    /// The bytes that are looked at to read it.
    var length: Int { lines?.reduce(0) { $0 + $1.span.count } ?? block.count }

    /// Takes over what was found of the same article further on.
    fileprivate mutating func join(_ other: SelectedArticle) {
        guard let own = lines, let others = other.lines else { return lines = nil }
        // A line in which something stands on either side of a cut was found twice.
        lines = own + others.drop { $0.start <= own.last?.start ?? -1 }
    }
}

/// Picks out of a text in the archive's own form what a restriction asks for. The text is searched first; articles and lines are looked
/// at only around what is found.
struct ArticleSelection {
    private let text: Text
    private let restriction: ArticleRestriction

    /// A piece is no smaller: below that a thread costs more than it brings.
    private static let smallestPiece = 1 << 20
    private static let piecesPerWorker = 8

    init(_ text: Text, _ restriction: ArticleRestriction) {
        self.text = text
        self.restriction = restriction
    }

    /// The articles, in order. Nil where what is asked for is so much of the text that picking it out does not pay.
    func articles(_ workers: Workers) -> [SelectedArticle]? {
        let pieces = pieces(workers)
        let found = workers.map(pieces.count) { index in
            var pass = SelectionPass(text, restriction)
            return pass.articles(in: pieces[index])
        }
        var articles: [SelectedArticle] = []
        for part in found {
            guard var part = part?[...] else { return nil }
            // An article that reaches over the end of a piece may have been found from both sides.
            if let last = articles.indices.last, let first = part.first, first.block == articles[last].block {
                articles[last].join(part.removeFirst())
            }
            articles += part
        }
        return articles
    }

    /// Stretches of the text, cut anywhere.
    private func pieces(_ workers: Workers) -> [Range<Int>] {
        let most = workers.count == 1 ? 1 : workers.count * Self.piecesPerWorker
        let count = max(1, min(most, text.count / Self.smallestPiece))
        return (0..<count).map { text.count / count * $0..<($0 == count - 1 ? text.count : text.count / count * ($0 + 1)) }
    }
}

/// One walk over a piece of a text, from one thing that is asked for to the next.
private struct SelectionPass: ~Copyable {
    private let text: Text
    private let view: ByteView
    private let restriction: ArticleRestriction
    private var articles: [SelectedArticle] = []
    /// Where the last article's head matter ends.
    private var bodyStart = 0
    private var headMatter: HeadMatterScanner
    private var lines = BodyLines()
    /// The bytes that will be looked at again.
    private var kept = 0

    /// The byte that every article begins with. It is rare in texts.
    private static let mark: UInt8 = 0x23

    init(_ text: Text, _ restriction: ArticleRestriction) {
        self.text = text
        view = ByteView(text)
        self.restriction = restriction
        headMatter = HeadMatterScanner(view)
    }

    /// The articles in which something stands that begins in the piece; nil where little would be left out.
    mutating func articles(in piece: Range<Int>) -> [SelectedArticle]? {
        defer { withExtendedLifetime(text) {} }
        var offset = max(piece.lowerBound, view.textStart)
        // Articles do not begin before this, or have been looked at.
        var bound = view.textStart
        while offset < piece.upperBound, let place = restriction.first(text, offset..<piece.upperBound) {
            if place >= articles.last?.block.upperBound ?? 0, !openArticle(around: place, notBefore: bound) {
                (offset, bound) = (firstArticle(from: place + 1), place)
                continue
            }
            offset = takeLine(around: place)
            bound = articles.last?.block.upperBound ?? bound
            // The more was gone through, the surer is what it will come to.
            if kept > (offset - piece.lowerBound) / 2 + piece.count / 4 { return nil }
        }
        return articles
    }

    /// Begins with the article that holds `place`; false where none does.
    private mutating func openArticle(around place: Int, notBefore bound: Int) -> Bool {
        guard let start = lastArticle(from: bound, upTo: place) else { return false }
        let header = MarkedLayout.header(view, at: start)
        let block = start..<firstArticle(from: place + 1)
        bodyStart = headMatter.end(of: header, limit: block.upperBound, &lines)
        articles.append(SelectedArticle(header: header, block: block, lines: []))
        return true
    }

    /// Adds the line of the last article that holds `place`, or all of them, and gives where to go on.
    private mutating func takeLine(around place: Int) -> Int {
        let last = articles.count - 1
        let block = articles[last].block
        let feed = view.last(of: 0x0A, from: block.lowerBound, to: place).map { $0 + 1 } ?? block.lowerBound
        let start = view.last(of: 0x0D, from: feed, to: place).map { $0 + 1 } ?? feed
        let line = view.line(at: start, limit: block.upperBound)
        guard start >= bodyStart, let body = view.plainBodyLine(line) else {
            articles[last].lines = nil
            kept += block.count
            return block.upperBound
        }
        articles[last].lines?.append(body)
        kept += body.span.count
        return line.next
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
