import Documents

/// What was read off one stretch of a text; the parts of a text are put together in order.
struct ShardPart: Sendable {
    var articles: ContiguousArray<Article> = []
    var paragraphs = SpanColumn()
    var sections: ContiguousArray<Section> = []
    var headMatter = SpanColumn()
    /// The number of lines.
    var lines = 0
    var withoutDate = 0
    var withoutAuthor = 0
    var withoutPage = 0
    var strayLines = 0
    /// The number of the first of them, from 1.
    var firstStrayLine: Int?
}

extension Shard {
    /// Takes over `part`, the only one; nothing is copied.
    mutating func take(_ part: ShardPart) {
        articles = PackedColumn(part.articles)
        sections = PackedColumn(part.sections)
        paragraphs = part.paragraphs
        headMatter = part.headMatter
        file.add(part, afterLines: 0)
    }

    /// Appends `part`, whose indices and line numbers count from its own beginning; `lines` lines come before it.
    mutating func append(_ part: ShardPart, afterLines lines: Int) {
        let base = Base(
            articles: UInt32(articles.count), paragraphs: UInt32(paragraphs.count),
            sections: UInt32(sections.count), headMatter: UInt32(headMatter.count), lines: UInt32(lines))
        articles.append(contentsOf: part.articles.lazy.map { base.moved($0) })
        sections.append(contentsOf: part.sections.lazy.map { base.moved($0) })
        paragraphs.append(contentsOf: part.paragraphs)
        headMatter.append(contentsOf: part.headMatter)
        file.add(part, afterLines: lines)
    }
}

/// What stands before a part.
private struct Base {
    var articles, paragraphs, sections, headMatter, lines: UInt32

    func moved(_ article: Article) -> Article {
        var article = article
        article.line += lines
        article.paragraphs = shifted(article.paragraphs, paragraphs)
        article.sections = shifted(article.sections, sections)
        article.headMatter = shifted(article.headMatter, headMatter)
        return article
    }

    func moved(_ section: Section) -> Section {
        var section = section
        section.article += articles
        section.parent = section.parent.map { $0 + sections }
        section.paragraphs = shifted(section.paragraphs, paragraphs)
        return section
    }

    private func shifted(_ range: Range<UInt32>, _ distance: UInt32) -> Range<UInt32> {
        range.lowerBound + distance..<range.upperBound + distance
    }
}

extension FileReport {
    fileprivate mutating func add(_ part: ShardPart, afterLines lines: Int) {
        articles += part.articles.count
        withoutDate += part.withoutDate
        withoutAuthor += part.withoutAuthor
        withoutPage += part.withoutPage
        strayLines += part.strayLines
        firstStrayLine = firstStrayLine ?? part.firstStrayLine.map { $0 + lines }
    }
}
