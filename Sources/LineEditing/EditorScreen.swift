import CLibEdit
import Glibc

// Drawing besides what libedit draws: it always takes the cursor to be where it left it.
extension LineEditor {
    private var columns: Int { Terminal(descriptor: fileno(files.output)).size.columns }

    private func layout(upTo count: Int) -> ScreenLayout {
        let buffer = EditBuffer(handle)
        return ScreenLayout(columns: columns, text: prompt.visible + buffer.scalars.prefix(count))
    }

    /// Moves to the beginning of the prompt and clears from there on; `redraw` must follow.
    func erase() {
        fflush(files.output)
        let row = layout(upTo: EditBuffer(handle).cursor).row
        write("\r" + (row > 0 ? "\u{1B}[\(row)A" : "") + "\u{1B}[J")
    }

    /// The columns between the end of the line and the end of its row; none where the row begins with the cursor.
    var freeColumns: Int {
        let end = layout(upTo: .max)
        return end.column == 0 ? 0 : columns - end.column
    }

    /// Draws prompt and line anew from where the cursor stands, at the left margin.
    func redraw() {
        _ = wen_refresh(handle)
    }

    /// Moves below the line, to the left margin.
    func leaveLine() {
        fflush(files.output)
        let buffer = EditBuffer(handle)
        let below = layout(upTo: .max).row - layout(upTo: buffer.cursor).row
        write(String(repeating: "\r\n", count: below + 1))
    }

    /// After the terminal changed size. Terminals that wrap long lines anew keep the cursor on its character, so the
    /// beginning is as many rows up as the text takes at the new width.
    func resize() {
        erase()
        el_resize(handle)
        redraw()
    }
}
