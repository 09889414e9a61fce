import Documents

/// The header of an article: its fields, and where the body begins.
struct ArticleHeader {
    var title = Span(0, 0)
    var author = Span(0, 0)
    /// Non-blank lines between author and date that are neither: kept as head matter.
    var extra: [Span] = []
    var date: PartialDate?
    var page: PageLine?
    var column = Span(0, 0)
    /// Offset of the first line of the body.
    var body = 0
    /// The number of lines before it.
    var lines = 0
}

extension ByteView {
    /// The lines within which a date or a page must follow the title.
    private static let reach = 4

    /// Whether the `### ` line at `start` begins an article: a date or page line follows within four lines.
    func beginsArticle(at start: Int) -> Bool {
        guard isTitleLine(at: start, limit: count) else { return false }
        var offset = line(at: start, limit: count).next
        for _ in 0..<ByteView.reach where offset < count {
            if isTitleLine(at: offset, limit: count) { return false }
            let line = line(at: offset, limit: count)
            if dateLine(line) != nil || pageLine(line) != nil { return true }
            offset = line.next
        }
        return false
    }

    /// The header whose `### ` line begins at `start`; `beginsArticle` must hold.
    func header(at start: Int) -> ArticleHeader {
        var header = ArticleHeader()
        let titleLine = line(at: start, limit: count)
        header.title = trimmed(from: start + 4, to: titleLine.end)
        header.body = titleLine.next
        header.lines = 1
        var isDated = false
        while header.body < count, !isTitleLine(at: header.body, limit: count) {
            let line = line(at: header.body, limit: count)
            guard take(line, into: &header, &isDated) else { break }
            header.body = line.next
            header.lines += 1
        }
        return header
    }

    /// Reads one line into the header; false where the header has ended. Date, page and column come at most once each.
    private func take(_ line: Line, into header: inout ArticleHeader, _ isDated: inout Bool) -> Bool {
        if header.column != Span(0, 0) { return false }
        if !isDated, header.page == nil, let found = dateLine(line) {
            isDated = true
            header.date = found.date
        } else if header.page == nil, let page = pageLine(line) {
            header.page = page
        } else if let column = columnLine(line) {
            header.column = column
        } else {
            guard !isDated, header.page == nil else { return false }
            takeAuthor(line, into: &header)
        }
        return true
    }

    private func takeAuthor(_ line: Line, into header: inout ArticleHeader) {
        let span = trimmed(from: line.start, to: line.end)
        if span.isEmpty { return }
        if header.author.isEmpty { header.author = span } else { header.extra.append(span) }
    }
}
