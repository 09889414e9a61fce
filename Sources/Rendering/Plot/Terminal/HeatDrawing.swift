import SourceText

/// A heat map at a terminal: a line a category, a cell a series. A cell has its number and a shade; where there is no room
/// for numbers, the shade alone.
struct HeatDrawing {
    private let frame: PlotFrame
    private let drawing: PlotDrawing
    private let wording: NumberWording
    private let greatest: Double
    private let labelWidth: Int
    private let cellWidth: Int
    private let hasNumbers: Bool

    private static let shadeWidth = 2
    private static let gap = 2

    init(_ frame: inout PlotFrame, _ drawing: PlotDrawing) {
        self.drawing = drawing
        let columns = drawing.options.columns
        let words = NumberWording(frame.values)
        wording = words
        labelWidth = drawing.widest(frame.labels, most: max(4, columns * 3 / 10))
        let numbers = drawing.widest(frame.values.map(words.callAsFunction), most: 12)
        let names = drawing.widest(frame.series.map(\.name), most: 12)
        let wide = max(names, numbers + 1 + HeatDrawing.shadeWidth) + HeatDrawing.gap
        let room = columns - labelWidth
        hasNumbers = frame.series.count * wide <= room
        cellWidth = hasNumbers ? wide : HeatDrawing.shadeWidth + 1
        frame.keepSeries(max(1, room / cellWidth - (hasNumbers ? 0 : 1)))
        self.frame = frame
        greatest = frame.values.map(abs).max() ?? 0
    }

    var lines: [StyledText] { heads + frame.labels.indices.map(row) + [key] }

    private func row(_ place: Int) -> StyledText {
        var line = drawing.fitted(frame.labels[place], to: labelWidth)
        if !hasNumbers { line.append(" ") }
        for series in frame.series { line.append(cell(series.values[place])) }
        return line
    }

    private func cell(_ value: Double?) -> StyledText {
        let sign = shade(value)
        var shades = drawing.text(String(repeating: sign, count: HeatDrawing.shadeWidth), .series1)
        guard hasNumbers else {
            if value == nil { shades = drawing.fitted("–", .faint, to: HeatDrawing.shadeWidth) }
            shades.append(" ")
            return shades
        }
        let words = value.map { $0 == 0 ? "0" : wording($0) } ?? "–"
        var cell = drawing.fitted(words, value == 0 ? .faint : .plain, to: cellWidth - HeatDrawing.shadeWidth - 1, isRightAligned: true)
        cell.append(" ")
        cell.append(shades)
        return cell
    }

    private func shade(_ value: Double?) -> String {
        let shades = drawing.glyphs.shades
        guard let value, value != 0, greatest > 0 else { return shades[0] }
        return shades[min(4, max(1, Int((abs(value) / greatest * 4).rounded(.up))))]
    }

    /// The names of the series: over their cells, or numbered where cells are narrow.
    private var heads: [StyledText] {
        var line = drawing.blanks(labelWidth + (hasNumbers ? 0 : 1))
        if hasNumbers {
            for series in frame.series {
                line.append(drawing.fitted(series.name, .title, to: cellWidth, isRightAligned: true))
            }
            return [line]
        }
        let names = frame.series.enumerated().map { "\($0 + 1) \($1.name)" }
        var lines = [drawing.text("")]
        for name in names {
            let item = drawing.text(name + "  ").cut(toColumns: drawing.options.columns)
            if lines[lines.count - 1].width + item.width > drawing.options.columns { lines.append(drawing.text("")) }
            lines[lines.count - 1].append(item)
        }
        for index in frame.series.indices {
            line.append(drawing.fitted(String((index + 1) % 100), .faint, to: cellWidth - 1, isRightAligned: false))
            line.append(" ")
        }
        return lines + [line]
    }

    /// What the shades mean.
    private var key: StyledText {
        let shades = drawing.glyphs.shades
        let wording = NumberWording((1...4).map { greatest * Double($0) / 4 })
        var line = drawing.text("0 ", .faint)
        for quarter in 1...4 {
            line.append(shades[quarter] + shades[quarter], .series1)
            line.append(" \(wording(greatest * Double(quarter) / 4)) ", .faint)
        }
        return line.cut(toColumns: drawing.options.columns)
    }
}
