import Documents
import QueryLanguage
import SourceText

extension HTMLPage {
    /// A table whose heads sort it; numbers to the right.
    mutating func write(_ table: TableResult) throws -> Summary {
        let measured = try MeasuredTable(table, measuring: HTMLPage.sampleSize)
        let cells = RowCells(measured, options)
        writeHeads(table.columns)
        let summary = try measured.replayed.write(limit: nil, to: &output) { row, output in
            output.writeRow(cells.texts(of: row), table.columns)
        }
        output.write("</tbody>\n</table></div>\n")
        return summary
    }

    /// A drawing, and behind it the numbers it rests on.
    mutating func write(_ table: TableResult, drawnAs plot: Plot) throws -> Summary {
        let (rows, summary) = try table.gathered()
        // The page itself says where the drawing is from.
        var drawn = options
        drawn.caption = nil
        output.write("<figure>\n")
        SVGPlot.draw(rows, table.columns, plot, drawn, to: &output)
        output.write("</figure>\n<details><summary>\(words("the numbers", zh: "数据"))</summary>\n")
        _ = try write(TableResult(archive: table.archive, columns: table.columns, rows: rows))
        output.write("</details>\n")
        return summary
    }

    /// The rows that say how many digits the numbers of a column have.
    private static let sampleSize = 200

    private mutating func writeHeads(_ columns: [Column]) {
        output.write("<div class=\"scroll\"><table>\n<thead><tr data-sorts=\"rows\">")
        for column in columns {
            let attributes = [("data-kind", column.kind == .number ? "number" : column.name == Column.address.name ? "address" : "text")]
            output.writeElement(
                "th", attributes + (column.kind == .number ? [("class", "n")] : []) + [("scope", "col")],
                text: column.title(options.language))
        }
        output.write("</tr></thead>\n<tbody id=\"rows\">\n")
    }

    /// Lines of text as they are, hits marked.
    mutating func write(_ text: TextResult) {
        output.write("<div class=\"lines\">")
        for line in text.lines {
            output.write("<div class=\"\(HTMLPage.name(line.style))\">")
            if let address = line.address {
                output.writeElement("span", [("class", "address")], text: address)
                output.write("  ")
            }
            output.writeMarked(line)
            output.write(line.text.isEmpty ? "<br></div>\n" : "</div>\n")
        }
        output.write("</div>\n")
    }

    private static func name(_ style: TextResult.Style) -> String {
        switch style {
        case .plain: "plain"
        case .title: "title"
        case .faint: "faint"
        case .heading: "heading"
        case .code: "code"
        }
    }
}

extension Output {
    fileprivate mutating func writeRow(_ cells: [String], _ columns: [Column]) {
        write("<tr>")
        for (column, cell) in zip(columns, cells) {
            writeElement("td", column.kind == .number ? [("class", "n")] : [], text: cell)
        }
        write("</tr>\n")
    }

    fileprivate mutating func writeMarked(_ line: TextResult.Line) {
        var text = line.text
        text.withUTF8 { buffer in
            let bytes = UnsafeRawBufferPointer(buffer)
            var position = 0
            for mark in line.marks where mark.lowerBound >= position && mark.upperBound <= bytes.count {
                writeEscaped(UnsafeRawBufferPointer(rebasing: bytes[position..<mark.lowerBound]))
                write("<mark>")
                writeEscaped(UnsafeRawBufferPointer(rebasing: bytes[mark]))
                write("</mark>")
                position = mark.upperBound
            }
            writeEscaped(UnsafeRawBufferPointer(rebasing: bytes[position...]))
        }
    }
}
