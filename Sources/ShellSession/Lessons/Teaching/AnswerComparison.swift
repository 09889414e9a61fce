import Documents
import QueryLanguage

/// What is said of an answer.
enum Verdict: Hashable {
    /// It is the lesson's; the rows may stand in another order, where the lesson does not sort them.
    case right(inAnotherOrder: Bool)
    case wrong(AnswerDifference)
}

/// How an answer differs from the lesson's: the first thing that does.
enum AnswerDifference: Hashable {
    /// The query has an error, which has been shown.
    case failed
    /// The lesson's query has errors, and other ones.
    case otherError([String])
    /// Another kind of answer: a number instead of rows, sentences instead of paragraphs.
    case kind(wanted: LessonAnswer, found: LessonAnswer)
    case number
    case columns(missing: [String], extra: [String])
    case rows(wanted: Int, found: Int, common: Int)
    case order
    case drawing(wanted: PlotKind?)
    case text
    /// Another name is given to what is right.
    case name(String)
    case statement
}

/// Compares what the class got with what the lesson's query gives, by what they mean. Cost: proportional to the rows.
func compare(_ found: LessonAnswer, with wanted: LessonAnswer, order: RowOrder) -> Verdict {
    switch (wanted, found) {
    case (.failed(let codes), .failed(let others)): return codes == others ? .right(inAnotherOrder: false) : .wrong(.otherError(codes))
    case (_, .failed): return .wrong(.failed)
    case (.number(let a, let unit), .number(let b, let other)):
        // Rows of a table are of no layer: what they count is not known.
        if let unit, let other, unit != other { return .wrong(.kind(wanted: wanted, found: found)) }
        return a == b ? .right(inAnotherOrder: false) : .wrong(.number)
    case (.units(let layer, let rows), .units(let other, let others)) where layer == other: return compare(others, with: rows, order)
    case (.table(let columns, let rows, let drawn), .table(let others, let otherRows, let otherDrawn)):
        guard drawn == otherDrawn else { return .wrong(.drawing(wanted: drawn)) }
        return compare(Grid(others, otherRows), with: Grid(columns, rows), order)
    case (.text(let a), .text(let b)): return a == b ? .right(inAnotherOrder: false) : .wrong(.text)
    case (.printed(let a), .printed(let b)): return a == b ? .right(inAnotherOrder: false) : .wrong(.text)
    case (.statement(let a), .statement(let b)): return a == b ? .right(inAnotherOrder: false) : .wrong(.statement)
    case (.named(let name, let a), .named(let other, let b)):
        let verdict = compare(b, with: a, order: order)
        guard case .right = verdict, name != other else { return verdict }
        return .wrong(.name(name))
    case (.scope(let a), .scope(let b)): return compare(b, with: a, order: .any)
    case (.failed, _), (.number, _), (.units, _), (.table, _), (.text, _), (.printed, _), (.statement, _), (.named, _), (.scope, _):
        return .wrong(.kind(wanted: wanted, found: found))
    }
}

private func compare(_ found: [Region], with wanted: [Region], _ order: RowOrder) -> Verdict {
    if found == wanted { return .right(inAnotherOrder: false) }
    let common = commonCount(found, wanted)
    guard common == wanted.count, found.count == wanted.count else {
        return .wrong(.rows(wanted: wanted.count, found: found.count, common: common))
    }
    return order == .any ? .right(inAnotherOrder: true) : .wrong(.order)
}

/// How many rows are in both, each as often as it is in both.
private func commonCount<Row: Hashable>(_ a: [Row], _ b: [Row]) -> Int {
    var left = Dictionary(a.map { ($0, 1) }, uniquingKeysWith: +)
    return b.count { row in
        guard let count = left[row], count > 0 else { return false }
        left[row] = count - 1
        return true
    }
}

/// A table as texts, so that 5 and 5.0 are one value.
private struct Grid {
    let columns: [Column]
    let rows: [[String]]

    init(_ columns: [Column], _ rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows.map { $0.map { $0.plainText(digits: 6) } }
    }

    func column(_ index: Int) -> [String] { rows.map { index < $0.count ? $0[index] : "" } }

    /// For each column of `other` the one here that is the same: by its name, or where that was chosen freely by its values.
    func places(of other: Grid) -> [Int?] {
        var free = Set(columns.indices)
        var places = other.columns.map { column -> Int? in
            columns.firstIndex { $0.name == column.name }.flatMap { free.remove($0) }
        }
        for index in places.indices where places[index] == nil {
            let values = other.column(index).sorted()
            places[index] = free.sorted().first { column($0).sorted() == values }.flatMap { free.remove($0) }
        }
        return places
    }
}

private func compare(_ found: Grid, with wanted: Grid, _ order: RowOrder) -> Verdict {
    let places = found.places(of: wanted)
    let missing = zip(wanted.columns, places).filter { $1 == nil }.map(\.0.name)
    let used = Set(places.compactMap { $0 })
    let extra = found.columns.indices.filter { !used.contains($0) }.map { found.columns[$0].name }
    guard missing.isEmpty, extra.isEmpty else {
        // Columns are named by the values they group: where rows differ, so may columns.
        return .wrong(.columns(missing: missing, extra: extra))
    }
    let rows = found.rows.map { row in places.map { $0.map { row[$0] } ?? "" } }
    if rows == wanted.rows { return .right(inAnotherOrder: false) }
    let common = commonCount(rows, wanted.rows)
    guard common == rows.count, common == wanted.rows.count else {
        return .wrong(.rows(wanted: wanted.rows.count, found: rows.count, common: common))
    }
    return isInOrder(rows, as: wanted, order) ? .right(inAnotherOrder: order == .any) : .wrong(.order)
}

/// Whether the same rows stand in the order asked for: the columns that were sorted by must read the same.
private func isInOrder(_ rows: [[String]], as wanted: Grid, _ order: RowOrder) -> Bool {
    guard case .sorted(let names) = order else { return true }
    let keys = names.compactMap { name in wanted.columns.firstIndex { $0.name == name } }
    guard !keys.isEmpty, keys.count == names.count else { return false }
    return keys.allSatisfy { key in rows.map { $0[key] } == wanted.column(key) }
}
