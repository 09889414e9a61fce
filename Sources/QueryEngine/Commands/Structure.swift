import Documents
import PatternMatching
import QueryLanguage
import SourceText

let articlesCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("articles", zh: "文章"), shape: .patterns,
        positional: [
            Parameter(
                BilingualName("title patterns", zh: "标题模式"), .pattern, LocalizedText("what the title must have", zh: "标题中要有的"))
        ],
        named: [
            Parameter(
                BilingualName("date", zh: "日期"), .date, repeated: true,
                LocalizedText("a day, month, year or range", zh: "日、月、年或范围")),
            Parameter(
                BilingualName("author", zh: "作者"), .pattern, repeated: true,
                LocalizedText("what the author line must have", zh: "作者行中要有的")),
            Parameter(
                BilingualName("column", zh: "专栏"), .pattern, repeated: true,
                LocalizedText("what the column's name must have", zh: "专栏名中要有的")),
            Parameter(
                BilingualName("page", zh: "版"), .position, repeated: true, LocalizedText("page numbers or ranges", zh: "版次或范围")),
            .exact,
        ],
        accepts: [.units(.article)], source: .scope(.article), gives: LocalizedText("articles", zh: "文章"),
        output: { _, _ in .units(.article) },
        summary: LocalizedText("articles, by title and fields", zh: "文章，可按标题与字段挑选"),
        explanation: LocalizedText(
            "Lists the articles of the scope. Patterns are looked for in the title; date=, author=, column= and page= narrow further. An article without a date is in no date.",
            zh: "列出范围内的文章。模式在标题中查找；date=、author=、column=、page= 再作限定。没有日期的文章不在任何日期之内。"),
        examples: [
            Example("articles 社区 | count", gives: "1"),
            Example("articles date=1999-10 author=孟建柱", gives: "a1\t加强基层组织建设的新实践——上海市积极探索社区党建的思考"),
        ])
) { invocation in
    let arguments = invocation.arguments
    return invocation.mapping { batch in
        let kept = try (0..<batch.count).filter { row in
            let reader = RowReader(batch, row, invocation)
            return try matches(arguments.patterns.first, .title, reader) && isDated(arguments.named["date"], reader)
                && matches(arguments.named["author"], .author, reader)
                && matches(arguments.named["column"], .column, reader) && isOnPage(arguments.named["page"], reader)
        }
        return batch.selecting(kept)
    }
}

private func matches(_ pattern: BoundPattern?, _ field: UnitField, _ row: RowReader) throws -> Bool {
    guard let pattern else { return true }
    guard case .text(let text) = row.value(.unit(field)) else { return false }
    return try row.found(pattern, in: text)
}

private func matches(_ values: [BoundValue]?, _ field: UnitField, _ row: RowReader) throws -> Bool {
    guard case .pattern(let pattern)? = values?.first else { return true }
    return try matches(pattern, field, row)
}

private func isDated(_ values: [BoundValue]?, _ row: RowReader) -> Bool {
    guard let values else { return true }
    guard case .date(let date) = row.value(.unit(.date)) else {
        row.invocation.noteUndated()
        return false
    }
    return values.contains { if case .date(let range) = $0 { range.contains(date) } else { false } }
}

private func isOnPage(_ values: [BoundValue]?, _ row: RowReader) -> Bool {
    guard let values else { return true }
    guard case .integer(let page) = row.value(.unit(.page)) else { return false }
    return values.contains { if case .position(.numbers(let range)) = $0 { range.contains(page) } else { false } }
}

extension Invocation {
    /// Says once how many articles have no date, as a condition on dates leaves them out.
    func noteUndated() {
        let undated = archive.shards.reduce(0) { $0 + $1.file.withoutDate }
        context.note(
            LocalizedText(
                "\(undated) article\(undated == 1 ? "" : "s") without a date left out", zh: "\(undated) 篇文章没有日期，未计入"))
    }
}

let sectionsCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("sections", zh: "节"), shape: .patterns,
        positional: [
            Parameter(
                BilingualName("heading patterns", zh: "标题模式"), .pattern, LocalizedText("what the heading must have", zh: "节标题中要有的"))
        ],
        named: [.exact],
        accepts: [.units(.article), .units(.section)], source: .scope(.article), gives: LocalizedText("sections", zh: "节"),
        output: { _, _ in .units(.section) },
        summary: LocalizedText("sections, by heading", zh: "节，可按标题挑选"),
        explanation: LocalizedText(
            "Lists the sections of the articles: the lead (引言), which stands before the first heading, and what each heading governs, subsections included. Patterns are looked for in the headings.",
            zh: "列出各篇的节：首个标题之前的引言，以及每个标题所辖（含下级）。模式在节标题中查找。"),
        examples: [
            Example("sections", gives: "§0\t引言\n§1\t新的探索\n§2\t新的目标\n§3\t新的任务\n§4\t新的格局"), Example("sections 新的 | count", gives: "4"),
        ])
) { invocation in
    invocation.mapping(to: .section, attributes: []) { batch in
        var sections = Regions(layer: .section, shard: batch.shard)
        for row in 0..<batch.count {
            let regions =
                batch.layer == .section
                ? [batch[row]] : QueryEngine.sections(ofArticle: batch[row].unit, in: batch.shard, invocation)
            for region in regions where try hasHeading(region, invocation) {
                sections.append(unit: UInt32(region.unit), span: region.span)
            }
        }
        return sections
    }
}

private func hasHeading(_ region: Region, _ invocation: Invocation) throws -> Bool {
    guard let pattern = invocation.arguments.patterns.first else { return true }
    let heading = invocation.archive.shards[region.shard].heading(ofSection: region.unit)
    let text = Text(copying: heading.utf8)
    return try searching(invocation) { try pattern.matcher.isSatisfied(by: Span(0, text.count), of: text) }
}

let paragraphsCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("paragraphs", zh: "段", aliases: ["paras", "para", "paragraph"]), shape: .values,
        positional: [
            Parameter(
                BilingualName("n", zh: "段号"), .position, repeated: true,
                LocalizedText("numbers, ranges or addresses as printed", zh: "所印的段号、范围或地址"))
        ],
        accepts: [.units(.article), .units(.section), .units(.paragraph)], gives: LocalizedText("paragraphs", zh: "段"),
        output: { _, _ in .units(.paragraph) },
        summary: LocalizedText("paragraphs, all or by number", zh: "段，全部或按段号"),
        explanation: LocalizedText(
            "The paragraphs of what comes in. Numbers are those printed before a row (¶13 is 13), counted within the article; several and ranges 3..5 may be given.",
            zh: "来行所含的段。段号即行前所印（¶13 为 13），在每篇之内计数；可写几个，可写范围 3..5。"),
        examples: [
            Example("paras 11", gives: "¶11\t今后一个时期，上海社区党建工作将着重抓好以下四项主要任务："), Example("paras 2..4 | count", gives: "3"),
            Example("paragraphs ¶11", gives: "¶11\t今后一个时期，上海社区党建工作将着重抓好以下四项主要任务："),
        ])
) { invocation in
    try numbered(.paragraph, invocation)
}

let sentencesCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("sentences", zh: "句", aliases: ["sents", "sent", "sentence"]), shape: .values,
        positional: [
            Parameter(
                BilingualName("n", zh: "句号"), .position, repeated: true,
                LocalizedText("numbers within the paragraph, ranges or addresses", zh: "段内的句次、范围或地址"))
        ],
        accepts: FlowKind.textUnits, gives: LocalizedText("sentences", zh: "句"),
        output: { _, _ in .units(.sentence) },
        summary: LocalizedText("sentences, all or by number", zh: "句，全部或按句次"),
        explanation: LocalizedText(
            "The sentences of what comes in. Numbers are those printed: 2 is the second sentence of each paragraph (¶13s2). The field sent counts within the article instead: where sent = 20.",
            zh: "来行所含的句。数即所印句次：2 为每段的第二句（¶13s2）。字段 句号 则在全篇内计数：条件 句号 = 20。"),
        examples: [
            Example("sents | count", gives: "41"),
            Example("paras 13 | sents 2", gives: "¶13s2\t我们要根据党员分布结构和流动性大的新变化，针对社区老龄党员增多、下待岗职工党员增多和在职党员参与社区管理服务活动增多等新特点，不断改进社区党员的教育管理。"),
        ])
) { invocation in
    try numbered(.sentence, invocation)
}

/// Descends to a layer and keeps the numbers asked for.
private func numbered(_ layer: Layer, _ invocation: Invocation) throws -> Outcome {
    let outcome = try descend(to: layer, invocation)
    let positions = invocation.arguments.positional.compactMap { value -> Position? in
        if case .position(let position) = value { position } else { nil }
    }
    guard !positions.isEmpty, case .result(.units(let all)) = outcome else { return outcome }
    let context = invocation.context
    return .units(
        UnitResult(archive: context.archive, layer: layer) {
            while let batch = try all.next() {
                try context.cancellation.check()
                let kept = batch.selecting((0..<batch.count).filter { isAt(positions, batch[$0], context) })
                if kept.count > 0 { return kept }
            }
            return nil
        })
}

private func isAt(_ positions: [Position], _ region: Region, _ context: EvaluationContext) -> Bool {
    let place = context.locator.address(of: region)
    return positions.contains { position in
        switch position {
        case .numbers(let range):
            return range.contains((region.layer == .paragraph ? place.paragraph : place.sentence) ?? 0)
        case .address(let address): return address.holds(region, in: context.archive)
        // Only `show` and `cite` know what was shown last.
        case .beside: return false
        }
    }
}
