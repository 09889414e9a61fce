import Documents
import QueryLanguage

/// Units as JSON objects with these keys, always all of them and in this order; null where a unit has no such value:
///
/// - `address` as it can be typed, `layer`, `text`
/// - `hits`: a list of `[start, end]`; `start`, `end`: byte offsets into the original file
/// - `title` `subtitle` `author` `date` `page` `pagename` `column` `file`: the article's fields
/// - `line` of the first byte, from 1; `section`: the innermost heading; `para`, `sent`: numbers within the article
/// - `len` in Unicode scalars; `attributes`: an object of the values found with spans
struct UnitJSON {
    private let result: UnitResult
    private var locator: RowLocator
    private var fieldsArticle = -1
    private var articleFields: [UInt8] = []

    init(_ result: UnitResult) {
        self.result = result
        locator = RowLocator(result.archive)
    }

    /// Writes row `row` of `batch`, without a newline.
    mutating func write(_ batch: Regions, _ row: Int, to output: inout Output) {
        let region = batch[row]
        let shard = result.archive.shards[region.shard]
        output.write("{\"address\":\"\(locator.address(of: region))\",\"layer\":\"\(region.layer.name)\",\"text\":")
        output.writeJSON(shard.text, shard.pieces(of: region))
        writeOffsets(region, batch.hits?[row] ?? [], shard, to: &output)
        writeArticleFields(region, shard, to: &output)
        writePlace(region, shard, to: &output)
        output.write(",\"attributes\":{")
        for (index, column) in zip(result.attributes, batch.attributes).enumerated() {
            output.writeJSON(key: column.0.name, isFirst: index == 0)
            output.writeJSON(column.1[row])
        }
        output.write("}}")
    }

    private func writeOffsets(_ region: Region, _ hits: ArraySlice<Span>, _ shard: Shard, to output: inout Output) {
        output.write(",\"hits\":[")
        var separator = "["
        for hit in hits {
            output.write("\(separator)\(shard.sourceOffset(hit.start)),\(shard.sourceOffset(hit.end))]")
            separator = ",["
        }
        let (start, end) = (shard.sourceOffset(region.span.start), shard.sourceOffset(region.span.end))
        output.write("],\"start\":\(start),\"end\":\(end)")
    }

    /// The fields of an article are the same bytes for all its rows.
    private mutating func writeArticleFields(_ region: Region, _ shard: Shard, to output: inout Output) {
        let article = shard.article(of: region)
        let number = result.archive.number(ofArticle: article, inShard: region.shard)
        if number != fieldsArticle {
            fieldsArticle = number
            let place = Region(layer: .article, shard: region.shard, unit: article, span: shard.articles[article].block)
            var fields = Output()
            for field in UnitJSON.articleFields {
                fields.writeJSON(key: field.rawValue)
                fields.writeJSON(result.archive.value(field, of: place))
            }
            articleFields = fields.takeBytes()
        }
        articleFields.withUnsafeBytes { output.write($0) }
    }

    private static let articleFields: [UnitField] = [
        .title, .subtitle, .author, .date, .page, .pageName, .column, .file,
    ]

    private mutating func writePlace(_ region: Region, _ shard: Shard, to output: inout Output) {
        output.write(",\"line\":\(locator.line(of: region)),\"section\":")
        output.writeJSON(shard.section(of: region).map { shard.heading(ofSection: $0) })
        let paragraph = region.layer >= .paragraph ? "\(shard.paragraphNumber(region.unit))" : "null"
        let sentence = region.layer >= .sentence ? "\(locator.sentenceInArticle(of: region))" : "null"
        output.write(",\"para\":\(paragraph),\"sent\":\(sentence),\"len\":\(shard.length(of: region))")
    }
}
