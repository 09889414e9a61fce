import Documents
import QueryLanguage
import SourceText

let expandCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("expand", zh: "扩"), shape: .values,
        positional: [
            Parameter(
                BilingualName("layer", zh: "层"),
                .choice([
                    BilingualName("sentence", zh: "句", aliases: ["sentences", "sent", "sents"]),
                    BilingualName("paragraph", zh: "段", aliases: ["paragraphs", "para", "paras"]),
                    BilingualName("section", zh: "节", aliases: ["sections"]),
                    BilingualName("article", zh: "文章", aliases: ["articles", "文"]),
                ]), required: true, LocalizedText("the unit to climb to", zh: "扩大到哪一层"))
        ],
        accepts: FlowKind.unitsAndSpans, gives: LocalizedText("that layer", zh: "该层"),
        output: { input, arguments in .units(expandLayer(arguments, input)) },
        summary: LocalizedText("the sentence, paragraph, section or article around each row", zh: "每行所在的句、段、节或文章"),
        explanation: LocalizedText(
            "The only command that climbs to a coarser unit. Each region is given once, with everything that was found in it marked. A row that is coarser already stays as it is.",
            zh: "唯一向上扩大的命令。每个区域只给一次，其中所找到的都作标记。已经更大的行保持不变。"),
        examples: [
            Example("find 以…为… | expand paragraph | count", gives: "4"),
            Example("find 总书记 | expand sentence | count", gives: "1"),
        ])
) { invocation in
    let layer = expandLayer(invocation.arguments, invocation.inputType)
    var seen = Set<Region>()
    var pending: Regions?
    let source = invocation.units
    let archive = invocation.archive
    return .units(
        UnitResult(archive: archive, layer: layer) {
            // A region may be met again in the next batch: the last one of a batch waits until another follows.
            while let batch = try source.next() {
                try invocation.context.cancellation.check()
                let climbed = climb(batch, to: layer, invocation, seen: &seen)
                guard climbed.count > 0 else { continue }
                defer { pending = climbed }
                if let ready = pending { return ready }
            }
            defer { pending = nil }
            return pending
        })
}

/// The layer asked for, or that of the rows where they are coarser already.
private func expandLayer(_ arguments: BoundArguments, _ input: FlowType) -> Layer {
    guard case .choice(let name)? = arguments.positional.first, case .units(let layer, _) = input else { return .paragraph }
    return min(layer, Layer.allCases.first { $0.name == name } ?? .paragraph)
}

/// The regions around the rows of a batch, each once, in the order of their first row.
private func climb(_ batch: Regions, to layer: Layer, _ invocation: Invocation, seen: inout Set<Region>) -> Regions {
    let shard = invocation.archive.shards[batch.shard]
    var place: [Region: Int] = [:]
    var order: [Region] = []
    var hits: [[Span]] = []
    for row in 0..<batch.count {
        let region = batch[row]
        let around = enclosing(region, at: layer, shard)
        let found = batch.hits.map { Array($0[row]) } ?? (region.layer == .span ? [region.span] : [])
        if let index = place[around] {
            hits[index] = merged(hits[index], found)
        } else if seen.insert(around).inserted {
            place[around] = order.count
            order.append(around)
            hits.append(found)
        }
    }
    var climbed = Regions(layer: layer, shard: batch.shard)
    if invocation.wantsHits { climbed.hits = Hits() }
    for (index, region) in order.enumerated() {
        climbed.append(unit: UInt32(region.unit), span: region.span)
        climbed.hits?.append(hits[index])
    }
    return climbed
}

/// The region of a layer that holds a row.
func enclosing(_ region: Region, at layer: Layer, _ shard: Shard) -> Region {
    let unit: Int
    let span: Span
    switch layer {
    case .article:
        unit = shard.article(of: region)
        span = shard.articles[unit].block
    case .section:
        guard let section = shard.section(of: region) else { return region }
        unit = section
        span = shard.span(ofSection: section)
    case .paragraph:
        guard region.layer > .paragraph else { return region }
        unit = region.unit
        span = shard.paragraphs[unit]
    case .sentence, .span:
        guard region.layer > .sentence else { return region }
        unit = region.unit
        let all = sentences(of: shard.paragraphs[unit], in: shard.text)
        span = all.first { region.span.start < $0.end } ?? region.span
    }
    return Region(layer: layer, shard: region.shard, unit: unit, span: span)
}
