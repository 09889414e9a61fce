import Documents

/// Comma-separated values by RFC 4180: a header, lines ended by CR LF, a cell with a comma, quote or line end in quotes.
/// Line ends inside a cell stay, other control characters are pictures. Cells that begin with `=`, `+`, `-` or `@` are
/// left as they are: the data is what the text says, and a sign in front would be a change nobody sees.
struct CSV: TabularFormat {
    let name = "csv"
    let fileExtension = "csv"

    func begin(_ headers: [String], _ kinds: [CellKind], to output: inout Output) {
        row(headers.map(Cell.text), to: &output)
    }

    func row(_ cells: [Cell], to output: inout Output) {
        output.write(cells, separator: UInt8(ascii: ","))
        output.write("\r\n")
    }
}

/// Tab-separated values as spreadsheets write them: a cell with a tab, quote or line end stands in quotes as in CSV;
/// lines end with LF.
struct TSV: TabularFormat {
    let name = "tsv"
    let fileExtension = "tsv"

    func begin(_ headers: [String], _ kinds: [CellKind], to output: inout Output) {
        row(headers.map(Cell.text), to: &output)
    }

    func row(_ cells: [Cell], to output: inout Output) {
        output.write(cells, separator: UInt8(ascii: "\t"))
        output.newline()
    }
}

extension Escaping {
    /// The inside of a quoted cell.
    fileprivate static let quotedCell = Escaping(special: "\"", kept: "\n\r\t") { value in
        value == 0x22 ? "\"\"" : picture(value)
    }
}

extension Output {
    /// The cells of a row, quoted where they must be.
    fileprivate mutating func write(_ cells: [Cell], separator: UInt8) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { write(separator) }
            writeQuoted(cell.plainText(), separator)
        }
    }

    private mutating func writeQuoted(_ text: String, _ separator: UInt8) {
        let isQuoted = text.utf8.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        if isQuoted { write(UInt8(ascii: "\"")) }
        Escaping.quotedCell.write(text, to: &self)
        if isQuoted { write(UInt8(ascii: "\"")) }
    }
}
