import Documents
import FuzzTargets
import Testing

@testable import DocumentFormats

@Suite struct DelimitedTests {
    @Test(arguments: ["\n", "\r\n"], [",", ";", "\t"])
    func aRowIsAnArticle(lineEnd: String, separator: String) throws {
        let rows = [["标题", "內容", "日期", "栏目"], ["甲", "第一段。", "1999年10月12日 08:00", "要闻"], ["乙", "\"第\"\"二\"\"段。\"", "坏", ""]]
        let document = "\u{FEFF}" + rows.map { $0.joined(separator: separator) + lineEnd }.joined()
        let shard = try #require(opened(document, named: "a.csv"))
        #expect(shard.file.format == (separator == "\t" ? "TSV" : "CSV"))
        #expect(shard.paragraphStrings == ["第一段。", "第\"二\"段。"])
        #expect(shard.source(ofParagraph: 1, in: document) == "第\"\"二\"\"段。")
        #expect(shard.articles.map(\.date?.description) == ["1999-10-12", nil])
        #expect(shard.file.withoutDate == 1)
        #expect(shard.paragraphLines == [2, 3])
        #expect(shard.file.strayLines == 0)
        #expect(brokenInvariant(shard) == nil)
    }

    @Test func quotedCellsHoldLines() throws {
        let document = "title,text\r\n甲,\"第一段，\r\n\r\n第二段,\r完\"\r\n乙,第三段\r\n"
        let shard = try #require(opened(document, named: "a.csv"))
        #expect(shard.paragraphStrings == ["第一段，", "第二段,", "完", "第三段"])
        #expect(shard.paragraphLines == [2, 4, 5, 6])
        #expect(shard.articles.map(\.line) == [2, 6])
        for index in 0..<4 { #expect(shard.source(ofParagraph: index, in: document) == shard.paragraphStrings[index]) }
    }

    @Test func linesAreRightInLongCells() throws {
        let body = (1...3000).map { "第\($0)段\"\"话\"\"。" }.joined(separator: "\n")
        let shard = try #require(opened("text\n\"\(body)\"\n", named: "a.csv"))
        #expect(shard.paragraphLines == Array(2...3001))
    }

    @Test func raggedRowsAreReadAsFarAsTheyGoAndCounted() throws {
        let shard = try #require(opened("text,title\n甲。\n乙。,题,多\n丙。,题\n", named: "a.csv"))
        #expect(shard.paragraphStrings == ["甲。", "乙。", "丙。"])
        #expect(shard.file.strayLines == 2)
        #expect(shard.file.firstStrayLine == 2)
        let last = try #require(opened("title,text\n题,甲,乙。\n", named: "a.csv"))
        #expect(last.paragraphStrings == ["甲,乙。"])
    }

    @Test func quotesInDisorderLoseNothing() throws {
        let shard = try #require(opened("title,text\n\"甲\"乙,丙。\n丁,戊\"己\n庚,\"辛\n壬,癸\n", named: "a.csv"))
        #expect(shard.articles.indices.map { shard.field(.title, of: $0) } == ["\"甲\"乙", "丁", "庚", "壬"])
        #expect(shard.paragraphStrings == ["丙。", "戊\"己", "\"辛", "癸"])
        #expect(shard.file.strayLines == 2)
        let tabs = try #require(opened("title\ttext\n甲\t\"说\n乙\t“好”\n", named: "a.tsv"))
        #expect(tabs.paragraphStrings == ["\"说", "“好”"])
    }

    @Test func aTableWithoutTextNamesItsColumns() {
        #expect(refusal("file,bytes\na,1\n", named: "a.csv").contains("file, bytes"))
        #expect(refusal("file,bytes\na,1\n", named: "a.csv").contains("columns='text="))
        #expect(refusal("title,text\n甲,乙\n", named: "a.csv", columns: ColumnMap([.text: "正文"])).contains("title, text"))
        #expect(refusal("", named: "a.csv") == "")
    }

    @Test func columnsAreNamedOrNumbered() throws {
        let named = try #require(opened("x,y\n1,甲。\n", named: "a.csv", columns: ColumnMap([.text: "Y"])))
        #expect(named.paragraphStrings == ["甲。"])
        let numbered = try #require(opened("1,甲。\n2,乙。\n", named: "a.csv", columns: ColumnMap([.text: "2", .title: "1"])))
        #expect(numbered.paragraphStrings == ["甲。", "乙。"])
        #expect(numbered.field(.title, of: 1) == "2")
    }

    @Test func aTableIsKnownByItsNamesWhereTheFileIsNotCalledOne() throws {
        #expect(opened("title,date,text\n甲,1999-10-12,乙。\n", named: "a.txt")?.file.format == "CSV")
        #expect(opened("标题\t正文\n甲\t乙。\n", named: "输入")?.file.format == "TSV")
        #expect(opened("他说,正文,很好。\n", named: "a.txt")?.file.format == "text")
    }
}
