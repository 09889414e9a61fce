import Documents
import FuzzTargets
import Testing

@testable import DocumentFormats

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("dir/新的任务.txt", "新的任务", nil), ("1999-10-12 新的任务.txt", "新的任务", "1999-10-12"), ("1999-10-12_新的任务.TXT", "新的任务", "1999-10-12"),
        ("19991012新的任务.txt.gz", "新的任务", "1999-10-12"), ("1999年10月12日　新的任务.log", "新的任务", "1999-10-12"),
        ("1999-10-12.txt", "1999-10-12", "1999-10-12"),
        ("1999-13-12 甲.txt", "1999-13-12 甲", nil), ("1999 甲.txt", "1999 甲", nil), ("版本 1.5", "版本 1.5", nil), ("README", "README", nil),
    ])
    func theNameOfTheFileGivesTitleAndDate(name: String, title: String, date: String?) throws {
        let shard = try #require(opened("只有一行\n", named: name))
        #expect(shard.file.format == "text")
        #expect(shard.field(.title, of: 0) == title)
        #expect(shard.articles[0].date?.description == date)
        #expect(shard.paragraphStrings == ["只有一行"])
        #expect(brokenInvariant(shard) == nil)
    }

    @Test func aFirstLineThatIsTheTitleIsHeadMatter() throws {
        let shard = try #require(opened("\n新的任务\n\n　　第一段。\n", named: "新的任务.txt"))
        #expect(shard.paragraphStrings == ["第一段。"])
        #expect(shard.headMatterStrings == ["新的任务"])
        #expect(shard.string(shard.articles[0].title) == "新的任务")
    }

    @Test func aQueryFileIsNoDocument() {
        #expect(refusal("sents | grep 党员\n", named: "study.wen").contains("query file"))
    }

    @Test func theBodyIsTreatedAsThatOfAnArticle() throws {
        let seed = try #require(seedShard())
        let whole = seed.text.string(Span(0, seed.text.count))
        let body = whole.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(5).joined(separator: "\n")
        let shard = try #require(opened(body, named: "a.txt"))
        #expect(shard.headings.suffix(4) == seed.headings[...])
        #expect(shard.paragraphStrings.suffix(10) == seed.paragraphStrings.suffix(10))
    }

    @Test(arguments: ["", "\n\n", "　\r\n------\n", "\u{FEFF}"])
    func blanksAreNoArticle(document: String) throws {
        let shard = try #require(opened(document, named: "a.txt"))
        #expect(shard.articles.isEmpty)
        #expect(shard.file.strayLines == 0)
    }
}
