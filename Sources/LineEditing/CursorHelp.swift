import CLibEdit
import Glibc

/// Says what stands at the cursor, in lines: the entry so far, with the lines above the one that is edited, and the cursor's
/// offset in it in UTF-8 bytes.
public typealias Explainer = (_ line: String, _ cursor: Int) -> [String]

extension LineEditor {
    /// F1 and Alt-H: what stands at the cursor is explained below the line, and the line goes on.
    func explainAtCursor() -> Int32 {
        let buffer = EditBuffer(handle)
        let lines = explain(linesAbove + buffer.text, linesAbove.utf8.count + buffer.beforeCursor.utf8.count)
        if lines.isEmpty { return CC_ERROR }
        let columns = Terminal(descriptor: fileno(files.output)).size.columns
        leaveLine()
        write(lines.flatMap { wrapped($0, columns: columns, width: width) }.map { $0 + "\r\n" }.joined())
        redraw()
        return CC_NORM
    }
}

/// A line as rows that are narrower than the screen, those behind the first indented. It breaks at blanks, and beside characters
/// that are not ASCII, as Chinese does anywhere. `width` gives the columns of a text.
public func wrapped(_ line: String, columns: Int, width: (String) -> Int) -> [String] {
    var rows: [String] = []
    var row = ""
    var used = 0
    for piece in pieces(line) {
        let needed = width(piece)
        if used + needed >= columns, used > 2 {
            rows.append(row)
            row = "  "
            used = 2
            if piece == " " { continue }
        }
        row += piece
        used += needed
    }
    return rows + [row]
}

/// Blanks and characters that are not ASCII by themselves, words whole. Controls become U+FFFD.
private func pieces(_ line: String) -> [String] {
    var found: [String] = []
    for scalar in line.unicodeScalars {
        let shown = scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
        let isWord = shown.isASCII && shown != " "
        if isWord, let last = found.last?.unicodeScalars.last, last.isASCII, last != " " {
            found[found.count - 1].unicodeScalars.append(shown)
        } else {
            found.append(String(shown))
        }
    }
    return found
}
