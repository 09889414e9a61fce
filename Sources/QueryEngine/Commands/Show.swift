import Documents
import QueryLanguage
import SourceText

let showCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("show", zh: "显示"), shape: .values,
        positional: [
            Parameter(
                BilingualName("place", zh: "位置"), .address,
                LocalizedText(
                    "an address such as ¶13, a row number of what comes in, or next or prev of what was shown last",
                    zh: "¶13 之类的地址、来行的行号，或最近所示者的 下一个、上一个"))
        ],
        named: [
            Parameter(
                BilingualName("all", zh: "全文"), .boolean, default: "false",
                LocalizedText("the whole article, with what was found marked", zh: "整篇文章，并标出所找到的"))
        ],
        accepts: FlowKind.rows, source: .scope(.article), gives: LocalizedText("text", zh: "文本"),
        output: { _, _ in .text },
        summary: LocalizedText("the whole text of rows, with hits marked", zh: "各行的全文，并作标记"),
        explanation: LocalizedText(
            "Shows rows in full, with their headings. An address (¶13, ¶13s2, §2, a7) is looked up in what comes in, and at the beginning of a pipeline in the scope; a number is a row of what comes in, or of the last result. show next and show prev go on from there: to the rows beside it, or after an address in the text. all=true shows the whole article around a row, head matter included.",
            zh:
                "完整显示各行及其节标题。地址（¶13、¶13s2、§2、a7）在来行中查找，在管道开头则在范围内查找；数为来行或上一结果的行号。显示 下一个、显示 上一个 由此前后移动：在各行之间，地址之后则在正文中。all=true 显示所在的整篇文章，连同题头。"
        ),
        examples: [
            Example("show ¶11", gives: "今后一个时期，上海社区党建工作将着重抓好以下四项主要任务："),
            Example(
                "section 2 | show p9s1",
                gives:
                    "按照上海市委的总体部署，今后一个时期上海社区党建工作的指导思想是：以邓小平理论为指导，全面、深入贯彻党的十五大精神，紧紧围绕改革、发展、稳定的大局，从巩固党的执政地位和基层政权的战略高度出发，以加强党的基层组织建设为重点，扩大党在社会和基层工作中的覆盖面，充分发挥党组织在社区工作中的思想导向作用、重要决策作用、组织保证作用和行为表率作用，进一步增强社区党的工作的影响力、渗透力和社区党组织的凝聚力、战斗力，把广大人民群众紧密团结在党组织周围，为实现党在新的历史时期的宏伟目标而努力奋斗。"
            ),
        ]),
    usesHits: true
) { invocation in
    let isWhole = invocation.arguments.boolean("all")
    var lines: [TextResult.Line] = []
    var seen = Set<Region>()
    for row in try rowsToShow(invocation) {
        try invocation.context.cancellation.check()
        let shard = invocation.archive.shards[row.region.shard]
        let region = isWhole ? enclosing(row.region, at: .article, shard) : row.region
        if isWhole, !seen.insert(region).inserted { continue }
        lines += text(of: region, hits: row.hits, invocation)
    }
    return .text(lines)
}

private func rowsToShow(_ invocation: Invocation) throws -> [ShownRow] {
    let position = invocation.arguments.position
    if case .beside(let direction)? = position { return [try rowBeside(direction, invocation)] }
    let rows = try allRows(invocation)
    switch position {
    case nil, .beside: return rows
    case .numbers(let range):
        guard range.lowerBound >= 1, range.upperBound <= rows.count else {
            throw QueryFailure(
                .noSuchPlace, at: writtenPlace(invocation),
                LocalizedText(
                    "there is no row \(range.lowerBound), but \(rows.count) row\(rows.count == 1 ? "" : "s")",
                    zh: "没有第 \(range.lowerBound) 行：共 \(rows.count) 行"),
                advice: LocalizedText("an address is written ¶13", zh: "地址写作 ¶13"))
        }
        invocation.context.shown = ShownPlace(.rows(rows, range.lowerBound - 1...range.upperBound - 1))
        return Array(rows[range.lowerBound - 1...range.upperBound - 1])
    case .address(let address):
        let regions = try regions(at: address, among: rows, invocation)
        invocation.context.shown = regions.last.map { ShownPlace(.text($0, found: rows)) }
        return regions.map { ShownRow($0, found: rows) }
    }
}

/// The row before or behind what was shown last.
private func rowBeside(_ direction: Direction, _ invocation: Invocation) throws -> ShownRow {
    guard let shown = invocation.context.shown else {
        throw QueryFailure(
            .noSuchPlace, at: writtenPlace(invocation), LocalizedText("nothing has been shown yet", zh: "还没有显示过什么"),
            advice: LocalizedText("show 1 shows the first row of the last result", zh: "显示 1 显示上一结果的首行"))
    }
    guard let (row, place) = shown.beside(direction, in: invocation.archive) else {
        throw QueryFailure(
            .noSuchPlace, at: writtenPlace(invocation),
            direction == .next
                ? LocalizedText("that was the last", zh: "已是最后一个") : LocalizedText("that was the first", zh: "已是第一个"))
    }
    invocation.context.shown = place
    return row
}

private func writtenPlace(_ invocation: Invocation) -> SourceRange { invocation.arguments.ranges.first ?? invocation.range }

private func regions(at address: Address, among rows: [ShownRow], _ invocation: Invocation) throws -> [Region] {
    let named = invocation.archive.regions(at: address)
    let inside = named.filter { region in
        rows.contains { row in
            row.region.shard == region.shard && (row.region.span.contains(region.span) || region.span.contains(row.region.span))
        }
    }
    if inside.count == 1 { return inside }
    guard inside.isEmpty else {
        let all = inside.prefix(4).map { invocation.archive.address(of: $0).description }
        throw QueryFailure(
            .ambiguousPlace, at: writtenPlace(invocation),
            LocalizedText(
                "\(address) fits \(inside.count) articles: \(all.joined(separator: ", "))\(inside.count > 4 ? ", …" : "")",
                zh: "\(address) 合于 \(inside.count) 篇：\(all.joined(separator: "、"))\(inside.count > 4 ? "……" : "")"),
            edits: all.first.map { [SourceEdit(writtenPlace(invocation), $0)] } ?? [])
    }
    throw QueryFailure(
        .noSuchPlace, at: writtenPlace(invocation), LocalizedText("there is no \(address) here", zh: "这里没有 \(address)"),
        advice: LocalizedText("addresses stand before the rows; paras lists them", zh: "地址印在各行之前；段 列出各段"))
}

private func allRows(_ invocation: Invocation) throws -> [ShownRow] {
    if case .table = invocation.input {
        return try invocation.tableRows().compactMap { row in
            row.region.map { ShownRow(region: $0, hits: row.hit.map { [$0] } ?? []) }
        }
    }
    var rows: [ShownRow] = []
    let units = invocation.units
    while let batch = try units.next() {
        for row in 0..<batch.count { rows.append(ShownRow(region: batch[row], hits: batch.hits.map { Array($0[row]) } ?? [])) }
    }
    return rows
}

/// The regions that `cite` is asked for: the row numbered, the place addressed, or all.
func regionsToShow(_ invocation: Invocation) throws -> [Region] { try rowsToShow(invocation).map(\.region) }

/// A region as lines: its heading and paragraphs; an article with its header and head matter.
private func text(of region: Region, hits: [Span], _ invocation: Invocation) -> [TextResult.Line] {
    let shard = invocation.archive.shards[region.shard]
    var lines: [TextResult.Line] = []
    if region.layer == .article {
        lines.append(
            TextResult.Line(
                shard.string(.title, ofArticle: region.unit) ?? "", address: invocation.archive.address(of: region).description,
                style: .title))
        lines.append(TextResult.Line(describe(region, invocation), style: .faint))
        let head = shard.articles[region.unit].headMatter
        lines += head.map { TextResult.Line(shard.text.string(shard.headMatter[Int($0)]), style: .faint) }
    }
    guard region.layer < .paragraph else { return lines + [line(region, hits, invocation)] }
    var heading: Int?
    for paragraph in paragraphs(of: region, invocation) {
        let section = shard.section(ofParagraph: paragraph)
        if section != heading, let section, !shard.sections[section].isLead {
            lines.append(TextResult.Line(shard.heading(ofSection: section), style: .heading))
        }
        heading = section
        let part = Region(layer: .paragraph, shard: region.shard, unit: paragraph, span: shard.paragraphs[paragraph])
        lines.append(line(part, hits, invocation))
    }
    return lines
}

private func line(_ region: Region, _ hits: [Span], _ invocation: Invocation) -> TextResult.Line {
    let text = invocation.archive.shards[region.shard].text
    let marks = hits.filter { region.span.contains($0) }.map { hit in
        // Ill-formed bytes are shown as U+FFFD, three bytes each: offsets are those of the string shown.
        let start = text.string(Span(region.span.start, hit.start)).utf8.count
        return start..<start + text.string(hit).utf8.count
    }
    return TextResult.Line(text.string(region.span), address: invocation.archive.address(of: region).description, marks: marks)
}
