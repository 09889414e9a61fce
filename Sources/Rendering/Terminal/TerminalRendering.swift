import Documents
import QueryLanguage
import SourceText

/// Draws a result for people. Units stand under a line for their article and one for their section, each behind its
/// address, wrapped with a hanging indent and with hits marked; tables have columns that fit the width; a number says of
/// how many. The footer is drawn apart, by `footer`, from the summary this gives. Throws what the result and the sink throw.
public func renderTerminal(_ result: QueryResult, _ options: RenderOptions, to sink: @escaping TextSink) throws -> Summary {
    var output = Output(sink)
    let summary = try draw(result, options, to: &output)
    try output.flush()
    return summary
}

private func draw(_ result: QueryResult, _ options: RenderOptions, to output: inout Output) throws -> Summary {
    switch result {
    case .units(let units):
        var listing = UnitListing(units, options)
        return try units.write(limit: options.limit, to: &output) { batch, row, output in
            listing.write(batch, row, to: &output)
        }
    case .table(let table):
        switch table.style {
        case .plain, .crossTabulation: return try TerminalTable(options).write(table, to: &output)
        case .concordance: return try Concordance(options).write(table, to: &output)
        case .plot(let plot): return try PlotDrawing(options).write(table, plot, to: &output)
        }
    case .number(let number):
        output.write(number.described(options.language) + "\n")
        return Summary(number)
    case .text(let text):
        try RunningText(text, options).write(to: &output)
        return Summary(text)
    case .nothing: return Summary(.nothing)
    }
}

extension NumberResult {
    /// The number, what it counts and of how many: `5 paragraphs of 18`.
    func described(_ language: Language) -> String {
        let count = grouped(value)
        guard let unit else { return count }
        let noun = unit.counted(value, language)
        guard let of else { return language == .chinese ? count + noun : "\(count) \(noun)" }
        return LocalizedText("\(count) \(noun) of \(grouped(of))", zh: "\(count)\(noun)（共 \(grouped(of))）")(language)
    }
}

/// Lines of running text at a terminal.
struct RunningText {
    private let text: TextResult
    private let options: RenderOptions
    /// The widest address with the blanks behind it; 0 where no line has one.
    private let addressColumns: Int

    init(_ text: TextResult, _ options: RenderOptions) {
        self.text = text
        self.options = options
        let widest = text.lines.compactMap { $0.address.map { displayWidth($0, ambiguous: options.ambiguousWidth) } }.max()
        addressColumns = widest.map { $0 + 2 } ?? 0
    }

    func write(to output: inout Output) throws {
        for line in text.lines {
            write(line, to: &output)
            try output.endRow()
        }
    }

    private func write(_ line: TextResult.Line, to output: inout Output) {
        var content = StyledText(ambiguous: options.ambiguousWidth)
        content.append(line.text, RunningText.style(line.style), marks: line.marks)
        guard line.style != .code else {
            // Code is copied from the screen: a line break of ours would become part of it.
            output.write(content.scalars, options.emphasis)
            output.newline()
            return
        }
        let column = line.address.map { output.write(address: $0, columns: addressColumns, options) } ?? 0
        output.write(content, after: column, indent: column + indent(of: line), options)
    }

    /// A line goes on under its beginning; one of two columns, as the help has them, under the second.
    private func indent(of line: TextResult.Line) -> Int {
        let own = line.text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        let content = line.text.dropFirst(own)
        guard own > 0, line.address == nil, let gap = content.firstRange(of: "  ") else { return own }
        let rest = content[gap.lowerBound...]
        let blanks = rest.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        let second = displayWidth(String(line.text[..<gap.lowerBound]), ambiguous: options.ambiguousWidth) + blanks
        return second <= options.columns / 2 ? second : own
    }

    private static func style(_ style: TextResult.Style) -> Style {
        switch style {
        case .plain: .plain
        case .title: .title
        case .faint: .faint
        case .heading: .heading
        case .code: .code
        }
    }
}

extension Output {
    /// Writes an address padded to `columns`, gap included; gives the column reached.
    mutating func write(address: String, columns: Int, _ options: RenderOptions) -> Int {
        let text = StyledText(address, .address, ambiguous: options.ambiguousWidth)
        let reached = max(columns, text.width + 2)
        write(text.scalars, options.emphasis)
        write(blanks: reached - text.width)
        return reached
    }
}
