import Documents
import PatternMatching
import QueryLanguage
import SourceText

let exceptParameter = Parameter(
    BilingualName("except", zh: "除"), .pattern, repeated: true,
    LocalizedText("drop a hit that overlaps one of these", zh: "与其重叠的命中不计"))

let patternsParameter = Parameter(
    BilingualName("patterns", zh: "模式"), .pattern, required: true,
    LocalizedText("words, \"strings\", gaps 从…入手, /regular expressions/, joined by and, or, not", zh: "词、“串”、空档 从…入手、/正则/，以 且、或、非 相连"))

let findCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("find", zh: "找"), shape: .patterns, positional: [patternsParameter],
        named: [exceptParameter, .exact],
        accepts: FlowKind.unitsAndSpans, gives: LocalizedText("spans", zh: "片段"),
        output: { _, _ in .units(.span) },
        summary: LocalizedText("every hit, as a span", zh: "每一处命中，作为片段"),
        explanation: LocalizedText(
            "Searches the text and gives each stretch that matches: leftmost, shortest for a gap, longest among alternatives, none overlapping. With several patterns, the hits of the positive ones in units that satisfy the whole. An inner gap … is 1–20 characters and crosses no 。！？；; one at the edge runs to the edge of the clause.",
            zh: "搜索正文，给出每一处相符之处：取最左，空档取最短，几者择一取最长，互不重叠。多个模式时，取全部满足的单位中正面模式的命中。中间的空档 … 为 1–20 字，不跨 。！？；；两端的空档伸至小句边缘。"),
        examples: [
            Example("find 从…入手 | count", gives: "4"), Example("find 党建 except=社区党建", gives: "¶3s2\t党建\n¶5s1\t党建\n¶12s3\t党建"),
            Example("find 以…为… | expand paragraph | count", gives: "4"),
        ])
) { invocation in
    guard let pattern = invocation.arguments.patterns.first else { return .result(.nothing) }
    if let found = invocation.hitsOfSource(pattern) { return .units(invocation.notingOutsideBody([pattern], after: found)) }
    return invocation.mapping(invocation.notingOutsideBody([pattern]), to: .span, attributes: []) { batch in
        let found = try search(pattern, in: batch, wantsHits: true, invocation)
        return spans(found.hits, rows: found.rows, of: batch, wantsHits: invocation.wantsHits, invocation)
    }
}

extension Invocation {
    /// The hits in the units that a pipeline begins with, as rows; nil where what comes in is anything else.
    fileprivate func hitsOfSource(_ pattern: BoundPattern) -> UnitResult? {
        let (matcher, wantsHits) = (pattern.matcher, wantsHits)
        let search = runs { (run, cancellation) throws(MatchFailure) in
            run.text.spans(try run.matches(matcher, wantsHits: true, cancellation), wantsHits: wantsHits)
        }
        return search.map { rows(.span, $0, hitTotals(pattern)) }
    }
}

extension SearchedText {
    /// What was found in a run of the units, each hit a row.
    fileprivate func spans(_ matches: UnitMatches, wantsHits: Bool) -> Regions {
        var rows = Regions(layer: .span, shard: number)
        rows.units.reserveCapacity(matches.hitCount)
        rows.spans.reserveCapacity(matches.hitCount)
        for (row, unit) in matches.units.enumerated() {
            let paragraph = layer == .article ? nil : index(unit)
            for hit in matches.hits(of: row).lazy.map({ matches.hit($0) }) {
                rows.append(unit: paragraph ?? UInt32(shard.paragraph(at: hit.start) ?? 0), span: hit)
            }
        }
        if wantsHits { rows.hits = Hits(eachOf: rows.spans) }
        return rows
    }
}

/// Hits as rows of their own; each is its own hit.
private func spans(
    _ hits: [ArraySlice<Span>], rows: [Int], of batch: Regions, wantsHits: Bool, _ invocation: Invocation
) -> Regions {
    let shard = invocation.archive.shards[batch.shard]
    var spans = Regions(layer: .span, shard: batch.shard)
    if wantsHits { spans.hits = Hits() }
    for (index, row) in rows.enumerated() {
        for hit in hits[index] {
            // Articles and sections hold many paragraphs; nested sections hold the same hit twice, which is given once.
            if batch.layer == .section, let last = spans.spans.last, hit.start < last.end { continue }
            let unit = batch.layer > .section ? batch.units[row] : UInt32(shard.paragraph(at: hit.start) ?? 0)
            spans.append(unit: unit, span: hit)
            spans.hits?.append(CollectionOfOne(hit))
        }
    }
    return spans
}

let grepCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("grep", zh: "含"), shape: .patterns, positional: [patternsParameter],
        named: [exceptParameter, .exact],
        accepts: FlowKind.unitsAndSpans, gives: LocalizedText("the same", zh: "同类"), output: FlowType.same,
        summary: LocalizedText("the units in which something is found", zh: "含有所查内容的单位"),
        explanation: LocalizedText(
            "Searches, and keeps the paragraphs (or whatever units come in) that match. A blank between patterns means and; or and not as they say; round brackets group. The text of an article or section is its paragraphs, without title and headings.",
            zh: "搜索，留下相符的段（或来行的单位）。模式之间空格即“且”，另有 或、非 与括号。文章与节的文字是其各段，不含标题。"),
        examples: [
            Example(
                "section 新的任务 | grep 党员",
                gives:
                    "¶13\t把握党员活动的新特点，探索党员分类管理的新路子。我们要根据党员分布结构和流动性大的新变化，针对社区老龄党员增多、下待岗职工党员增多和在职党员参与社区管理服务活动增多等新特点，不断改进社区党员的教育管理。当前，要结合新的形势，突出党员教育的重点，搞好以信仰马克思主义、信仰唯物论、信仰科学为内容的信念教育，以增强执政意识为主要内容的党性观念教育，以维护党的领导为重点的组织纪律观念教育，以为人民服务为宗旨的群众观念教育。\n¶15\t改进党的工作方式，充分发挥社区党组织在基层政权建设和社区管理中的政治核心作用。社区党组织要改进自己的工作方式和方法，在协调、指导和服务的过程中，发挥社区各种组织的作用，达到组织、团结群众，维护广大群众共同利益的目的。要发挥街道党工委在社区工作中的领导核心作用；发挥居民区党组织在社区工作中的主导作用和党员的示范表率作用。"
            ), Example("sents | grep 党员 群众 | count", gives: "4"),
            Example("grep not 党 | count", gives: "0"),
        ])
) { invocation in
    guard let pattern = invocation.arguments.patterns.first else { return .result(.nothing) }
    if let found = invocation.satisfying(pattern, wantsHits: invocation.wantsHits) { return .units(found) }
    return invocation.mapping { batch in
        let found = try search(pattern, in: batch, wantsHits: invocation.wantsHits, invocation)
        if !invocation.wantsHits, found.rows.count == batch.count { return batch }
        var kept = batch.selecting(found.rows)
        guard invocation.wantsHits else { return kept }
        var hits = Hits()
        for (index, row) in found.rows.enumerated() {
            if let before = batch.hits, before.count(row) > 0 {
                hits.append(merged(before[row], found.hits[index]))
            } else {
                hits.append(found.hits[index])
            }
        }
        kept.hits = hits
        return kept
    }
}

let whereCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("where", zh: "条件"), shape: .expression,
        positional: [
            Parameter(
                BilingualName("condition", zh: "条件式"), .text, required: true,
                LocalizedText("an expression that is true or false", zh: "有真假的式子"))
        ],
        accepts: FlowKind.rows, gives: LocalizedText("the same", zh: "同类"), output: FlowType.same,
        summary: LocalizedText("the rows for which a condition holds", zh: "满足条件的行"),
        explanation: LocalizedText(
            "Compares fields: = != < <= > >=, in a list or range, has (含) a pattern, ~ a regular expression; and, or, not, brackets; + - * % ÷ between blanks; functions (help functions). A partial date is an interval: date = 1999-10 is any day of that month. A row without the value satisfies neither a condition nor its negation.",
            zh:
                "比较字段：= != < <= > >=，in（在）列表或范围之中，has（含）模式，~ 正则；可用 且、或、非 与括号；+ - * % ÷ 两边空格；函数见 帮助 functions。不完整的日期是一段时间：日期 = 1999-10 即该月任一日。没有值的行既不满足条件，也不满足其否定。"
        ),
        examples: [
            Example("sents | where len > 100 | count", gives: "7"),
            Example("paras | where count(党员) >= 2 | select para, section", gives: "para\tsection\n13\t新的任务"),
            Example("articles | where date in 1999-10 and author has 孟 | count", gives: "1"),
        ])
) { invocation in
    guard let condition = invocation.arguments.expression else { return .result(.nothing) }
    let looksAtDates = condition.fields.contains { field in
        field.column.kind == .date || [.unit(.year), .unit(.month), .unit(.day)].contains(field)
    }
    func holds(_ row: RowReader) throws -> Bool {
        let truth = try row.evaluate(condition)
        if truth == .empty, looksAtDates { invocation.noteUndated() }
        return truth == .boolean(true)
    }
    if case .table(let table) = invocation.input {
        return .table(
            TableResult(archive: invocation.archive, columns: table.columns, style: table.style) {
                try table.next().map { rows in try rows.filter { try holds(RowReader($0, invocation)) } }
            })
    }
    return invocation.mapping { batch in
        batch.selecting(try (0..<batch.count).filter { try holds(RowReader(batch, $0, invocation)) })
    }
}
