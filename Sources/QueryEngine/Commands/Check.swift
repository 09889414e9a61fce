import Documents
import QueryLanguage
import SourceText

let checkCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("check", zh: "应得"), shape: .values,
        positional: [
            Parameter(
                BilingualName("value", zh: "值"), .literal, required: true,
                LocalizedText("the number, or the text, that must come in", zh: "应得的数或文字"))
        ],
        accepts: FlowKind.anything, gives: LocalizedText("nothing", zh: "无"), output: { _, _ in .nothing },
        summary: LocalizedText("compares the result with what is expected", zh: "把结果与应得的值核对"),
        explanation: LocalizedText(
            "A number is compared with a count, or with the number of rows; a table of one cell with that cell; a text with the whole text. Where they differ, what was found is said and the status is 4.",
            zh: "数与计数或行数相比；只有一格的表与该格相比；文字与全文相比。不符则说明所得，状态为 4。"),
        examples: [Example("section 新的任务 | grep 党员 | count | check 2", gives: "")])
) { invocation in
    guard case .literal(let expected)? = invocation.arguments.positional.first else { return .result(.nothing) }
    let found = try comparable(invocation)
    let isSame = found == expected || found.plainText() == expected.plainText()
    guard isSame else {
        throw QueryFailure(
            .checkFailed, at: invocation.range,
            LocalizedText(
                "found \(found.plainText()), expected \(expected.plainText())",
                zh: "所得为 \(found.plainText())，应得 \(expected.plainText())"))
    }
    return .effect(
        .passed(LocalizedText("check passed: \(found.plainText())", zh: "核对无误：\(found.plainText())")))
}

private func comparable(_ invocation: Invocation) throws -> Cell {
    switch invocation.input {
    case .number(let number): return .integer(number.value)
    case .text(let text): return .text(text.lines.map(\.text).joined(separator: "\n"))
    case .units: return .integer(try invocation.gathered().count)
    case .table(let table):
        let rows = try invocation.tableRows()
        return rows.count == 1 && table.columns.count == 1 ? rows[0].cells[0] : .integer(rows.count)
    case .nothing: return .empty
    }
}
