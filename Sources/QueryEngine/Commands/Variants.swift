import Documents
import PatternMatching
import QueryLanguage
import SourceText
import StringAnalysis

private let variantColumns = [
    Column("variant", zh: "变体", .text), Column("distance", zh: "距离", .number), Column("count", zh: "次数", .number),
    Column("articles", zh: "篇数", .number), Column("first", zh: "首见", .date), Column("last", zh: "末见", .date),
    Column("address", zh: "地址", .text),
]

let variantsCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("variants", zh: "变体"), shape: .patterns,
        positional: [
            Parameter(
                BilingualName("pattern", zh: "模式"), .pattern, required: true,
                LocalizedText("a phrase, or parts with a gap …", zh: "一个说法，或带缺口 … 的几部分"))
        ],
        named: [
            Parameter(
                BilingualName("distance", zh: "距离"), .integer(0...5), default: "1",
                LocalizedText("most characters put in, left out or exchanged", zh: "增、减、换的字数至多几个")), .exact,
        ],
        accepts: FlowKind.textUnits, gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(variantColumns, hasRegions: true) },
        summary: LocalizedText("the forms in which a phrase occurs", zh: "一个说法的各种写法"),
        explanation: LocalizedText(
            "All strings within an edit distance of the phrase (Levenshtein: characters put in, left out, exchanged), or, of a pattern with a gap or alternatives, all strings it finds; characters that differ in script or width alone are one, unless exact=true. With counts, the articles that have them, and the first and last date. Where several overlap, the nearest counts, of equals the longest. Nearest first, then the most frequent. A row stands for the first occurrence by date.",
            zh:
                "与该说法编辑距离（Levenshtein：增、减、换）不超过 距离= 的一切串；模式带缺口或几选一时，则为其所得的一切串。仅繁简、全半角不同的字视为一字，原样=是 则否。附次数、篇数与首末日期。相互重叠者取最近的，同近取最长的。近者在前，其次次数多者。每行代表按日期最早的一处。"
        ),
        examples: [
            Example(
                "variants 为人民服务宗旨 | select variant, count, address", gives: "variant\tcount\taddress\n为人民服务宗旨\t1\t¶18s1\n为人民服务为宗旨\t1\t¶13s3"
            ),
            Example("variants 从…入手 | count", gives: "4"),
        ])
) { invocation in
    guard let pattern = invocation.arguments.patterns.first else { return .result(.nothing) }
    let forms = try phrase(pattern).map { try near($0, invocation) } ?? found(pattern, invocation)
    let rows = forms.sorted { a, b in
        if a.distance != b.distance { return a.distance < b.distance }
        return (a.count, a.text.unicodeScalars.count, b.order) > (b.count, b.text.unicodeScalars.count, a.order)
    }
    return lazyTable(rows, variantColumns, invocation) { form in
        TableRow(
            [
                .text(form.text), phrase(pattern) == nil ? .empty : .integer(form.distance), .integer(form.count),
                .integer(form.articles.count), form.first.map(Cell.date) ?? .empty, form.last.map(Cell.date) ?? .empty,
                .text(invocation.context.locator.address(of: form.region).description),
            ], region: form.region, hit: form.region.span)
    }
}

/// The phrase that a pattern is, or nil for one with gaps, alternatives or a regular expression.
private func phrase(_ pattern: BoundPattern) -> String? {
    if case .literal(let bytes) = pattern.pattern { String(decoding: bytes, as: UTF8.self) } else { nil }
}

/// One form with where and when it occurs.
private struct Form {
    let text: String
    let distance: Int
    let order: Int
    var count = 0
    var articles: Set<Int> = []
    var first: PartialDate?
    var last: PartialDate?
    var region: Region

    init(_ text: String, distance: Int, order: Int, _ region: Region) {
        self.text = text
        self.distance = distance
        self.order = order
        self.region = region
    }

    mutating func add(_ place: Region, _ archive: Archive) {
        count += 1
        articles.insert(archive.number(ofArticle: archive.shards[place.shard].article(of: place), inShard: place.shard))
        guard let date = archive.date(of: place) else { return }
        if first.map({ date.firstDay < $0.firstDay }) ?? true { (first, region) = (date, place) }
        if last.map({ date.lastDay > $0.lastDay }) ?? true { last = date }
    }
}

/// Forms by their text, in the order in which they are met.
private struct Forms {
    private(set) var all: [Form] = []
    private var index: [String: Int] = [:]

    mutating func add(_ text: String, distance: Int, _ region: Region, _ archive: Archive) {
        let place = index[text] ?? all.count
        if place == all.count {
            index[text] = place
            all.append(Form(text, distance: distance, order: place, region))
        }
        all[place].add(region, archive)
    }
}

private func near(_ phrase: String, _ invocation: Invocation) throws -> [Form] {
    let text = try invocation.symbolText()
    let distance = invocation.arguments.integer("distance") ?? 1
    let scalars = Array(phrase.unicodeScalars)
    guard scalars.allSatisfy({ isUnit($0.value) }) else { throw markInPhrase(phrase, invocation) }
    let isExact = invocation.arguments.isExact
    let pattern = text.symbols(ofAnyOf: scalars.map { isExact ? [$0] : Folding.variants(of: $0) })
    if distance >= pattern.count {
        invocation.context.note(
            LocalizedText(
                "distance taken as \(pattern.count - 1): a form keeps at least one character", zh: "距离按 \(pattern.count - 1) 计：变体至少留一字"))
    }
    var forms = Forms()
    let matches = try ApproximateSearch(pattern, distance: distance).matches(in: text, poll: invocation.polling(.comparing))
    for match in matches {
        try invocation.context.cancellation.check()
        forms.add(
            text.string(match.range), distance: match.distance, invocation.region(match.range, of: text), invocation.archive)
    }
    return forms.all
}

private func found(_ pattern: BoundPattern, _ invocation: Invocation) throws -> [Form] {
    var forms = Forms()
    while let batch = try invocation.units.next() {
        try invocation.context.cancellation.check()
        let shard = invocation.archive.shards[batch.shard]
        for (row, hits) in try hitsByRow(pattern, in: batch, invocation).enumerated() {
            let region = batch[row]
            for hit in hits {
                let paragraph = region.layer > .section ? region.unit : shard.paragraph(at: hit.start) ?? 0
                let place = Region(layer: .span, shard: batch.shard, unit: paragraph, span: hit)
                forms.add(shard.text.string(hit), distance: 0, place, invocation.archive)
            }
        }
    }
    return forms.all
}

private func markInPhrase(_ phrase: String, _ invocation: Invocation) -> QueryFailure {
    QueryFailure(
        .markInPhrase, at: invocation.range,
        LocalizedText("“\(phrase)” holds a mark: variants are sought inside clauses", zh: "“\(phrase)”中有标点：变体只在小句之内寻找"),
        advice: LocalizedText("leave the mark out, or use a gap: A…B", zh: "请去掉标点，或用缺口：甲…乙"))
}
