import Documents
import QueryLanguage
import SourceText

let byParameter = Parameter(
    BilingualName("by", zh: "按"), .field, repeated: true,
    LocalizedText("one line a value of these fields", zh: "这些字段的每个值各成一行"))

private let countColumn = Column("count", zh: "计数", .number)

let countCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("count", zh: "计数"), shape: .values, named: [byParameter],
        accepts: FlowKind.rows, gives: LocalizedText("a number, or a table with by=", zh: "数；有 by= 则为表"),
        output: { _, arguments in
            let fields = arguments.fields("by")
            return fields.isEmpty ? .number : .table(fields.map(\.column) + [countColumn], hasRegions: false)
        },
        summary: LocalizedText("how many rows, in all or by field", zh: "行数，总数或按字段"),
        explanation: LocalizedText(
            "Counts the rows that come in. With by= it counts them for each value: fields of text in order of first appearance, dates and numbers by value. To count occurrences rather than units, count what find gives, or use freq.",
            zh: "计来行之数。有 by= 则按值分别计数：文字按首次出现的次序，日期与数按值。要计出现次数而非单位数，请计 找 的结果，或用 词频。"),
        examples: [
            Example("section 新的任务 | grep 党员 | count", gives: "2"),
            Example("sents | grep 党员 | count by=section", gives: "section\tcount\n引言\t1\n新的探索\t1\n新的目标\t1\n新的任务\t4\n新的格局\t2"),
        ])
) { invocation in
    let fields = invocation.arguments.fields("by")
    guard fields.isEmpty else { return try countByGroup(fields, invocation) }
    var count = 0
    if case .table = invocation.input {
        return .result(.number(NumberResult(value: try invocation.tableRows().count)))
    }
    let units = invocation.units
    if let totals = units.totals {
        count = try totals.count()
    } else {
        while let batch = try units.next() {
            try invocation.context.cancellation.check()
            count += batch.count
        }
    }
    return .result(
        .number(NumberResult(value: count, unit: units.layer, of: denominator(units.layer, invocation))))
}

/// How many units of a layer there are in the scope, where that is known without reading them.
private func denominator(_ layer: Layer, _ invocation: Invocation) -> Int? {
    guard !invocation.origin.isStoredResult else { return nil }
    return switch layer {
    case .article: invocation.scope?.count(.article) ?? invocation.archive.articleCount
    case .paragraph: invocation.scope?.count(.paragraph) ?? invocation.archive.paragraphCount
    case .section, .sentence, .span: nil
    }
}

private func countByGroup(_ fields: [FieldReference], _ invocation: Invocation) throws -> Outcome {
    var groups = Groups()
    var counts: [Int] = []
    func add(_ row: RowReader, count: Int = 1) {
        let place = groups.place(of: fields.map { row.value($0) })
        if place == counts.count { counts.append(0) }
        counts[place] += count
    }
    if case .table = invocation.input {
        try invocation.tableRows().forEach { add(RowReader($0, invocation)) }
    } else if let key = articleKey(fields), let totals = invocation.units.totals {
        for total in try totals.byArticle(key) { add(RowReader(total, invocation), count: total.count) }
    } else {
        let units = invocation.units
        while let batch = try units.next() {
            try invocation.context.cancellation.check()
            for row in 0..<batch.count { add(RowReader(batch, row, invocation)) }
        }
    }
    let rows = groups.sorted(kinds: fields.map(\.column.kind)).map { TableRow($0.key + [.integer(counts[$0.place])]) }
    return .table(TableResult(archive: invocation.archive, columns: fields.map(\.column) + [countColumn], rows: rows))
}
