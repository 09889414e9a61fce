import Documents
import QueryLanguage
import SourceText
import Statistics

private let dispersionColumns = [
    Column("pattern", zh: "模式", .text), Column("hits", zh: "次数", .number), Column("in", zh: "所在", .number),
    Column("of", zh: "共", .number), Column("D", zh: "D", .number), Column("DP", zh: "DP", .number),
    Column("DPnorm", zh: "DPnorm", .number), Column("strip", zh: "带", .text),
]

let dispersionCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("dispersion", zh: "分布"), shape: .series,
        positional: [
            Parameter(
                BilingualName("patterns", zh: "模式"), .pattern, required: true, repeated: true,
                LocalizedText("what is spread; commas between several", zh: "看何者的分布，几个之间用逗号"))
        ],
        named: [exceptParameter, .exact],
        accepts: FlowKind.textUnits, gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(dispersionColumns, hasRegions: false) },
        summary: LocalizedText("how evenly something is spread", zh: "分布是否均匀"),
        explanation: LocalizedText(
            "Hits, how many of the units that come in have one, and how evenly they are spread over them: Juilland's D (1 even, 0 all in one), Gries's deviation of proportions DP (0 even, towards 1 uneven) and DP divided by its highest possible value. Units count with their lengths. The strip shows where in the text the hits are: forty equal stretches, the darker the more.",
            zh:
                "命中次数，来文中有命中的单位数，及其均匀程度：Juilland 的 D（1 为均匀，0 为尽在一处）、Gries 的比例偏差 DP（0 为均匀，近 1 为集中）与其除以最大可能值之 DPnorm。各单位按长度计。带示命中在文中何处：等分四十段，色深者多。"
        ),
        examples: [
            Example("dispersion 党员 | select pattern, hits, in, of", gives: "pattern\thits\tin\tof\n党员\t14\t7\t18"),
            Example(
                "dispersion 党员, 群众 | select pattern, D, DP, strip",
                gives:
                    "pattern\tD\tDP\tstrip\n党员\t0.4936\t0.5636\t··░···········░·······░··▒█░·····░░··░··\n群众\t0.599\t0.5032\t·░········░░·······░·░░·····▒█▓·▒··░··░░"
            ),
        ])
) { invocation in
    let patterns = invocation.arguments.patterns
    var spreads = patterns.map { _ in Spread() }
    let units = invocation.notingOutsideBody(patterns)
    while let batch = try units.next() {
        try invocation.poll(.counting, at: batch)
        let hits = try patterns.map { try hitsByRow($0, in: batch, invocation) }
        let text = invocation.archive.shards[batch.shard].text
        for row in 0..<batch.count {
            let pieces = RowReader(batch, row, invocation).pieces
            for index in patterns.indices { spreads[index].add(pieces, hits[index][row], in: text) }
        }
    }
    try noteAbsent(patterns, hits: { spreads[$0].hits }, invocation)
    let rows = zip(patterns, spreads).map { pattern, spread in TableRow([.text(pattern.label)] + spread.cells) }
    return .table(TableResult(archive: invocation.archive, columns: dispersionColumns, rows: rows))
}

/// The hits of one pattern, unit by unit.
private struct Spread {
    private var counts: [Int] = []
    private var sizes: [Int] = []
    /// How many characters of the text stand before each hit.
    private var places: [Int] = []
    private var length = 0

    mutating func add(_ pieces: [Span], _ hits: ArraySlice<Span>, in text: Text) {
        var rest = hits[...]
        let before = length
        for piece in pieces {
            var offset = piece.start
            while let hit = rest.first, hit.start < piece.end {
                length += text.scalarCount(Span(offset, hit.start))
                offset = hit.start
                places.append(length)
                rest = rest.dropFirst()
            }
            length += text.scalarCount(Span(offset, piece.end))
        }
        counts.append(hits.count)
        sizes.append(max(1, length - before))
    }

    var hits: Int { places.count }

    var cells: [Cell] {
        let dispersion = Dispersion(counts: counts, sizes: sizes)
        let measures = [dispersion.juillandD, dispersion.deviationOfProportions, dispersion.normalizedDeviationOfProportions]
        return [.integer(places.count), .integer(dispersion.range), .integer(counts.count)]
            + measures.map { $0.map(Cell.decimal) ?? .empty } + [.text(strip)]
    }

    private static let stretches = 40
    private static let shades = Array("·░▒▓█")

    /// Forty stretches of the text, shaded by the hits in each relative to the most.
    private var strip: String {
        var counts = [Int](repeating: 0, count: Spread.stretches)
        for place in places { counts[min(Spread.stretches - 1, place * Spread.stretches / max(1, length))] += 1 }
        let most = counts.max() ?? 0
        return String(counts.map { $0 == 0 ? Spread.shades[0] : Spread.shades[($0 * 4 + most - 1) / most] })
    }
}
