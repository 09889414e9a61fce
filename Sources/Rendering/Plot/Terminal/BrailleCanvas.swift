/// Dots in cells of two by four, drawn as braille: four times the lines and twice the columns of a terminal.
struct BrailleCanvas {
    let width: Int
    let height: Int
    private var dots: [UInt8]
    private var styles: [Style]

    /// The bit of a dot, by its row and column in the cell.
    private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

    /// An empty canvas of so many columns and lines.
    init(width: Int, height: Int) {
        (self.width, self.height) = (max(1, width), max(1, height))
        dots = [UInt8](repeating: 0, count: self.width * self.height)
        styles = [Style](repeating: .plain, count: dots.count)
    }

    /// Sets the dot in column `x` of `2 * width` and row `y` of `4 * height`, from the upper left.
    mutating func set(_ x: Int, _ y: Int, _ style: Style) {
        guard x >= 0, y >= 0, x < 2 * width, y < 4 * height else { return }
        let cell = y / 4 * width + x / 2
        dots[cell] |= BrailleCanvas.bits[y % 4][x % 2]
        styles[cell] = style
    }

    /// A line between two dots; of every `dash` dots only the first half are set, all where it is 0.
    mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), dash: Int, _ style: Style) {
        let steps = max(abs(end.x - start.x), abs(end.y - start.y))
        for step in 0...max(1, steps) {
            let share = Double(step) / Double(max(1, steps))
            let x = start.x + Int((Double(end.x - start.x) * share).rounded())
            let y = start.y + Int((Double(end.y - start.y) * share).rounded())
            // The rhythm goes by place, so that it does not begin anew with each stretch.
            if dash == 0 || (x + y) % dash < (dash + 1) / 2 { set(x, y, style) }
        }
    }

    /// The sign and style of a cell; a blank where no dot is set.
    func cell(_ column: Int, _ line: Int) -> (sign: String, style: Style) {
        let dots = dots[line * width + column]
        guard dots != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(dots)) else { return (" ", .plain) }
        return (String(Character(scalar)), styles[line * width + column])
    }
}
