import Documents

/// Any text that is in no other format: one article, with its title from the name of the file.
public struct PlainTextFormat: DocumentFormat {
    /// The format; it has no settings.
    public init() {}

    /// `text`.
    public var name: String { "text" }

    /// Always.
    public func recognises(_ text: Text, path: String) -> Bool { true }

    /// Reads the text as the body of one article; a text of blanks is none. Where the first line is the title that the name
    /// of the file gives, that line is the title. A query file, `.wen`, is refused.
    public func read(_ text: Text, report: FileReport, options: ReadingOptions, workers: Workers) -> Result<Shard, ReadFailure> {
        guard !report.name.hasSuffix(".wen") else {
            return .failure(ReadFailure("is a query file and no document: skipped", zh: "是查询文件，不是文档：略过", isHarmlessInFolder: true))
        }
        let view = ByteView(text)
        var shard = Shard(text: text, file: report)
        shard.file.format = name
        guard let first = PlainTextFormat.firstLine(view) else { return .success(shard) }
        let named = FileTitle(path: report.name)
        var article = KnownArticle(block: Span(0, view.count), line: 1)
        article.header.body = view.textStart
        article.header.date = named.date
        if text.string(first.span) == named.title { article.header.title = first.span }
        shard.append(ArticleParser<KnownLayout>.parse(view, CollectionOfOne(article)), afterLines: 0)
        if article.header.title.isEmpty { shard.derived[DerivedField(0, .title)] = named.title }
        return .success(shard)
    }

    /// The first line that says something.
    private static func firstLine(_ view: ByteView) -> BodyLine? {
        var offset = view.textStart
        while offset < view.count {
            let line = view.line(at: offset, limit: view.count)
            if let body = view.bodyLine(line) { return body }
            offset = line.next
        }
        return nil
    }
}

/// What the name of a file says of its document: `1999-10-12_新的任务.txt`.
struct FileTitle {
    /// The name without folders, extension and date; never empty.
    var title: String
    var date: PartialDate?

    init(path: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        title = FileTitle.withoutExtension(name)
        let text = Text(copying: title.utf8)
        let view = ByteView(text)
        defer { withExtendedLifetime(text) {} }
        let end = FileTitle.dateEnd(view)
        guard let found = view.recordDate(Span(0, end.date)), found.day != nil else { return }
        date = found
        if end.rest < view.count { title = text.string(Span(end.rest, view.count)) }
    }

    /// What packed files end in as well.
    private static let packed: Set = ["gz", "xz", "zip", "bz2"]

    private static func withoutExtension(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        let suffix = name[name.index(after: dot)...].lowercased()
        guard (1...8).contains(suffix.utf8.count), suffix.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }) else { return name }
        // `12.5` in a name is a number.
        guard suffix.utf8.contains(where: { $0 >= 0x61 }) else { return name }
        return packed.contains(suffix) ? withoutExtension(String(name[..<dot])) : String(name[..<dot])
    }

    /// Where the digits and marks of a date at the beginning end, and where what follows them begins.
    private static func dateEnd(_ view: ByteView) -> (date: Int, rest: Int) {
        var end = 0
        while end < view.count, view[end] &- 0x30 < 10 || view[end] == 0x2D || view[end] == 0x2E || isDateMark(view, end) {
            end += isDateMark(view, end) ? 3 : 1
        }
        var date = end
        while date > 0, view[date - 1] == 0x2D || view[date - 1] == 0x2E { date -= 1 }
        var rest = end
        while rest < view.count, view[rest] == 0x5F || view.blankWidth(at: rest, before: view.count) > 0 {
            rest += max(1, view.blankWidth(at: rest, before: view.count))
        }
        return (date, rest)
    }

    private static func isDateMark(_ view: ByteView, _ offset: Int) -> Bool {
        view.has("年", at: offset, before: view.count) || view.has("月", at: offset, before: view.count)
            || view.has("日", at: offset, before: view.count)
    }
}
