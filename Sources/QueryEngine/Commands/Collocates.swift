import Documents
import QueryLanguage
import SourceText
import Statistics
import StringAnalysis

private let collocateColumns = [
    Column("collocate", zh: "搭配词", .text), Column("count", zh: "次数", .number), Column("total", zh: "总次数", .number),
    Column("articles", zh: "篇数", .number), Column("expected", zh: "期望", .number), Column("logdice", zh: "logDice", .number),
    Column("ll", zh: "对数似然", .number), Column("mi", zh: "互信息", .number), Column("t", zh: "t值", .number),
]

private let scores = [
    BilingualName("logdice", zh: "logdice"), BilingualName("ll", zh: "对数似然"), BilingualName("mi", zh: "互信息"),
    BilingualName("t", zh: "t值"), BilingualName("count", zh: "次数"),
]

let collocatesCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("collocates", zh: "搭配"), shape: .patterns,
        positional: [
            Parameter(
                BilingualName("patterns", zh: "模式"), .pattern, required: true,
                LocalizedText("the node: what the collocates stand beside", zh: "节点：看其左右有什么"))
        ],
        named: [
            Parameter(
                BilingualName("window", zh: "窗口"),
                .integerOrChoice(
                    1...1000, [BilingualName("sentence", zh: "句"), BilingualName("paragraph", zh: "段")]), default: "5",
                LocalizedText(
                    "characters on either side, punctuation counted; or sentence, paragraph", zh: "左右各几字，标点计入；或 句、段")),
            collocateUnitParameter, wordsParameter,
            Parameter(
                BilingualName("score", zh: "评分"), .choice(scores), default: "logdice",
                LocalizedText("what they are ordered by", zh: "按何值排序")),
            minimumParameter, exceptParameter, .exact,
        ],
        accepts: FlowKind.textUnits, gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(collocateColumns, hasRegions: true) },
        summary: LocalizedText("what a phrase keeps company with", zh: "一个说法左右常见什么"),
        explanation: LocalizedText(
            """
            Strings of unit= characters, or words with unit=word, that lie wholly within window= characters of a hit on either side, inside the paragraph. No punctuation is in them; it counts as distance. A place between two hits counts once. \
            count: beside the node; total: in all of the text that came in; expected: by chance. Scores: logDice (Rychlý 2008), log-likelihood (Dunning 1993; negative below chance), mutual information in bits (Church and Hanks 1990), t-score. \
            R₁ is the number of all strings beside the node, N of all in the text; logDice takes the hits as the node's frequency.
            """,
            zh: """
                命中左右各 window= 字之内（不出本段）的 unit= 字串；unit=word 则为词。串内无标点，标点计入距离；两处命中之间的同一位置只计一次。\
                次数：节点旁；总次数：所来文字之中；期望：随机所致。评分有 logDice（Rychlý 2008）、对数似然（Dunning 1993，低于期望为负）、互信息（比特，Church 与 Hanks 1990）、t 值。\
                R₁ 为节点旁全部串数，N 为全文串数；logDice 以命中数为节点频次。
                """),
        examples: [
            Example("collocates 党员 score=count | head 1 | select collocate, count", gives: "collocate\tcount\n社区\t5"),
            Example(
                "collocates 群众 window=sentence | head 3 | select collocate, count, total, logdice",
                gives: "collocate\tcount\ttotal\tlogdice\n组织\t22\t50\t13.3301\n社区\t26\t63\t13.3254\n党的\t14\t26\t13.2838"),
        ])
) { invocation in
    let arguments = invocation.arguments
    guard let pattern = arguments.patterns.first else { return .result(.nothing) }
    let rows = try rowsForCollocates(invocation)
    let gathered = try gather(rows, pattern, invocation)
    let units = try stringUnits(gathered.text, invocation)
    let window = arguments.choice("window") == nil ? arguments.integer("window") ?? 5 : nil
    var counts = CollocateCounts()
    for (piece, hits) in gathered.hits {
        if piece & 0xFF == 0 { try invocation.poll(.counting, Double(piece) / Double(gathered.text.pieces.count)) }
        counts.add(hits, inPiece: piece, of: gathered.text, units, window: window)
    }
    return collocateTable(counts, units, gathered.text, invocation)
}

/// Paragraphs, or sentences where these are the window.
private func rowsForCollocates(_ invocation: Invocation) throws -> UnitResult {
    let layer: Layer = invocation.arguments.choice("window") == "sentence" ? .sentence : .paragraph
    guard invocation.units.layer < layer, case .result(.units(let rows)) = try descend(to: layer, invocation) else {
        return invocation.notingOutsideBody(invocation.arguments.patterns)
    }
    return rows
}

/// The text of the rows, and where the node stands in it, by piece.
private func gather(
    _ rows: UnitResult, _ pattern: BoundPattern, _ invocation: Invocation
) throws -> (text: SymbolText, hits: [(piece: Int, hits: [Range<Int>])]) {
    var text = SymbolText()
    var found: [(Int, [Range<Int>])] = []
    while let batch = try rows.next() {
        try invocation.poll(.reading, at: batch)
        let shard = invocation.archive.shards[batch.shard]
        let hits = try hitsByRow(pattern, in: batch, invocation)
        for row in 0..<batch.count {
            let region = batch[row]
            let article = invocation.archive.number(ofArticle: shard.article(of: region), inShard: batch.shard)
            text.append(region.span, of: shard.text, shard: batch.shard, unit: region.unit, document: article)
            guard !hits[row].isEmpty else { continue }
            let piece = text.pieces.count - 1
            found.append((piece, text.symbols(of: hits[row], ofPiece: piece, in: shard.text)))
        }
    }
    return (text, found)
}

private func collocateTable(
    _ counts: CollocateCounts, _ units: StringUnits, _ text: SymbolText, _ invocation: Invocation
) -> Outcome {
    let minimum = invocation.arguments.integer("min") ?? 2
    let score = invocation.arguments.choice("score") ?? "logdice"
    let scored = counts.collocates.filter { $0.together >= minimum }.map {
        ScoredCollocate($0, total: units.total(of: $0.first), counts, of: units.total)
    }
    let sorted = scored.sorted { a, b in
        let (x, y) = (a.score(score), b.score(score))
        if x != y { return x > y }
        return (a.collocate.together, b.collocate.first.lowerBound) > (b.collocate.together, a.collocate.first.lowerBound)
    }
    noteDenominators(counts, units, invocation)
    return lazyTable(sorted, collocateColumns, invocation) { scored in
        let region = invocation.region(scored.collocate.first, of: text)
        return TableRow([.text(text.string(scored.collocate.first))] + scored.cells, region: region, hit: region.span)
    }
}

private func noteDenominators(_ counts: CollocateCounts, _ units: StringUnits, _ invocation: Invocation) {
    invocation.context.note(
        LocalizedText(
            "\(counts.nodes) hits, \(counts.places) strings beside them, \(units.total) in all",
            zh: "命中 \(counts.nodes) 次，其旁 \(counts.places) 串，全文 \(units.total) 串"))
}

/// A collocate with what the scores rest on.
private struct ScoredCollocate {
    let collocate: CollocateCounts.Collocate
    let total: Int
    let cooccurrence: Cooccurrence
    let logDice: Double

    init(_ collocate: CollocateCounts.Collocate, total: Int, _ counts: CollocateCounts, of all: Int) {
        self.collocate = collocate
        self.total = total
        cooccurrence = Cooccurrence(together: collocate.together, node: counts.places, collocate: total, total: all)
        logDice = Statistics.logDice(together: collocate.together, node: counts.nodes, collocate: total)
    }

    func score(_ name: String) -> Double {
        switch name {
        case "ll": cooccurrence.logLikelihood
        case "mi": cooccurrence.mutualInformation
        case "t": cooccurrence.tScore
        case "count": Double(collocate.together)
        default: logDice
        }
    }

    var cells: [Cell] {
        [
            .integer(collocate.together), .integer(total), .integer(collocate.articles), .decimal(cooccurrence.expected),
            .decimal(logDice), .decimal(cooccurrence.logLikelihood), .decimal(cooccurrence.mutualInformation),
            .decimal(cooccurrence.tScore),
        ]
    }
}
