import LineEditing

/// What a person sees: rows of cells, as an xterm would fill them.
struct Screen {
    private(set) var columns: Int
    private(set) var rows: Int
    private(set) var row = 0
    private(set) var column = 0
    /// A cell holds a character, with the marks that combine with it; the right half of a wide one holds nothing.
    private var cells: [[String]]
    /// The last column is written: the next character begins a row.
    private var wrapsNext = false
    private var inserts = false
    private var saved = (row: 0, column: 0)
    private var partial: [UInt8] = []

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// The rows without the blanks at their ends.
    var lines: [String] { cells.map(Screen.trimmed) }

    /// The rows up to the last that is not empty, joined.
    var text: String {
        let lines = lines
        let count = (lines.lastIndex { !$0.isEmpty } ?? -1) + 1
        return lines[..<count].joined(separator: "\n")
    }

    /// The row the cursor is in.
    var currentLine: String { lines[row] }

    private static func trimmed(_ cells: [String]) -> String {
        let text = cells.joined()
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    mutating func resize(columns: Int, rows: Int) {
        cells = (0..<rows).map { y in
            (0..<columns).map { x in y < self.rows && x < self.columns ? cells[y][x] : " " }
        }
        (self.columns, self.rows) = (columns, rows)
        (row, column) = (min(row, rows - 1), min(column, columns - 1))
        wrapsNext = false
    }

    /// Takes bytes as they come; a character or sequence may be cut anywhere.
    mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            partial.append(byte)
            if isWhole { act() }
        }
    }

    private var isWhole: Bool {
        let lead = partial[0]
        if lead == 0x1B {
            guard partial.count > 1 else { return false }
            if partial[1] == UInt8(ascii: "[") {
                return partial.count > 2 && (0x40...0x7E).contains(partial[partial.count - 1])
            }
            return partial[1] != UInt8(ascii: "(") || partial.count > 2
        }
        return partial.count >= (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1)
    }

    private mutating func act() {
        defer { partial = [] }
        switch partial[0] {
        case 0x1B where partial[1] == UInt8(ascii: "["): control()
        case 0x1B where partial[1] == UInt8(ascii: "7"): saved = (row, column)
        case 0x1B where partial[1] == UInt8(ascii: "8"): move(saved.row, saved.column)
        case 0x1B: break
        case 0x0D: move(row, 0)
        case 0x0A: lineFeed()
        case 0x08: move(row, column - 1)
        case 0x09: move(row, (column / 8 + 1) * 8)
        case 0..<0x20: break
        case _: for scalar in String(decoding: partial, as: UTF8.self).unicodeScalars { put(scalar) }
        }
    }

    private mutating func move(_ newRow: Int, _ newColumn: Int) {
        row = min(max(newRow, 0), rows - 1)
        column = min(max(newColumn, 0), columns - 1)
        wrapsNext = false
    }

    private mutating func lineFeed() {
        wrapsNext = false
        if row < rows - 1 { return row += 1 }
        cells.removeFirst()
        cells.append(Array(repeating: " ", count: columns))
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let width = systemWidth(String(scalar))
        if width == 0 {
            let x = wrapsNext ? column : max(0, column - 1)
            cells[row][x].unicodeScalars.append(scalar)
            return
        }
        if wrapsNext || column + width > columns {
            column = 0
            lineFeed()
        }
        if inserts { insertCells(width) }
        cells[row][column] = String(scalar)
        if width == 2 { cells[row][column + 1] = "" }
        wrapsNext = column + width >= columns
        column = min(column + width, columns - 1)
    }

    private mutating func insertCells(_ count: Int) {
        cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
        cells[row].removeLast(count)
    }

    private mutating func control() {
        let final = partial.removeLast()
        let numbers = String(decoding: partial.dropFirst(2), as: UTF8.self).split(separator: ";").map { Int($0) }
        let n = max(1, (numbers.first ?? nil) ?? 1)
        switch Unicode.Scalar(final) {
        case "A": move(row - n, column)
        case "B": move(row + n, column)
        case "C": move(row, column + n)
        case "D": move(row, column - n)
        case "G": move(row, n - 1)
        case "d": move(n - 1, column)
        case "H": move(n - 1, numbers.count > 1 ? (numbers[1] ?? 1) - 1 : 0)
        case "J": clear((numbers.first ?? nil) ?? 0)
        case "K": clearLine((numbers.first ?? nil) ?? 0)
        case "P":
            let count = min(n, columns - column)
            cells[row].removeSubrange(column..<(column + count))
            cells[row] += Array(repeating: " ", count: count)
        case "@": insertCells(min(n, columns - column))
        case "X": for x in column..<min(columns, column + n) { cells[row][x] = " " }
        case "h" where numbers == [4]: inserts = true
        case "l" where numbers == [4]: inserts = false
        case _: break
        }
    }

    private mutating func clear(_ what: Int) {
        if what == 0 { clearLine(0) }
        for y in what == 0 ? row + 1..<rows : 0..<rows { cells[y] = Array(repeating: " ", count: columns) }
    }

    private mutating func clearLine(_ what: Int) {
        let range = what == 0 ? column..<columns : what == 1 ? 0..<column + 1 : 0..<columns
        for x in range { cells[row][x] = " " }
    }
}
