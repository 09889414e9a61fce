import Documents
import QueryLanguage
import SourceText

extension Address {
    /// Whether a row stands at the address: is what it names, or lies inside.
    func holds(_ region: Region, in archive: Archive) -> Bool {
        let shard = archive.shards[region.shard]
        let index = shard.article(of: region)
        if let article, article != archive.number(ofArticle: index, inShard: region.shard) { return false }
        if let section {
            guard let own = shard.section(of: region) else { return false }
            return shard.sectionNumber(own) == section
        }
        guard let paragraph else { return true }
        guard region.layer >= .paragraph, shard.paragraphNumber(region.unit) == paragraph else { return false }
        guard let sentence else { return true }
        guard region.layer >= .sentence else { return false }
        return shard.sentenceNumber(at: region.span.start, inParagraph: region.unit) == sentence
    }
}

extension Archive {
    /// The regions an address names: one, or one in each article it fits. Cost: a step an article where it names none.
    func regions(at address: Address) -> [Region] {
        if let number = address.article {
            guard let place = article(numbered: number) else { return [] }
            return region(at: address, article: place.article, shard: place.shard).map { [$0] } ?? []
        }
        return shards.indices.flatMap { shard in
            shards[shard].articles.indices.compactMap { region(at: address, article: $0, shard: shard) }
        }
    }

    private func region(at address: Address, article index: Int, shard number: Int) -> Region? {
        let shard = shards[number]
        let article = shard.articles[index]
        if let section = address.section {
            return article.sections.first { shard.sectionNumber(Int($0)) == section }.map {
                Region(layer: .section, shard: number, unit: Int($0), span: shard.span(ofSection: Int($0)))
            }
        }
        guard let paragraph = address.paragraph else {
            return Region(layer: .article, shard: number, unit: index, span: article.block)
        }
        let unit = Int(article.paragraphs.lowerBound) + paragraph - 1
        guard paragraph >= 1, unit < Int(article.paragraphs.upperBound) else { return nil }
        guard let sentence = address.sentence else {
            return Region(layer: .paragraph, shard: number, unit: unit, span: shard.paragraphs[unit])
        }
        let all = sentences(of: shard.paragraphs[unit], in: shard.text)
        guard sentence >= 1, sentence <= all.count else { return nil }
        return Region(layer: .sentence, shard: number, unit: unit, span: all[sentence - 1])
    }
}
