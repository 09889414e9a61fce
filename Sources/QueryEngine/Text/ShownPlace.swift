import Documents
import QueryLanguage
import SourceText

/// A row to be shown, with what was found in it.
struct ShownRow {
    let region: Region
    let hits: [Span]
}

extension ShownRow {
    /// A region with what rows found inside of it.
    init(_ region: Region, found rows: [ShownRow]) {
        self.init(region: region, hits: rows.filter { $0.region.shard == region.shard }.flatMap(\.hits).filter(region.span.contains))
    }
}

/// Where `show` was last, for `show next` and `show prev`: among the rows of a result, or in the text.
public struct ShownPlace {
    enum Steps {
        /// Rows of a result, and which of them were shown.
        case rows([ShownRow], ClosedRange<Int>)
        /// The text itself, from unit to unit of the layer, with what was found in the rows.
        case text(Region, found: [ShownRow])
    }

    let steps: Steps

    init(_ steps: Steps) { self.steps = steps }

    /// The place beside it; nil at either end.
    func beside(_ direction: Direction, in archive: Archive) -> (row: ShownRow, place: ShownPlace)? {
        switch steps {
        case .rows(let rows, let shown):
            let index = direction == .next ? shown.upperBound + 1 : shown.lowerBound - 1
            guard rows.indices.contains(index) else { return nil }
            return (rows[index], ShownPlace(.rows(rows, index...index)))
        case .text(let region, let found):
            guard let region = neighbour(of: region, direction, in: archive) else { return nil }
            return (ShownRow(region, found: found), ShownPlace(.text(region, found: found)))
        }
    }
}

/// The unit of the same layer that stands before or behind a region, in the files' order; nil at the archive's ends.
private func neighbour(of region: Region, _ direction: Direction, in archive: Archive) -> Region? {
    let shard = archive.shards[region.shard]
    if region.layer >= .sentence {
        let inside = sentences(of: shard.paragraphs[region.unit], in: shard.text)
        let here = inside.firstIndex { region.span.start < $0.end } ?? 0
        if inside.indices.contains(here + direction.step) {
            return Region(layer: .sentence, shard: region.shard, unit: region.unit, span: inside[here + direction.step])
        }
    }
    let layer = min(region.layer, .paragraph)
    var number = region.shard
    var unit = region.unit + direction.step
    while archive.shards.indices.contains(number) {
        let shard = archive.shards[number]
        if unit >= 0, unit < shard.count(of: layer) { return shard.region(region.layer, unit, in: number, direction) }
        number += direction.step
        guard archive.shards.indices.contains(number) else { return nil }
        unit = direction == .next ? 0 : archive.shards[number].count(of: layer) - 1
    }
    return nil
}

extension Direction {
    fileprivate var step: Int { self == .next ? 1 : -1 }
}

extension Shard {
    fileprivate func count(of layer: Layer) -> Int {
        switch layer {
        case .article: articles.count
        case .section: sections.count
        case .paragraph, .sentence, .span: paragraphs.count
        }
    }

    /// A unit by its number; of sentences that of the paragraph, the first or the last of it.
    fileprivate func region(_ layer: Layer, _ unit: Int, in number: Int, _ direction: Direction) -> Region {
        let span: Span
        switch layer {
        case .article: span = articles[unit].block
        case .section: span = self.span(ofSection: unit)
        case .paragraph: span = paragraphs[unit]
        case .sentence, .span:
            let inside = sentences(of: paragraphs[unit], in: text)
            span = (direction == .next ? inside.first : inside.last) ?? paragraphs[unit]
        }
        return Region(layer: min(layer, .sentence), shard: number, unit: unit, span: span)
    }
}
