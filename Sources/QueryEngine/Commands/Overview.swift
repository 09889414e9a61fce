import Documents
import QueryLanguage
import SourceText

private let infoColumns = [Column("measure", zh: "项目", .text), Column("value", zh: "数值", .text)]

let infoCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("info", zh: "概况"), shape: .values, accepts: [.units(.article)], source: .scope(.article),
        gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(infoColumns, hasRegions: false) },
        summary: LocalizedText("what there is, in numbers", zh: "有些什么，以数记之"),
        explanation: LocalizedText(
            "Counts files, articles, sections, paragraphs, sentences and characters (Unicode scalars of the paragraphs, punctuation included; head matter, titles and headings left out), and says how far the dates reach. Cost: every sentence is found once.",
            zh: "计文件、文章、节、段、句与字数（各段的 Unicode 字符，含标点；不含题头、标题与节标题），并给出日期起止。须逐句数过。"),
        examples: [
            Example(
                "info",
                gives:
                    "measure\tvalue\nfiles\t1\narticles\t1\ndates\t1999-10-12\nsections\t4 + 引言\nparagraphs\t18\nsentences\t41\ncharacters\t2704\nof which Han\t2477"
            )
        ])
) { invocation in
    var totals = Totals()
    let units = invocation.units
    while let batch = try units.next() {
        for row in 0..<batch.count {
            try invocation.context.cancellation.check()
            totals.add(batch[row], invocation)
        }
    }
    let isChinese = invocation.context.language == .chinese
    let rows = totals.lines.map { TableRow([.text(isChinese ? $0.0.chinese : $0.0.english), .text($0.1)]) }
    return .table(TableResult(archive: invocation.archive, columns: infoColumns, rows: rows))
}

private struct Totals {
    var files = Set<Int>()
    var articles = 0
    var sections = 0
    var hasLead = false
    var paragraphs = 0
    var sentences = 0
    var characters = 0
    var han = 0
    var undated = 0
    var first: PartialDate?
    var last: PartialDate?

    mutating func add(_ article: Region, _ invocation: Invocation) {
        let shard = invocation.archive.shards[article.shard]
        files.insert(article.shard)
        articles += 1
        for section in QueryEngine.sections(ofArticle: article.unit, in: article.shard, invocation) {
            if shard.sections[section.unit].isLead { hasLead = true } else { sections += 1 }
        }
        for paragraph in QueryEngine.paragraphs(of: article, invocation) {
            let span = shard.paragraphs[paragraph]
            paragraphs += 1
            sentences += Documents.sentences(of: span, in: shard.text).count
            characters += shard.text.scalarCount(span)
            han += shard.text.hanCount(span)
        }
        guard let date = shard.articles[article.unit].date else { return undated += 1 }
        if first.map({ date.firstDay < $0.firstDay }) ?? true { first = date }
        if last.map({ date.lastDay > $0.lastDay }) ?? true { last = date }
    }

    var lines: [(LocalizedText, String)] {
        var lines: [(LocalizedText, String)] = [
            (LocalizedText("files", zh: "文件"), String(files.count)),
            (LocalizedText("articles", zh: "文章"), String(articles)),
        ]
        if let first, let last {
            let range = first == last ? first.description : "\(first) – \(last)"
            lines.append((LocalizedText("dates", zh: "日期"), range))
        }
        if undated > 0 { lines.append((LocalizedText("articles without date", zh: "无日期文章"), String(undated))) }
        let headed = String(sections) + (hasLead ? " + 引言" : "")
        lines += [
            (LocalizedText("sections", zh: "节"), headed),
            (LocalizedText("paragraphs", zh: "段"), String(paragraphs)),
            (LocalizedText("sentences", zh: "句"), String(sentences)),
            (LocalizedText("characters", zh: "字数"), String(characters)),
            (LocalizedText("of which Han", zh: "其中汉字"), String(han)),
        ]
        return lines
    }
}

extension Text {
    /// The number of Han characters in `span`: CJK unified ideographs with extensions, compatibility ideographs, 〇 and 々.
    func hanCount(_ span: Span) -> Int {
        var count = 0
        var position = Int(span.start)
        while position < Int(span.end) {
            let (scalar, length) = scalar(at: position, before: Int(span.end))
            switch scalar {
            case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0xF900...0xFAFF, 0x3005, 0x3007: count += 1
            default: break
            }
            position += length
        }
        return count
    }
}

let outlineCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("outline", zh: "大纲"), shape: .values, accepts: [.units(.article)], source: .scope(.article),
        gives: LocalizedText("text", zh: "文本"), output: { _, _ in .text },
        summary: LocalizedText("the headings as a tree, with sizes", zh: "节标题之树，附大小"),
        explanation: LocalizedText(
            "For each article its title, date, page and author, then its sections, indented by level, with their paragraphs, sentences and characters, subsections included.",
            zh: "每篇先列标题、日期、版次与作者，再按层次列各节，附段数、句数与字数（含下级）。"),
        examples: [
            Example(
                "outline",
                gives:
                    "加强基层组织建设的新实践——上海市积极探索社区党建的思考\n1999-10-12 · 第11版 · 党的建设 · 孟建柱 · 专栏：本期特稿\n引言  3 ¶, 8 sentences, 437 characters\n新的探索  5 ¶, 11 sentences, 660 characters\n新的目标  2 ¶, 3 sentences, 459 characters\n新的任务  5 ¶, 13 sentences, 707 characters\n新的格局  3 ¶, 6 sentences, 441 characters"
            )
        ])
) { invocation in
    var lines: [TextResult.Line] = []
    let units = invocation.units
    while let batch = try units.next() {
        for row in 0..<batch.count {
            try invocation.context.cancellation.check()
            lines += outline(of: batch[row], invocation)
        }
    }
    return .text(lines)
}

private func outline(of article: Region, _ invocation: Invocation) -> [TextResult.Line] {
    let shard = invocation.archive.shards[article.shard]
    let address = invocation.archive.address(of: article).description
    var lines = [
        TextResult.Line(shard.string(.title, ofArticle: article.unit) ?? "", address: address, style: .title),
        TextResult.Line(describe(article, invocation), style: .faint),
    ]
    for region in sections(ofArticle: article.unit, in: article.shard, invocation) {
        let section = shard.sections[region.unit]
        let indent = String(repeating: "  ", count: max(0, Int(section.level) - 1))
        lines.append(
            TextResult.Line(
                "\(indent)\(shard.heading(ofSection: region.unit))  \(size(of: region, invocation))",
                address: "§\(shard.sectionNumber(region.unit))", style: .heading))
    }
    return lines
}

/// Date, page and author of an article on one line.
func describe(_ article: Region, _ invocation: Invocation) -> String {
    let fields: [UnitField] = [.date, .page, .pageName, .author, .column]
    let values = fields.map { ($0, invocation.archive.value($0, of: article).plainText()) }
    return values.filter { !$0.1.isEmpty }.map { field, value in
        field == .page ? "第\(value)版" : field == .column ? "专栏：\(value)" : value
    }.joined(separator: " · ")
}

private func size(of region: Region, _ invocation: Invocation) -> String {
    let shard = invocation.archive.shards[region.shard]
    let inside = paragraphs(of: region, invocation).map { shard.paragraphs[$0] }
    let sentences = inside.reduce(0) { $0 + Documents.sentences(of: $1, in: shard.text).count }
    let characters = inside.reduce(0) { $0 + shard.text.scalarCount($1) }
    return invocation.context.language == .chinese
        ? "\(inside.count) 段 \(sentences) 句 \(characters) 字"
        : "\(inside.count) ¶, \(sentences) sentence\(sentences == 1 ? "" : "s"), \(characters) character\(characters == 1 ? "" : "s")"
}
