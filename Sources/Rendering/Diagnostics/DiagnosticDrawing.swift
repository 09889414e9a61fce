import SourceText

/// Draws diagnostics under the lines they speak of:
///
///     1│ count | grep 党员
///      │         ^^^^ E31 grep needs text units, but count gives a number. Try: grep 党员 | count
///
/// Carets stand under the display columns of the place. `fileName`, where there is one, gives a line `file.wen:1:` above
/// each; `firstLine` is the number of the source's first line. With `options.width` a long source line is cut to a window
/// around the carets and a long message is wrapped behind the rule; without it everything stays on its line. Every line
/// ends with a newline; nothing is drawn for no diagnostics.
public func draw(
    _ diagnostics: [Diagnostic], source: String, fileName: String? = nil, firstLine: Int = 1, _ options: RenderOptions
) -> String {
    let drawing = DiagnosticDrawing(source: source, fileName: fileName, firstLine: firstLine, options: options)
    var output = Output()
    for diagnostic in diagnostics { drawing.write(diagnostic, to: &output) }
    return String(decoding: output.takeBytes(), as: UTF8.self)
}

private struct DiagnosticDrawing {
    let fileName: String?
    let firstLine: Int
    let options: RenderOptions
    let lines: SourceLines
    let wording: DiagnosticWording

    /// The message moves to a line of its own where fewer columns than this are left behind the carets.
    private static let leastRoom = 24

    init(source: String, fileName: String?, firstLine: Int, options: RenderOptions) {
        self.fileName = fileName
        self.firstLine = firstLine
        self.options = options
        lines = SourceLines(source)
        wording = DiagnosticWording(source: source, language: options.language)
    }

    func write(_ diagnostic: Diagnostic, to output: inout Output) {
        let lower = min(max(diagnostic.range.lower, 0), lines.bytes.count)
        let index = lines.index(at: lower)
        let number = String(firstLine + index)
        if let fileName { write("\(fileName):\(number):", .title, to: &output) }
        var line = caretLine(index, lower, max(lower, diagnostic.range.upper))
        let gutter = number.utf8.count + 2
        if options.width != nil { line.cut(toColumns: options.columns - gutter) }
        output.write(StyledText("\(number)│ ", .faint, ambiguous: 1).scalars, options.emphasis)
        output.write(line.text.scalars, options.emphasis)
        output.newline()
        writeMessage(diagnostic, line, gutter, to: &output)
    }

    /// Bytes shown of a line on either side of a place: a query of megabytes on one line is not drawn whole for each error.
    private static let reach = 2048

    private func caretLine(_ index: Int, _ lower: Int, _ upper: Int) -> CaretLine {
        let shown = lines.text(index, around: lower, reach: DiagnosticDrawing.reach)
        let start = shown.start
        let marked = lower - start..<max(lower, min(upper, start + shown.text.utf8.count)) - start
        return CaretLine(shown.text, marked: marked, ambiguous: options.ambiguousWidth)
    }

    private func write(_ text: String, _ style: Style, to output: inout Output) {
        output.write(StyledText(text, style, ambiguous: options.ambiguousWidth).scalars, options.emphasis)
        output.newline()
    }

    private func writeMessage(_ diagnostic: Diagnostic, _ line: CaretLine, _ gutter: Int, to output: inout Output) {
        var message = StyledText(diagnostic.code.name + " ", .title, ambiguous: options.ambiguousWidth)
        message.append(wording.text(diagnostic))
        let rule = StyledText(String(repeating: " ", count: gutter - 2) + "│ ", .faint, ambiguous: 1)
        var carets = StyledText(ambiguous: 1)
        carets.append(String(repeating: " ", count: line.column))
        carets.append(String(repeating: "^", count: line.carets), .error)
        output.write(rule.scalars, options.emphasis)
        output.write(carets.scalars, options.emphasis)
        let room = options.columns - gutter
        var first = room - carets.width - 1
        if first < DiagnosticDrawing.leastRoom, message.width > first {
            output.newline()
            output.write(rule.scalars, options.emphasis)
            first = room
        } else {
            output.write(" ")
        }
        for (number, part) in LineBreaking.lines(of: message, first: first, rest: room).enumerated() {
            if number > 0 { output.write(rule.scalars, options.emphasis) }
            output.write(message.scalars[part], options.emphasis)
            output.newline()
        }
    }
}
