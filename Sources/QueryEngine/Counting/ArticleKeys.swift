import Documents
import QueryLanguage

/// What articles are counted together by where these fields are asked for: articles with one key have the same values of them. Nil where one
/// of the fields is none that all rows of an article share.
func articleKey(_ fields: [FieldReference]) -> ArticleKey? {
    var own: Set<UnitField> = []
    for case .unit(let field) in fields where field.isArticleField { own.insert(field) }
    guard own.count == Set(fields).count else { return nil }
    if own.isSubset(of: [.year]) { return { article, shard, _ in UInt64(shard.articles[article].packedDate >> 9) } }
    if own.isSubset(of: [.date, .year, .month, .day]) { return { article, shard, _ in UInt64(shard.articles[article].packedDate) } }
    return { article, _, number in UInt64(number) << 32 | UInt64(article) }
}

extension RowReader {
    /// The article of a total as a row.
    init(_ total: ArticleTotal, _ invocation: Invocation) {
        let block = invocation.archive.shards[total.shard].articles[total.article].block
        var row = Regions(layer: .article, shard: total.shard)
        row.append(unit: UInt32(total.article), span: block)
        self.init(row, 0, invocation)
    }
}
