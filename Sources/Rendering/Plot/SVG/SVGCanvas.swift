import SourceText

/// An SVG drawing as it grows. Lengths are in the drawing's own units, of which a line of text is about 16 high.
struct SVGCanvas {
    private var body = Output()

    static let fontSize = 13.0
    /// The fonts of most systems that have Chinese; no font is fetched.
    static let fonts =
        "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Hiragino Sans GB','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif"
    static let ink = "#222222"
    static let faint = "#666666"
    static let grid = "#d8d8d8"

    enum Anchor: String { case start, middle, end }

    /// The width of a text, from its columns: near enough to leave room for it.
    static func width(_ text: String, size: Double = fontSize) -> Double { Double(displayWidth(visible(text))) * size * 0.53 }

    /// The text, cut to a width with an ellipsis.
    static func cut(_ text: String, to width: Double, size: Double = fontSize) -> String {
        let styled = StyledText(text, ambiguous: 1)
        guard SVGCanvas.width(text, size: size) > width else { return text }
        let kept = styled.cut(toColumns: max(2, Int(width / (size * 0.53))))
        var shown = ""
        for item in kept.scalars { shown.unicodeScalars.append(item.scalar) }
        return shown
    }

    mutating func text(
        _ words: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, fill: String = ink, size: Double = fontSize,
        isBold: Bool = false
    ) {
        var attributes = [("x", number(x)), ("y", number(y))]
        if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
        if fill != SVGCanvas.ink { attributes.append(("fill", fill)) }
        if size != SVGCanvas.fontSize { attributes.append(("font-size", number(size))) }
        if isBold { attributes.append(("font-weight", "bold")) }
        body.writeElement("text", attributes, text: words)
        body.newline()
    }

    /// A text that rises to the right from its place.
    mutating func slanted(_ words: String, _ x: Double, _ y: Double) {
        body.writeElement("text", [("transform", "translate(\(number(x)) \(number(y))) rotate(-45)"), ("font-size", "12")], text: words)
        body.newline()
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String = faint, width: Double = 1) {
        let ends = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)].map { ($0.0, number($0.1)) }
        body.openElement("line", ends + [("stroke", stroke), ("stroke-width", number(width))], isEmpty: true)
        body.newline()
    }

    /// A rectangle; `title` is shown where a pointer rests on it, and read aloud.
    mutating func rectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, stroke: String? = nil, title: String? = nil
    ) {
        var attributes = [("x", x), ("y", y), ("width", max(0, width)), ("height", max(0, height))].map { ($0.0, number($0.1)) }
        attributes.append(("fill", fill))
        if let stroke { attributes.append(("stroke", stroke)) }
        body.openElement("rect", attributes, isEmpty: title == nil)
        if let title {
            body.writeElement("title", text: title)
            body.write("</rect>")
        }
        body.newline()
    }

    mutating func path(_ commands: String, stroke: String, width: Double, dashes: String = "") {
        var attributes = [("d", commands), ("fill", "none"), ("stroke", stroke), ("stroke-width", number(width))]
        if !dashes.isEmpty { attributes.append(("stroke-dasharray", dashes)) }
        attributes.append(("stroke-linejoin", "round"))
        body.openElement("path", attributes, isEmpty: true)
        body.newline()
    }

    mutating func shape(_ commands: String, fill: String, stroke: String, title: String? = nil) {
        body.openElement("path", [("d", commands), ("fill", fill), ("stroke", stroke)], isEmpty: title == nil)
        if let title {
            body.writeElement("title", text: title)
            body.write("</path>")
        }
        body.newline()
    }

    mutating func takeBytes() -> [UInt8] { body.takeBytes() }
}

/// A length with at most one digit after the point: the same drawing gives the same bytes everywhere.
func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((min(1e7, max(-1e7, value)) * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
}
