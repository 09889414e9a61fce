import Documents
import QueryLanguage

/// Rows of a finer layer: what the rows that come in are made of, in text order. A paragraph that two of them hold (a section
/// and its subsection) is given once.
func descend(to layer: Layer, _ invocation: Invocation) throws -> Outcome {
    var last: (shard: Int, end: UInt32)?
    return invocation.mapping(to: layer, attributes: []) { batch in
        var finer = Regions(layer: layer, shard: batch.shard)
        if invocation.wantsHits, batch.hits != nil { finer.hits = Hits() }
        for row in 0..<batch.count {
            for part in parts(of: batch[row], at: layer, invocation) {
                if let last, last.shard == batch.shard, part.span.start < last.end, batch.layer == .section { continue }
                finer.append(unit: UInt32(part.unit), span: part.span)
                if let hits = batch.hits, finer.hits != nil {
                    finer.hits?.append(hits[row].filter { part.span.contains($0) })
                }
                last = (batch.shard, part.span.end)
            }
        }
        return finer
    }
}

/// The regions of a finer layer that make up a row, within the scope.
private func parts(of region: Region, at layer: Layer, _ invocation: Invocation) -> [Region] {
    let shard = invocation.archive.shards[region.shard]
    switch layer {
    case .article: return region.layer == .article ? [region] : []
    case .section:
        guard region.layer == .article else { return [region] }
        return sections(ofArticle: region.unit, in: region.shard, invocation)
    case .paragraph:
        guard region.layer < .paragraph else { return [region] }
        return paragraphs(of: region, invocation).map {
            Region(layer: .paragraph, shard: region.shard, unit: $0, span: shard.paragraphs[$0])
        }
    case .sentence, .span:
        guard region.layer < .sentence else { return [region] }
        return paragraphs(of: region, invocation).flatMap { paragraph in
            sentences(of: shard.paragraphs[paragraph], in: shard.text).map {
                Region(layer: .sentence, shard: region.shard, unit: paragraph, span: $0)
            }
        }
    }
}

/// The paragraphs of a row that are in the scope.
func paragraphs(of region: Region, _ invocation: Invocation) -> [Int] {
    let all = invocation.archive.shards[region.shard].paragraphs(of: region)
    guard let scope = invocation.scope else { return Array(all) }
    return all.filter { scope.holds(paragraph: $0, ofShard: region.shard) }
}

/// The sections of an article that have a paragraph in the scope, or all without one.
func sections(ofArticle article: Int, in number: Int, _ invocation: Invocation) -> [Region] {
    let shard = invocation.archive.shards[number]
    return shard.articles[article].sections.compactMap { index in
        let section = shard.sections[Int(index)]
        if let scope = invocation.scope,
            !section.paragraphs.contains(where: { scope.holds(paragraph: Int($0), ofShard: number) })
        {
            return nil
        }
        return Region(layer: .section, shard: number, unit: Int(index), span: shard.span(ofSection: Int(index)))
    }
}

extension Shard {
    /// A section from its heading, or its first paragraph, to its last paragraph.
    func span(ofSection index: Int) -> Span {
        let section = sections[index]
        guard !section.paragraphs.isEmpty else { return section.heading }
        let first = paragraphs[Int(section.paragraphs.lowerBound)]
        let last = paragraphs[Int(section.paragraphs.upperBound) - 1]
        return Span(section.isLead ? first.start : section.heading.start, last.end)
    }
}
