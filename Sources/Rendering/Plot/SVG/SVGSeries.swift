/// How series are told apart: by lightness, pattern, dashes and marks as well as by colour, so that a grey print says the same.
enum SVGSeries {
    static let most = 8
    private static let colours = [
        "#1f4e79", "#d9822b", "#4d8f8b", "#a23b5e", "#8a9a3b", "#5b5b5b", "#7b5aa6", "#111111",
    ]
    private static let dashes = ["", "7 4", "2 3", "10 3 2 3", "5 2", "1 4", "12 4", "8 2 1 2 1 2"]

    static func colour(_ index: Int) -> String { colours[index % colours.count] }

    static func dashes(_ index: Int) -> String { dashes[index % dashes.count] }

    /// The filling of a bar: plain for the first, a pattern for the others.
    static func fill(_ index: Int) -> String { index % colours.count == 0 ? colours[0] : "url(#series\(index % colours.count))" }

    /// The patterns of the first `count` series.
    static func patterns(_ count: Int) -> String {
        let strokes = [
            "", "M-2 2l4-4M0 8l8-8M6 10l4-4", "M0 4h8", "M4 0v8", "M-2 6l4 4M0 0l8 8M6-2l4 4", "M0 4h8M4 0v8",
            "M2 2h1v1h-1zM6 6h1v1h-1z", "M0 0l8 8M0 8l8-8",
        ]
        return (1..<max(2, min(count, most))).filter { $0 < count }.map { index in
            """
            <pattern id="series\(index)" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" \
            fill="\(colour(index))" fill-opacity="0.25"/><path d="\(strokes[index])" stroke="\(colour(index))" \
            stroke-width="1.6" fill="none"/></pattern>

            """
        }.joined()
    }

    /// The mark of a point: disc, square, triangle, diamond, filled and then hollow.
    static func mark(_ index: Int, _ x: Double, _ y: Double) -> String {
        let at = "M\(number(x)) \(number(y))"
        switch index % 4 {
        case 0: return at + "m-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z"
        case 1: return at + "m-3-3h6v6h-6z"
        case 2: return at + "m0-3.8l3.8 6.6h-7.6z"
        default: return at + "m0-4l4 4l-4 4l-4-4z"
        }
    }

    static func markFill(_ index: Int) -> String { index % 8 < 4 ? colour(index) : "#ffffff" }
}
