import Documents
import QueryLanguage
import SourceText

/// Writes a result as JSON Lines, what `--json` and `to jsonl` give: an object a row. For units see the keys `address`,
/// `layer`, `text`, `hits`, `start`, `end`, `title`, `subtitle`, `author`, `date`, `page`, `pagename`, `column`, `file`,
/// `line`, `section`, `para`, `sent`, `len` and `attributes`, always all of them. A table's row has the columns' English
/// names as keys, and `address` first where its rows have one. A number is `{"value":5,"unit":"paragraph","of":18}`, a
/// line of text `{"text":…}` with `address` where it has one. `hits`, `start` and `end` are byte offsets into the
/// original file. Throws what the result and the sink throw.
public func renderJSONLines(_ result: QueryResult, _ options: RenderOptions, to sink: @escaping TextSink) throws -> Summary {
    try JSONRendering(layout: .lines, limit: options.limit).write(result, to: sink)
}

/// Results as JSON, either an object a line or one array.
struct JSONRendering {
    enum Layout { case lines, array }

    let layout: Layout
    let limit: Int?

    func write(_ result: QueryResult, to sink: @escaping TextSink) throws -> Summary {
        var output = Output(sink)
        var objects = Objects(layout: layout)
        objects.begin(&output)
        let summary = try write(result, &objects, &output)
        objects.end(&output)
        try output.flush()
        return summary
    }

    private func write(_ result: QueryResult, _ objects: inout Objects, _ output: inout Output) throws -> Summary {
        switch result {
        case .units(let units):
            var writer = UnitJSON(units)
            return try units.write(limit: limit, to: &output) { batch, row, output in
                objects.next(&output) { writer.write(batch, row, to: &$0) }
            }
        case .table(let table): return try write(table, &objects, &output)
        case .number(let number):
            objects.next(&output) { $0.writeJSON(number) }
            return Summary(number)
        case .text(let text):
            for line in text.lines { objects.next(&output) { $0.writeJSON(line) } }
            return Summary(text)
        case .nothing: return Summary(.nothing)
        }
    }

    private func write(_ table: TableResult, _ objects: inout Objects, _ output: inout Output) throws -> Summary {
        let measured = try MeasuredTable(table, measuring: 1)
        var locator = RowLocator(table.archive)
        return try measured.replayed.write(limit: limit, to: &output) { row, output in
            let address = measured.hasAddresses ? row.region.map { locator.address(of: $0).description } : nil
            objects.next(&output) { output in
                output.write("{")
                if measured.hasAddresses {
                    output.writeJSON(key: Column.address.name, isFirst: true)
                    output.writeJSON(address)
                }
                for (index, (column, cell)) in zip(table.columns, row.cells).enumerated() {
                    output.writeJSON(key: column.name, isFirst: index == 0 && !measured.hasAddresses)
                    output.writeJSON(cell)
                }
                output.write("}")
            }
        }
    }
}

/// What stands before, between and behind the objects.
private struct Objects {
    let layout: JSONRendering.Layout
    private var isFirst = true

    init(layout: JSONRendering.Layout) { self.layout = layout }

    func begin(_ output: inout Output) {
        if layout == .array { output.write("[") }
    }

    mutating func next(_ output: inout Output, _ object: (inout Output) -> Void) {
        if layout == .array { output.write(isFirst ? "\n" : ",\n") }
        isFirst = false
        object(&output)
        if layout == .lines { output.newline() }
    }

    func end(_ output: inout Output) {
        if layout == .array { output.write(isFirst ? "]\n" : "\n]\n") }
    }
}

extension Output {
    fileprivate mutating func writeJSON(_ number: NumberResult) {
        let unit = number.unit.map { "\"\($0.name)\"" } ?? "null"
        write("{\"value\":\(number.value),\"unit\":\(unit),\"of\":\(number.of.map(String.init) ?? "null")}")
    }

    fileprivate mutating func writeJSON(_ line: TextResult.Line) {
        write("{\"text\":")
        writeJSON(line.text)
        if let address = line.address {
            writeJSON(key: Column.address.name)
            writeJSON(address)
        }
        write("}")
    }
}

extension Summary {
    /// The summary of a number: its value stands for the rows.
    init(_ number: NumberResult) {
        self.init(.number)
        rows = number.value
        shown = 1
    }

    /// The summary of a text.
    init(_ text: TextResult) {
        self.init(.textLines)
        rows = text.lines.count
        shown = rows
    }
}
