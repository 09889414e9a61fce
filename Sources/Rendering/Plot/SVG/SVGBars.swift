extension SVGPlot {
    /// Bars from left to right, a group a category, with their numbers at the end.
    mutating func writeBars(_ frame: PlotFrame) {
        writeLegend(frame, asLines: false)
        let values = frame.values
        let wording = NumberWording(values)
        let left = SVGPlot.margin + labelRoom(frame.labels, most: 230) + 10
        let numbers = (values.map { SVGCanvas.width(wording($0), size: 12) }.max() ?? 0) + 8
        let right = SVGPlot.width - SVGPlot.margin - numbers
        let scale = AxisScale(values, ticks: 5)
        let start = left + (scale.low < 0 ? numbers : 0)
        func x(_ value: Double) -> Double { start + scale.fraction(value) * (right - start) }
        let height = frame.series.count > 1 ? 14.0 : 20.0
        let gap = frame.series.count > 1 ? 8.0 : 6.0
        y += 8
        let top = y
        let bottom = top + Double(frame.labels.count) * (height * Double(frame.series.count) + gap)
        for tick in scale.ticks {
            canvas.line(x(tick), top, x(tick), bottom, stroke: SVGCanvas.grid)
            canvas.text(scale.label(tick), x(tick), bottom + 16, .middle, fill: SVGCanvas.faint, size: 12)
        }
        for (place, label) in frame.labels.enumerated() {
            let middle = y + (height * Double(frame.series.count) + gap) / 2
            canvas.text(SVGCanvas.cut(label, to: left - SVGPlot.margin - 10), left - 8, middle + 4.5, .end)
            y += gap / 2
            for (index, series) in frame.series.enumerated() {
                if let value = series.values[place] {
                    writeBar(value, words: wording(value), from: x(0), to: x(value), height, index, title: "\(label) \(series.name)")
                }
                y += height
            }
            y += gap / 2
        }
        canvas.line(x(0), top, x(0), bottom, stroke: SVGCanvas.ink)
        y = bottom + 22
    }

    private mutating func writeBar(
        _ value: Double, words: String, from zero: Double, to end: Double, _ height: Double, _ index: Int, title: String
    ) {
        canvas.rectangle(
            min(zero, end), y + 1, abs(end - zero), height - 2, fill: SVGSeries.fill(index),
            stroke: SVGSeries.colour(index), title: "\(title): \(words)")
        canvas.text(
            words, value < 0 ? end - 5 : end + 5, y + height / 2 + 4, value < 0 ? .end : .start, fill: SVGCanvas.faint, size: 12)
    }
}
