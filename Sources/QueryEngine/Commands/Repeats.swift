import Documents
import QueryLanguage
import SourceText
import StringAnalysis

private let repeatColumns = [
    Column("string", zh: "串", .text), Column("count", zh: "次数", .number), Column("len", zh: "字数", .number),
    Column("articles", zh: "篇数", .number),
]

let repeatsCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("repeats", zh: "重复"), shape: .values,
        positional: [
            Parameter(
                BilingualName("minlen", zh: "最短"), .integer(2...100_000), required: true,
                LocalizedText("the shortest string, in characters", zh: "最短的串，按字计"))
        ],
        named: [minimumParameter],
        accepts: FlowKind.textUnits, gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(repeatColumns, hasRegions: true) },
        summary: LocalizedText("the longest strings that recur", zh: "反复出现的最长串"),
        explanation: LocalizedText(
            "Maximal repeats: strings without punctuation that occur at least min= times and to which no character on the left or right can be added without losing an occurrence. So no fragment of a longer string with the same count is listed. Most frequent first, then the longest. A row stands for the first occurrence.",
            zh: "极大重复串：不含标点、至少出现 min= 次，左右再添一字便会少掉某次出现者。因此不列与更长的串次数相同的片段。次数多者在前，其次长者。每行代表首次出现处。"),
        examples: [
            Example("repeats 8 | head 2 | select string, count", gives: "string\tcount\n党组织在社区工作中的\t3\n上海社区党建工作\t3"),
            Example("repeats 8 | count", gives: "17"),
        ])
) { invocation in
    let arguments = invocation.arguments
    let text = try invocation.symbolText()
    guard let order = try SuffixOrder(text, poll: invocation.polling(.sorting)) else {
        throw tooMuchText(invocation)
    }
    let found = try order.maximalRepeats(
        of: text, length: arguments.firstInteger ?? 2, count: arguments.integer("min") ?? 2, poll: invocation.polling(.counting))
    let rows = found.map { RepeatRow($0, order) }.sorted {
        ($0.count, $0.length, $1.first) > ($1.count, $1.length, $0.first)
    }
    return lazyTable(rows, repeatColumns, invocation) { row in
        let range = row.first..<row.first + row.length
        let articles = Set(order.starts[row.places].map { text.pieces[text.piece(at: Int($0))].document }).count
        let region = invocation.region(range, of: text)
        return TableRow(
            [.text(text.string(range)), .integer(row.count), .integer(row.length), .integer(articles)], region: region, hit: region.span)
    }
}

private struct RepeatRow {
    let places: Range<Int>
    let length: Int
    let first: Int
    var count: Int { places.count }

    init(_ found: Repeat, _ order: SuffixOrder) {
        places = found.places
        length = found.length
        first = Int(order.starts[found.places].min() ?? 0)
    }
}

/// There is more text than can be sorted at once.
func tooMuchText(_ invocation: Invocation) -> QueryFailure {
    QueryFailure(
        .tooMuchText, at: invocation.range,
        LocalizedText("this is more text than can be sorted at once", zh: "文字太多，无法一次排序"),
        advice: LocalizedText("take a part of it first: articles date=1999 | …", zh: "请先取一部分：文章 日期=1999 ｜ …"))
}
