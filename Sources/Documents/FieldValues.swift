extension Shard {
    /// A text field of an article, or nil where it is missing. Control characters are kept; whoever shows it makes them visible.
    public func string(_ field: ArticleField, ofArticle index: Int) -> String? {
        if let value = derivedValue(DerivedField(index, field)) { return value }
        let span = span(field, ofArticle: index)
        return span.isEmpty ? nil : text.string(span)
    }

    private func span(_ field: ArticleField, ofArticle index: Int) -> Span {
        let article = articles[index]
        switch field {
        case .title: return article.title
        case .subtitle: return article.subtitle
        case .author: return article.author
        case .pageName: return article.pageName
        case .column: return article.column
        }
    }

    /// The index of the article a row lies in. Cost: at most a binary search.
    public func article(of region: Region) -> Int {
        switch region.layer {
        case .article: region.unit
        case .section: Int(sections[region.unit].article)
        case .paragraph, .sentence, .span: article(ofParagraph: region.unit) ?? 0
        }
    }

    /// The paragraphs of a row: all of an article's or section's, otherwise the one it lies in.
    public func paragraphs(of region: Region) -> Range<Int> {
        switch region.layer {
        case .article: Shard.indices(articles[region.unit].paragraphs)
        case .section: Shard.indices(sections[region.unit].paragraphs)
        case .paragraph, .sentence, .span: region.unit..<region.unit + 1
        }
    }

    private static func indices(_ range: Range<UInt32>) -> Range<Int> { Int(range.lowerBound)..<Int(range.upperBound) }

    /// The index of the innermost section of a row, or nil for an article.
    public func section(of region: Region) -> Int? {
        switch region.layer {
        case .article: nil
        case .section: region.unit
        case .paragraph, .sentence, .span: section(ofParagraph: region.unit)
        }
    }

    /// The stretches of text that a row's words are counted and searched in: its paragraphs, or the row itself.
    public func pieces(of region: Region) -> [Span] {
        switch region.layer {
        case .article, .section: paragraphs(of: region).map { paragraphs[$0] }
        case .paragraph, .sentence, .span: [region.span]
        }
    }

    /// The text of a row: paragraphs are joined by newlines. Copies.
    public func string(of region: Region) -> String {
        pieces(of: region).map { text.string($0) }.joined(separator: "\n")
    }

    /// The number of Unicode scalars in a row's text.
    public func length(of region: Region) -> Int {
        switch region.layer {
        case .article, .section: paragraphs(of: region).reduce(0) { $0 + text.scalarCount(paragraphs[$1]) }
        case .paragraph, .sentence, .span: text.scalarCount(region.span)
        }
    }

    /// The number of a paragraph within its article, from 1.
    public func paragraphNumber(_ paragraph: Int) -> Int {
        paragraph - Int(articles[article(ofParagraph: paragraph) ?? 0].paragraphs.lowerBound) + 1
    }

    /// The number, from 1, of the sentence of `paragraph` that holds `offset`. Cost: the paragraph is split.
    public func sentenceNumber(at offset: UInt32, inParagraph paragraph: Int) -> Int {
        let all = sentences(of: paragraphs[paragraph], in: text)
        return (all.firstIndex { offset < $0.end } ?? max(0, all.count - 1)) + 1
    }

    /// The heading of a section as it stands, or 引言 for the lead.
    public func heading(ofSection index: Int) -> String {
        let section = sections[index]
        return section.isLead ? Shard.leadName : text.string(section.heading)
    }

    /// What the text before the first heading is called.
    public static let leadName = "引言"
}

extension Archive {
    /// The value of a field for a row; `.empty` where the article has none or the layer is too coarse for it.
    /// Cost: most fields a look-up; `line` and the sentence number count from the beginning of the article.
    public func value(_ field: UnitField, of region: Region) -> Cell {
        let shard = shards[region.shard]
        guard region.layer >= field.coarsestLayer else { return .empty }
        switch field {
        case .title: return Archive.cell(shard.string(.title, ofArticle: shard.article(of: region)))
        case .subtitle: return Archive.cell(shard.string(.subtitle, ofArticle: shard.article(of: region)))
        case .author: return Archive.cell(shard.string(.author, ofArticle: shard.article(of: region)))
        case .pageName: return Archive.cell(shard.string(.pageName, ofArticle: shard.article(of: region)))
        case .column: return Archive.cell(shard.string(.column, ofArticle: shard.article(of: region)))
        case .date: return date(of: region).map(Cell.date) ?? .empty
        case .year: return Archive.cell(date(of: region)?.year)
        case .month: return Archive.cell(date(of: region)?.month)
        case .day: return Archive.cell(date(of: region)?.day)
        case .page:
            let page = shard.articles[shard.article(of: region)].page
            return page < 0 ? .empty : .integer(Int(page))
        case .file: return .text(shard.fileName(at: region.span.start))
        case .line: return .integer(shard.line(at: region.span.start))
        case .section: return Archive.cell(shard.section(of: region).map { shard.heading(ofSection: $0) })
        case .paragraph: return .integer(shard.paragraphNumber(region.unit))
        case .sentence: return .integer(sentenceNumberInArticle(of: region))
        case .length: return .integer(shard.length(of: region))
        case .text: return .text(shard.string(of: region))
        }
    }

    /// The date of a row's article, if it has one.
    public func date(of region: Region) -> PartialDate? {
        let shard = shards[region.shard]
        return shard.articles[shard.article(of: region)].date
    }

    private func sentenceNumberInArticle(of region: Region) -> Int {
        let shard = shards[region.shard]
        let first = Int(shard.articles[shard.article(of: region)].paragraphs.lowerBound)
        let before = (first..<region.unit).reduce(0) {
            $0 + sentences(of: shard.paragraphs[$1], in: shard.text).count
        }
        return before + shard.sentenceNumber(at: region.span.start, inParagraph: region.unit)
    }

    private static func cell(_ text: String?) -> Cell { text.map(Cell.text) ?? .empty }
    private static func cell(_ number: Int?) -> Cell { number.map(Cell.integer) ?? .empty }
}
