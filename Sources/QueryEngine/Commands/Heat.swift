import Documents
import QueryLanguage
import SourceText

private let heatColumns = [
    Column("year", zh: "年", .number), Column("tier", zh: "语温", .text), Column("with", zh: "有之篇数", .number),
    Column("articles", zh: "文章", .number), Column("share", zh: "占比%", .number), Column("hits", zh: "次数", .number),
]

let heatCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("heat", zh: "语温"), shape: .patterns,
        positional: [
            Parameter(
                BilingualName("pattern", zh: "模式"), .pattern, required: true, LocalizedText("the phrase", zh: "说法"))
        ],
        named: [
            Parameter(
                BilingualName("year", zh: "年"), .date, LocalizedText("a year or range of years; all by default", zh: "某年或某几年；不写则全部")),
            exceptParameter, .exact,
        ],
        accepts: [.units(.article)], source: .scope(.article), gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(heatColumns, hasRegions: false) },
        summary: LocalizedText("the tier of a phrase's use, year by year", zh: "一个说法逐年的语温"),
        explanation: LocalizedText(
            "The tier that the articles with the phrase in one year reach, with the counts and shares it rests on. The scale shipped is that of the China Media Project, 沸 烫 热 暖 温 冷, of which only the cut-off of 沸 is published: 2,000 articles of the People's Daily in a full year; where no known cut-off is reached there is no tier. `set tiers FILE` takes a table of your own: a line a tier, its name and the fewest articles, or the fewest share such as 2.5%, the hottest first.",
            zh:
                "按一年中有此说法的文章数定其语温，附所据篇数与占比。所带分级为中国传媒研究计划之沸、烫、热、暖、温、冷，其中只公布了沸之界：全年《人民日报》2000 篇；达不到已知之界则无级。`设 语温表 文件` 可用自己的表：每行一级，名称与最少篇数，或最小占比如 2.5%，最热在前。"
        ),
        examples: [Example("heat 社区党建", gives: "year\ttier\twith\tarticles\tshare\thits\n1999\t\t1\t1\t100\t33")])
) { invocation in
    let patterns = invocation.arguments.patterns
    let years = invocation.arguments.named["year"]?.first
    var leftOut = 0
    let tally = try GroupTally(patterns, invocation, of: [.unit(.date)]) { row, count in
        guard let date = row.region.flatMap({ row.invocation.archive.date(of: $0) }) else {
            leftOut += count
            return nil
        }
        if case .date(let range)? = years, !range.contains(date) { return nil }
        return [.integer(date.year)]
    }
    let table = invocation.context.tiers
    let rows = tally.groups.sorted(kinds: [.number]).map { key, place -> TableRow in
        let (with, all) = (tally.unitsWith[place][0], tally.units[place])
        let tier = table.tier(articles: with, of: all).map { Cell.text($0.name) } ?? .empty
        return TableRow(
            key + [
                tier, .integer(with), .integer(all), GroupTally.ratio(with, of: all, times: 100), .integer(tally.hits[place][0]),
            ])
    }
    noteTiers(table, rows, leftOut, invocation)
    try noteAbsent(patterns, hits: { index in tally.hits.reduce(0) { $0 + $1[index] } }, invocation)
    return .table(TableResult(archive: invocation.archive, columns: heatColumns, rows: rows))
}

/// Which scale was used, and why a year has no tier.
private func noteTiers(_ table: TierTable, _ rows: [TableRow], _ leftOut: Int, _ invocation: Invocation) {
    let known = table.tiers.compactMap { tier -> String? in
        switch tier.cutOff {
        case .articles(let least): "\(tier.name) ≥ \(least)"
        case .share(let least): "\(tier.name) ≥ \(Cell.decimal(least).plainText()) %"
        case nil: nil
        }
    }.joined(separator: ", ")
    invocation.context.note(
        LocalizedText("tiers: \(table.source) (\(known))", zh: "分级：\(table.source)（\(known)）"))
    if rows.contains(where: { $0.cells[1] == .empty }) {
        let counts = rows.prefix(1).map { "\($0.cells[2].plainText())" }.first ?? "0"
        let isOne = rows.count == 1
        invocation.context.note(
            LocalizedText(
                isOne ? "no tier: \(counts) article\(counts == "1" ? "" : "s")" : "no tier where no known cut-off is reached",
                zh: isOne ? "无级：\(counts) 篇" : "未达已知之界者无级"))
    }
    if leftOut > 0 {
        invocation.context.note(
            LocalizedText("\(leftOut) article\(leftOut == 1 ? "" : "s") without date left out", zh: "无日期的文章 \(leftOut) 篇未计"))
    }
}
