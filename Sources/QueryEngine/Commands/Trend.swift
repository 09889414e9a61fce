import Documents
import QueryLanguage
import SourceText

private let trendFields = ["year", "month", "day", "author", "column", "page", "section"]

let trendCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("trend", zh: "趋势"), shape: .series,
        positional: [
            Parameter(
                BilingualName("patterns", zh: "模式"), .pattern, required: true, repeated: true,
                LocalizedText("what to follow; commas between several", zh: "追踪何者，几个之间用逗号"))
        ],
        named: [
            Parameter(
                BilingualName("by", zh: "按"),
                .choice([
                    BilingualName("year", zh: "年"), BilingualName("month", zh: "月"), BilingualName("day", zh: "日"),
                    BilingualName("author", zh: "作者"), BilingualName("column", zh: "专栏"), BilingualName("page", zh: "版"),
                    BilingualName("section", zh: "节名", aliases: ["节"]),
                ]), default: "year",
                LocalizedText("what a row stands for", zh: "每行代表什么")),
            Parameter(
                BilingualName("per", zh: "每"),
                .choice([
                    BilingualName("articles", zh: "文章", aliases: ["篇"]), BilingualName("万字", zh: "万字", aliases: ["10000"]),
                    BilingualName("million", zh: "百万字", aliases: ["1000000"]), BilingualName("hits", zh: "次数"),
                ]), default: "articles",
                LocalizedText(
                    "with several phrases, what is given: share of articles in %, hits per 10,000 or a million characters, hits",
                    zh: "几个说法并列时给出何值：占文章之百分比、每万字、每百万字、次数")),
            exceptParameter, .exact,
        ],
        accepts: [.units(.article)], source: .scope(.article), gives: LocalizedText("a table", zh: "表"),
        output: { _, arguments in .table(trendColumns(arguments), hasRegions: false) },
        summary: LocalizedText("how often through time, with denominators", zh: "随时间的多少，连同分母"),
        explanation: LocalizedText(
            "For each year (month, day, author …) the hits, the articles that have one, their share of all articles, and hits per million characters; with several phrases one measure of each, per=. by=month and by=day count calendar months and days, 1999-10. Years and months between the first and the last that have no article are rows too, so that a silence of the archive is not taken for a silence of the phrase. Articles without a date (or author …) are left out, and said. One article, or one year, is no trend, and that is said too.",
            zh:
                "逐年（月、日、作者……）给出次数、有之的文章数、占全部文章之比与每百万字次数；几个说法并列时各给一值，由 每= 定。按 月、日 即按历月、历日，如 1999-10。首末之间没有文章的年月也各成一行，以免把档案的空白当成说法的沉寂。没有日期（作者……）的文章不计，另行说明。只有一篇或一年不成趋势，也会说明。"
        ),
        examples: [
            Example(
                "trend 社区党建", gives: "year\thits\twith\tarticles\tshare\tcharacters\tper-million\n1999\t33\t1\t1\t100\t2704\t12204.142"),
            Example(
                "trend 党员, 群众 by=section per=万字",
                gives:
                    "section\t党员 per 10,000\t群众 per 10,000\tsections\tcharacters\n引言\t22.8833\t22.8833\t1\t437\n新的探索\t15.1515\t30.303\t1\t660\n新的目标\t21.7865\t65.3595\t1\t459\n新的任务\t127.2984\t155.587\t1\t707\n新的格局\t45.3515\t68.0272\t1\t441"
            ),
        ])
) { invocation in
    let patterns = invocation.arguments.patterns
    let field = invocation.arguments.choice("by") ?? "year"
    var undated = 0
    let rows = field == "section" ? try sectionRows(invocation) : nil
    var tally = try GroupTally(patterns, in: rows, invocation, of: trendFields(field)) { row, count in
        let key = trendKey(field, row)
        if key == .empty { undated += count }
        return key == .empty ? nil : [key]
    }
    for gap in silentPeriods(tally, field) { _ = tally.place(of: [gap], patterns: patterns.count) }
    noteCoverage(tally, field, leftOut: undated, invocation)
    try noteAbsent(patterns, hits: { index in tally.hits.reduce(0) { $0 + $1[index] } }, invocation)
    let kinds: [CellKind] = [trendAxis(field).kind]
    let table = tally.groups.sorted(kinds: kinds).map { key, place in
        TableRow(key + trendCells(tally, place, invocation.arguments))
    }
    return .table(TableResult(archive: invocation.archive, columns: trendColumns(invocation.arguments), rows: table))
}

private func sectionRows(_ invocation: Invocation) throws -> UnitResult {
    if case .result(.units(let sections)) = try descend(to: .section, invocation) { sections } else { invocation.units }
}

/// The fields that the group depends on.
private func trendFields(_ field: String) -> [FieldReference] {
    switch field {
    case "month", "day": [.unit(.date)]
    default: [.unit(UnitField(rawValue: field) ?? .date)]
    }
}

/// What a row's group is: 1999, 1999-10, 1999-10-12, or the field's value.
private func trendKey(_ field: String, _ row: RowReader) -> Cell {
    guard let region = row.region else { return .empty }
    let date = row.invocation.archive.date(of: region)
    switch field {
    case "year": return date.map { .integer($0.year) } ?? .empty
    case "month": return date?.month.flatMap { PartialDate(year: date?.year ?? 0, month: $0) }.map { .date($0) } ?? .empty
    case "day": return date.flatMap { $0.day == nil ? nil : .date($0) } ?? .empty
    default: return UnitField(rawValue: field).map { row.invocation.archive.value($0, of: region) } ?? .empty
    }
}

private func trendAxis(_ field: String) -> Column {
    switch field {
    case "month": Column("month", zh: "月", .date)
    case "day": Column("day", zh: "日", .date)
    default: UnitField(rawValue: field).map { Column($0) } ?? Column("year", zh: "年", .number)
    }
}

/// Years and months in the middle that no article is of.
private func silentPeriods(_ tally: GroupTally, _ field: String) -> [Cell] {
    let keys = tally.groups.sorted(kinds: [trendAxis(field).kind]).map { $0.key[0] }
    switch (field, keys.first, keys.last) {
    case ("year", .integer(let first)?, .integer(let last)?): return (first...last).map(Cell.integer)
    case ("month", .date(let first)?, .date(let last)?):
        let months = first.year * 12 + (first.month ?? 1) - 1...last.year * 12 + (last.month ?? 1) - 1
        return months.compactMap { PartialDate(year: $0 / 12, month: $0 % 12 + 1) }.map(Cell.date)
    default: return []
    }
}

private func trendColumns(_ arguments: BoundArguments) -> [Column] {
    let axis = trendAxis(arguments.choice("by") ?? "year")
    let isSection = arguments.choice("by") == "section"
    let denominators = [
        isSection ? Column("sections", zh: "节数", .number) : Column("articles", zh: "文章", .number),
        Column("characters", zh: "字数", .number),
    ]
    guard arguments.patterns.count > 1 else {
        return [axis] + [
            Column("hits", zh: "次数", .number), Column("with", zh: "有之篇数", .number), denominators[0],
            Column("share", zh: "占比%", .number), denominators[1], Column("per-million", zh: "每百万字", .number),
        ]
    }
    let measure = trendMeasure(arguments)
    return [axis]
        + arguments.patterns.map { Column("\($0.label) \(measure.english)", zh: "\($0.label) \(measure.chinese)", .number) }
        + denominators
}

/// What the columns of several phrases hold, as it is written behind each: a number has its unit.
private func trendMeasure(_ arguments: BoundArguments) -> LocalizedText {
    switch arguments.choice("per") {
    case "万字": LocalizedText("per 10,000", zh: "每万字")
    case "million": LocalizedText("per million", zh: "每百万字")
    case "hits": LocalizedText("hits", zh: "次数")
    default: LocalizedText("share%", zh: "占比%")
    }
}

private func trendCells(_ tally: GroupTally, _ place: Int, _ arguments: BoundArguments) -> [Cell] {
    let (articles, characters) = (tally.units[place], tally.characters[place])
    func share(_ index: Int) -> Cell { GroupTally.ratio(tally.unitsWith[place][index], of: articles, times: 100) }
    func rate(_ index: Int, _ per: Double) -> Cell { GroupTally.ratio(tally.hits[place][index], of: characters, times: per) }
    guard arguments.patterns.count > 1 else {
        return [
            .integer(tally.hits[place][0]), .integer(tally.unitsWith[place][0]), .integer(articles), share(0),
            .integer(characters), rate(0, 1_000_000),
        ]
    }
    let measures = arguments.patterns.indices.map { index -> Cell in
        switch arguments.choice("per") {
        case "万字": rate(index, 10_000)
        case "million": rate(index, 1_000_000)
        case "hits": .integer(tally.hits[place][index])
        default: share(index)
        }
    }
    return measures + [.integer(articles), .integer(characters)]
}

/// What the table rests on, and whether that is a trend.
private func noteCoverage(_ tally: GroupTally, _ field: String, leftOut: Int, _ invocation: Invocation) {
    let counted = tally.units.reduce(0, +)
    let groups = tally.units.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    let silent = tally.units.count - groups
    let name = trendAxis(field)
    let unit = field == "section" ? LocalizedText("sections", zh: "节") : LocalizedText("articles", zh: "篇")
    var english = counted == 1 ? "rests on 1 \(field == "section" ? "section" : "article")" : "rests on \(counted) \(unit.english)"
    var chinese = "所据 \(counted) \(unit.chinese)"
    if leftOut > 0 {
        english += ", \(leftOut) without \(field == "month" || field == "day" || field == "year" ? "date" : field) left out"
        chinese += "，缺\(field == "month" || field == "day" || field == "year" ? "日期" : name.chinese)者 \(leftOut) 未计"
    }
    if silent > 0 {
        english += ", \(silent) \(field)\(silent == 1 ? "" : "s") without any"
        chinese += "，其中 \(silent) \(name.chinese)全无文章"
    }
    invocation.context.note(LocalizedText(english, zh: chinese))
    if counted == 1 {
        invocation.context.note(LocalizedText("1 article is no trend", zh: "仅一篇，不成趋势"))
    } else if groups == 1 {
        invocation.context.note(LocalizedText("one \(field) is no trend", zh: "只有一\(name.chinese)，不成趋势"))
    }
}
