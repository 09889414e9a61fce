import Documents
import QueryLanguage
import SourceText

extension HTMLPage {
    /// A concordance: lines that meet at the hit, sort by either side, and open to the whole paragraph with its article.
    mutating func writeConcordance(_ table: TableResult) throws -> Summary {
        guard let columns = ConcordanceColumns(table.columns) else { return try write(table) }
        writeHeads(table.columns, columns)
        var page = self
        var lent = Output()
        swap(&lent, &page.output)
        let summary = try table.write(limit: nil, to: &lent) { row, output in
            swap(&output, &page.output)
            page.write(row, columns, table.archive)
            swap(&output, &page.output)
        }
        swap(&lent, &page.output)
        self = page
        output.write("</div></div>\n")
        return summary
    }

    private mutating func writeHeads(_ columns: [Column], _ places: ConcordanceColumns) {
        output.write("<div class=\"kwic\(places.extra.isEmpty ? "" : " wide")\"><div class=\"heads\" data-sorts=\"rows\">")
        let address = places.address.map { columns[$0] } ?? Column.address
        output.writeElement("span", [("data-kind", "address")], text: address.title(options.language))
        if !places.extra.isEmpty {
            output.writeElement(
                "span", [("class", "extra")], text: places.extra.map { columns[$0].title(options.language) }.joined(separator: " · "))
        }
        output.writeElement("span", [("class", "left"), ("data-kind", "left")], text: columns[places.left].title(options.language))
        let after = [places.hit, places.right].map { columns[$0].title(options.language) }.joined(separator: " · ")
        output.writeElement("span", [("data-kind", "text")], text: after)
        output.write("</div>\n<div id=\"rows\">\n")
    }

    private mutating func write(_ row: TableRow, _ places: ConcordanceColumns, _ archive: Archive) {
        func text(_ place: Int?) -> String { place.map { row.cells[$0].plainText() } ?? "" }
        let opens = row.region != nil && takesContext()
        output.write(opens ? "<details><summary class=\"line\">" : "<div><div class=\"line\">")
        output.writeElement("span", [("class", "address")], text: text(places.address))
        if !places.extra.isEmpty {
            output.writeElement("span", [("class", "extra")], text: places.extra.map { text($0) }.joined(separator: " · "))
        }
        output.write("<span class=\"left\">")
        output.writeElement("span", text: text(places.left))
        output.write("</span><span class=\"after\">")
        output.writeElement("mark", text: text(places.hit))
        output.writeElement("span", text: text(places.right))
        output.write("</span>")
        guard opens, let region = row.region else { return output.write("</div></div>\n") }
        output.write("</summary>")
        writeContext(region, hit: row.hit, archive.shards[region.shard])
        output.write("</details>\n")
    }

    private mutating func writeContext(_ region: Region, hit: Span?, _ shard: Shard) {
        let article = shard.article(of: region)
        let title = shard.string(.title, ofArticle: article) ?? words("(untitled)", zh: "（无题）")
        let section = shard.section(of: region).map { shard.heading(ofSection: $0) }
        let head = [title] + shard.details(ofArticle: article, options.language) + [section].compactMap { $0 }
        output.write("<p class=\"context\">")
        output.writeElement("span", [("class", "meta")], text: head.joined(separator: " · "))
        for paragraph in shard.paragraphs(of: region).prefix(1) {
            output.writeMarked(shard.text, shard.paragraphs[paragraph], [hit].compactMap { $0 })
        }
        output.write("</p>")
    }
}

/// The places of a concordance's columns.
private struct ConcordanceColumns {
    let address: Int?
    let left: Int
    let hit: Int
    let right: Int
    /// All others.
    let extra: [Int]

    init?(_ columns: [Column]) {
        func place(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
        guard let left = place("left"), let hit = place("hit"), let right = place("right") else { return nil }
        (self.left, self.hit, self.right) = (left, hit, right)
        let address = place(Column.address.name)
        self.address = address
        extra = columns.indices.filter { ![left, hit, right].contains($0) && $0 != address }
    }
}
