import Documents

/// Reads articles of one layout off a stretch of a text, in one pass over its lines.
struct ArticleParser<Layout: ArticleLayout>: ~Copyable {
    private let view: ByteView
    private var part = ShardPart()
    private var ends: LineEnds
    /// The lines of the article at hand.
    private var lines = BodyLines()
    private var candidates: [HeadingCandidate] = []
    private var headMatter: HeadMatterScanner

    private init(_ view: ByteView) {
        self.view = view
        ends = LineEnds(view)
        headMatter = HeadMatterScanner(view)
    }

    /// The articles in `[start, end)`; `end` must be the end of the text or the start of an article.
    static func parse(_ view: ByteView, from start: Int, to end: Int) -> ShardPart {
        var parser = ArticleParser(view)
        parser.reserve(from: start, to: end)
        var offset = parser.skipStrayLines(from: start, to: end)
        while offset < end { offset = parser.parseArticle(at: offset, to: end) }
        return parser.part
    }

    /// Articles whose headers and extents are known, in text order.
    static func parse(_ view: ByteView, _ articles: some Sequence<KnownArticle>) -> ShardPart {
        var parser = ArticleParser(view)
        for article in articles {
            _ = parser.collectLines(from: article.header.body, to: Int(article.block.end))
            parser.add(article.header, block: article.block, line: article.line)
        }
        return parser.part
    }

    /// Articles of which only some lines may be asked for, in text order. Line numbers count what is read.
    static func parse(_ view: ByteView, _ articles: some Sequence<SelectedArticle>) -> ShardPart {
        var parser = ArticleParser(view)
        for article in articles {
            let line = UInt32(truncatingIfNeeded: parser.part.lines + 1)
            let block = Span(article.block.lowerBound, article.block.upperBound)
            if let lines = article.lines {
                parser.take(lines)
                parser.add(article.header, HeadMatter(), block: block, line: line)
            } else {
                _ = parser.collectLines(from: article.header.body, to: article.block.upperBound)
                parser.add(article.header, block: block, line: line)
            }
        }
        return parser.part
    }

    private mutating func take(_ paragraphs: [BodyLine]) {
        lines.removeAll()
        candidates.removeAll(keepingCapacity: true)
        for paragraph in paragraphs { lines.append(paragraph) }
        part.lines += paragraphs.count
    }

    /// Makes room for the paragraphs that the number of line ends in some places lets expect: growing copies, and touches new
    /// pages.
    private mutating func reserve(from start: Int, to end: Int) {
        let samples = 16
        let step = (end - start) / samples
        let sample = min(step, 1 << 11)
        guard sample > 0 else { return }
        let ends = (0..<samples).reduce(0) { sum, index in
            let place = start + index * step
            return sum + view.count(of: 0x0A, mask: 0xFF, from: place, to: place + sample)
        }
        part.paragraphs.reserveCapacity((ends / samples + 1) * step / sample * samples * 5 / 4)
    }

    private mutating func skipStrayLines(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end, !Layout.begins(view, at: offset) {
            let line = view.line(at: offset, limit: end)
            part.lines += 1
            if view.bodyLine(line) != nil {
                part.strayLines += 1
                part.firstStrayLine = part.firstStrayLine ?? part.lines
            }
            offset = line.next
        }
        return offset
    }

    /// Reads the article that begins at `start` and returns where the next begins.
    private mutating func parseArticle(at start: Int, to end: Int) -> Int {
        let header = Layout.header(view, at: start)
        let line = UInt32(truncatingIfNeeded: part.lines + 1)
        part.lines += header.lines
        let next = collectLines(from: header.body, to: end)
        add(header, block: Span(start, next), line: line)
        return next
    }

    /// The body lines and heading candidates from `start` up to the next article, whose offset it returns.
    private mutating func collectLines(from start: Int, to end: Int) -> Int {
        lines.removeAll()
        candidates.removeAll(keepingCapacity: true)
        var offset = start
        var count = 0
        while offset < end, !Layout.begins(view, at: offset) {
            let line = ends.line(at: offset, limit: end)
            if let body = view.plainBodyLine(line) { lines.append(body) } else { collect(line) }
            count &+= 1
            offset = line.next
        }
        part.lines += count
        return offset
    }

    /// A line that may be anything.
    private mutating func collect(_ line: Line) {
        guard let body = view.bodyLine(line) else { return }
        if let candidate = view.headingCandidate(body, at: lines.count) { candidates.append(candidate) }
        lines.append(body)
    }

    private mutating func add(_ header: ArticleHeader, block: Span, line: UInt32) {
        add(header, headMatter.scan(lines.view, title: header.title, author: header.author), block: block, line: line)
    }

    private mutating func add(_ header: ArticleHeader, _ matter: HeadMatter, block: Span, line: UInt32) {
        var article = Article()
        article.block = block
        article.line = line
        article.title = header.title
        article.subtitle = view.subtitle(inTitle: header.title) ?? matter.subtitle ?? Span(0, 0)
        article.author = header.author.isEmpty ? matter.author ?? Span(0, 0) : header.author
        article.date = header.date
        article.page = header.page?.number ?? -1
        article.pageName = header.page?.name ?? Span(0, 0)
        article.column = header.column
        addBody(of: &article, matter, header.extra)
        count(article)
        part.articles.append(article)
    }

    private mutating func count(_ article: Article) {
        part.withoutDate += article.date == nil ? 1 : 0
        part.withoutAuthor += article.author.isEmpty ? 1 : 0
        part.withoutPage += article.page < 0 ? 1 : 0
    }

    private mutating func addBody(of article: inout Article, _ matter: HeadMatter, _ extra: [Span]) {
        let firsts = (matter: part.headMatter.count, paragraph: part.paragraphs.count, section: part.sections.count)
        for span in extra { part.headMatter.append(span) }
        lines.view.append(0..<matter.count, to: &part.headMatter)
        addSections(after: matter.count)
        article.headMatter = UInt32(firsts.matter)..<UInt32(part.headMatter.count)
        article.paragraphs = UInt32(firsts.paragraph)..<UInt32(part.paragraphs.count)
        article.sections = UInt32(firsts.section)..<UInt32(part.sections.count)
    }

    /// Hands the lines after the head matter on as paragraphs, and headings as the sections they open.
    private mutating func addSections(after first: Int) {
        let headings = headings(after: first)
        let lines = lines.view
        var tree = SectionTree(article: part.articles.count, headings: headings)
        var line = first
        if first < lines.count, headings.first?.line != first {
            tree.openLead(at: lines[first].span.start, paragraph: part.paragraphs.count, in: &part.sections)
        }
        for heading in headings {
            addParagraphs(line..<heading.line)
            tree.open(
                lines[heading.line].span, heading.kind, paragraph: part.paragraphs.count, in: &part.sections)
            line = heading.line + 1
        }
        addParagraphs(line..<lines.count)
        tree.finish(paragraph: part.paragraphs.count, in: &part.sections)
    }

    private func headings(after first: Int) -> [HeadingCandidate] {
        guard candidates.contains(where: { $0.line >= first }) else { return [] }
        let eligible = candidates.filter { $0.line >= first }
        return HeadingSelection(view: view, lines: lines.view, after: first).headings(among: eligible)
    }

    private mutating func addParagraphs(_ range: Range<Int>) {
        lines.view.append(range, to: &part.paragraphs)
    }
}
