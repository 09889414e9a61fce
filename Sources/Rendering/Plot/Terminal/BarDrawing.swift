import SourceText

/// Bars at a terminal: a line for each category and series, its number before the bar.
struct BarDrawing {
    private let frame: PlotFrame
    private let drawing: PlotDrawing
    private let scale: AxisScale
    private let wording: NumberWording
    private let labelWidth: Int
    private let valueWidth: Int
    /// Columns of the bars, and of those left of zero.
    private let room: Int
    private let negative: Int

    init(_ frame: PlotFrame, _ drawing: PlotDrawing) {
        (self.frame, self.drawing) = (frame, drawing)
        let columns = drawing.options.columns
        let values = frame.values
        wording = NumberWording(values)
        valueWidth = drawing.widest(values.map(wording.callAsFunction), most: max(6, columns / 4))
        labelWidth = drawing.widest(frame.labels, most: max(4, min(columns * 2 / 5, columns - valueWidth - 8)))
        room = max(1, columns - labelWidth - valueWidth - 4)
        scale = AxisScale(values, ticks: max(2, room / 14))
        negative = scale.low < 0 ? min(room - 1, Int((scale.fraction(0) * Double(room)).rounded())) : 0
    }

    var lines: [StyledText] {
        var lines = drawing.legend(frame, drawing.glyphs.fills)
        for place in frame.labels.indices {
            for index in frame.series.indices { lines.append(bar(place, index)) }
            if frame.series.count > 1, place < frame.labels.count - 1 { lines.append(drawing.text("")) }
        }
        return lines + axis
    }

    private func bar(_ place: Int, _ index: Int) -> StyledText {
        let value = frame.series[index].values[place]
        var line = drawing.fitted(index == 0 ? frame.labels[place] : "", to: labelWidth)
        line.append("  ")
        line.append(drawing.fitted(value.map(wording.callAsFunction) ?? "–", to: valueWidth, isRightAligned: true))
        line.append(" ")
        let (left, right) = bar(value ?? 0)
        line.append(drawing.blanks(negative - left.count))
        line.append(left.drawn(drawing.glyphs.fills[index % drawing.glyphs.fills.count]), .series(index))
        line.append(drawing.glyphs.upright, .faint)
        line.append(right.drawn(drawing.glyphs.fills[index % drawing.glyphs.fills.count]), .series(index))
        return line
    }

    /// Cells of a bar: whole ones, and a part of one before or behind them.
    private struct Cells {
        var whole = 0
        var before = ""
        var behind = ""
        var count: Int { whole + (before.isEmpty ? 0 : 1) }
        func drawn(_ fill: String) -> String { before + String(repeating: fill, count: whole) + behind }
    }

    private func bar(_ value: Double) -> (left: Cells, right: Cells) {
        let glyphs = drawing.glyphs
        // Parts of a cell are solid, so series with a pattern go by whole cells.
        let isSolid = frame.series.count == 1
        let exact = abs(scale.fraction(value) - scale.fraction(0)) * Double(room)
        var cells = Cells()
        let limit = value < 0 ? negative : room - negative
        cells.whole = min(limit, Int(isSolid ? exact.rounded(.down) : exact.rounded()))
        let rest = exact - Double(cells.whole)
        let isTiny = cells.whole == 0 && value != 0
        if value < 0 {
            if cells.whole < limit, isSolid ? rest >= 0.5 || isTiny : isTiny { cells.before = glyphs.rightHalf }
            return (cells, Cells())
        }
        let part = Int((rest * Double(glyphs.parts.count + 1)).rounded())
        if cells.whole < limit, isSolid ? part > 0 || isTiny : isTiny {
            if part > glyphs.parts.count { cells.whole += 1 } else { cells.behind = glyphs.parts[max(0, part - 1)] }
        }
        return (Cells(), cells)
    }

    /// The line under the bars, and the numbers under it.
    private var axis: [StyledText] {
        let glyphs = drawing.glyphs
        let front = labelWidth + valueWidth + 3
        func column(_ value: Double) -> Int {
            let own = Int((scale.fraction(value) * Double(room)).rounded())
            return value == 0 ? negative : value < 0 ? min(own, negative - 1) : max(own, negative + 1)
        }
        var cells = [String](repeating: glyphs.level, count: room + 1)
        for tick in scale.ticks where cells.indices.contains(column(tick)) { cells[column(tick)] = glyphs.tick }
        if negative == 0 { cells[0] = glyphs.corner }
        var line = drawing.blanks(front)
        line.append(cells.joined(), .faint)
        let words = scale.ticks.map { (column: front + column($0), text: scale.label($0)) }
        return [line, drawing.along(words, width: drawing.options.columns)]
    }
}
