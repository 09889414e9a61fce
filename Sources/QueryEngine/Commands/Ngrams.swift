import Documents
import QueryLanguage
import SourceText
import StringAnalysis

/// `min=` of the commands that list strings.
let minimumParameter = Parameter(
    BilingualName("min", zh: "至少"), .integer(1...1_000_000_000), default: "2",
    LocalizedText("the fewest occurrences that are listed", zh: "列出的最少次数"))

private let ngramColumns = [
    Column("string", zh: "串", .text), Column("count", zh: "次数", .number), Column("articles", zh: "篇数", .number),
]

let ngramsCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("ngrams", zh: "串"), shape: .values,
        positional: [
            Parameter(
                BilingualName("n", zh: "字数"), .integer(1...100), required: true,
                LocalizedText("the length in characters", zh: "串长，按字计"))
        ],
        named: [minimumParameter],
        accepts: FlowKind.textUnits, gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(ngramColumns, hasRegions: true) },
        summary: LocalizedText("strings of n characters, by frequency", zh: "n 字串，按频次"),
        explanation: LocalizedText(
            "Counts every string of n characters that holds no punctuation and no blank, overlapping ones included, and the articles it occurs in. Most frequent first; at equal counts, as they first come. A row stands for the first occurrence: show, cite and fields such as date speak of it. Script and width count as they stand.",
            zh: "计一切不含标点与空白的 n 字串（可重叠）及其所在篇数。次数多者在前，相同则先出现者在前。每行代表首次出现处，显示、出处、日期 等即指该处。繁简与全半角按原样计。"),
        examples: [
            Example("ngrams 4 | head 1", gives: "string\tcount\tarticles\n社区党建\t33\t1"),
            Example("section 新的任务 | ngrams 2 min=10", gives: "string\tcount\tarticles\n社区\t17\t1\n工作\t14\t1\n组织\t14\t1\n群众\t11\t1"),
        ])
) { invocation in
    let length = invocation.arguments.firstInteger ?? 2
    let text = try invocation.symbolText()
    let counts = try NgramCounts(text, length: length, poll: invocation.polling(.counting))
    let found = counts.occurring(invocation.arguments.integer("min") ?? 2)
    invocation.context.note(
        LocalizedText(
            "\(counts.total) strings of \(length) characters, \(counts.distinct) different",
            zh: "\(length) 字串共 \(counts.total) 个，不同者 \(counts.distinct)"))
    return lazyTable(found, ngramColumns, invocation) { found in
        let region = invocation.region(found.first..<found.first + length, of: text)
        let cells: [Cell] = [
            .text(text.string(found.first..<found.first + length)), .integer(found.count), .integer(found.range),
        ]
        return TableRow(cells, region: region, hit: region.span)
    }
}
