import Documents
import Testing

@testable import DocumentFormats

@Suite struct HeaderTests {
    @Test(arguments: [
        ("1999-10-12", "1999-10-12"), ("1999-1-2", "1999-01-02"), ("1999年10月12日", "1999-10-12"),
        ("19991012", "1999-10-12"), ("1946-05-15 ", "1946-05-15"), ("1946-05-15　", "1946-05-15"),
    ])
    func datesOfAllShapesAreRead(line: String, date: String) {
        let shard = read(article("　　正文。\n", date: line))
        #expect(shard.articles.first?.date?.description == date)
        #expect(shard.file.withoutDate == 0)
    }

    @Test(arguments: ["1999-02-30", "0000-00-00", "", "19991340", "一九九九年"])
    func whatIsNoDateLeavesTheArticleWithoutOne(line: String) {
        let shard = read(article("　　正文。\n", date: line))
        #expect(shard.articles.count == 1)
        #expect(shard.articles.first?.date == nil)
        #expect(shard.file.withoutDate == 1)
        #expect(shard.articles.first?.page == 11)
    }

    @Test(arguments: [
        ("第11版(党的建设)", 11, "党的建设"), ("第4版（副刊）", 4, "副刊"), ("第1版()", 1, ""), ("第2版", 2, ""),
        ("第12版(国际(综合))", 12, "国际(综合)"),
    ])
    func pagesAreReadInBothWidthsOfBrackets(line: String, number: Int32, name: String) throws {
        let shard = read("### 题\n\n1999-10-12\n\(line)\n专栏：\n\n　　正文。\n")
        let article = try #require(shard.articles.first)
        #expect(article.page == number)
        #expect(shard.string(article.pageName) == name)
        #expect(shard.paragraphStrings == ["正文。"])
    }

    @Test(arguments: ["专栏：本期特稿", "专栏:本期特稿", "专栏： 本期特稿　"])
    func columnsAreReadWithBothColons(line: String) throws {
        let shard = read("### 题\n\n1999-10-12\n第1版()\n\(line)\n　　正文。\n")
        let article = try #require(shard.articles.first)
        #expect(shard.string(article.column) == "本期特稿")
    }

    @Test func headerLinesMayBeMissing() {
        for header in ["作者\n1999-10-12\n第1版()\n", "1999-10-12\n第1版()\n专栏：\n", "作者\n第1版()\n专栏：\n\n", "1999-10-12\n\n", "\n\n\n第1版()\n"] {
            let shard = read("### 题\n\(header)　　正文一。\n　　正文二。\n")
            #expect(shard.articles.count == 1, "\(header)")
            #expect(shard.paragraphStrings == ["正文一。", "正文二。"], "\(header)")
        }
    }

    @Test func onlyAMarkedLineWithADateOrPageNearBeginsAnArticle() {
        let catalogue = "### 1999年10月\n甲\n乙\n丙\n丁\n戊\n"
        let shard = read(catalogue + article("　　正文。\n### 不是题目\n　　又一段。\n") + "\n" + article("　　三。\n"))
        #expect(shard.articles.count == 2)
        #expect(shard.paragraphStrings == ["正文。", "### 不是题目", "又一段。", "三。"])
        #expect(shard.file.strayLines == 6)
    }

    @Test func aMarkedLineIsNoArticleBecauseTheNextOneIs() {
        let shard = read("### 目录\n" + article("　　正文。\n"))
        #expect(shard.articles.count == 1)
        #expect(shard.file.strayLines == 1)
        #expect(shard.articles.first?.line == 2)
    }

    @Test func copiesFromTheWebBeginWithPageAndColumn() throws {
        let one = "第11版(党的建设)\n专栏:本期特稿\n\n加强基层组织建设\n——上海市的思考\n孟建柱\n编者的话：江泽民同志最近在上海考察社区党建工作时指出：社区党建，大有可为。\n"
        let shard = read(one + "第12版(副刊)\n专栏:\n\n又一篇\n正文在此。\n")
        #expect(shard.file.format == "web copy")
        #expect(shard.articles.map { shard.string($0.title) } == ["加强基层组织建设", "又一篇"])
        let article = try #require(shard.articles.first)
        #expect(shard.string(article.subtitle) == "上海市的思考")
        #expect(shard.string(article.author) == "孟建柱")
        #expect(article.page == 11)
        #expect(shard.paragraphs.count == 2)
        #expect(shard.file.withoutDate == 2)
    }
}
