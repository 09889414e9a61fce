import SourceText

extension PlotDrawing {
    /// Strips at a terminal: a line a text, from its beginning to its end, a stroke where there is a hit.
    func drawing(of frame: StripFrame) -> [StyledText] {
        let counts = frame.lanes.map(\.described)
        let heading = StripFrame.descriptionTitle(options.language)
        let countWidth = widest(counts + [heading], most: options.columns / 3)
        let labelWidth = widest(frame.lanes.map(\.name), most: max(4, options.columns * 3 / 10))
        let width = max(1, options.columns - labelWidth - countWidth - 4)
        var lines = zip(frame.lanes, counts).map { lane, count in
            var line = fitted(lane.name, to: labelWidth)
            line.append("  ")
            line.append(strip(lane, width: width))
            line.append("  ")
            line.append(fitted(count, .faint, to: countWidth, isRightAligned: true))
            return line
        }
        var scale = blanks(labelWidth + 2)
        let marks = along([(0, "0"), (width / 2, "50"), (width, "100 %")], width: width)
        scale.append(marks)
        scale.append(blanks(width - marks.width + 2))
        scale.append(fitted(heading, .faint, to: countWidth, isRightAligned: true))
        lines.append(scale)
        return lines
    }

    private func strip(_ lane: StripFrame.Lane, width: Int) -> StyledText {
        var canvas = BrailleCanvas(width: width, height: 1)
        for x in 0..<(2 * width) { canvas.set(x, 3, .faint) }
        for place in lane.places {
            let x = min(2 * width - 1, Int(place * Double(2 * width)))
            for y in 0..<4 { canvas.set(x, y, .series1) }
        }
        var line = text("")
        for column in 0..<width {
            let cell = canvas.cell(column, 0)
            line.append(cell.sign, cell.style)
        }
        return line
    }
}
