import Documents
import QueryLanguage
import SourceText

let citeCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("cite", zh: "出处"), shape: .values,
        positional: [
            Parameter(
                BilingualName("place", zh: "位置"), .address,
                LocalizedText("an address or row number; without it, every row", zh: "地址或行号；不写则全部"))
        ],
        named: [
            Parameter(
                BilingualName("style", zh: "格式"),
                .choice([BilingualName("gbt7714", zh: "国标"), BilingualName("short", zh: "简")]), default: "gbt7714",
                LocalizedText("GB/T 7714 or a short note", zh: "GB/T 7714 或简注"))
        ],
        accepts: FlowKind.rows, source: .scope(.article), gives: LocalizedText("text", zh: "文本"),
        output: { _, _ in .text },
        summary: LocalizedText("how to cite the articles of the rows", zh: "各行所在文章的引用著录"),
        explanation: LocalizedText(
            "One entry an article, in GB/T 7714 (a newspaper article) or short. The newspaper is the setting newspaper (报名); it is 人民日报 until you set it, and 报名不详 where you set it empty. For passages the short style adds their address.",
            zh: "每篇一条，按 GB/T 7714（报纸文章）或简注。报纸名取设置 报名，未设时为人民日报，设为空则写报名不详。简注并记段落地址。"),
        examples: [
            Example("articles | cite", gives: "孟建柱. 加强基层组织建设的新实践——上海市积极探索社区党建的思考[N]. 人民日报, 1999-10-12(11)."),
            Example("section 新的格局 | grep 主体 | cite style=short", gives: "孟建柱：《加强基层组织建设的新实践——上海市积极探索社区党建的思考》，《人民日报》1999-10-12，第11版，¶16"),
        ])
) { invocation in
    var lines: [TextResult.Line] = []
    var seen = Set<String>()
    let isShort = invocation.arguments.choice("style") == "short"
    for region in try regionsToShow(invocation) {
        let shard = invocation.archive.shards[region.shard]
        let article = enclosing(region, at: .article, shard)
        let text = isShort ? shortCitation(region, article, invocation) : citation(article, invocation)
        if seen.insert("\(article.shard) \(article.unit) \(text)").inserted { lines.append(TextResult.Line(text)) }
    }
    if invocation.context.newspaper.isEmpty {
        invocation.context.note(
            LocalizedText("the newspaper is not known: set newspaper NAME", zh: "报纸名不详：设 报名 名称"))
    }
    return .text(lines)
}

private func newspaper(_ invocation: Invocation) -> String {
    invocation.context.newspaper.isEmpty ? "[报名不详]" : invocation.context.newspaper
}

/// GB/T 7714—2015, 8.4.2: 主要责任者. 题名[N]. 报纸名, 出版日期(版次).
private func citation(_ article: Region, _ invocation: Invocation) -> String {
    func field(_ field: UnitField) -> String { invocation.archive.value(field, of: article).plainText() }
    let author = field(.author)
    let date = field(.date)
    let page = field(.page)
    let title = field(.title)
    var text = author.isEmpty ? "" : "\(author). "
    text += "\(title.isEmpty ? "[题名不详]" : title)[N]. \(newspaper(invocation))"
    text += date.isEmpty ? ", [日期不详]" : ", \(date)"
    return text + (page.isEmpty ? "." : "(\(page)).")
}

private func shortCitation(_ region: Region, _ article: Region, _ invocation: Invocation) -> String {
    func field(_ field: UnitField) -> String { invocation.archive.value(field, of: article).plainText() }
    let author = field(.author)
    let page = field(.page)
    var text = author.isEmpty ? "" : "\(author)："
    text += "《\(field(.title))》，《\(newspaper(invocation))》\(field(.date))"
    if !page.isEmpty { text += "，第\(page)版" }
    if region.layer != .article { text += "，\(invocation.archive.address(of: region))" }
    return text
}
