import Documents
import QueryLanguage
import SourceText
import StringAnalysis

private let reuseColumns = [
    Column("source", zh: "先", .text), Column("source-date", zh: "先见日期", .date), Column("copy", zh: "后", .text),
    Column("copy-date", zh: "后见日期", .date), Column("same", zh: "同字", .number), Column("similarity", zh: "相似", .number),
    Column("cluster", zh: "簇", .number), Column("passage", zh: "原文", .text), Column("copied", zh: "后文", .text),
]

let reuseCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("reuse", zh: "袭用"), shape: .values,
        named: [
            Parameter(
                BilingualName("min", zh: "至少"), .integer(8...100_000), default: "20",
                LocalizedText("the fewest characters that are the same", zh: "相同的字至少几个"))
        ],
        accepts: [.units(.article)], source: .scope(.article), gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(reuseColumns, hasRegions: true) },
        summary: LocalizedText("passages that articles share", zh: "几篇文章共有的段落"),
        explanation: LocalizedText(
            "Passages that two articles have in common, small changes allowed: at least min= characters are the same, and three quarters of the longer side; punctuation is left out of account. The article of the earlier date is the source; where dates are the same or missing, the one that comes first in the archive, and then nothing is said of who copied whom. cluster numbers the groups of articles that hang together by shared passages. The longest passage comes first. A row stands for the copy. Found by winnowing (Schleimer, Wilkerson and Aiken 2003) and aligned from the places that agree.",
            zh:
                "两篇文章共有的段落，容许小异：至少 min= 字相同，且占较长一方的四分之三；标点不计。日期较早者为先；日期相同或缺失时以档案中的次序为先，此时不表示谁抄谁。簇为因共有段落而相连的文章之组。最长者在前。每行代表后出的一处。先以 winnowing（Schleimer、Wilkerson、Aiken 2003）觅得，再由相合处对齐。"
        ),
        examples: [Example("reuse | count", gives: "0")])
) { invocation in
    let (text, articles) = try documents(invocation)
    guard articles.count > 1 else {
        invocation.context.note(
            LocalizedText("one article has nobody to share with: open more", zh: "只有一篇文章，无从比较：请多打开几篇"))
        return .table(TableResult(archive: invocation.archive, columns: reuseColumns, rows: []))
    }
    let shared = try TextReuse(minimum: invocation.arguments.integer("min") ?? 20).passages(
        in: ReusableText(text, firstPieces: articles.map(\.firstPiece)), poll: invocation.polling(.comparing))
    let numbers = clusterNumbers(shared, articles.count)
    let rows = shared.map { PassageRow($0, articles, invocation.archive) }.sorted { a, b in
        (a.passage.same, b.passage.first, b.passage.second, b.passage.inFirst.lowerBound)
            > (b.passage.same, a.passage.first, a.passage.second, a.passage.inFirst.lowerBound)
    }
    return lazyTable(rows, reuseColumns, invocation) { row in
        let (source, copy) = (string(row.source.range, text, invocation), string(row.copy.range, text, invocation))
        let region = invocation.region(row.copy.range, of: text)
        return TableRow(
            row.places(invocation) + [
                .integer(row.passage.same), .decimal(Double(row.passage.same) / Double(row.passage.length)),
                .integer(numbers[row.passage.first]), .text(source), .text(copy == source ? "" : copy),
            ], region: region, hit: region.span)
    }
}

/// An article whose text is compared.
private struct ComparedArticle {
    let region: Region
    let firstPiece: Int
}

/// The text of the articles that come in, and which is whose.
private func documents(_ invocation: Invocation) throws -> (SymbolText, [ComparedArticle]) {
    var text = SymbolText()
    var articles: [ComparedArticle] = []
    let units = invocation.units
    while let batch = try units.next() {
        try invocation.poll(.reading, at: batch)
        let shard = invocation.archive.shards[batch.shard]
        for row in 0..<batch.count {
            articles.append(ComparedArticle(region: batch[row], firstPiece: text.pieces.count))
            for paragraph in paragraphs(of: batch[row], invocation) {
                text.append(
                    shard.paragraphs[paragraph], of: shard.text, shard: batch.shard, unit: paragraph, document: articles.count)
            }
        }
    }
    return (text, articles)
}

private func string(_ range: Range<Int>, _ text: SymbolText, _ invocation: Invocation) -> String {
    invocation.string(range, of: text)
}

/// A passage with its direction: which side is the earlier.
private struct PassageRow {
    let passage: SharedPassage
    let source: (article: Region, range: Range<Int>)
    let copy: (article: Region, range: Range<Int>)

    init(_ passage: SharedPassage, _ articles: [ComparedArticle], _ archive: Archive) {
        self.passage = passage
        let first = (article: articles[passage.first].region, range: passage.inFirst)
        let second = (article: articles[passage.second].region, range: passage.inSecond)
        var isReversed = false
        if let a = archive.date(of: first.article), let b = archive.date(of: second.article) {
            isReversed = b.firstDay < a.firstDay
        }
        source = isReversed ? second : first
        copy = isReversed ? first : second
    }

    /// The addresses and dates of both sides.
    func places(_ invocation: Invocation) -> [Cell] {
        [source.article, copy.article].flatMap { article -> [Cell] in
            let date = invocation.archive.date(of: article)
            return [.text(invocation.archive.address(of: article).description), date.map { .date($0) } ?? .empty]
        }
    }
}

/// For each article the number of its cluster, from 1 in the order of the articles; articles that share nothing have none of
/// their own number shown.
private func clusterNumbers(_ shared: [SharedPassage], _ count: Int) -> [Int] {
    let roots = clusters(of: shared, documents: count)
    let used = Set(shared.flatMap { [roots[$0.first], roots[$0.second]] }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0 + 1) })
    return roots.map { numbers[$0] ?? 0 }
}
