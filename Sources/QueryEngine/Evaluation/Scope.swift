import Documents
import QueryLanguage

/// What `use` selected: which paragraphs and articles of each shard.
final class Scope {
    // A class, as it is shared by every plan written in it and never changes.
    private let paragraphs: [ContiguousArray<Bool>]
    private let articles: [ContiguousArray<Bool>]
    /// The paragraphs of a shard that is searched, worked out when that is first asked for.
    private var parts: [Int: ScopedParagraphs] = [:]

    /// Runs the selection to its end. Cost: a byte a paragraph.
    init(archive: Archive, selected: QueryResult) throws {
        var paragraphs = archive.shards.map { ContiguousArray(repeating: false, count: $0.paragraphs.count) }
        var articles = archive.shards.map { ContiguousArray(repeating: false, count: $0.articles.count) }
        if case .units(let units) = selected {
            while let batch = try units.next() {
                let shard = archive.shards[batch.shard]
                for row in 0..<batch.count {
                    let region = batch[row]
                    articles[batch.shard][shard.article(of: region)] = true
                    for paragraph in shard.paragraphs(of: region) { paragraphs[batch.shard][paragraph] = true }
                }
            }
        }
        self.paragraphs = paragraphs
        self.articles = articles
    }

    /// Whether a paragraph is in the scope.
    func holds(paragraph: Int, ofShard shard: Int) -> Bool { paragraphs[shard][paragraph] }

    /// The paragraphs of a shard that are in the scope. Cost: at the first time a step a paragraph.
    func paragraphs(ofShard number: Int, _ archive: Archive) -> ScopedParagraphs {
        if let known = parts[number] { return known }
        let part = ScopedParagraphs(of: archive.shards[number]) { paragraphs[number][$0] }
        parts[number] = part
        return part
    }

    /// Whether an article is, in whole or in part.
    func holds(article: Int, ofShard shard: Int) -> Bool { articles[shard][article] }

    /// The number of units of a layer that are in the scope.
    func count(_ layer: Layer) -> Int {
        (layer == .article ? articles : paragraphs).reduce(0) { $0 + $1.reduce(0) { $0 + ($1 ? 1 : 0) } }
    }
}

/// Paragraphs of a shard with their indices in it.
struct ScopedParagraphs: Sendable {
    private(set) var numbers: ContiguousArray<UInt32> = []
    private(set) var spans = SpanColumn()

    init(of shard: Shard, _ holds: (Int) -> Bool) {
        for index in 0..<shard.paragraphs.count where holds(index) {
            numbers.append(UInt32(index))
            spans.append(shard.paragraphs[index])
        }
    }
}

/// The rows that a pipeline reads where it names none: all articles or paragraphs of the scope, in text order.
/// Pulled in batches, so that what needs only the beginning reads only that.
func sourceUnits(_ layer: Layer, archive: Archive, scope: Scope?) -> UnitResult {
    // Small enough that an interrupt is noticed at once, and large enough that the cost of a batch is nothing.
    let batchSize = 1 << 13
    var shard = 0
    var next = 0
    return UnitResult(archive: archive, layer: layer) {
        while shard < archive.shards.count {
            let current = archive.shards[shard]
            let total = layer == .article ? current.articles.count : current.paragraphs.count
            guard next < total else {
                shard += 1
                next = 0
                continue
            }
            let range = next..<min(total, next + batchSize)
            next = range.upperBound
            let batch = sourceBatch(layer, range, of: current, number: shard, scope: scope)
            if batch.count > 0 { return batch }
        }
        return nil
    }
}

private func sourceBatch(_ layer: Layer, _ range: Range<Int>, of shard: Shard, number: Int, scope: Scope?) -> Regions {
    var batch = Regions(layer: layer, shard: number)
    batch.units.reserveCapacity(range.count)
    batch.spans.reserveCapacity(range.count)
    for index in range {
        if layer == .article {
            if let scope, !scope.holds(article: index, ofShard: number) { continue }
            batch.append(unit: UInt32(index), span: shard.articles[index].block)
        } else {
            if let scope, !scope.holds(paragraph: index, ofShard: number) { continue }
            batch.append(unit: UInt32(index), span: shard.paragraphs[index])
        }
    }
    return batch
}
