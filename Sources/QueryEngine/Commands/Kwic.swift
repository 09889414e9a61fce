import Documents
import QueryLanguage
import SourceText

let kwicCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("kwic", zh: "索引"), shape: .patterns,
        positional: [
            Parameter(
                BilingualName("patterns", zh: "模式"), .pattern,
                LocalizedText("what to show in context; without it, what was found before", zh: "要看上下文的内容；不写则用前面所找到的"))
        ],
        named: [
            Parameter(
                BilingualName("width", zh: "宽"), .integer(0...1000), default: "20",
                LocalizedText("characters of context on either side", zh: "左右各几字")),
            Parameter(
                BilingualName("sort", zh: "排序"),
                .choice([
                    BilingualName("text", zh: "原序"), BilingualName("right", zh: "右"), BilingualName("left", zh: "左"),
                    BilingualName("date", zh: "日期"),
                ]), default: "text",
                LocalizedText("order of the lines: by place, right or left context, date", zh: "各行次序：原文、右文、左文、日期")),
            exceptParameter, .exact,
        ],
        accepts: FlowKind.unitsAndSpans, gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(kwicColumns, hasRegions: true) },
        summary: LocalizedText("a concordance: each hit in its context", zh: "逐词索引：每处命中连同上下文"),
        explanation: LocalizedText(
            "Key word in context. Context stays inside the paragraph and counts characters, punctuation included. Left context is sorted from the hit outwards.",
            zh: "带上下文的关键词索引。上下文不出本段，按字计，含标点。按左文排序时由命中向外比较。"),
        examples: [
            Example(
                "kwic 战斗力 width=10",
                gives:
                    "address\tleft\thit\tright\n¶9s1\t社区党组织的凝聚力、\t战斗力\t，把广大人民群众紧密\n¶10s2\t全的组织生活和坚强的\t战斗力\t。\n¶12s2\t组织是党的全部工作和\t战斗力\t的基础，也是巩固党的"
            ), Example("find 从…入手 | kwic width=4 sort=right | count", gives: "4"),
        ]),
    usesHits: true
) { invocation in
    let lines = concordance(invocation)
    let order = invocation.arguments.choice("sort") ?? "text"
    guard order != "text" else {
        return .table(
            TableResult(archive: invocation.archive, columns: kwicColumns, style: .concordance, next: lines))
    }
    var rows: [TableRow] = []
    while let batch = try lines() { rows += batch }
    let keys = rows.map { sortKey($0, order, invocation.archive) }
    let sorted = try rows.indices.sorted {
        try invocation.context.cancellation.check()
        return Cell.ascending(keys[$0], keys[$1]) || (!Cell.ascending(keys[$1], keys[$0]) && $0 < $1)
    }
    return .table(
        TableResult(
            archive: invocation.archive, columns: kwicColumns, style: .concordance, rows: sorted.map { rows[$0] }))
}

private let kwicColumns = [
    Column("address", zh: "地址", .text), Column("left", zh: "左文", .text), Column("hit", zh: "命中", .text),
    Column("right", zh: "右文", .text),
]

private func concordance(_ invocation: Invocation) -> () throws -> [TableRow]? {
    let pattern = invocation.arguments.patterns.first
    let found = pattern.flatMap { invocation.satisfying($0, wantsHits: true) }
    var lines = ConcordanceLines(
        units: invocation.notingOutsideBody(invocation.arguments.patterns, after: found), width: invocation.arguments.integer("width") ?? 20
    )
    var isEmpty = true
    return {
        let rows = try lines.next(invocation) { batch in
            guard let pattern, found == nil else { return knownHits(batch) }
            return try hitsByRow(pattern, in: batch, invocation)
        }
        if rows != nil { isEmpty = false }
        if rows == nil, isEmpty, pattern == nil {
            invocation.context.note(
                LocalizedText(
                    "nothing was found before kwic: kwic 党员, or grep 党员 | kwic", zh: "索引 之前没有查找：索引 党员，或 含 党员 ｜ 索引"))
        }
        return rows
    }
}

/// Lines made some thousand at a time: one paragraph may have millions of hits, and the reader may want ten.
private struct ConcordanceLines {
    let units: UnitResult
    let width: Int
    private var batch: Regions?
    private var hits: [ArraySlice<Span>] = []
    private var row = 0

    private static let chunk = 4096

    init(units: UnitResult, width: Int) {
        self.units = units
        self.width = width
    }

    mutating func next(_ invocation: Invocation, find: (Regions) throws -> [ArraySlice<Span>]) throws -> [TableRow]? {
        var lines: [TableRow] = []
        while lines.count < ConcordanceLines.chunk {
            try invocation.context.cancellation.check()
            guard let batch, row < batch.count else {
                guard let next = try units.next() else { break }
                (batch, hits, row) = (next, try find(next), 0)
                continue
            }
            let taken = hits[row].prefix(ConcordanceLines.chunk - lines.count)
            lines += taken.map { line($0, in: batch[row], width: width, invocation.context) }
            hits[row] = hits[row].dropFirst(taken.count)
            if hits[row].isEmpty { row += 1 }
        }
        return lines.isEmpty ? nil : lines
    }
}

/// What an earlier stage found; a span is its own hit.
private func knownHits(_ batch: Regions) -> [ArraySlice<Span>] {
    (0..<batch.count).map { row in
        if let hits = batch.hits, hits.count(row) > 0, batch.layer != .span { return hits[row] }
        return batch.layer == .span ? [batch.spans[row]] : []
    }
}

private func line(_ hit: Span, in region: Region, width: Int, _ context: EvaluationContext) -> TableRow {
    let shard = context.archive.shards[region.shard]
    let paragraph = region.layer > .section ? region.unit : shard.paragraph(at: hit.start) ?? 0
    let whole = shard.paragraphs[paragraph]
    let span = Region(layer: .span, shard: region.shard, unit: paragraph, span: hit)
    let left = Span(shard.text.offset(width, scalarsBefore: hit.start, notBefore: whole.start), hit.start)
    let right = Span(hit.end, shard.text.offset(width, scalarsAfter: hit.end, notAfter: whole.end))
    return TableRow(
        [
            .text(context.locator.address(of: span).description), .text(shard.text.string(left)), .text(shard.text.string(hit)),
            .text(shard.text.string(right)),
        ], region: span, hit: hit)
}

private func sortKey(_ row: TableRow, _ order: String, _ archive: Archive) -> Cell {
    switch order {
    case "right": return row.cells[3]
    case "left":
        guard case .text(let text) = row.cells[1] else { return .empty }
        return .text(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
    default: return row.region.map { archive.value(.date, of: $0) } ?? .empty
    }
}

extension Text {
    /// The offset `count` scalars before `offset`, not before `bound`.
    func offset(_ count: Int, scalarsBefore offset: UInt32, notBefore bound: UInt32) -> UInt32 {
        var position = Int(offset)
        var left = count
        while left > 0, position > Int(bound) {
            position -= 1
            while position > Int(bound), bytes[position] & 0xC0 == 0x80 { position -= 1 }
            left -= 1
        }
        return UInt32(position)
    }

    /// The offset `count` scalars after `offset`, not after `bound`.
    func offset(_ count: Int, scalarsAfter offset: UInt32, notAfter bound: UInt32) -> UInt32 {
        var position = Int(offset)
        var left = count
        while left > 0, position < Int(bound) {
            position += 1
            while position < Int(bound), bytes[position] & 0xC0 == 0x80 { position += 1 }
            left -= 1
        }
        return UInt32(position)
    }
}
