/// The signs a terminal draws with. Block and box signs take two columns where characters of ambiguous width do; braille
/// takes one everywhere.
struct PlotGlyphs {
    /// A cell of a bar, for each series its own.
    let fills: [String]
    /// Beginnings of a cell, from the narrowest; the whole cell is not among them.
    let parts: [String]
    /// The right half of a cell.
    let rightHalf: String
    /// The axis that bars begin at, and the one beneath with and without a tick.
    let upright: String
    let corner: String
    let level: String
    let tick: String
    /// Marks of points, for each series its own.
    let marks: [String]
    /// Shades of a heat map, from nothing to the most.
    let shades: [String]

    static func suited(ambiguousWidth: Int) -> PlotGlyphs { ambiguousWidth == 1 ? blocks : braille }

    private static let blocks = PlotGlyphs(
        fills: ["█", "░", "▓", "▒", "#", "=", "+", "-"], parts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"], rightHalf: "▐",
        upright: "│", corner: "└", level: "─", tick: "┴", marks: ["●", "○", "■", "□", "▲", "△", "◆", "◇"],
        shades: [" ", "░", "▒", "▓", "█"])

    private static let braille = PlotGlyphs(
        fills: ["⣿", "⠶", "⢕", "⣉", "#", "=", "+", "-"], parts: ["⡇"], rightHalf: "⢸", upright: "|", corner: "+", level: "-",
        tick: "+", marks: ["o", "x", "*", "+", "#", "@", "%", "&"], shades: [" ", "⠂", "⠪", "⢵", "⣿"])
}
