import Documents

/// A table of GitHub-flavoured Markdown; numbers are right-aligned, line ends inside a cell become `<br>`, and what
/// Markdown or HTML would read as markup is escaped.
struct Markdown: TabularFormat {
    let name = "markdown"
    let fileExtension = "md"

    func begin(_ headers: [String], _ kinds: [CellKind], to output: inout Output) {
        row(headers.map(Cell.text), to: &output)
        output.write("|" + kinds.map { $0 == .number ? " ---: |" : " --- |" }.joined() + "\n")
    }

    func row(_ cells: [Cell], to output: inout Output) {
        output.write("|")
        for cell in cells {
            output.write(" ")
            Escaping.markdownCell.write(cell.plainText(), to: &output)
            output.write(" |")
        }
        output.newline()
    }
}

extension Escaping {
    fileprivate static let markdownCell = Escaping(special: "|\\*_`[]<>&") { value in
        switch value {
        case 0x0A: "<br>"
        case 0x09: " "
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x21...0x7E: "\\" + String(Character(Unicode.Scalar(UInt8(value))))
        default: picture(value)
        }
    }
}
