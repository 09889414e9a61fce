import QueryLanguage
import SourceText

extension LessonAnswer {
    /// What kind of answer it is: `a number of sentences`, `a table of section, len, 5 rows`.
    var described: LocalizedText {
        switch self {
        case .failed: LocalizedText("an error", zh: "一个错误")
        case .number(_, let unit?):
            LocalizedText("a number of \(unit.name(count: 2))", zh: "一个数（\(unit.chinese)数）")
        case .number(_, nil): LocalizedText("a number", zh: "一个数")
        case .units(let layer, let rows):
            LocalizedText("\(rows.count) \(layer.name(count: rows.count))", zh: " \(rows.count) \(layer.chinese)")
        case .table(let columns, let rows, let drawn):
            LocalizedText(
                "a \(drawn == nil ? "table" : "drawing") of \(columns.map(\.name).joined(separator: ", ")), \(rows.count) row\(rows.count == 1 ? "" : "s")",
                zh: "\(drawn == nil ? "表" : "图")：\(columns.map(\.chinese).joined(separator: "、"))，\(rows.count) 行")
        case .text, .printed: LocalizedText("text", zh: "文字")
        case .named(let name, let answer):
            LocalizedText("the name \(name) for \(answer.described.english)", zh: "名称 \(name)，所指为\(answer.described.chinese)")
        case .scope(let answer): LocalizedText("a scope of \(answer.described.english)", zh: "范围，有\(answer.described.chinese)")
        case .statement: LocalizedText("a statement that gives no rows", zh: "不给出行的语句")
        }
    }
}

extension AnswerDifference {
    /// What is said to the class: what differs, without giving the answer away.
    var message: LocalizedText {
        switch self {
        case .failed: LocalizedText("the query has an error", zh: "查询有错误")
        case .otherError(let codes):
            LocalizedText("here an error is asked for: \(codes.joined(separator: ", "))", zh: "此处要的是一个错误：\(codes.joined(separator: "、"))")
        case .kind(let wanted, let found):
            LocalizedText(
                "the lesson gives \(wanted.described.english); this is \(found.described.english)",
                zh: "课文给出\(wanted.described.chinese)；这里是\(found.described.chinese)")
        case .number: LocalizedText("it is another number in the lesson", zh: "课文得到的是另一个数")
        case .columns(let missing, let extra): columnsMessage(missing, extra)
        case .rows(let wanted, let found, let common):
            LocalizedText(
                "the lesson has \(wanted) row\(wanted == 1 ? "" : "s"), this has \(found); \(common) are in both",
                zh: "课文 \(wanted) 行，这里 \(found) 行，相同的 \(common) 行")
        case .order: LocalizedText("the rows are right, and in another order", zh: "各行都对，但次序不同")
        case .drawing(nil): LocalizedText("the lesson has a table and no drawing", zh: "课文是表，不是图")
        case .drawing(let kind?): LocalizedText("the lesson has a drawing (\(kind.rawValue))", zh: "课文是图（\(kind.rawValue)）")
        case .text: LocalizedText("the lesson has another text", zh: "课文得到的文字不同")
        case .name(let name): LocalizedText("the right rows; the lesson calls them \(name)", zh: "各行都对；课文称之为 \(name)")
        case .statement: LocalizedText("the lesson has another statement", zh: "课文的语句不同")
        }
    }
}

private func columnsMessage(_ missing: [String], _ extra: [String]) -> LocalizedText {
    let english = [
        missing.isEmpty ? nil : "missing: \(missing.joined(separator: ", "))",
        extra.isEmpty ? nil : "not in the lesson: \(extra.joined(separator: ", "))",
    ]
    let chinese = [
        missing.isEmpty ? nil : "缺：\(missing.joined(separator: "、"))",
        extra.isEmpty ? nil : "课文没有：\(extra.joined(separator: "、"))",
    ]
    return LocalizedText(
        "other columns; " + english.compactMap { $0 }.joined(separator: "; "),
        zh: "列不同；" + chinese.compactMap { $0 }.joined(separator: "；"))
}
