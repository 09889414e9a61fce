import Documents
import QueryLanguage
import Rendering
import SourceText
import Testing

@Suite struct TableTests {
    @Test func numbersAreRightAlignedAndLongTextIsCut() throws {
        #expect(
            try terminal(Tables.mixed) == """
                address  section    次数  share  text                              date     none
                ¶2       新的任务      8   0.50  今后一个时期，上海社区党建工作…   1999-10
                ¶2       引言      12345  12.25  短
                         少
                … 1 cell cut

                """)
    }

    @Test func columnsThatDoNotFitAreNamed() throws {
        #expect(
            try terminal(Tables.mixed, width: 40) == """
                address  section    次数  share
                ¶2       新的任务      8   0.50
                ¶2       引言      12345  12.25
                         少
                … 3 columns not shown: text, date, none

                """)
    }

    @Test func withoutAWidthNothingIsCut() throws {
        let shown = try terminal(Tables.mixed, width: nil)
        #expect(shown.contains("主要任务，甲乙丙␊␛  1999-10\n"))
        #expect(!shown.contains("…"))
    }

    @Test func aTableIsLaidOutFromItsFirstRowsAndThenStreamed() throws {
        var pulled = 0
        let result = TableResult(archive: Fixture.none, columns: [Column(verbatim: "n", .number)]) {
            pulled += 1
            return pulled <= 1000 ? [TableRow([.integer(pulled)])] : nil
        }
        var firstPiece = 0
        let summary = try renderTerminal(.table(result), RenderOptions(width: 40)) { _ in
            if firstPiece == 0 { firstPiece = pulled }
        }
        #expect(summary.rows == 1000)
        #expect(firstPiece == 200)
    }

    @Test func anEmptyTableIsItsHeader() throws {
        let table = { QueryResult.table(TableResult(archive: Fixture.none, columns: [Column(.title), Column(.length)], rows: [])) }
        #expect(try terminal(table()) == "title  len\n")
        #expect(try rendered(renderPipe, table()) == "title\tlen\n")
        #expect(try rendered(renderJSONLines, table()) == "")
    }

    @Test func concordanceLinesMeetAtTheHit() throws {
        #expect(
            try terminal(Tables.concordance) == """
                ¶2         …，上海社区党建工作将着重抓好 党员 带头作用，发挥先锋模范的作用，在…
                ¶2  1999                               a 从我做起 短
                ¶2                                       党

                """)
        #expect(
            try terminal(Tables.concordance, width: 40) == """
                ¶2         …着重抓好 党员 带头作用，发…
                ¶2  1999           a 从我做起 短
                ¶2                   党

                """)
    }

    @Test func theHitOfAConcordanceLineIsMarked() throws {
        #expect(try terminal(Tables.concordance, width: 60, .colour).contains(" \u{1B}[1;31m党员\u{1B}[0m "))
    }

    @Test(arguments: 16...60) func noRowIsWiderThanTheTerminal(_ width: Int) throws {
        for table in [Tables.mixed, Tables.concordance] {
            for line in try terminal(table, width: width).split(separator: "\n") {
                #expect(columns(String(line)) <= width, "\(line)")
            }
        }
    }

    @Test func aPipeHasOneLineARowWithAHeaderInTheUsersLanguage() throws {
        let body = """
            ¶2\t新的任务\t8\t0.5\t今后一个时期，上海社区党建工作将着重抓好以下四项主要任务，甲乙丙 ␛\t1999-10\t
            ¶2\t引言\t12345\t12.25\t短\t\t
            \t少\t\t\t\t\t

            """
        #expect(try rendered(renderPipe, Tables.mixed) == "address\tsection\t次数\tshare\ttext\tdate\tnone\n" + body)
        let chinese = try rendered(renderPipe, Tables.mixed, RenderOptions(language: .chinese))
        #expect(chinese == "地址\t节名\t次数\t占比\t正文\t日期\t没有\n" + body)
    }
}

/// Tables that renderers are tried on; each use makes a new one, since a result can be pulled once.
enum Tables {
    private static var region: Region {
        Region(layer: .paragraph, shard: 0, unit: 1, span: Fixture.one.shards[0].paragraphs[1])
    }

    static var mixed: QueryResult {
        let columns = [
            Column("address", zh: "地址", .text), Column(.section), Column(verbatim: "次数", .number), Column("share", zh: "占比", .number),
            Column(.text),
            Column(.date), Column("none", zh: "没有", .text),
        ]
        let long = "今后一个时期，上海社区党建工作将着重抓好以下四项主要任务，甲乙丙\n\u{1B}"
        let october = PartialDate(year: 1999, month: 10).map(Cell.date) ?? .empty
        let rows = [
            TableRow([.text("¶2"), .text("新的任务"), .integer(8), .decimal(0.5), .text(long), october, .empty], region: region),
            TableRow([.text("¶2"), .text("引言"), .integer(12345), .decimal(12.25), .text("短"), .empty, .empty], region: region),
            TableRow([.empty, .text("少")]),
        ]
        return .table(TableResult(archive: Fixture.one, columns: columns, rows: rows))
    }

    static var concordance: QueryResult {
        let columns = [
            Column("address", zh: "地址", .text), Column("left", zh: "左", .text), Column("hit", zh: "中", .text),
            Column("right", zh: "右", .text), Column(.date),
        ]
        let year = PartialDate(year: 1999).map(Cell.date) ?? .empty
        let left = "今后一个时期，上海社区党建工作将着重抓好"
        let right = "带头作用，发挥先锋模范的作用，在社区中的各项工作里"
        let rows = [
            TableRow([.text("¶2"), .text(left), .text("党员"), .text(right)], region: region),
            TableRow([.text("¶2"), .text("a"), .text("从我做起"), .text("短"), year], region: region),
            TableRow([.text("¶2"), .text(""), .text("党"), .text("")], region: region),
        ]
        return .table(TableResult(archive: Fixture.one, columns: columns, style: .concordance, rows: rows))
    }
}

/// The columns of a line drawn without emphasis.
func columns(_ line: String) -> Int { displayWidth(line, ambiguous: 1) }
