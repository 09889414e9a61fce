import Documents
import QueryLanguage

/// Where in its text each hit stands: rows of `PlotShape.positionColumns`. A text is an article, or a section of it.
struct HitPositions {
    private let invocation: Invocation
    private let archive: Archive
    private var bySection: Bool
    private var lengths: [Region: [Int]] = [:]

    init(_ invocation: Invocation) {
        self.invocation = invocation
        archive = invocation.archive
        bySection = invocation.arguments.fields("x").contains { $0.column == Column(.section) }
    }

    /// A row a hit, lane by lane; one without position for each section that has none.
    mutating func rows() throws -> [TableRow] {
        let hits = try found()
        // One text alone would be one lane; its sections say more.
        let articles = unique(hits.map { articleRegion($0) })
        if articles.count == 1 { bySection = true }
        let lanes = bySection ? articles.flatMap { sections(of: $0) } : articles
        let groups = Dictionary(grouping: hits) { lane(of: $0) }
        return lanes.flatMap { lane in
            groups[lane].map { hits in hits.map { row(hit: $0, in: lane) } } ?? [emptyRow(lane)]
        }
    }

    private func unique(_ regions: [Region]) -> [Region] {
        var known: Set<Region> = []
        return regions.filter { known.insert($0).inserted }
    }

    /// All hits as spans.
    private func found() throws -> [Region] {
        if case .table = invocation.input {
            return try invocation.tableRows().compactMap { row in
                row.region.flatMap { inParagraph($0, row.hit ?? $0.span) }
            }
        }
        var hits: [Region] = []
        let units = invocation.units
        while let batch = try units.next() {
            try invocation.context.cancellation.check()
            for row in 0..<batch.count { hits += spans(batch, row) }
        }
        return hits
    }

    private func spans(_ batch: Regions, _ row: Int) -> [Region] {
        let region = batch[row]
        guard region.layer != .span, let hits = batch.hits else { return [inParagraph(region, region.span)].compactMap { $0 } }
        return hits[row].compactMap { inParagraph(region, $0) }
    }

    /// A stretch inside a region, as a span of the paragraph it begins in; nil in a heading.
    private func inParagraph(_ region: Region, _ stretch: Span) -> Region? {
        let shard = archive.shards[region.shard]
        let own = region.layer > .section ? region.unit : shard.paragraph(at: stretch.start)
        return (own ?? shard.paragraphs(of: region).first).map {
            Region(layer: .span, shard: region.shard, unit: $0, span: stretch)
        }
    }

    private func articleRegion(_ hit: Region) -> Region {
        let shard = archive.shards[hit.shard]
        let article = shard.article(of: hit)
        return Region(layer: .article, shard: hit.shard, unit: article, span: shard.articles[article].block)
    }

    private func lane(of hit: Region) -> Region {
        let shard = archive.shards[hit.shard]
        guard bySection, let section = shard.section(of: hit) else { return articleRegion(hit) }
        return Region(layer: .section, shard: hit.shard, unit: section, span: shard.sections[section].heading)
    }

    /// The sections of an article that have text in the scope.
    private func sections(of article: Region) -> [Region] {
        let shard = archive.shards[article.shard]
        return shard.articles[article.unit].sections.map { Int($0) }.compactMap { section in
            let lane = Region(layer: .section, shard: article.shard, unit: section, span: shard.sections[section].heading)
            return QueryEngine.paragraphs(of: lane, invocation).isEmpty ? nil : lane
        }
    }

    private mutating func row(hit: Region, in lane: Region) -> TableRow {
        let shard = archive.shards[hit.shard]
        let first = paragraphs(of: lane).lowerBound
        let sums = lengthsBefore(lane)
        let paragraph = max(0, min(hit.unit - first, sums.count - 2))
        let start = shard.paragraphs[first + paragraph].start
        let inside = hit.span.start > start ? shard.text.scalarCount(Span(start, hit.span.start)) : 0
        return TableRow(
            [.text(name(lane)), .integer(sums[paragraph] + inside + 1), .integer(sums[sums.count - 1])], region: hit,
            hit: hit.span)
    }

    private mutating func emptyRow(_ lane: Region) -> TableRow {
        TableRow([.text(name(lane)), .empty, .integer(lengthsBefore(lane).last ?? 0)], region: lane)
    }

    private func paragraphs(of lane: Region) -> Range<Int> {
        let shard = archive.shards[lane.shard]
        let range = lane.layer == .article ? shard.articles[lane.unit].paragraphs : shard.sections[lane.unit].paragraphs
        return Int(range.lowerBound)..<Int(range.upperBound)
    }

    /// For each paragraph of a lane the characters before it, and at the end those of all.
    private mutating func lengthsBefore(_ lane: Region) -> [Int] {
        if let known = lengths[lane] { return known }
        let shard = archive.shards[lane.shard]
        let sums = paragraphs(of: lane).reduce(into: [0]) { sums, paragraph in
            sums.append(sums[sums.count - 1] + shard.text.scalarCount(shard.paragraphs[paragraph]))
        }
        lengths[lane] = sums
        return sums
    }

    private func name(_ lane: Region) -> String {
        let shard = archive.shards[lane.shard]
        if lane.layer == .section { return shard.heading(ofSection: lane.unit) }
        return shard.string(.title, ofArticle: lane.unit) ?? archive.address(of: lane).description
    }
}
