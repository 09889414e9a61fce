import Documents
import Testing

@testable import DocumentFormats

@Suite struct SeedTests {
    @Test func theSeedHasTheFieldsOfItsHeader() throws {
        let shard = try #require(seedShard())
        let article = try #require(shard.articles.first)
        #expect(shard.articles.count == 1)
        #expect(shard.string(article.title) == "加强基层组织建设的新实践——上海市积极探索社区党建的思考")
        #expect(shard.string(article.subtitle) == "上海市积极探索社区党建的思考")
        #expect(shard.string(article.author) == "孟建柱")
        #expect(article.date?.description == "1999-10-12")
        #expect(article.page == 11)
        #expect(shard.string(article.pageName) == "党的建设")
        #expect(shard.string(article.column) == "本期特稿")
        #expect(article.line == 1)
        #expect(shard.file.name == repository + "/seeds/000_1961cee9d1c97f34.txt")
        #expect(shard.file.bytes == 8574)
        #expect(shard.examined.undecodable == 0)
    }

    @Test func theSeedHasTheLeadAndFourSections() throws {
        let shard = try #require(seedShard())
        #expect(shard.outline == ["0 ", "1 新的探索", "1 新的目标", "1 新的任务", "1 新的格局"])
        #expect(shard.sections.map { $0.paragraphs.count } == [3, 5, 2, 5, 3])
        let sentenceCounts = shard.sections.map { section in
            section.paragraphs.reduce(0) { $0 + sentences(of: shard.paragraphs[Int($1)], in: shard.text).count }
        }
        #expect(sentenceCounts == [8, 11, 3, 13, 6])
    }

    @Test func theSeedHasItsParagraphsCharactersAndHeadMatter() throws {
        let shard = try #require(seedShard())
        #expect(shard.paragraphs.count == 18)
        #expect((0..<18).reduce(0) { $0 + shard.text.scalarCount(shard.paragraphs[$1]) } == 2704)
        let han = shard.paragraphStrings.joined().unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
        #expect(han.count == 2477)
        #expect(shard.headMatterStrings == ["加强基层组织建设的新实践", "——上海市积极探索社区党建的思考", "孟建柱"])
        #expect(shard.paragraphStrings[0].hasPrefix("编者的话："))
        #expect(shard.paragraphStrings[10] == "今后一个时期，上海社区党建工作将着重抓好以下四项主要任务：")
        #expect(shard.paragraphStrings[17].hasSuffix("（作者系上海市委副书记）"))
    }

    @Test func placesAreFoundFromOffsets() throws {
        let shard = try #require(seedShard())
        #expect(shard.line(at: 0) == 1)
        #expect(shard.line(at: shard.paragraphs[0].start) == 10)
        #expect(shard.article(at: 100) == 0)
        #expect(shard.article(at: UInt32(shard.text.count)) == nil)
        #expect((0..<18).map { shard.section(ofParagraph: $0) } == [0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4])
        #expect(shard.section(ofParagraph: 18) == nil)
        #expect(shard.article(ofParagraph: 17) == 0)
        #expect(shard.paragraph(at: shard.paragraphs[5].end - 1) == 5)
        #expect(shard.paragraph(at: shard.paragraphs[5].end) == nil)
    }
}
