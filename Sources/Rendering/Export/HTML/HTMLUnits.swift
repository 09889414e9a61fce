import Documents
import QueryLanguage
import SourceText

extension HTMLPage {
    /// Units under the heads of their articles and sections, hits marked; sentences and spans open to their paragraph.
    mutating func write(_ units: UnitResult) throws -> Summary {
        var place = UnitPlace(units)
        // The output of the page is lent to the walk over the rows.
        var page = self
        var lent = Output()
        swap(&lent, &page.output)
        let summary = try units.write(limit: nil, to: &lent) { batch, row, output in
            swap(&output, &page.output)
            page.write(batch, row, &place)
            swap(&output, &page.output)
        }
        swap(&lent, &page.output)
        self = page
        return summary
    }

    private mutating func write(_ batch: Regions, _ row: Int, _ place: inout UnitPlace) {
        let region = batch[row]
        let shard = place.result.archive.shards[region.shard]
        if region.layer != .article { enterArticle(region, shard, &place) }
        if region.layer > .section { enterSection(region, shard, &place) }
        let address = place.locator.address(of: region).description
        let hits = batch.hits?[row] ?? []
        switch region.layer {
        case .article: writeArticle(region, shard, address, hits, isCounted: batch.hits != nil, place)
        case .section:
            writeRow(address) { output in
                output.writeEscaped(shard.heading(ofSection: region.unit))
                output.write("  <span class=\"meta\">\(shard.sections[region.unit].paragraphs.count) ¶</span>")
            }
        case .paragraph:
            writeRow(address) { $0.writeMarked(shard.text, region.span, hits) }
        case .sentence: writeOpening(region, shard, address, sentence: region.span, hits, [])
        case .span:
            let attributes = zip(place.result.attributes, batch.attributes).filter { $0.1[row] != .empty }
            let values = attributes.map { ($0.0.title(options.language), $0.1[row].plainText()) }
            writeOpening(region, shard, address, sentence: place.locator.sentence(of: region), [region.span], values)
        }
    }

    private mutating func writeRow(_ address: String, _ body: (inout Output) -> Void) {
        output.write("<div class=\"row\">")
        output.writeElement("span", [("class", "address")], text: address)
        output.write("<p>")
        body(&output)
        output.write("</p></div>\n")
    }

    /// A sentence that opens to its paragraph.
    private mutating func writeOpening(
        _ region: Region, _ shard: Shard, _ address: String, sentence: Span, _ hits: ArraySlice<Span>, _ values: [(String, String)]
    ) {
        let opens = takesContext()
        output.write(opens ? "<details><summary class=\"row\">" : "<div class=\"row\">")
        output.writeElement("span", [("class", "address")], text: address)
        output.write("<span class=\"text\">")
        output.writeMarked(shard.text, sentence, hits)
        for (name, value) in values {
            output.write("  ")
            output.writeElement("span", [("class", "attributes")], text: "\(name): \(value)")
        }
        output.write("</span>")
        guard opens else { return output.write("</div>\n") }
        output.write("</summary><p class=\"context\">")
        output.writeMarked(shard.text, shard.paragraphs[region.unit], hits)
        output.write("</p></details>\n")
    }

    private mutating func writeArticle(
        _ region: Region, _ shard: Shard, _ address: String, _ hits: ArraySlice<Span>, isCounted: Bool, _ place: UnitPlace
    ) {
        let title = shard.string(.title, ofArticle: region.unit) ?? words("(untitled)", zh: "（无题）")
        let details = place.details(shard, region.unit, options.language)
        let count = words("\(grouped(hits.count)) hit\(hits.count == 1 ? "" : "s")", zh: "\(grouped(hits.count)) 处命中")
        writeRow(address) { output in
            output.writeElement("strong", text: title)
            output.write("  ")
            output.writeElement("span", [("class", "meta")], text: (details + (isCounted ? [count] : [])).joined(separator: " · "))
        }
    }

    // MARK: Heads

    private mutating func enterArticle(_ region: Region, _ shard: Shard, _ place: inout UnitPlace) {
        let article = shard.article(of: region)
        let number = place.result.archive.number(ofArticle: article, inShard: region.shard)
        guard number != place.article else { return }
        (place.article, place.section) = (number, nil)
        output.writeElement("h2", text: shard.string(.title, ofArticle: article) ?? words("(untitled)", zh: "（无题）"))
        let own = place.result.archive.articleCount > 1 ? ["a\(number)"] : []
        output.writeElement(
            "p", [("class", "meta")], text: (place.details(shard, article, options.language) + own).joined(separator: " · "))
        output.newline()
    }

    private mutating func enterSection(_ region: Region, _ shard: Shard, _ place: inout UnitPlace) {
        guard let section = shard.section(of: region), section != place.section else { return }
        place.section = section
        guard shard.articles[shard.article(of: region)].sections.count > 1 else { return }
        output.writeElement("h3", text: shard.headings(toSection: section).joined(separator: " / "))
        output.newline()
    }
}

/// The article and section that a listing has come to.
private struct UnitPlace {
    let result: UnitResult
    var locator: RowLocator
    var article = -1
    var section: Int?

    init(_ result: UnitResult) {
        self.result = result
        locator = RowLocator(result.archive)
    }

    func details(_ shard: Shard, _ article: Int, _ language: Language) -> [String] { shard.details(ofArticle: article, language) }
}

extension Shard {
    /// Date, page and author of an article, those that are known.
    func details(ofArticle index: Int, _ language: Language) -> [String] {
        let article = articles[index]
        let page = LocalizedText("p. \(article.page)", zh: "第\(article.page)版")(language)
        return [article.date?.description, article.page < 0 ? nil : page, string(.author, ofArticle: index)]
            .compactMap { $0 }.filter { !$0.isEmpty }
    }
}

extension Output {
    /// The bytes of a span of a text; those in `hits`, which ascend, are marked.
    mutating func writeMarked(_ text: Text, _ span: Span, _ hits: some Sequence<Span>) {
        var position = span.start
        for hit in hits where hit.end > position && hit.start < span.end {
            let (start, end) = (max(hit.start, position), min(hit.end, span.end))
            writeEscaped(text.bytes(Span(position, start)))
            write("<mark>")
            writeEscaped(text.bytes(Span(start, end)))
            write("</mark>")
            position = end
        }
        writeEscaped(text.bytes(Span(position, max(position, span.end))))
    }
}
