import Documents
import QueryLanguage
import SourceText
import StringAnalysis

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
                .choice([
                    BilingualName("gbt7714", zh: "国标", aliases: ["gb"]), BilingualName("bibtex", zh: "bibtex"),
                    BilingualName("ris", zh: "ris"), BilingualName("csl", zh: "csl", aliases: ["csl-json"]),
                    BilingualName("short", zh: "简"), BilingualName("query", zh: "查询"),
                ]), default: "gbt7714",
                LocalizedText(
                    "GB/T 7714, BibTeX, RIS, CSL-JSON, a short note, or the query itself", zh: "GB/T 7714、BibTeX、RIS、CSL-JSON、简注，或查询本身"))
        ],
        accepts: FlowKind.rows + [.number], source: .scope(.article), gives: LocalizedText("text", zh: "文本"),
        output: { _, _ in .text },
        summary: LocalizedText("how to cite what was found, or the query that found it", zh: "所得之引用著录，或所用之查询"),
        explanation: LocalizedText(
            "One entry an article, or for finer rows one a passage with its address: GB/T 7714 (a newspaper article), BibTeX, RIS, CSL-JSON or short. The newspaper is the setting newspaper (报名); it is 人民日报 until you set it, and 报名不详 where you set it empty. style=query gives a footnote for a count or a table: the query in its canonical form, what it gave, the archive with its fingerprint, and the version, so that anybody with the same texts can run it again.",
            zh:
                "每篇一条，更细的行则每段一条并记地址：GB/T 7714（报纸文章）、BibTeX、RIS、CSL-JSON 或简注。报纸名取设置 报名，未设时为人民日报，设为空则写报名不详。格式=查询 为计数或表格给出脚注：规范写法的查询、所得、档案及其指纹、版本，凡有同样文本者皆可重做。"
        ),
        examples: [
            Example("articles | cite", gives: "孟建柱. 加强基层组织建设的新实践——上海市积极探索社区党建的思考[N]. 人民日报, 1999-10-12(11)."),
            Example("section 新的格局 | grep 主体 | cite style=short", gives: "孟建柱：《加强基层组织建设的新实践——上海市积极探索社区党建的思考》，《人民日报》1999-10-12，第11版，¶16"),
            Example(
                "section 新的格局 | grep 主体 | cite style=bibtex",
                gives:
                    "@article{wen19991012a1,\n  author = {{孟建柱}},\n  title = {{加强基层组织建设的新实践——上海市积极探索社区党建的思考}},\n  journal = {人民日报},\n  year = {1999},\n  month = {10},\n  day = {12},\n  pages = {11},\n  note = {¶16},\n  langid = {chinese},\n}"
            ),
            Example(
                "articles | cite style=csl",
                gives:
                    "[\n{\"id\":\"wen19991012a1\",\"type\":\"article-newspaper\",\"title\":\"加强基层组织建设的新实践——上海市积极探索社区党建的思考\",\"author\":[{\"literal\":\"孟建柱\"}],\"container-title\":\"人民日报\",\"issued\":{\"date-parts\":[[1999,10,12]]},\"page\":\"11\",\"language\":\"zh\"}\n]"
            ),
            Example(
                "find 党员 | count | cite style=query",
                gives: "find 党员 | count → 14 spans. Archive: 1 file, 1 article, xxh128 14799bdb7e00491b3f10ef53aaaf678d. wen 0.1.0."),
        ])
) { invocation in
    let style = CitationStyle(rawValue: invocation.arguments.choice("style") ?? CitationStyle.gbt7714.rawValue)
    guard let style, !invocation.isNumber else { return try .text([TextResult.Line(footnote(invocation))]) }
    let citations = try citations(style, invocation)
    var lines = [style.frame.before].compactMap { $0 }
    for (index, citation) in citations.enumerated() {
        var own = style.lines(citation)
        if index < citations.count - 1, let last = own.popLast() { own.append(last + style.frame.between) }
        lines += own
    }
    if invocation.context.newspaper.isEmpty {
        invocation.context.note(
            LocalizedText("the newspaper is not known: set newspaper NAME", zh: "报纸名不详：设 报名 名称"))
    }
    // What programs read is copied from the screen whole.
    let isCode = style != .gbt7714 && style != .short
    return .text((lines + [style.frame.after].compactMap { $0 }).map { TextResult.Line($0, style: isCode ? .code : .plain) })
}

/// What is cited: each article once, or each passage once.
private func citations(_ style: CitationStyle, _ invocation: Invocation) throws -> [Citation] {
    var citations: [Citation] = []
    var seen = Set<[String]>()
    for region in try regionsToShow(invocation) {
        let citation = Citation(region, invocation)
        if seen.insert(style.lines(citation)).inserted { citations.append(citation) }
    }
    return citations
}

/// The query, what it gave, out of what, and by which program.
private func footnote(_ invocation: Invocation) throws -> String {
    let found = try describeInput(invocation)
    let archive = invocation.archive
    let files = archive.fileCount
    let fingerprint = try archive.fingerprint { try invocation.poll(.reading, 0) }
    let version = invocation.context.version
    let query = canonical(invocation)
    guard invocation.context.language == .chinese else {
        return
            "\(query) → \(found(.english)). Archive: \(files) file\(files == 1 ? "" : "s"), \(archive.articleCount) article\(archive.articleCount == 1 ? "" : "s"), xxh128 \(fingerprint). wen \(version)."
    }
    return "\(query) → \(found(.chinese))。档案：\(files) 个文件，\(archive.articleCount) 篇，xxh128 \(fingerprint)。wen \(version)。"
}

/// The query in English, formatted; with the scope that it was asked in, and the setting that decides what is found.
private func canonical(_ invocation: Invocation) -> String {
    let environment = BindingEnvironment(commands: invocation.context.commands)
    func formatted(_ text: String) -> String {
        guard case .format(_, let result?)? = bind("fmt en \(text)", in: environment).statements.first else { return text }
        return result
    }
    let scope = invocation.origin.scopeText.map { "use \(formatted($0)); " } ?? ""
    // `cite` has no `exact=` of its own: what it was bound with is the setting.
    let setting = invocation.arguments.isExact ? "set exact true; " : ""
    return setting + scope + formatted(invocation.origin.text)
}

private func describeInput(_ invocation: Invocation) throws -> LocalizedText {
    switch invocation.input {
    case .number(let number):
        let unit = number.unit
        return LocalizedText(
            "\(number.value)\(unit.map { " \($0.name(count: number.value))" } ?? "")", zh: "\(number.value) \(unit?.chinese ?? "")")
    case .table:
        let count = try invocation.tableRows().count
        return LocalizedText("a table of \(count) row\(count == 1 ? "" : "s")", zh: "表 \(count) 行")
    case .units(let units):
        var count = 0
        var articles = Set<Int>()
        while let batch = try units.next() {
            try invocation.context.cancellation.check()
            count += batch.count
            let shard = invocation.archive.shards[batch.shard]
            for row in 0..<batch.count {
                articles.insert(invocation.archive.number(ofArticle: shard.article(of: batch[row]), inShard: batch.shard))
            }
        }
        let inside = units.layer == .article ? "" : " in \(articles.count) article\(articles.count == 1 ? "" : "s")"
        return LocalizedText(
            "\(count) \(units.layer.name(count: count))\(inside)",
            zh: "\(count) \(units.layer.chinese)\(units.layer == .article ? "" : "，在 \(articles.count) 篇中")")
    case .text, .nothing: return LocalizedText("nothing", zh: "无")
    }
}

extension Invocation {
    fileprivate var isNumber: Bool { if case .number = input { true } else { false } }
}
