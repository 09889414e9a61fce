import Documents
import QueryLanguage
import Rendering
import Testing

@Suite struct JSONTests {
    private static let keys = [
        "address", "layer", "text", "hits", "start", "end", "title", "subtitle", "author", "date", "page", "pagename",
        "column", "file", "line", "section", "para", "sent", "len", "attributes",
    ]

    private func objects(_ result: QueryResult) throws -> [JSON] {
        try rendered(renderJSONLines, result).split(separator: "\n").map { try StrictJSON.parse(String($0)) }
    }

    @Test(arguments: Layer.allCases) func everyRowIsAnObjectWithTheSameKeys(_ layer: Layer) throws {
        let rows = try objects(Fixture.units(Fixture.two, layer, hits: "党员"))
        #expect(!rows.isEmpty)
        for row in rows { #expect(row.keys == JSONTests.keys) }
    }

    @Test func aParagraphIsWrittenOut() throws {
        let first = try #require(
            try rendered(renderJSONLines, Fixture.units(Fixture.one, .paragraph, hits: "党员")).split(separator: "\n").first)
        #expect(
            first == #"""
                {"address":"¶1","layer":"paragraph","text":"社区党建，大有可为，党员要带头。","hits":[[143,149]],"start":113,"end":161,"title":"加强基层组织建设的新实践","subtitle":null,"author":"孟建柱","date":"1999-10-12","page":11,"pagename":"党的建设","column":"本期特稿","file":"a.txt","line":6,"section":"引言","para":1,"sent":null,"len":16,"attributes":{}}
                """#)
    }

    @Test func offsetsAreBytesOfTheFile() throws {
        let text = Fixture.one.shards[0].text
        for row in try objects(Fixture.units(Fixture.one, .paragraph, hits: "党员")) {
            for hit in try #require(row["hits"]).elements {
                let ends = hit.integers
                #expect(text.string(Span(ends[0], ends[1])) == "党员")
            }
            let ends = JSON.array([row["start"] ?? .null, row["end"] ?? .null]).integers
            #expect(row["text"] == .string(text.string(Span(ends[0], ends[1]))))
        }
    }

    @Test func numbersOfLinesAndSentencesAreThoseOfTheArchive() throws {
        let archive = Fixture.one
        let rows = try objects(Fixture.units(archive, .sentence))
        try #require(rows.count == archive.shards[0].paragraphs.count)
        for (unit, row) in rows.enumerated() {
            let region = Region(layer: .sentence, shard: 0, unit: unit, span: archive.shards[0].paragraphs[unit])
            #expect(row["line"] == .number(archive.value(.line, of: region).plainText()))
            #expect(row["sent"] == .number(archive.value(.sentence, of: region).plainText()))
            #expect(row["address"] == .string(archive.address(of: region).description))
        }
    }

    @Test func hostileTextIsEscapedAndComesBackWhole() throws {
        let line = try rendered(
            renderJSONLines, Fixture.units(Archive(shards: [FixtureShard.shard("b\u{1B}.txt", [Fixture.hostile])]), .paragraph))
        #expect(!line.dropLast().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x9B || $0.value == 0x202E })
        let row = try StrictJSON.parse(line)
        #expect(row["text"] == .string("正文\u{7}有\u{9B}控制\t符\u{FFFE}。"))
        #expect(row["title"] == .string("标题\u{1B}[31m红"))
        #expect(row["file"] == .string("b\u{1B}.txt"))
    }

    @Test func illFormedBytesBecomeReplacementCharacters() throws {
        var shard = FixtureShard.shard("x", [FixtureArticle(title: "t", body: [.paragraph("abc")])])
        let bytes: [UInt8] = [0x61, 0xFF, 0xE4, 0xB8, 0x22, 0xC2]
        let spoilt = Text(copying: bytes)
        var article = shard.articles[0]
        article.block = Span(0, bytes.count)
        article.title = Span(0, 0)
        var paragraphs = SpanColumn()
        paragraphs.append(Span(0, bytes.count))
        let report = shard.file
        let sections = shard.sections
        shard = Shard(text: spoilt, file: report)
        (article.author, article.column, article.pageName) = (Span(0, 0), Span(0, 0), Span(0, 0))
        (shard.articles, shard.paragraphs, shard.sections) = ([article], paragraphs, sections)
        let archive = Archive(shards: [shard])
        let row = try #require(try objects(Fixture.units(archive, .paragraph)).first)
        #expect(row["text"] == .string("a\u{FFFD}\u{FFFD}\"\u{FFFD}"))
        #expect(try rendered(renderPipe, Fixture.units(archive, .paragraph)) == "¶1\ta\u{FFFD}\u{FFFD}\"\u{FFFD}\n")
        _ = try terminal(Fixture.units(archive, .paragraph, hits: "a"))
    }

    @Test func codePointsBeyondTheFirstPlaneAreEscapedInPairs() throws {
        let line = TextResult.Line("\u{1FFFE}𠮷")
        #expect(try rendered(renderJSONLines, .text(TextResult(lines: [line]))) == "{\"text\":\"\\uD83F\\uDFFE𠮷\"}\n")
    }

    @Test func tablesHaveTheirColumnsAsKeys() throws {
        let rows = try objects(Tables.mixed)
        for row in rows { #expect(row.keys == ["address", "section", "次数", "share", "text", "date", "none"]) }
        #expect(rows[0]["次数"] == .number("8"))
        #expect(rows[1]["share"] == .number("12.25"))
        #expect(rows[0]["text"] == .string("今后一个时期，上海社区党建工作将着重抓好以下四项主要任务，甲乙丙\n\u{1B}"))
        #expect(rows[2]["address"] == .null)
    }

    @Test func cellsAreValuesOfTheirKind() throws {
        let cells: [Cell] = [
            .decimal(1e-12), .decimal(.infinity), .decimal(.nan), .decimal(5), .boolean(true), .integer(-3), .decimal(1e300),
        ]
        let columns = cells.indices.map { Column(verbatim: "c\($0)\"", .number) }
        let row = try objects(.table(TableResult(archive: Fixture.none, columns: columns, rows: [TableRow(cells)])))[0]
        #expect(row["c0\""] == .number("1e-12"))
        #expect(row["c1\""] == .null)
        #expect(row["c2\""] == .null)
        #expect(row["c3\""] == .number("5.0"))
        #expect(row["c4\""] == .boolean(true))
        #expect(row["c5\""] == .number("-3"))
    }

    @Test func numbersAndTextAreObjectsToo() throws {
        let number = QueryResult.number(NumberResult(value: 5, unit: .paragraph, of: 18))
        #expect(try rendered(renderJSONLines, number) == #"{"value":5,"unit":"paragraph","of":18}"# + "\n")
        #expect(try rendered(renderJSONLines, .number(NumberResult(value: 5))) == #"{"value":5,"unit":null,"of":null}"# + "\n")
        let text = QueryResult.text(TextResult(lines: [.init("a"), .init("b\\", address: "¶1")]))
        #expect(try rendered(renderJSONLines, text) == #"{"text":"a"}"# + "\n" + #"{"text":"b\\","address":"¶1"}"# + "\n")
    }

    @Test(arguments: Layer.allCases) func toJSONIsOneArrayOfTheSameObjects(_ layer: Layer) throws {
        let json = try #require(exportFormat(named: "json"))
        let array = try StrictJSON.parse(try rendered(json.write, Fixture.units(Fixture.two, layer, hits: "党员")))
        #expect(array.elements == (try objects(Fixture.units(Fixture.two, layer, hits: "党员"))))
    }
}
