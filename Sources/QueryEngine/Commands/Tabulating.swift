import Documents
import QueryLanguage
import SourceText

let selectCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("select", zh: "选"), shape: .values,
        positional: [
            Parameter(
                BilingualName("fields", zh: "字段"), .field, required: true, repeated: true,
                LocalizedText("the columns of the table, in this order", zh: "表的各列，按此次序"))
        ],
        accepts: FlowKind.rows, gives: LocalizedText("a table", zh: "表"),
        output: { input, arguments in .table(arguments.fields.map(\.column), hasRegions: hasRegions(input)) },
        summary: LocalizedText("a table of chosen fields", zh: "选取字段成表"),
        explanation: LocalizedText(
            "Makes a table with the fields named, in their order. Rows keep their place, so that show, cite and other fields still work.",
            zh: "以所列字段成表，次序照写。各行仍记得出处，可再用 显示、出处 及其他字段。"),
        examples: [
            Example("sections | select section, len", gives: "section\tlen\n引言\t437\n新的探索\t660\n新的目标\t459\n新的任务\t707\n新的格局\t441"),
            Example("articles | select author, date, page", gives: "author\tdate\tpage\n孟建柱\t1999-10-12\t11"),
        ])
) { invocation in
    let fields = invocation.arguments.fields
    return tabulating(fields.map(\.column), invocation) { row, _ in fields.map { row.value($0) } }
}

let deriveCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("derive", zh: "列"), shape: .assignments,
        positional: [
            Parameter(
                BilingualName("NAME = expression", zh: "名 = 式"), .text, required: true, repeated: true,
                LocalizedText("a new column and what it holds", zh: "新列及其内容"))
        ],
        accepts: FlowKind.rows, gives: LocalizedText("a table", zh: "表"),
        output: { input, arguments in
            .table(derivedColumns(input, arguments), hasRegions: hasRegions(input))
        },
        summary: LocalizedText("adds columns that are worked out", zh: "增加算出的列"),
        explanation: LocalizedText(
            "Adds columns to a table; text units become a table of their address, the new columns and their text. Expressions are those of where: fields, arithmetic, functions such as count(党员), len(text), before(…).",
            zh: "为表增列；文本单位则成为地址、新列与正文之表。式与 条件 相同：字段、算术，以及 计数(党员)、长度(正文)、之前(…) 等函数。"),
        examples: [
            Example("paras | derive 次数 = count(党员) | sort 次数 desc | head 1 | select para, 次数", gives: "para\t次数\n13\t8"),
            Example(
                "sections | derive 密度 = count(党) * 1000 ÷ len | select section, 密度",
                gives: "section\t密度\n引言\t38.9016\n新的探索\t37.8788\n新的目标\t50.1089\n新的任务\t42.4328\n新的格局\t43.0839"),
        ])
) { invocation in
    let assignments = invocation.arguments.assignments
    let columns = derivedColumns(invocation.inputType, invocation.arguments)
    return tabulating(columns, invocation) { row, old in
        let values = try assignments.map { try row.evaluate($0.expression) }
        if case .table = invocation.inputType { return old + values }
        guard let region = row.region else { return values }
        return [.text(invocation.context.locator.address(of: region).description)] + values + [.text(row.text)]
    }
}

private func hasRegions(_ input: FlowType) -> Bool {
    switch input {
    case .units: true
    case .table(_, let hasRegions): hasRegions
    case .nothing, .number, .text: false
    }
}

private func derivedColumns(_ input: FlowType, _ arguments: BoundArguments) -> [Column] {
    let new = arguments.assignments.map(\.column)
    if case .table(let columns, _) = input { return columns + new }
    return [Column("address", zh: "地址", .text)] + new + [Column(.text)]
}

/// Rows of any kind as rows of a table with other cells, batch by batch.
private func tabulating(
    _ columns: [Column], _ invocation: Invocation, cells: @escaping (RowReader, _ old: [Cell]) throws -> [Cell]
) -> Outcome {
    if case .table(let table) = invocation.input {
        return .table(
            TableResult(archive: invocation.archive, columns: columns) {
                try table.next().map { rows in
                    try rows.map {
                        TableRow(try cells(RowReader($0, invocation), $0.cells), region: $0.region, hit: $0.hit)
                    }
                }
            })
    }
    let units = invocation.units
    return .table(
        TableResult(archive: invocation.archive, columns: columns) {
            guard let batch = try units.next() else { return nil }
            try invocation.context.cancellation.check()
            return try (0..<batch.count).map { row in
                TableRow(try cells(RowReader(batch, row, invocation), []), region: batch[row])
            }
        })
}
