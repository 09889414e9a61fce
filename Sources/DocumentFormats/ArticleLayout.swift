import Documents

/// How articles are set out in a text: where one begins and what its header says.
protocol ArticleLayout: Sendable {
    /// Whether an article begins with the line at `offset`. Cost: one comparison for most lines.
    static func begins(_ view: ByteView, at offset: Int) -> Bool
    /// The header of the article that begins at `offset`.
    static func header(_ view: ByteView, at offset: Int) -> ArticleHeader
}

/// The archive's own layout: `### TITLE`, author, date, page, column.
enum MarkedLayout: ArticleLayout {
    @inline(__always) static func begins(_ view: ByteView, at offset: Int) -> Bool {
        view.isTitleLine(at: offset, limit: view.count) && view.beginsArticle(at: offset)
    }

    static func header(_ view: ByteView, at offset: Int) -> ArticleHeader { view.header(at: offset) }
}

/// The layout of copies on the web: page, column, a blank line, then title, subtitle and author as lines of the body.
enum WebCopyLayout: ArticleLayout {
    @inline(__always) static func begins(_ view: ByteView, at offset: Int) -> Bool {
        view.has(0xE7_ACAC, at: offset, before: view.count) && beginsWithPage(view, at: offset)
    }

    private static func beginsWithPage(_ view: ByteView, at offset: Int) -> Bool {
        let first = view.line(at: offset, limit: view.count)
        guard view.pageLine(first) != nil, first.next < view.count else { return false }
        return view.columnLine(view.line(at: first.next, limit: view.count)) != nil
    }

    static func header(_ view: ByteView, at offset: Int) -> ArticleHeader {
        var header = ArticleHeader()
        let page = view.line(at: offset, limit: view.count)
        let column = view.line(at: page.next, limit: view.count)
        header.page = view.pageLine(page)
        header.column = view.columnLine(column) ?? Span(0, 0)
        header.body = column.next
        header.lines = 2
        header.title = title(view, from: column.next)
        return header
    }

    /// The first line that says something, unless the next article begins there.
    private static func title(_ view: ByteView, from start: Int) -> Span {
        var offset = start
        while offset < view.count, !begins(view, at: offset) {
            let line = view.line(at: offset, limit: view.count)
            if let body = view.bodyLine(line) { return body.span }
            offset = line.next
        }
        return Span(0, 0)
    }
}

/// The layout of articles whose extents are known, from the fields of a table or because the file is one: no line of the
/// body begins another.
enum KnownLayout: ArticleLayout {
    @inline(__always) static func begins(_ view: ByteView, at offset: Int) -> Bool { false }

    static func header(_ view: ByteView, at offset: Int) -> ArticleHeader { ArticleHeader() }
}

/// An article whose header and extent are known; its body goes from `header.body` to the end of the block.
struct KnownArticle {
    var header = ArticleHeader()
    var block: Span
    /// The line it begins on, from 1.
    var line: UInt32
}
