import Documents
import QueryLanguage
import Rendering
import Testing

@Suite struct ExportTests {
    private func exported(_ name: String, _ result: QueryResult, _ options: RenderOptions = RenderOptions()) throws -> String {
        let format = try #require(exportFormat(named: name))
        return try rendered(format.write, result, options)
    }

    @Test func sectionsAreAHeaderAndALineEach() throws {
        #expect(
            try exported("csv", Fixture.units(Fixture.one, .section)).replacing("\r\n", with: "↵\n") == """
                address,date,page,author,title,section,len↵
                §0,1999-10-12,11,孟建柱,加强基层组织建设的新实践,引言,16↵
                §1,1999-10-12,11,孟建柱,加强基层组织建设的新实践,新的任务,54↵
                §2,1999-10-12,11,孟建柱,加强基层组织建设的新实践,一、其中,5↵

                """)
    }

    @Test func theColumnsDependOnTheLayerAlone() throws {
        func header(_ layer: Layer, _ language: RenderOptions = RenderOptions()) throws -> Substring? {
            try exported("tsv", Fixture.units(Fixture.none, layer), language).split(separator: "\n").first
        }
        #expect(try header(.article) == "address\tdate\tpage\tauthor\ttitle\tcolumn\tlen")
        #expect(try header(.section) == "address\tdate\tpage\tauthor\ttitle\tsection\tlen")
        for layer in [Layer.paragraph, .sentence, .span] {
            #expect(try header(layer) == "address\tdate\tpage\tauthor\ttitle\tsection\ttext")
        }
        #expect(try header(.section, RenderOptions(language: .chinese)) == "地址\t日期\t版\t作者\t标题\t节名\t字数")
    }

    @Test func attributesOfSpansAreColumns() throws {
        let result = Fixture.units(Fixture.one, .span, hits: "党员", attributes: [Column("speaker", zh: "说话人", .text)])
        #expect(
            try exported("csv", result).hasPrefix(
                "address,date,page,author,title,section,text,speaker\r\n¶1s1,1999-10-12,11,孟建柱,加强基层组织建设的新实践,引言,党员,\r\n"))
    }

    private var awkward: QueryResult {
        let cells: [Cell] = [
            .text("a,b"), .text("say \"党\""), .text("two\nlines"), .text("tab\there"), .text("=1+1"), .text("x|y\\<b>\u{1B}"),
        ]
        let columns = cells.indices.map { Column(verbatim: "c\($0)", $0 == 4 ? .number : .text) }
        return .table(TableResult(archive: Fixture.none, columns: columns, rows: [TableRow(cells)]))
    }

    @Test func csvQuotesWhatItMust() throws {
        #expect(
            try exported("csv", awkward) == "c0,c1,c2,c3,c4,c5\r\n\"a,b\",\"say \"\"党\"\"\",\"two\nlines\",tab\there,=1+1,x|y\\<b>␛\r\n")
    }

    @Test func tsvQuotesWhatItMust() throws {
        #expect(
            try exported("tsv", awkward)
                == "c0\tc1\tc2\tc3\tc4\tc5\na,b\t\"say \"\"党\"\"\"\t\"two\nlines\"\t\"tab\there\"\t=1+1\tx|y\\<b>␛\n")
    }

    @Test func markdownEscapesMarkup() throws {
        #expect(
            try exported("markdown", awkward) == #"""
                | c0 | c1 | c2 | c3 | c4 | c5 |
                | --- | --- | --- | --- | ---: | --- |
                | a,b | say "党" | two<br>lines | tab here | =1+1 | x\|y\\&lt;b&gt;␛ |

                """#)
    }

    @Test func shortRowsAreFilled() throws {
        let result = QueryResult.table(
            TableResult(archive: Fixture.none, columns: [Column(.title), Column(.author)], rows: [TableRow([])]))
        #expect(try exported("csv", result) == "title,author\r\n,\r\n")
    }

    @Test func aNumberIsARow() throws {
        #expect(try exported("csv", .number(NumberResult(value: 5, unit: .paragraph, of: 18))) == "value,unit,of\r\n5,paragraph,18\r\n")
    }

    @Test func aLimitDoesNotCutAnExport() throws {
        let options = RenderOptions(limit: 1)
        for format in exportFormats where format.name != "svg" {
            var text = ""
            let summary = try format.write(Fixture.units(Fixture.two, .paragraph), options) { text += $0 }
            #expect(summary.shown == 4)
            #expect(text.contains("a2¶1"))
        }
    }

    @Test func formatsHaveNamesOfTheirOwn() {
        #expect(exportFormats.map(\.name) == ["csv", "tsv", "json", "jsonl", "markdown", "html", "svg"])
        #expect(exportFormats.map(\.fileExtension) == ["csv", "tsv", "json", "jsonl", "md", "html", "svg"])
        #expect(exportFormat(named: "xlsx") == nil)
    }

    @Test func emptyResultsGiveEmptyButWholeFiles() throws {
        #expect(try exported("json", Fixture.units(Fixture.none, .article)) == "[]\n")
        #expect(try exported("jsonl", Fixture.units(Fixture.none, .article)) == "")
        for format in exportFormats where format.name != "json" { #expect(try rendered(format.write, .nothing) == "") }
    }
}
