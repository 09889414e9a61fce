extension SVGPlot {
    /// Lines over an axis of numbers, days or names; a gap where there is no number.
    mutating func writeLines(_ frame: inout PlotFrame) {
        writeLegend(frame, asLines: true)
        frame.bin(to: 360)
        let plan = LinePlan(frame, top: y + 12)
        writeAxes(frame, plan)
        for (index, series) in frame.series.enumerated().reversed() {
            var commands = ""
            var isJoined = false
            for (place, value) in series.values.enumerated() {
                if let value { commands += "\(isJoined ? "L" : "M")\(number(plan.x(frame.positions[place]))) \(number(plan.y(value)))" }
                isJoined = value != nil
            }
            canvas.path(commands, stroke: SVGSeries.colour(index), width: 2, dashes: SVGSeries.dashes(index))
            writeMarks(frame, index, plan)
        }
        y = plan.bottom + 40
        canvas.text(frame.axisTitle, (plan.left + plan.right) / 2, y, .middle, fill: SVGCanvas.faint, size: 12)
        y += 6
    }

    /// Points have marks while there is room for them.
    private mutating func writeMarks(_ frame: PlotFrame, _ index: Int, _ plan: LinePlan) {
        let series = frame.series[index]
        let stride = max(1, series.values.count / 60)
        for place in Swift.stride(from: 0, to: series.values.count, by: stride) {
            guard let value = series.values[place] else { continue }
            canvas.shape(
                SVGSeries.mark(index, plan.x(frame.positions[place]), plan.y(value)), fill: SVGSeries.markFill(index),
                stroke: SVGSeries.colour(index), title: "\(frame.labels[place]) \(series.name): \(plan.wording(value))")
        }
    }

    private mutating func writeAxes(_ frame: PlotFrame, _ plan: LinePlan) {
        for tick in plan.upward.ticks {
            canvas.line(plan.left, plan.y(tick), plan.right, plan.y(tick), stroke: SVGCanvas.grid)
            canvas.text(plan.upward.label(tick), plan.left - 8, plan.y(tick) + 4, .end, fill: SVGCanvas.faint, size: 12)
        }
        canvas.line(plan.left, plan.bottom, plan.right, plan.bottom, stroke: SVGCanvas.ink)
        var free = 0.0
        for (position, label) in plan.ticks(frame) {
            let name = SVGCanvas.cut(label, to: 160, size: 12)
            let half = SVGCanvas.width(name, size: 12) / 2
            let middle = min(SVGPlot.width - SVGPlot.margin - half, max(SVGPlot.margin + half, plan.x(position)))
            guard middle - half >= free else { continue }
            canvas.line(plan.x(position), plan.bottom, plan.x(position), plan.bottom + 5, stroke: SVGCanvas.ink)
            canvas.text(name, middle, plan.bottom + 19, .middle, fill: SVGCanvas.faint, size: 12)
            free = middle + half + 10
        }
    }
}

/// Where the points of a drawing of lines stand.
private struct LinePlan {
    let left: Double
    let right = SVGPlot.width - SVGPlot.margin - 8
    let top: Double
    let upward: AxisScale
    let wording: NumberWording
    private let across: AxisScale
    private let isSingle: Bool

    var bottom: Double { top + 280 }

    init(_ frame: PlotFrame, top: Double) {
        self.top = top
        let values = frame.values
        wording = NumberWording(values)
        let upward = AxisScale(values, ticks: 5, isRounded: true)
        self.upward = upward
        left = SVGPlot.margin + (upward.ticks.map { SVGCanvas.width(upward.label($0), size: 12) }.max() ?? 0) + 10
        across = AxisScale(frame.positions, ticks: 8, includesZero: false, isWhole: frame.axis != .order)
        isSingle = frame.positions.count < 2
    }

    func x(_ position: Double) -> Double { isSingle ? (left + right) / 2 : left + across.fraction(position) * (right - left) }

    func y(_ value: Double) -> Double { bottom - upward.fraction(value) * (bottom - top) }

    /// The places that are named along the axis: round numbers, or names, of which those without room are left out.
    func ticks(_ frame: PlotFrame) -> [(Double, String)] {
        if frame.axis == .number, !isSingle { return across.ticks.map { ($0, placeLabel($0)) } }
        return Array(zip(frame.positions, frame.labels))
    }
}
