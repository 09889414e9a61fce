import Documents
import QueryLanguage
import SourceText

/// Writes a result for another program: a unit is one line of address, tab and text (of an article its title, of a
/// section its heading); a table has a header and its cells
/// are separated by tabs; a plot is drawn as at a terminal; a number stands alone; text is its lines. Tabs and line ends inside a text become blanks and
/// other controls visible pictures, so that a row is always one line. Throws what the result and the sink throw.
public func renderPipe(_ result: QueryResult, _ options: RenderOptions, to sink: @escaping TextSink) throws -> Summary {
    var output = Output(sink)
    let summary = try writePipe(result, options, to: &output)
    try output.flush()
    return summary
}

private func writePipe(_ result: QueryResult, _ options: RenderOptions, to output: inout Output) throws -> Summary {
    switch result {
    case .units(let units): return try writePipe(units, options, to: &output)
    case .table(let table): return try writePipe(table, options, to: &output)
    case .number(let number):
        output.write("\(number.value)\n")
        return Summary(number)
    case .text(let text):
        for line in text.lines {
            Escaping.oneLine.write(line.text, to: &output)
            output.newline()
        }
        return Summary(text)
    case .nothing: return Summary(.nothing)
    }
}

private func writePipe(_ units: UnitResult, _ options: RenderOptions, to output: inout Output) throws -> Summary {
    var locator = RowLocator(units.archive)
    return try units.write(limit: options.limit, to: &output) { batch, row, output in
        let region = batch[row]
        let shard = units.archive.shards[region.shard]
        output.write(locator.address(of: region).description)
        output.write(UInt8(ascii: "\t"))
        writeListed(region, shard, to: &output)
        output.newline()
    }
}

/// An article is listed by its title and a section by its heading; finer units by their text.
private func writeListed(_ region: Region, _ shard: Shard, to output: inout Output) {
    switch region.layer {
    case .article: Escaping.oneLine.write(shard.string(.title, ofArticle: region.unit) ?? "", to: &output)
    case .section: Escaping.oneLine.write(shard.heading(ofSection: region.unit), to: &output)
    case .paragraph, .sentence, .span: Escaping.oneLine.write(shard.text.bytes(region.span), to: &output)
    }
}

private func writePipe(_ table: TableResult, _ options: RenderOptions, to output: inout Output) throws -> Summary {
    if case .plot(let plot) = table.style { return try PlotDrawing(options).write(table, plot, to: &output) }
    let measured = try MeasuredTable(table, measuring: 1)
    output.writeTabbed(table.columns.map { $0.title(options.language) })
    return try measured.replayed.write(limit: options.limit, to: &output) { row, output in
        output.writeTabbed(
            row.cells.enumerated().map { table.style.isBlankSpot($1, column: $0) ? TableStyle.blankSpot : $1.plainText() })
    }
}

extension Output {
    fileprivate mutating func writeTabbed(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { write(UInt8(ascii: "\t")) }
            Escaping.oneLine.write(cell, to: &self)
        }
        newline()
    }
}

extension Column {
    /// The name in `language`.
    func title(_ language: Language) -> String { language == .chinese ? chinese : name }
}
