import SourceText

/// Lines at a terminal, in braille dots; each series has its own dashes and marks, so that they are told apart without
/// colour.
struct LineDrawing {
    private let frame: PlotFrame
    private let drawing: PlotDrawing
    private let scale: AxisScale
    private let across: AxisScale
    private let gutter: Int
    private let width: Int
    private let height: Int

    /// Dashes of the series, in dots.
    private static let dashes = [0, 4, 2, 8, 6, 3, 10, 5]

    /// A drawing of a frame, whose points are joined in bins where there are more than dots.
    init(_ frame: inout PlotFrame, _ drawing: PlotDrawing) {
        self.drawing = drawing
        let columns = drawing.options.columns
        height = columns >= 70 ? 14 : 10
        let all = AxisScale(frame.values, ticks: 4, isRounded: true)
        gutter = drawing.widest(all.ticks.map(all.label), most: max(4, columns / 3))
        width = max(4, columns - gutter - 2)
        frame.bin(to: 2 * width)
        self.frame = frame
        scale = AxisScale(frame.values, ticks: 4, isRounded: true)
        across = AxisScale(frame.positions, ticks: max(3, width / 12), includesZero: false, isWhole: frame.axis != .order)
    }

    var lines: [StyledText] {
        drawing.legend(frame, drawing.glyphs.marks) + body + foot
    }

    // MARK: Places

    private func x(_ position: Double) -> Int {
        frame.positions.count == 1 ? width : Int((across.fraction(position) * Double(2 * width - 1)).rounded())
    }

    private func y(_ value: Double) -> Int { Int(((1 - scale.fraction(value)) * Double(4 * height - 1)).rounded()) }

    // MARK: Parts

    private var canvas: BrailleCanvas {
        var canvas = BrailleCanvas(width: width, height: height)
        for (index, series) in frame.series.enumerated().reversed() {
            var last: (x: Int, y: Int)?
            for (place, value) in series.values.enumerated() {
                let point = value.map { (x: x(frame.positions[place]), y: y($0)) }
                if let point {
                    canvas.line(from: last ?? point, to: point, dash: LineDrawing.dashes[index % 8], .series(index))
                }
                last = point
            }
        }
        return canvas
    }

    /// For each cell the series whose mark stands there. Points that are dense have marks here and there only.
    private var marks: [Int: Int] {
        var marks: [Int: Int] = [:]
        let isSparse = frame.positions.count * 3 <= width
        guard frame.series.count > 1 || isSparse else { return marks }
        let stride = isSparse ? 1 : max(1, frame.positions.count * 9 / max(1, width))
        for (index, series) in frame.series.enumerated().reversed() {
            let offset = isSparse ? 0 : index * stride / max(1, frame.series.count)
            for place in Swift.stride(from: offset, to: series.values.count, by: stride) {
                guard let value = series.values[place] else { continue }
                marks[y(value) / 4 * width + x(frame.positions[place]) / 2] = index
            }
        }
        return marks
    }

    private var body: [StyledText] {
        let (canvas, marks) = (canvas, marks)
        var labels: [Int: String] = [:]
        for tick in scale.ticks { labels[y(tick) / 4] = scale.label(tick) }
        return (0..<height).map { line in
            var text = drawing.fitted(labels[line] ?? "", .faint, to: gutter, isRightAligned: true)
            text.append(" ")
            text.append(drawing.glyphs.upright, .faint)
            for column in 0..<width {
                if let series = marks[line * width + column] {
                    text.append(drawing.glyphs.marks[series % drawing.glyphs.marks.count], .series(series))
                } else {
                    let cell = canvas.cell(column, line)
                    text.append(cell.sign, cell.style)
                }
            }
            return text
        }
    }

    private var foot: [StyledText] {
        let ticks = ticks
        var cells = [String](repeating: drawing.glyphs.level, count: width)
        for tick in ticks where cells.indices.contains(tick.column) { cells[tick.column] = drawing.glyphs.tick }
        var line = drawing.blanks(gutter + 1)
        line.append(drawing.glyphs.corner + cells.joined(), .faint)
        let words = ticks.map { (column: gutter + 2 + $0.column, text: $0.text) }
        return [line, drawing.along(words, width: drawing.options.columns)]
    }

    /// Round numbers along the axis; of names and days as many as there is room for.
    private var ticks: [(column: Int, text: String)] {
        if frame.axis == .number, frame.positions.count > 1 {
            return across.ticks.map { (x($0) / 2, placeLabel($0)) }
        }
        let widest = drawing.widest(frame.labels, most: width)
        let step = max(1, frame.labels.count * (widest + 2) / max(1, width) + 1)
        return stride(from: 0, to: frame.labels.count, by: step).map { (x(frame.positions[$0]) / 2, frame.labels[$0]) }
    }
}

/// A number that names a place, such as a year: without marks between thousands.
func placeLabel(_ tick: Double) -> String {
    if abs(tick) < 1e9, let whole = Int(exactly: tick.rounded()), abs(tick - tick.rounded()) < 1e-9 { return String(whole) }
    return shortNumber(tick)
}
