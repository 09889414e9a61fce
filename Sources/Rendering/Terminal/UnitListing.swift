import Documents
import QueryLanguage
import SourceText

/// Units at a terminal, one after the other. It remembers the article and section it is in.
struct UnitListing {
    private let result: UnitResult
    private let archive: Archive
    private let options: RenderOptions
    private let headline: ArticleHeadline
    private var locator: RowLocator
    private var article = -1
    private var section: Int?
    /// Columns of addresses with the blanks behind them; it only grows, so that rows stay aligned.
    private var addressColumns = 0

    init(_ result: UnitResult, _ options: RenderOptions) {
        self.result = result
        self.options = options
        archive = result.archive
        headline = ArticleHeadline(archive: result.archive, options: options)
        locator = RowLocator(result.archive)
    }

    /// Writes row `row` of `batch`, with the lines of its article and section where they are new.
    mutating func write(_ batch: Regions, _ row: Int, to output: inout Output) {
        let region = batch[row]
        let hits = batch.hits?[row] ?? []
        if region.layer != .article { enterArticle(of: region, to: &output) }
        if region.layer > .section { enterSection(of: region, to: &output) }
        let address = locator.address(of: region).description
        addressColumns = max(addressColumns, address.unicodeScalars.count + 2)
        let column = output.write(address: address, columns: addressColumns, options)
        output.write(content(region, hits, batch, row, room: options.columns - column), after: column, options)
    }

    private mutating func content(
        _ region: Region, _ hits: ArraySlice<Span>, _ batch: Regions, _ row: Int, room: Int
    ) -> StyledText {
        switch region.layer {
        case .article: return articleRow(region, hits, isCounted: batch.hits != nil)
        case .section: return sectionRow(region, hits, isCounted: batch.hits != nil)
        case .paragraph, .sentence:
            var text = StyledText(ambiguous: options.ambiguousWidth)
            text.append(archive.shards[region.shard].text, region.span, .plain, hits: hits)
            return text
        case .span:
            let values = attributes(batch, row)
            return spanRow(region, values, room: room)
        }
    }
}

// The lines above rows.
extension UnitListing {
    private mutating func enterArticle(of region: Region, to output: inout Output) {
        let shard = archive.shards[region.shard]
        let index = shard.article(of: region)
        let number = archive.number(ofArticle: index, inShard: region.shard)
        guard number != article else { return }
        if article >= 0 { output.newline() }
        article = number
        section = nil
        addressColumns = max(addressColumns, widestAddress(shard, index, region.layer, number))
        output.write(headline.text(region, isNumbered: true), after: 0, indent: 2, options)
    }

    /// The columns that the article's last row would need.
    private func widestAddress(_ shard: Shard, _ index: Int, _ layer: Layer, _ number: Int) -> Int {
        let prefix = archive.articleCount > 1 ? "a\(number)" : ""
        let paragraphs = "¶\(shard.articles[index].paragraphs.count)"
        switch layer {
        case .article: return "a\(archive.articleCount)".count + 2
        case .section: return (prefix + "§\(shard.articles[index].sections.count)").count + 2
        case .paragraph: return (prefix + paragraphs).count + 2
        case .sentence, .span: return (prefix + paragraphs + "s1").count + 2
        }
    }

    /// Names the section, with those it is nested in; articles without headings have none to name.
    private mutating func enterSection(of region: Region, to output: inout Output) {
        let shard = archive.shards[region.shard]
        guard let index = shard.section(of: region), index != section else { return }
        section = index
        guard shard.articles[shard.article(of: region)].sections.count > 1 else { return }
        let place = Region(layer: .section, shard: region.shard, unit: index, span: shard.sections[index].heading)
        let column = output.write(address: archive.address(of: place).description, columns: addressColumns, options)
        let path = shard.headings(toSection: index).joined(separator: " / ")
        output.write(StyledText(path, .heading, ambiguous: options.ambiguousWidth), after: column, options)
    }
}

extension Shard {
    /// The headings from the outermost section to this one.
    func headings(toSection index: Int) -> [String] {
        var path = [heading(ofSection: index)]
        var current = index
        // A parent stands before its sections; anything else would be a reader's mistake and must not loop.
        while let parent = sections[current].parent, Int(parent) < current {
            current = Int(parent)
            path.insert(heading(ofSection: current), at: 0)
        }
        return path
    }
}

// What stands behind an address.
extension UnitListing {
    private func articleRow(_ region: Region, _ hits: ArraySlice<Span>, isCounted: Bool) -> StyledText {
        var text = headline.text(region, isNumbered: false, hits: hits)
        if isCounted { text.append("  " + hitCount(hits.count), .faint) }
        return text
    }

    private func sectionRow(_ region: Region, _ hits: ArraySlice<Span>, isCounted: Bool) -> StyledText {
        let shard = archive.shards[region.shard]
        let section = shard.sections[region.unit]
        var text = StyledText(ambiguous: options.ambiguousWidth)
        text.append(String(repeating: "  ", count: max(0, Int(section.level) - 1)))
        if section.isLead {
            text.append(Shard.leadName)
        } else {
            text.append(shard.text, section.heading, .plain, hits: hits)
        }
        text.append("  \(section.paragraphs.count) ¶", .faint)
        if isCounted { text.append("  " + hitCount(hits.count), .faint) }
        return text
    }

    private func hitCount(_ count: Int) -> String {
        LocalizedText("\(grouped(count)) hit\(count == 1 ? "" : "s")", zh: "\(grouped(count)) 处命中")(options.language)
    }

    /// The span, and where it can be set apart as much of its sentence on both sides as fits on the line.
    private mutating func spanRow(_ region: Region, _ values: StyledText, room: Int) -> StyledText {
        let text = archive.shards[region.shard].text
        var found = StyledText(ambiguous: options.ambiguousWidth)
        found.append(text, region.span, .hit, hits: [])
        if options.emphasis != .none {
            found = inContext(found, region, locator.sentence(of: region), room: room - values.width)
        }
        found.append(values)
        return found
    }

    private func inContext(_ found: StyledText, _ region: Region, _ sentence: Span, room: Int) -> StyledText {
        let text = archive.shards[region.shard].text
        let free = room - found.width
        guard free >= 8, sentence.start <= region.span.start, region.span.end <= sentence.end else { return found }
        var before = StyledText(ambiguous: options.ambiguousWidth)
        before.append(text, Span(sentence.start, region.span.start), .faint, hits: [])
        var after = StyledText(ambiguous: options.ambiguousWidth)
        after.append(text, Span(region.span.end, sentence.end), .faint, hits: [])
        let left = min(before.width, max(free / 2, free - after.width))
        var line = before.cutAtStart(toColumns: left)
        line.append(found)
        line.append(after.cut(toColumns: free - left))
        return line
    }

    private func attributes(_ batch: Regions, _ row: Int) -> StyledText {
        var text = StyledText(ambiguous: options.ambiguousWidth)
        for (column, cells) in zip(result.attributes, batch.attributes) where cells[row] != .empty {
            text.append("  \(column.title(options.language)): \(cells[row].plainText())", .faint)
        }
        return text
    }
}
