import Documents
import QueryLanguage
import SourceText

/// A table as an SVG drawing that needs nothing else: no font, style sheet or script from outside.
struct SVGPlot {
    let language: Language
    let caption: ResultCaption?
    var canvas = SVGCanvas()
    /// Where the next part begins, from above.
    var y = 0.0

    static let width = 760.0
    static let margin = 16.0
    static let mostBars = 120
    static let mostLanes = 200

    init(_ options: RenderOptions) {
        language = options.language
        caption = options.caption
    }

    /// The drawing of the rows of a table. The same rows give the same bytes.
    static func draw(_ rows: [TableRow], _ columns: [Column], _ plot: Plot, _ options: RenderOptions, to output: inout Output) {
        var drawing = SVGPlot(options)
        drawing.write(rows, columns, plot, to: &output)
    }

    private mutating func write(_ rows: [TableRow], _ columns: [Column], _ plot: Plot, to output: inout Output) {
        var notes: [LocalizedText]
        var heading = ""
        var series = 0
        if plot.kind == .strip {
            var frame = StripFrame(rows, plot)
            frame.keepLanes(SVGPlot.mostLanes)
            heading = LocalizedText("Where the hits stand", zh: "命中的分布")(language)
            begin(heading)
            if frame.lanes.isEmpty { writeNothing() } else { write(frame) }
            notes = frame.notes
        } else {
            var frame = PlotFrame(rows, columns, plot, language)
            if plot.kind != .heat { frame.keepSeries(SVGSeries.most) }
            if plot.kind != .lines {
                frame.keepCategories(max(1, SVGPlot.mostBars / (plot.kind == .bars ? max(1, frame.series.count) : 1)))
            }
            heading = frame.title(language)
            series = frame.series.count
            begin(heading)
            if frame.values.isEmpty { writeNothing() } else { write(&frame, plot.kind) }
            notes = frame.notes
        }
        end(notes)
        finish(heading, rows.count, patterns: plot.kind == .bars ? SVGSeries.patterns(series) : "", to: &output)
    }

    private mutating func write(_ frame: inout PlotFrame, _ kind: PlotKind) {
        switch kind {
        case .bars: writeBars(frame)
        case .lines: writeLines(&frame)
        case .heat: writeHeat(&frame)
        case .strip: break
        }
    }

    private mutating func begin(_ heading: String) {
        y = SVGPlot.margin + 14
        canvas.text(SVGCanvas.cut(heading, to: SVGPlot.width - 2 * SVGPlot.margin, size: 15), SVGPlot.margin, y, size: 15, isBold: true)
        y += 14
    }

    private mutating func writeNothing() {
        y += 16
        canvas.text(LocalizedText("(there is nothing to draw)", zh: "（没有可画的）")(language), SVGPlot.margin, y, fill: SVGCanvas.faint)
        y += 8
    }

    /// What was left out, the query and the archive.
    private mutating func end(_ notes: [LocalizedText]) {
        y += 8
        var lines = notes.map { ("… " + $0(language), SVGCanvas.faint) }
        if let caption {
            lines.append((caption.query, SVGCanvas.ink))
            lines.append((caption.source(language), SVGCanvas.faint))
        }
        for (line, fill) in lines {
            for piece in wrapped(line) {
                y += 16
                canvas.text(piece, SVGPlot.margin, y, fill: fill, size: 11.5)
            }
        }
        y += SVGPlot.margin
    }

    /// A text in lines that fit.
    private func wrapped(_ text: String) -> [String] {
        let columns = Int((SVGPlot.width - 2 * SVGPlot.margin) / (11.5 * 0.53))
        let styled = StyledText(text, ambiguous: 1)
        return LineBreaking.lines(of: styled, first: columns, rest: columns).map { range in
            var line = ""
            for item in styled.scalars[range] { line.unicodeScalars.append(item.scalar) }
            return line
        }
    }

    private mutating func finish(_ heading: String, _ rows: Int, patterns: String, to output: inout Output) {
        let (width, height) = (number(SVGPlot.width), number(y))
        output.openElement(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(width) \(height)"), ("width", width), ("height", height),
                ("role", "img"), ("font-family", SVGCanvas.fonts), ("font-size", number(SVGCanvas.fontSize)), ("fill", SVGCanvas.ink),
            ])
        output.newline()
        output.writeElement("title", text: heading)
        output.newline()
        let description = [caption?.query, caption?.source(language), LocalizedText("\(rows) rows", zh: "\(rows) 行")(language)]
        output.writeElement("desc", text: description.compactMap { $0 }.joined(separator: " · "))
        output.newline()
        if !patterns.isEmpty { output.write("<defs>\n\(patterns)</defs>\n") }
        output.write("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n")
        let body = canvas.takeBytes()
        body.withUnsafeBytes { output.write($0) }
        output.write("</svg>\n")
    }
}

extension SVGPlot {
    /// Which filling or line is which series; nothing where there is but one.
    mutating func writeLegend(_ frame: PlotFrame, asLines: Bool) {
        guard frame.series.count > 1 else { return }
        var x = SVGPlot.margin
        y += 14
        for (index, series) in frame.series.enumerated() {
            let name = SVGCanvas.cut(series.name, to: 220)
            let width = 34 + SVGCanvas.width(name)
            if x > SVGPlot.margin, x + width > SVGPlot.width - SVGPlot.margin { (x, y) = (SVGPlot.margin, y + 18) }
            if asLines {
                canvas.path("M\(number(x)) \(number(y - 4))h24", stroke: SVGSeries.colour(index), width: 2, dashes: SVGSeries.dashes(index))
                canvas.shape(
                    SVGSeries.mark(index, x + 12, y - 4), fill: SVGSeries.markFill(index), stroke: SVGSeries.colour(index))
            } else {
                canvas.rectangle(x, y - 10, 24, 11, fill: SVGSeries.fill(index), stroke: SVGSeries.colour(index))
            }
            canvas.text(name, x + 30, y)
            x += width + 16
        }
        y += 8
    }

    /// The room that labels on the left take, their cut included.
    func labelRoom(_ labels: [String], most: Double) -> Double {
        min(most, labels.map { SVGCanvas.width($0) }.max() ?? 0)
    }
}

/// The drawing of `plot` as a file.
struct SVG: ExportFormat {
    let name = "svg"
    let fileExtension = "svg"

    /// Draws a table that `plot` made; of anything else there is nothing to draw.
    func write(_ result: QueryResult, _ options: RenderOptions, to sink: @escaping TextSink) throws -> Summary {
        guard case .table(let table) = result, case .plot(let plot) = table.style else { return Summary(.nothing) }
        var output = Output(sink)
        let (rows, summary) = try table.gathered()
        SVGPlot.draw(rows, table.columns, plot, options, to: &output)
        try output.flush()
        return summary
    }
}
