import Documents
import Testing

@testable import DocumentFormats

@Suite struct ColumnTests {
    private func choice(_ names: [String], _ map: ColumnMap = ColumnMap()) -> [TableField: String] {
        let columns = names.map { TableColumn(name: $0) }
        guard case .success(let choice) = map.choose(among: columns) else { return [:] }
        return choice.mapValues { names[$0] }
    }

    @Test func columnsAreGuessedFromTheirUsualNames() {
        #expect(
            choice(["ID", "Headline", "By-Line", "Publish_Date", "Body"]) == [
                .title: "Headline", .author: "By-Line", .date: "Publish_Date", .text: "Body",
            ])
        #expect(
            choice(["題目", "作者", "發佈日期", "版次", "欄目", "內容"])
                == [.title: "題目", .author: "作者", .date: "發佈日期", .page: "版次", .column: "欄目", .text: "內容"])
        #expect(choice(["content", "text"])[.text] == "text")
        #expect(choice(["meta.text", "content"])[.text] == "content")
        #expect(choice(["meta.title", "text"])[.title] == "meta.title")
        #expect(choice(["file", "bytes"]).isEmpty)
    }

    @Test func whatIsSaidGoesBeforeWhatIsGuessed() {
        #expect(choice(["title", "text", "raw"], ColumnMap([.text: "raw"])) == [.title: "title", .text: "raw"])
        #expect(choice(["title", "text"], ColumnMap([.title: "text", .text: "title"])) == [.title: "text", .text: "title"])
    }

    @Test func mapsAreWrittenInBothLanguages() throws {
        #expect(try ColumnMap.written("text=内容,date = 发表日期").get() == ColumnMap([.text: "内容", .date: "发表日期"]))
        #expect(try ColumnMap.written("正文＝a.b，标题=1").get() == ColumnMap([.text: "a.b", .title: "1"]))
        #expect(throws: ColumnMapError.self) { try ColumnMap.written("tekst=a").get() }
        #expect(throws: ColumnMapError.self) { try ColumnMap.written("text").get() }
        guard case .failure(let error) = ColumnMap.written("tekst=a") else { return }
        for field in TableField.allCases { #expect(error.message.english.contains(field.rawValue)) }
    }

    @Test(arguments: [
        ("1999-10-12", "1999-10-12"), ("1999/1/2", "1999-01-02"), ("1999.10.12", "1999-10-12"), ("19991012", "1999-10-12"),
        ("1999-10-12T00:00:00Z", "1999-10-12"), ("1999/10/12 08:00", "1999-10-12"), ("1999年10月12日", "1999-10-12"),
        ("19991012080000", "1999-10-12"),
        ("1999年10月12日星期二", "1999-10-12"), ("1999-10", "1999-10"), ("1999年10月", "1999-10"), ("1999", "1999"), ("1999年", "1999"),
        ("1999-02-30", nil), ("939686400", nil), ("昨天", nil), ("", nil), ("1999-10-12x", nil), ("199910", nil),
    ])
    func datesOfRecords(written: String, date: String?) {
        let text = Text(copying: written.utf8)
        #expect(ByteView(text).recordDate(Span(0, text.count))?.description == date)
    }

    @Test(arguments: [
        ("11", 11, ""), ("第11版", 11, ""), ("11版 党的建设", 11, "党的建设"), ("第11版(党的建设)", 11, "党的建设"), ("第3版：要闻", 3, "要闻"), ("A11", -1, "A11"),
        ("11a", -1, "11a"),
    ])
    func pagesOfRecords(written: String, number: Int, name: String) throws {
        let text = Text(copying: written.utf8)
        let page = try #require(ByteView(text).recordPage(Span(0, text.count)))
        #expect(page.number == number)
        #expect(text.string(page.name) == name)
    }
}
