import Documents

/// What must hold of every shard, whatever the bytes: spans inside the text and in order, paragraphs in sections in
/// articles. Says what does not, or nil.
public func brokenInvariant(_ shard: Shard) -> String? {
    var block = UInt32(0)
    for (index, article) in shard.articles.enumerated() {
        guard article.block.start >= block, article.block.end <= shard.text.count else { return "blocks out of order" }
        block = article.block.end
        if let broken = brokenFields(article) ?? brokenParagraphs(article, index, shard) ?? brokenSections(article, index, shard) {
            return broken
        }
    }
    for column in [shard.paragraphs, shard.headMatter] {
        for index in 0..<column.count where index > 0 && column[index].start < column[index - 1].end { return "column unsorted" }
    }
    let last = shard.articles.last
    guard last.map({ Int($0.paragraphs.upperBound) }) ?? 0 == shard.paragraphs.count else { return "stray paragraphs" }
    return nil
}

private func brokenFields(_ article: Article) -> String? {
    for field in [article.title, article.subtitle, article.author, article.pageName, article.column] {
        guard field.isEmpty || article.block.contains(field) else { return "a field outside its article" }
    }
    for range in [article.paragraphs, article.headMatter, article.sections] where range.upperBound < range.lowerBound { return "range" }
    return nil
}

private func brokenParagraphs(_ article: Article, _ index: Int, _ shard: Shard) -> String? {
    guard article.paragraphs.upperBound <= shard.paragraphs.count, article.headMatter.upperBound <= shard.headMatter.count else {
        return "paragraphs behind the last"
    }
    for paragraph in article.paragraphs {
        let span = shard.paragraphs[Int(paragraph)]
        guard article.block.contains(span), !span.isEmpty else { return "paragraph outside its article" }
        guard shard.article(ofParagraph: Int(paragraph)) == index else { return "article of paragraph" }
        guard let section = shard.section(ofParagraph: Int(paragraph)) else { return "paragraph without section" }
        guard shard.sections[section].article == UInt32(index) else { return "section of another article" }
    }
    return nil
}

private func brokenSections(_ article: Article, _ index: Int, _ shard: Shard) -> String? {
    guard article.sections.upperBound <= shard.sections.count else { return "sections behind the last" }
    for number in article.sections {
        let section = shard.sections[Int(number)]
        guard section.article == UInt32(index), !section.paragraphs.isEmpty else { return "empty section" }
        guard section.isLead == section.heading.isEmpty else { return "a section without heading" }
        guard section.paragraphs.upperBound <= article.paragraphs.upperBound else { return "section outside" }
        guard let parent = section.parent else { continue }
        guard parent < number else { return "a parent behind its child" }
        let outer = shard.sections[Int(parent)]
        guard outer.level < section.level, outer.paragraphs.contains(section.paragraphs.lowerBound),
            section.paragraphs.upperBound <= outer.paragraphs.upperBound
        else { return "section outside its parent" }
    }
    return nil
}
