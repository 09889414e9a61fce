import Documents
import QueryLanguage

/// What a citation of an article, or of a passage in one, is made of.
struct Citation {
    /// The authors' names; empty where the author is not known.
    let authors: [String]
    /// Empty where it is not known.
    let title: String
    /// Empty where it is not known.
    let newspaper: String
    let date: PartialDate?
    let page: Int?
    /// The address of the passage; nil for the whole article.
    let passage: String?
    /// A key of ASCII letters and digits that is one article's in the archive.
    let key: String

    /// The citation of a row: of its article, and of the place in it.
    init(_ region: Region, _ invocation: Invocation) {
        let archive = invocation.archive
        let shard = archive.shards[region.shard]
        let index = shard.article(of: region)
        let article = shard.articles[index]
        authors = Citation.names(in: shard.string(.author, ofArticle: index) ?? "")
        title = shard.string(.title, ofArticle: index) ?? ""
        newspaper = invocation.context.newspaper
        date = article.date
        page = article.page < 0 ? nil : Int(article.page)
        passage = region.layer == .article ? nil : archive.address(of: region).description
        let number = archive.number(ofArticle: index, inShard: region.shard)
        key = "wen" + (article.date.map { "\($0.description.filter(\.isNumber))" } ?? "") + "a\(number)"
    }

    /// The names of an author line: 本报记者 张三 李四 gives 张三 and 李四, one name stays as it stands.
    private static func names(in line: String) -> [String] {
        let offices = ["本报记者", "新华社记者", "本报通讯员", "本报评论员", "记者", "通讯员", "特约记者", "摄影"]
        let parts = line.split { $0.isWhitespace || "、，,；;".contains($0) }.map(String.init)
        guard parts.count > 1 else { return parts }
        let names = parts.filter { !offices.contains($0) }
        return names.isEmpty ? parts : names
    }

    /// The date as `1999-10-12`, without what is not known.
    var dateText: String { date?.description ?? "" }
}
