import Documents

/// An article made of a record: where its fields stand in the text made of all of them. As small as it can be, because a
/// file may have a million.
struct RecordEntry {
    var title = Span(0, 0)
    var author = Span(0, 0)
    var pageName = Span(0, 0)
    var column = Span(0, 0)
    /// The whole record, and where in it the body begins.
    var block = Span(0, 0)
    var body: UInt32 = 0
    /// The line of the file the record begins on, from 1.
    var line: UInt32 = 1
    var page: Int32 = -1
    /// Nine bits of day and month below the year; 0 for none.
    private var packedDate: UInt32 = 0

    var date: PartialDate? {
        get {
            let (year, month, day) = (Int(packedDate >> 9), Int(packedDate >> 5 & 15), Int(packedDate & 31))
            return PartialDate(year: year, month: month > 0 ? month : nil, day: day > 0 ? day : nil)
        }
        set { packedDate = newValue.map { UInt32($0.year << 9 | ($0.month ?? 0) << 5 | ($0.day ?? 0)) } ?? 0 }
    }

    /// The same as the parser of bodies takes it.
    var known: KnownArticle {
        var article = KnownArticle(block: block, line: line)
        article.header.title = title
        article.header.author = author
        article.header.column = column
        article.header.date = date
        article.header.body = Int(body)
        if page >= 0 || !pageName.isEmpty { article.header.page = PageLine(number: page, name: pageName) }
        return article
    }

    /// The same in a text that `offset` bytes and `lines` lines were put before.
    func moved(by offset: Int, afterLines lines: Int) -> RecordEntry {
        func moved(_ span: Span) -> Span { span.isEmpty ? span : Span(Int(span.start) + offset, Int(span.end) + offset) }
        var entry = self
        (entry.title, entry.author, entry.pageName, entry.column) = (moved(title), moved(author), moved(pageName), moved(column))
        entry.block = Span(Int(block.start) + offset, Int(block.end) + offset)
        entry.body += UInt32(truncatingIfNeeded: offset)
        entry.line += UInt32(truncatingIfNeeded: lines)
        return entry
    }
}
