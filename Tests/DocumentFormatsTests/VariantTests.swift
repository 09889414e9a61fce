import Documents
import Testing

/// What archives hold, one test for each row of the list of variants that has none elsewhere: header lines are in
/// HeaderTests, indents and line ends in BodyTests, headings in HeadingDocuments, encodings in the tests of the reader.
@Suite struct VariantTests {
    private let paragraph = "　　四月九日，五辆吉普车从城里开出来，车上坐着二十多个记者，沿途看到的都是新翻的土地。\n"

    @Test(arguments: ["加强建设  上海市的思考", "加强建设　上海市的思考", "加强建设上海市的思考", "加强建设——上海市的思考"])
    func titlePartsMayBeJoinedByAnythingAndRepeatedLineByLine(title: String) {
        let shard = read(article("　　加强建设\n　　上海市的思考\n" + paragraph, title: title))
        #expect(shard.articles.first.map { shard.string($0.title) } == title)
        #expect(shard.headMatterStrings == ["加强建设", "上海市的思考"])
        #expect(shard.paragraphs.count == 1)
    }

    @Test func oneArticleMayHaveIndentsOfEveryKind() {
        let lines = ["　　甲一二三。", "    乙一二三。", "     丙一二三。", "\t丁一二三。", "戊一二三。", " \t　己一二三。"]
        let shard = read(article(lines.joined(separator: "\n")))
        #expect(shard.paragraphStrings == ["甲一二三。", "乙一二三。", "丙一二三。", "丁一二三。", "戊一二三。", "己一二三。"])
    }

    @Test func fourBlanksFromTheSecondLineOnAreAnIndent() {
        let shard = read(article(paragraph + "    又过了几天，我们来到一个小镇，镇上的人正在修路，路旁堆着石头和沙子。\n    夏津\n" + paragraph))
        #expect(shard.headings == ["夏津"])
        #expect(shard.paragraphs.count == 3)
    }

    @Test func headingsOfLevelsRunInWithTheirTextStayParagraphs() {
        let shard = read(article(paragraph + "　　２、活期存款。一、一般存户凭折存取。二、机关存户凭支票存取。\n" + paragraph))
        #expect(shard.headings.isEmpty)
        #expect(shard.paragraphs.count == 3)
    }

    @Test func theSubtitleIsFoundInTheTitleOrBelowIt() throws {
        for (title, body) in [("甲地来信——春耕见闻", ""), ("甲地来信", "　　甲地来信\n　　——春耕见闻\n")] {
            let shard = read(article(body + paragraph, title: title))
            #expect(shard.articles.first.map { shard.string($0.subtitle) } == "春耕见闻")
            #expect(shard.paragraphs.count == 1)
        }
    }

    @Test(arguments: ["　　（新华社特派记者刘白羽）", "　　本报记者 刘白羽", "　　刘白羽", "　　本报记者　刘白羽　通讯员　李明"])
    func theBylineRepeatedWithARoleIsHeadMatter(line: String) {
        let shard = read(article("　　光明照耀着沈阳\n\(line)\n" + paragraph, title: "光明照耀着沈阳", author: "刘白羽"))
        #expect(shard.headMatterStrings.count == 2)
        #expect(shard.paragraphs.count == 1)
    }

    @Test(arguments: ["【新华社延安十日电】", "本报讯 ", "新华社北京６月５日电 "])
    func aDatelineIsPartOfItsParagraphAndAloneNoHeading(dateline: String) {
        let run = read(article("　　\(dateline)我军昨日进入该城，秩序良好，商店照常营业，学校已经复课。\n"))
        #expect(run.paragraphStrings.first?.hasPrefix(dateline) == true)
        let alone = read(article(paragraph + "　　\(dateline)\n" + paragraph))
        #expect(alone.headings.isEmpty)
        #expect(alone.paragraphs.count == 3)
    }

    @Test(arguments: ["（作者系上海市委副书记）", "（附图片１张）", "（未完待续）"])
    func aClosingNoteIsAParagraphAndNoHeading(note: String) {
        let shard = read(article(paragraph + "　　\(note)\n" + paragraph))
        #expect(shard.headings.isEmpty)
        #expect(shard.paragraphStrings[1] == note)
    }

    @Test func aTableOnOneLineVerseAndListsLoseNothing() {
        let table = "品名 单位 数量 单价 小米 石 一二○ 四三．○○ 食盐 斤 三○○ ○．八五"
        let verse = ["山河破碎风飘絮，", "身世浮沉雨打萍，"]
        let list = ["提高产量；", "保证质量；", "降低成本；"]
        let lines = [table] + verse + list
        let shard = read(article(lines.map { "　　\($0)\n" }.joined()))
        #expect(shard.paragraphStrings == lines)
        #expect(shard.headings.isEmpty)
        for index in lines.indices { #expect(sentences(of: shard.paragraphs[index], in: shard.text).count == 1, "\(lines[index])") }
    }

    @Test func oldFiguresAndLostCharactersStay() {
        let line = "寨圪?供销社１９９８年收入四三．○○元，占９９％，社员××和□□各得一半。"
        let shard = read(article("　　\(line)\n"))
        #expect(shard.paragraphStrings == [line])
        #expect(sentences(of: shard.paragraphs[0], in: shard.text).count == 1)
    }

    @Test func aMarkWithoutItsPartnerProtectsNothing() {
        let shard = read(article("　　连日大雨，决口数处）。灾民“纷纷上堤抢险。县长亲自到场。\n"))
        #expect(sentences(of: shard.paragraphs[0], in: shard.text).map(shard.text.string).count == 3)
    }

    @Test func theHeaderMayHaveCRLFAndTheBodyLF() {
        let shard = read("### 题\r\n作者\r\n1999-10-12\r\n第1版()\r\n专栏：\r\n\r\n　　甲。\n　　乙。")
        #expect(shard.articles.first.map { shard.string($0.title) } == "题")
        #expect(shard.articles.first.map { shard.string($0.author) } == "作者")
        #expect(shard.paragraphStrings == ["甲。", "乙。"])
    }

    @Test func rareCharactersCountAsOne() {
        let line = "𠮷野家与葛\u{E0100}城，㐂寿。"
        let shard = read(article("　　\(line)\n"))
        #expect(shard.paragraphStrings == [line])
        #expect(shard.text.scalarCount(shard.paragraphs[0]) == 11)
    }

    @Test func invisibleLinesRulersAndControlCharactersAreNoHeadings() {
        for line in ["\u{200B}", "------", "　　\u{200B}　", "━━━━", "　　＊　＊　＊", "　　* * *"] {
            let shard = read(article(paragraph + line + "\n" + paragraph))
            #expect(shard.paragraphs.count == 2, "\(line)")
            #expect(shard.headings.isEmpty)
        }
        let escaped = read(article(paragraph + "　　新的\u{1B}[2J任务\n" + paragraph, title: "甲\u{1B}[2J乙\0"))
        #expect(escaped.headings == ["新的\u{1B}[2J任务"])
        #expect(escaped.articles.first.map { escaped.string($0.title) } == "甲\u{1B}[2J乙\0")
    }

    @Test func aParagraphOfSixHundredThousandCharactersIsOneParagraph() {
        let shard = read(article("　　" + String(repeating: "今天天气很好，我们去田里。", count: 46_500) + "\n　　完。\n"))
        #expect(shard.paragraphs.count == 2)
        #expect(shard.text.scalarCount(shard.paragraphs[0]) >= 600_000)
    }

    @Test func manyArticlesOfOneTitleAndDayAreAllThere() {
        let shard = read(String(repeating: article("", title: "图片", date: "1999-10-01") + "\n", count: 15))
        #expect(shard.articles.count == 15)
        #expect(shard.file.withoutAuthor == 15)
    }

    @Test func articlesStayInFileOrderWhateverTheirDates() {
        let dates = ["1999-10-12", "1999-10-02", "1999-02-30", "1999-10-30"]
        let shard = read(dates.map { article(paragraph, title: $0, date: $0) }.joined(separator: "\n"))
        #expect(shard.articles.map { shard.string($0.title) } == dates)
        #expect(shard.file.withoutDate == 1)
    }

    @Test func linesOfACatalogueAreReportedAsNotUnderstood() {
        let shard = read("### 1999年10月\n国庆社论\n图片\n" + article(paragraph))
        #expect(shard.articles.count == 1)
        #expect(shard.file.strayLines == 3)
    }

    @Test func aWebCopyHasNoMarkNoDateAndNoIndent() throws {
        let body = paragraph.drop { $0 == "　" }
        let shard = read("第1版(要闻)\n专栏:\n\n春耕见闻\n——沿江三县行\n本报记者 李明\n\(body)第2版()\n专栏:农村\n\n又一篇\n\(body)")
        #expect(shard.articles.count == 2)
        let first = try #require(shard.articles.first)
        #expect(shard.string(first.title) == "春耕见闻")
        #expect(shard.string(first.subtitle) == "沿江三县行")
        #expect(shard.string(first.author) == "本报记者 李明")
        #expect(shard.articles.map(\.page) == [1, 2])
        #expect(shard.paragraphs.count == 2)
    }
}
