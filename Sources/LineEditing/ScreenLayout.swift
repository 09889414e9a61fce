/// Where libedit puts the cursor: the rows and columns that prompt and text take. It offers no way to ask, and to draw
/// anything but the line (a list, a resized line) the editor must know where the drawing began.
struct ScreenLayout {
    let columns: Int
    private(set) var row = 0
    private(set) var column = 0

    /// The place after `text`; a newline begins a row, a wide character that does not fit goes to the next.
    init(columns: Int, text: some Sequence<Unicode.Scalar>) {
        self.columns = max(columns, 1)
        for scalar in text { advance(over: scalar) }
    }

    /// Mirrors libedit's re_addc and re_putc.
    private mutating func advance(over scalar: Unicode.Scalar) {
        if scalar == "\n" {
            row += 1
            column = 0
            return
        }
        let width = drawnWidth(scalar)
        if column + width > columns, width == 2 {
            row += 1
            column = 0
        }
        column += width
        row += column / columns
        column %= columns
    }

    /// libedit shows a control as `^X` and what it cannot print as `\U+ABCD`.
    private func drawnWidth(_ scalar: Unicode.Scalar) -> Int {
        let width = scalar.value < 0x20 || scalar.value == 0x7F ? 2 : systemColumns(scalar)
        return width >= 0 ? width : scalar.value < 0x100 ? 2 : scalar.value > 0xFFFF ? 8 : 7
    }
}
