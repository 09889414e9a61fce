import Documents
import Testing

@testable import DocumentFormats

@Suite struct BodyTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func lineEndsOfAllKindsGiveTheSameStructure(lineEnd: String) {
        let lead = "　　四年来各项建设事业有了很大的发展，人民的生活也一年比一年好了。\n"
        let document = article(lead + "　　新的探索\n　　今后一个时期，上海社区党建工作将着重抓好以下四项主要任务。\n\n　　二。")
        let shard = read(document.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd))
        #expect(shard.headings == ["新的探索"])
        #expect(shard.paragraphs.count == 3)
        #expect(shard.line(at: shard.paragraphs[1].start) == 9)
        #expect(shard.line(at: shard.paragraphs[2].start) == 11)
    }

    @Test func lineEndsMayBeMixed() {
        let header = "### 题\r\n\r\n1999-10-12\r\n第1版()\r\n专栏：\r\n\r\n"
        let shard = read(header + "　　一。\n　　二。\r　　三。\r\n　　四。")
        #expect(shard.paragraphStrings == ["一。", "二。", "三。", "四。"])
        #expect((0..<4).map { shard.line(at: shard.paragraphs[$0].start) } == [7, 8, 9, 10])
    }

    @Test(arguments: ["　　", "    ", "     ", "\t", "", " \t", "　", "\u{A0}"])
    func indentsAndTrailingBlanksAreNoPartOfAParagraph(indent: String) {
        let shard = read(article("\(indent)正文 在此。　 \t\n"))
        #expect(shard.paragraphStrings == ["正文 在此。"])
    }

    @Test(arguments: ["", "　　", "\u{200B}", "\u{200B}\u{200B}", "\u{FEFF}", "------", "　　———", "* * *", "======", "────"])
    func separatorsAreNoParagraphs(line: String) {
        let shard = read(article("　　一。\n\(line)\n　　二。\n"))
        #expect(shard.paragraphStrings == ["一。", "二。"])
    }

    @Test func aByteOrderMarkIsSkippedAndOffsetsStayThoseOfTheFile() {
        let shard = read("\u{FEFF}" + article("　　一。\n"))
        #expect(shard.articles.first?.block.start == 3)
        #expect(shard.examined.undecodable == 0)
        #expect(shard.paragraphStrings == ["一。"])
    }

    @Test func titleSubtitleAndAuthorRepeatedAtTheStartAreHeadMatter() {
        let body = "　　加强建设\n　　上海市的思考\n　　——副题一则\n　　（本报记者　孟宪励）\n　　正文。\n　　加强建设\n"
        let shard = read(article(body, title: "加强建设　上海市的思考", author: "孟宪励"))
        #expect(shard.headMatterStrings == ["加强建设", "上海市的思考", "——副题一则", "（本报记者　孟宪励）"])
        #expect(shard.paragraphStrings == ["正文。", "加强建设"])
        #expect(shard.articles.first.map { shard.string($0.subtitle) } == "副题一则")
    }

    @Test func severalAuthorsMayStandOnLinesOfTheirOwn() {
        let shard = read(article("　　张伟\n　　李小明\n　　正文。\n", author: "张伟　李小明"))
        #expect(shard.headMatterStrings == ["张伟", "李小明"])
        #expect(shard.paragraphStrings == ["正文。"])
    }

    @Test func aMissingAuthorLineIsMadeUpFromTheByline() {
        let text = "　　编者的话：江泽民同志最近在上海考察社区党建工作时指出：社区党建，大有可为。\n"
        for (line, author) in [("孟建柱", "孟建柱"), ("本报记者 孟宪励", "本报记者 孟宪励")] {
            let shard = read("### 加强建设\n1999-10-12\n第1版()\n\n　　加强建设\n　　\(line)\n" + text)
            #expect(shard.articles.first.map { shard.string($0.author) } == author)
            #expect(shard.paragraphs.count == 1)
            #expect(shard.file.withoutAuthor == 0)
        }
    }

    @Test func aBodyMayBeEmptyOrOnlyRepeatTheTitle() {
        let shard = read(article("", title: "图片") + "\n" + article("　　编者的话\n", title: "编者的话"))
        #expect(shard.articles.count == 2)
        #expect(shard.paragraphs.count == 0)
        #expect(shard.sections.isEmpty)
        #expect(shard.headMatterStrings == ["编者的话"])
    }

    @Test func verseLosesNoLineAndGetsNoHeading() {
        let lines = ["秦川雄帝宅，函谷壯皇居。", "綺殿千尋起，離宮百雉餘。", "連甍遙接漢，飛觀迥凌虛。"]
        let body = "　　帝京篇十首 一\n" + lines.map { "　　\($0)\n" }.joined()
        let shard = read(article(body, title: "帝京篇十首 一", author: "太宗皇帝"))
        #expect(shard.paragraphStrings == lines)
        #expect(shard.headings.isEmpty)
    }
}
