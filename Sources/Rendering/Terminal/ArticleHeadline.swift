import Documents
import SourceText

/// The line that names an article: number (where there are several), date, page, author and title.
struct ArticleHeadline {
    let archive: Archive
    let options: RenderOptions

    /// The line for the article that `region` lies in; hits inside the title are marked.
    func text(_ region: Region, isNumbered: Bool, hits: ArraySlice<Span> = []) -> StyledText {
        let shard = archive.shards[region.shard]
        let index = shard.article(of: region)
        var line = StyledText(ambiguous: options.ambiguousWidth)
        if isNumbered, archive.articleCount > 1 {
            line.append("a\(archive.number(ofArticle: index, inShard: region.shard))  ", .address)
        }
        for detail in details(shard, index) { line.append(detail + "  ", .faint) }
        appendTitle(shard, index, hits, to: &line)
        return line
    }

    private func details(_ shard: Shard, _ index: Int) -> [String] {
        let article = shard.articles[index]
        let page = LocalizedText("p. \(article.page)", zh: "第\(article.page)版")(options.language)
        return [article.date?.description, article.page < 0 ? nil : page, shard.string(.author, ofArticle: index)].compactMap { $0 }
    }

    private func appendTitle(_ shard: Shard, _ index: Int, _ hits: ArraySlice<Span>, to line: inout StyledText) {
        let span = shard.articles[index].title
        if let title = shard.derivedValue(DerivedField(index, .title)) {
            line.append(title, .title)
        } else if !span.isEmpty {
            line.append(shard.text, span, .title, hits: hits)
        } else {
            line.append(LocalizedText("(untitled)", zh: "（无题）")(options.language), .title)
            line.append("  \(shard.fileName(at: shard.articles[index].block.start)):\(shard.articles[index].line)", .faint)
        }
    }
}
