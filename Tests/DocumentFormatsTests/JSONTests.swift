import Documents
import FuzzTargets
import Testing

@testable import DocumentFormats

@Suite struct JSONTests {
    private let lines = #"""
        {"id": 1, "title": "新的任务", "author": "张三", "date": "1999/10/12", "page": "11版 党的建设", "栏目": "特稿", "text": "　　第一段。\n第二段\"群众\"。"}
        {"title": "乙", "author": ["甲", "乙"], "date": 19991013, "page": 3, "text": ["一。", "二。"]}
        """#

    @Test func aRecordALineIsAnArticle() throws {
        let shard = try #require(opened(lines, named: "a.jsonl"))
        #expect(shard.file.format == "JSON Lines")
        #expect(shard.articles.map(\.date?.description) == ["1999-10-12", "1999-10-13"])
        #expect(shard.articles.map(\.page) == [11, 3])
        #expect(shard.field(.pageName, of: 0) == "党的建设")
        #expect(shard.field(.column, of: 0) == "特稿")
        #expect(shard.field(.author, of: 1) == "甲 乙")
        #expect(shard.paragraphStrings == ["第一段。", "第二段\"群众\"。", "一。", "二。"])
        #expect(shard.paragraphLines == [1, 1, 2, 2])
        #expect(brokenInvariant(shard) == nil)
    }

    @Test func offsetsAreThoseOfTheFileAlsoAmongEscapes() throws {
        let shard = try #require(opened(lines, named: "a.jsonl"))
        #expect(shard.source(ofParagraph: 0, in: lines) == "第一段。")
        #expect(shard.source(ofParagraph: 1, in: lines) == #"第二段\"群众\"。"#)
        #expect(shard.source(ofParagraph: 3, in: lines) == "二。")
    }

    @Test func bodiesOfRecordsAreTreatedAsThoseOfArticles() throws {
        let seed = try #require(seedShard())
        let whole = seed.text.string(Span(0, seed.text.count))
        let body = whole.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(5).joined(separator: "\n")
        let escaped = body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
        let title = seed.field(.title, of: 0)
        let shard = try #require(opened(#"{"title": "\#(title)", "text": "\#(escaped)"}"#, named: "a.jsonl"))
        #expect(shard.paragraphStrings == seed.paragraphStrings)
        #expect(shard.outline == seed.outline)
        #expect(shard.headMatterStrings == seed.headMatterStrings)
    }

    @Test func aBadLineIsCountedAndTheRestIsRead() throws {
        let shard = try #require(
            opened("{\"text\": \"甲。\"}\n\n{\"text\": \"乙。\n{\"text\": null}\n[1]\n{\"text\": \"丙。\"}", named: "a.jsonl"))
        #expect(shard.paragraphStrings == ["甲。", "丙。"])
        #expect(shard.paragraphLines == [1, 6])
        #expect(shard.file.strayLines == 3)
        #expect(shard.file.firstStrayLine == 3)
        #expect(shard.file.articles == 2)
    }

    @Test(arguments: [
        #"[{"text": "甲。"}, {"text": "乙。"}]"#, "[\n {\n  \"text\": \"甲。\"\n },\n {\"text\": \"乙。\"}\n]",
        "{\n\"text\": \"甲。\"}\n{\n\"text\":\n\"乙。\"}",
        #"[{"text": "甲。"}, {"text": 甲}, 3, "{", {"text": "乙。"}"#,
    ])
    func arraysAndObjectsOverSeveralLinesAreRecords(document: String) throws {
        let shard = try #require(opened(document, named: "a.json"))
        #expect(shard.file.format == "JSON")
        #expect(shard.paragraphStrings == ["甲。", "乙。"])
        for index in 0..<2 { #expect(shard.source(ofParagraph: index, in: document) == shard.paragraphStrings[index]) }
        #expect(shard.file.strayLines == (document.contains("甲}") ? 1 : 0))
    }

    @Test func linesOfAnArrayAreThoseOfTheFile() throws {
        let shard = try #require(opened("[\n {\n  \"text\": [\"甲。\",\r\n\"乙。\"],\n  \"title\": \"题\"\n }]", named: "a.json"))
        #expect(shard.paragraphLines == [3, 4])
        #expect(shard.line(at: shard.articles[0].title.start) == 5)
        #expect(shard.articles[0].line == 2)
    }

    @Test func escapesAreDecoded() throws {
        let document = #"{"\u6807\u9898": "\u65b0", "text": "\u4e00\u4e8c\ud840\udc00\ud800\u00e9\u0041\/\\\t\q\u12"}"#
        let shard = try #require(opened(document, named: "a.jsonl"))
        #expect(shard.field(.title, of: 0) == "新")
        #expect(shard.paragraphStrings == ["一二𠀀\u{FFFD}éA/\\\t\\q\\u12"])
        let place = UInt32(shard.paragraphs[0].start)
        let start = document.utf8.count - #"\u4e00\u4e8c\ud840\udc00\ud800\u00e9\u0041\/\\\t\q\u12"}"#.utf8.count
        #expect([0, 3, 6, 10, 13, 15, 16, 17].map { shard.sourceOffset(place + $0) - start } == [0, 6, 12, 24, 30, 36, 42, 44])
    }

    @Test func bytesThatJSONDoesNotAllowLoseNoRecord() throws {
        let document = Array("{\"text\": \"甲\t乙".utf8) + [0xFF] + Array("丙\"}\n{\"text\": \"丁\"}".utf8)
        let shard = try #require(opened(document, named: "a.jsonl"))
        #expect(shard.paragraphStrings == ["甲\t乙\u{FFFD}丙", "丁"])
        #expect(shard.file.strayLines == 0)
        #expect(shard.examined.undecodable == 1)
    }

    @Test func nestedKeysAreNamedByDots() throws {
        let document = #"{"meta": {"title": "题", "who": {"n": "某"}}, "parts": [{"p": "甲。"}, {"p": "乙。"}]}"#
        let shard = try #require(opened(document, named: "a.jsonl", columns: ColumnMap([.text: "parts.p", .author: "meta.who.n"])))
        #expect(shard.paragraphStrings == ["甲。", "乙。"])
        #expect(shard.field(.title, of: 0) == "题")
        #expect(shard.field(.author, of: 0) == "某")
        #expect(refusal(document, named: "a.jsonl").contains("meta.who.n"))
    }

    @Test func depthAndNumberOfValuesDoNoHarm() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(opened(#"{"text": "甲。"}"# + "\n" + #"{"text": "# + deep, named: "a.jsonl")?.file.strayLines == 1)
        #expect(opened(#"[{"text": "甲。", "x": "# + deep, named: "a.json")?.articles.isEmpty ?? true)
        let many = String(repeating: "\"\",", count: 300_000)
        #expect(opened(#"{"text": "甲。", "x": ["# + many + "1]}", named: "a.jsonl")?.paragraphs.count == 1)
        let keys = (0..<20_000).map { "\"k\($0)\": 1," }.joined()
        #expect(opened("{" + keys + #""text": "甲。"}"#, named: "a.jsonl", columns: ColumnMap([.text: "text"])) == nil)
    }

    @Test func theResultDoesNotDependOnTheNumberOfThreads() throws {
        let document = String(repeating: #"{"title": "题", "text": "　　今后一个时期，\n\u4e00\u4e8c抓好主要任务。"}"# + "\n{\n", count: 40_000)
        let alone = try #require(opened(document, named: "a.jsonl"))
        let shared = try #require(opened(document, named: "a.jsonl", workers: Workers(count: 3)))
        #expect(alone.articles.count == 40_000)
        #expect(alone.file == shared.file)
        #expect(alone.articles.map(\.line) == shared.articles.map(\.line))
        #expect(alone.articles.map(\.title) == shared.articles.map(\.title))
        #expect(alone.paragraphs.starts == shared.paragraphs.starts)
        for index in stride(from: 0, to: shared.paragraphs.count, by: 997) {
            let start = shared.paragraphs[index].start
            #expect(alone.sourceOffset(start) == shared.sourceOffset(start))
            #expect(alone.line(at: start) == shared.line(at: start))
        }
    }
}
