extension SVGPlot {
    /// A lane a text, with a stroke where there is a hit.
    mutating func write(_ frame: StripFrame) {
        let counts = frame.lanes.map(\.described)
        let heading = StripFrame.descriptionTitle(language)
        let left = SVGPlot.margin + labelRoom(frame.lanes.map(\.name), most: 250) + 10
        let numbers = (counts + [heading]).map { SVGCanvas.width($0, size: 12) }.max() ?? 0
        let right = SVGPlot.width - SVGPlot.margin - numbers - 10
        y += 8
        for (lane, count) in zip(frame.lanes, counts) {
            canvas.text(SVGCanvas.cut(lane.name, to: left - SVGPlot.margin - 10), left - 8, y + 14, .end)
            canvas.rectangle(left, y + 1, right - left, 17, fill: "#f3f3f3", stroke: SVGCanvas.grid, title: "\(lane.name): \(count)")
            // Strokes that would cover one another are one: a text may have a hundred thousand hits.
            let places = Set(lane.places.map { Int($0 * (right - left) * 2) }).sorted()
            let strokes = places.map { "M\(number(left + Double($0) / 2)) \(number(y + 1))v17" }.joined()
            if !strokes.isEmpty { canvas.path(strokes, stroke: SVGSeries.colour(0), width: 1.2) }
            canvas.text(count, SVGPlot.width - SVGPlot.margin, y + 14, .end, fill: SVGCanvas.faint, size: 12)
            y += 23
        }
        for (share, label) in [(0.0, "0"), (0.25, "25"), (0.5, "50"), (0.75, "75"), (1.0, "100 %")] {
            canvas.text(label, left + share * (right - left), y + 12, .middle, fill: SVGCanvas.faint, size: 12)
        }
        canvas.text(heading, SVGPlot.width - SVGPlot.margin, y + 12, .end, fill: SVGCanvas.faint, size: 12)
        y += 18
    }
}
