import Documents
import QueryLanguage
import SourceText

let crosstabCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("crosstab", zh: "交叉"), shape: .series,
        positional: [
            Parameter(
                BilingualName("patterns", zh: "模式"), .pattern, required: true, repeated: true,
                LocalizedText("what to count; commas between several", zh: "要计的模式，几个之间用逗号"))
        ],
        named: [
            Parameter(
                BilingualName("by", zh: "按"), .field, required: true, repeated: true,
                LocalizedText("one row a value of these fields", zh: "这些字段的每个值各成一行")),
            exceptParameter, .exact,
        ],
        accepts: FlowKind.textUnits, gives: LocalizedText("a table", zh: "表"),
        output: { _, arguments in .table(crosstabColumns(arguments), hasRegions: false) },
        summary: LocalizedText("phrases against groups, with what is nowhere said", zh: "词语与分组对照，标出空白点"),
        explanation: LocalizedText(
            "Counts the hits of each pattern for each value of by=: a row a value, a column a pattern, and their total. Groups without a hit are listed. A count of zero is a blank spot and is written 空白点 at a terminal and over a pipe; in CSV, TSV and JSON exports it is 0, and where and sort see 0. The totals of columns and the number of blank spots are said below. Rates and denominators are freq's.",
            zh:
                "按 by= 之值计各模式的命中次数：每个值一行，每个模式一列，并有合计。没有命中的组也列出。零为空白点，终端与管道中写作“空白点”，输出为 CSV、TSV、JSON 时为 0，条件 与 排序 亦视为 0。各列合计与空白点之数写在表下。比率与分母见 词频。"
        ),
        examples: [
            Example(
                "crosstab 党员,群众,机制 by=section",
                gives:
                    "section\t党员\t群众\t机制\ttotal\n引言\t1\t1\t空白点\t2\n新的探索\t1\t2\t1\t4\n新的目标\t1\t3\t1\t5\n新的任务\t9\t11\t1\t21\n新的格局\t2\t3\t2\t7"
            ),
            Example("crosstab 党员,群众,机制 by=section | where 机制 = 0 | select section", gives: "section\n引言"),
        ])
) { invocation in
    let arguments = invocation.arguments
    let fields = arguments.fields("by")
    let tally = try GroupTally(arguments.patterns, invocation, of: fields) { row, _ in
        fields.map { row.value($0) }
    }
    let rows = tally.groups.sorted(kinds: fields.map(\.column.kind)).map { key, place in
        let hits = tally.hits[place]
        return TableRow(key + hits.map(Cell.integer) + [.integer(hits.reduce(0, +))])
    }
    noteTotals(arguments.patterns, tally, invocation)
    let counts = fields.count..<fields.count + arguments.patterns.count
    return .table(
        TableResult(
            archive: invocation.archive, columns: crosstabColumns(arguments), style: .crossTabulation(counts: counts), rows: rows))
}

private func crosstabColumns(_ arguments: BoundArguments) -> [Column] {
    arguments.fields("by").map(\.column) + arguments.patterns.map { Column(verbatim: $0.label, .number) } + [
        Column("total", zh: "合计", .number)
    ]
}

/// The totals of columns stand under the table and not in it: a row is a group, for whoever sorts or exports them.
private func noteTotals(_ patterns: [BoundPattern], _ tally: GroupTally, _ invocation: Invocation) {
    guard tally.groups.count > 0 else { return }
    let totals = patterns.indices.map { column in tally.hits.reduce(0) { $0 + $1[column] } }
    let list = zip(patterns, totals).map { "\($0.label) \($1)" }.joined(separator: ", ")
    let blanks = tally.hits.joined().filter { $0 == 0 }.count
    let cells = patterns.count * tally.groups.count
    invocation.context.note(
        LocalizedText(
            "in all: \(list); blank spots (空白点): \(blanks) of \(cells) cells", zh: "合计：\(list)；空白点：\(cells) 格中 \(blanks) 格"))
}
