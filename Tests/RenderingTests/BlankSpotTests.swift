import Documents
import QueryLanguage
import Rendering
import Testing

/// What is nowhere said stands out for people and is a number for programs.
@Suite struct BlankSpotTests {
    private static let rows: [TableRow] = [
        TableRow([.integer(0), .integer(3), .integer(0), .integer(3)]), TableRow([.integer(1), .integer(0), .integer(0), .integer(0)]),
    ]

    private func table(_ style: TableStyle) -> QueryResult {
        let columns = [Column(.page)] + ["甲", "乙", "计"].map { Column(verbatim: $0, .number) }
        return .table(TableResult(archive: Fixture.none, columns: columns, style: style, rows: BlankSpotTests.rows))
    }

    private let counted = TableStyle.crossTabulation(counts: 1..<3)

    @Test func aZeroCountIsABlankSpotAtTheTerminal() throws {
        #expect(
            try terminal(table(counted)) == """
                page      甲      乙  计
                   0       3  空白点   3
                   1  空白点  空白点   0

                """)
        #expect(try terminal(table(counted), .colour).contains("\u{1B}[1;31m空白点\u{1B}[0m"))
    }

    @Test func aZeroCountIsABlankSpotOverAPipe() throws {
        #expect(try rendered(renderPipe, table(counted)) == "page\t甲\t乙\t计\n0\t3\t空白点\t3\n1\t空白点\t空白点\t0\n")
    }

    @Test func otherTablesHaveZeros() throws {
        #expect(try !terminal(table(.plain)).contains("空白点"))
        #expect(try !rendered(renderPipe, table(.plain)).contains("空白点"))
    }

    @Test(arguments: ["csv", "tsv", "json", "jsonl", "markdown"])
    func exportsHaveTheNumber(_ name: String) throws {
        let format = try #require(exportFormat(named: name))
        let written = try rendered(format.write, table(counted))
        #expect(!written.contains("空白点"))
        #expect(try written == rendered(format.write, table(.plain)))
    }
}
