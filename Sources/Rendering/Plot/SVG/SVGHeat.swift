extension SVGPlot {
    /// A matrix of cells from white to dark, with their numbers; a cell without anything is crossed out, one with 0 is white.
    mutating func writeHeat(_ frame: inout PlotFrame) {
        let left = SVGPlot.margin + labelRoom(frame.labels, most: 200) + 10
        let wording = NumberWording(frame.values)
        frame.keepSeries(Int((SVGPlot.width - SVGPlot.margin - left) / 24))
        let cell = min(110, (SVGPlot.width - SVGPlot.margin - left) / Double(max(1, frame.series.count)))
        let hasNumbers = (frame.values.map { SVGCanvas.width(wording($0), size: 11) }.max() ?? 0) + 4 <= cell
        let greatest = frame.values.map(abs).max() ?? 0
        writeHeads(frame, left: left, cell: cell)
        for (place, label) in frame.labels.enumerated() {
            canvas.text(SVGCanvas.cut(label, to: left - SVGPlot.margin - 10), left - 8, y + 17, .end)
            for (index, series) in frame.series.enumerated() {
                let value = series.values[place]
                let x = left + Double(index) * cell
                let share = greatest > 0 ? abs(value ?? 0) / greatest : 0
                let words = value.map { $0 == 0 ? "0" : wording($0) } ?? "–"
                canvas.rectangle(
                    x, y, cell, 26, fill: shade(share), stroke: SVGCanvas.grid, title: "\(label) \(series.name): \(words)")
                if hasNumbers {
                    canvas.text(words, x + cell / 2, y + 17, .middle, fill: share > 0.7 ? "#ffffff" : SVGCanvas.ink, size: 11)
                } else if value == nil {
                    canvas.line(x + 4, y + 22, x + cell - 4, y + 4, stroke: SVGCanvas.faint)
                }
            }
            y += 26
        }
        writeKey(greatest, left: left)
    }

    /// The names of the series over their cells; upright where they are longer than the cells are wide.
    private mutating func writeHeads(_ frame: PlotFrame, left: Double, cell: Double) {
        let names = frame.series.map { SVGCanvas.cut($0.name, to: 160, size: 12) }
        let isUpright = names.contains { SVGCanvas.width($0, size: 12) + 4 > cell }
        y += isUpright ? (names.map { SVGCanvas.width($0, size: 12) }.max() ?? 0) * 0.72 + 12 : 22
        for (index, name) in names.enumerated() {
            let x = left + (Double(index) + 0.5) * cell
            if isUpright {
                canvas.slanted(name, x, y - 6)
            } else {
                canvas.text(name, x, y - 6, .middle, size: 12)
            }
        }
    }

    private mutating func writeKey(_ greatest: Double, left: Double) {
        let wording = NumberWording((1...4).map { greatest * Double($0) / 4 })
        y += 12
        for step in 0...4 {
            let x = left + Double(step) * 92
            canvas.rectangle(x, y, 16, 12, fill: shade(Double(step) / 4), stroke: SVGCanvas.faint)
            canvas.text(step == 0 ? "0" : wording(greatest * Double(step) / 4), x + 21, y + 10.5, fill: SVGCanvas.faint, size: 12)
        }
        y += 18
    }

    /// From white to the ink of the first series; as grey it darkens evenly.
    private func shade(_ share: Double) -> String {
        func channel(_ end: Int) -> String {
            let value = 255 - Int((Double(255 - end) * min(1, max(0, share))).rounded())
            let digits = String(value, radix: 16)
            return digits.count < 2 ? "0" + digits : digits
        }
        return "#" + channel(0x1F) + channel(0x4E) + channel(0x79)
    }
}
