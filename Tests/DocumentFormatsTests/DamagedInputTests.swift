import Documents
import FuzzTargets
import Testing

@testable import DocumentFormats

@Suite struct DamagedInputTests {
    @Test func controlCharactersStayInTheText() {
        let shard = read(article("　　甲\0乙\u{1B}[31m丙。\n　　丁。\n"))
        #expect(shard.paragraphStrings == ["甲\0乙\u{1B}[31m丙。", "丁。"])
        #expect(shard.examined.undecodable == 0)
    }

    @Test func oneLineOfAMegabyteIsOneParagraph() {
        let shard = read(article("　　" + String(repeating: "社区党建", count: 90_000)))
        #expect(shard.paragraphs.count == 1)
        #expect(shard.paragraphs[0].count == 1_080_000)
    }

    @Test func aCharacterCutAtTheEndIsCounted() {
        let bytes = Array(article("　　正文在此").utf8)
        let shard = read(bytes: Array(bytes.dropLast()))
        #expect(shard.examined.undecodable == 2)
        #expect(shard.examined.firstUndecodable == bytes.count - 3)
        #expect(shard.paragraphs.count == 1)
    }

    @Test(arguments: ["", "\n\n\n", "\r\r\n\n", "\u{FEFF}", "### ", "###", "### 题", "### 题\n\n", "第", "第1版(", "\0"])
    func nearlyNothingGivesNoArticle(document: String) {
        let shard = read(document)
        #expect(shard.articles.isEmpty)
        #expect(brokenInvariant(shard) == nil)
    }

    @Test func aHeaderAtTheVeryEndIsAnArticleWithoutABody() {
        for ending in ["1999-10-12", "\n1999-10-12", "\n\n第1版()", "作者\n19991012\n第1版()\n专栏："] {
            let shard = read("### 题\n" + ending)
            #expect(shard.articles.count == 1, "\(ending)")
            #expect(shard.paragraphs.count == 0)
        }
    }
}
