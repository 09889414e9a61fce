import Documents
import QueryLanguage
import SourceText

private let lifespanColumns = [
    Column("pattern", zh: "模式", .text), Column("first", zh: "首见", .date), Column("last", zh: "末见", .date),
    Column("years", zh: "年数", .number), Column("silent", zh: "沉寂年", .text), Column("peak", zh: "峰年", .number),
    Column("peak-hits", zh: "峰年次数", .number), Column("hits", zh: "次数", .number), Column("with", zh: "有之篇数", .number),
    Column("articles", zh: "文章", .number), Column("first-sentence", zh: "首句", .text),
    Column("last-sentence", zh: "末句", .text),
]

let lifespanCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("lifespan", zh: "起讫"), shape: .series,
        positional: [
            Parameter(
                BilingualName("patterns", zh: "模式"), .pattern, required: true, repeated: true,
                LocalizedText("the phrases; commas between several", zh: "各说法，之间用逗号"))
        ],
        named: [exceptParameter, .exact],
        accepts: [.units(.article)], source: .scope(.article), gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(lifespanColumns, hasRegions: true) },
        summary: LocalizedText("first, last, peak and silent years of a phrase", zh: "一个说法的首见、末见、峰年与沉寂年"),
        explanation: LocalizedText(
            "For each phrase the date of the first and the last article that has it, the years in which it occurs, the silent years between (years that have articles, but not one with it), the year with the most hits (the first of equals), the hits and articles in all, and the first and the last sentence. Articles without a date are counted in hits and articles and left out of the rest. A row stands for the first occurrence.",
            zh: "每个说法首见与末见的日期、出现的年数、其间沉寂的年份（该年有文章而无一有之）、次数最多的一年（相同取先）、总次数与篇数，以及首句与末句。无日期的文章只计入次数与篇数。每行代表首次出现处。"),
        examples: [
            Example(
                "lifespan 社区党建 | select pattern, first, last, hits, with, articles",
                gives: "pattern\tfirst\tlast\thits\twith\tarticles\n社区党建\t1999-10-12\t1999-10-12\t33\t1\t1")
        ])
) { invocation in
    let patterns = invocation.arguments.patterns
    var lives = patterns.map { _ in Life() }
    var years = Set<Int>()
    var articles = 0
    let rows = invocation.notingOutsideBody(patterns)
    while let batch = try rows.next() {
        try invocation.poll(.counting, at: batch)
        let hits = try patterns.map { try hitsByRow($0, in: batch, invocation) }
        for row in 0..<batch.count {
            let date = invocation.archive.date(of: batch[row])
            articles += 1
            if let date { years.insert(date.year) }
            for index in patterns.indices { lives[index].add(hits[index][row], date, batch[row]) }
        }
    }
    noteScarcity(articles, invocation)
    try noteAbsent(patterns, hits: { lives[$0].hits }, invocation)
    let rowsOut = zip(patterns, lives).map { pattern, life in
        TableRow([.text(pattern.label)] + life.cells(years, articles, invocation), region: life.place(life.first, invocation))
    }
    return .table(TableResult(archive: invocation.archive, columns: lifespanColumns, rows: rowsOut))
}

private func noteScarcity(_ articles: Int, _ invocation: Invocation) {
    guard articles == 1 else { return }
    invocation.context.note(
        LocalizedText("1 article: first and last say nothing of use elsewhere", zh: "仅一篇：首末只就此篇而言"))
}

/// When one phrase occurs.
private struct Life {
    /// An occurrence with its date.
    struct Event {
        let date: PartialDate
        let article: Region
        let hit: Span
    }

    private(set) var first: Event?
    private(set) var last: Event?
    private(set) var hits = 0
    private var articles = 0
    private var byYear: [Int: Int] = [:]

    mutating func add(_ found: ArraySlice<Span>, _ date: PartialDate?, _ article: Region) {
        guard let begin = found.first, let end = found.last else { return }
        hits += found.count
        articles += 1
        guard let date else { return }
        byYear[date.year, default: 0] += found.count
        if first.map({ date.firstDay < $0.date.firstDay }) ?? true { first = Event(date: date, article: article, hit: begin) }
        if last.map({ date.lastDay >= $0.date.lastDay }) ?? true { last = Event(date: date, article: article, hit: end) }
    }

    func cells(_ archiveYears: Set<Int>, _ all: Int, _ invocation: Invocation) -> [Cell] {
        let peak = byYear.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let silent = first.flatMap { first in
            last.map { last in (first.date.year...last.date.year).filter { byYear[$0] == nil && archiveYears.contains($0) } }
        }
        return [
            first.map { .date($0.date) } ?? .empty, last.map { .date($0.date) } ?? .empty, .integer(byYear.count),
            .text(ranges(silent ?? [])), peak.map { .integer($0.key) } ?? .empty, peak.map { .integer($0.value) } ?? .empty,
            .integer(hits), .integer(articles), .integer(all), sentence(first, invocation), sentence(last, invocation),
        ]
    }

    /// The occurrence as a row.
    func place(_ event: Event?, _ invocation: Invocation) -> Region? {
        guard let event else { return nil }
        let shard = invocation.archive.shards[event.article.shard]
        let paragraph = shard.paragraph(at: event.hit.start) ?? 0
        return Region(layer: .span, shard: event.article.shard, unit: paragraph, span: event.hit)
    }

    private func sentence(_ event: Event?, _ invocation: Invocation) -> Cell {
        guard let event, let place = place(event, invocation) else { return .empty }
        let shard = invocation.archive.shards[event.article.shard]
        let whole = sentences(of: shard.paragraphs[place.unit], in: shard.text).first { $0.contains(place.span) }
        return .text(shard.text.string(whole ?? place.span))
    }
}

/// 1950–1952, 1958: years as ranges.
private func ranges(_ years: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for year in years {
        if let last = ranges.last, last.upperBound + 1 == year {
            ranges[ranges.count - 1] = last.lowerBound...year
        } else {
            ranges.append(year...year)
        }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
}
