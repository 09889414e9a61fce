import Documents
import FuzzTargets
import Testing

@testable import DocumentFormats

@Suite struct MarkdownTests {
    @Test func headingsAreSectionsOfTheirLevel() throws {
        let document = """
            # 题

            开头。

            ## 甲 ##
            一。

            #### 乙
            二。

            丙
            ---
            三。
            ## 丁
            """
        let shard = try #require(opened(document, named: "a.md"))
        #expect(shard.file.format == "Markdown")
        #expect(shard.field(.title, of: 0) == "题")
        #expect(shard.outline == ["0 ", "1 甲", "2 乙", "1 丙"])
        #expect(shard.paragraphStrings == ["开头。", "一。", "二。", "三。", "丁"])
        #expect(shard.paragraphLines == [3, 6, 9, 13, 14])
        #expect(brokenInvariant(shard) == nil)
    }

    @Test func frontMatterSaysTitleAuthorDateAndColumn() throws {
        let head = "---\ntitle: \"新的任务：探索\"\nauthor: [张三, '李四']\ndate: 1999-10-12T08:00:00+08:00\ncategory: 党建\n---\n"
        let document = head + "# 新的任务：探索\n\n正文。\n"
        let shard = try #require(opened(document, named: "a.md"))
        #expect(shard.field(.title, of: 0) == "新的任务：探索")
        #expect(shard.field(.author, of: 0) == "张三 李四")
        #expect(shard.field(.column, of: 0) == "党建")
        #expect(shard.articles[0].date?.description == "1999-10-12")
        #expect(shard.paragraphStrings == ["正文。"])
        #expect(shard.headings.isEmpty)
        #expect(shard.paragraphLines == [9])
        let start = shard.sourceOffset(shard.articles[0].title.start)
        #expect(Array(document.utf8)[start...].starts(with: Array("新的任务".utf8)))
    }

    @Test func aBlockIsAParagraph() throws {
        let document = """
            软
            换行 in
            English。

            > 引文甲
            > 引文乙
            续行

            - 项一
              续
            * 项二
              1. 子项 **粗** [链](http://a.b)

            ```swift
            let a = 1

            let b = 2
            ```
            后文。

            | 甲 | 乙 |
            |---|:--|
            | 1 | 2 |

            诗行一，\("  ")
            诗行二。\\
            诗行三。
            　　缩进。

            <!-- 注

            释 -->
            <div>块</div>
            """
        let shard = try #require(opened(document, named: "说明.md"))
        #expect(
            shard.paragraphStrings == [
                "软换行 in English。", "引文甲引文乙续行", "项一续", "项二", "子项 **粗** [链](http://a.b)", "let a = 1", "let b = 2", "后文。",
                "| 甲 | 乙 |", "| 1 | 2 |", "诗行一，", "诗行二。\\", "诗行三。", "缩进。", "<div>块</div>",
            ])
        #expect(shard.paragraphLines == [1, 5, 9, 11, 12, 15, 17, 19, 21, 23, 25, 26, 27, 28, 33])
        #expect(shard.field(.title, of: 0) == "说明")
    }

    @Test func everyByteOfAParagraphComesFromItsPlace() throws {
        let document = "# 题\n\n> 甲 *乙*\n> 丙 &amp; 丁\n\n\\# 戊 <b>己</b>\n庚\n"
        let shard = try #require(opened(document, named: "a.md"))
        let file = Array(document.utf8)
        for index in 0..<shard.paragraphs.count {
            let span = shard.paragraphs[index]
            for offset in span.start..<span.end {
                let (made, source) = (shard.text.bytes[Int(offset)], file[shard.sourceOffset(offset)])
                // A blank may stand for the end of a line.
                #expect(made == source || (made == 0x20 && source == 0x0A))
            }
        }
    }

    @Test func headingsWithoutMarksAreFoundWhereThereAreNoOthers() throws {
        let long = "今后一个时期，上海社区党建工作将着重抓好以下四项主要任务，逐项落实。"
        let shard = try #require(opened("---\ntitle: 题\n---\n\(long)\n\n一、新的任务\n\n\(long)\n\n二、新的格局\n\n\(long)\n", named: "a.md"))
        #expect(shard.headings == ["一、新的任务", "二、新的格局"])
    }

    @Test func theArchivesFormIsNeverTakenForMarkdown() {
        let document = article("　　正文。\n")
        for name in ["a.txt", "a.md", "a"] { #expect(opened(document, named: name)?.file.format == "article") }
        #expect(opened("### 1999年10月\n\n" + document, named: "a.md")?.file.format == "article")
        #expect(opened("# 说明\n\n### 1.2\n\n2020-01-01\n\n改动。\n", named: "a.md")?.file.format == "Markdown")
        #expect(opened("# 题\n\n正文。\n", named: "a.txt")?.file.format == "Markdown")
        #expect(opened("# 题\n正文。\n", named: "a.txt")?.file.format == "text")
        #expect(opened("#!/bin/sh\n\necho\n", named: "a.txt")?.file.format == "text")
    }

    @Test(arguments: [
        "---\ntitle: [\n---\n正文。\n", "---\n- a\n- b\n---\n正文。\n", "---\ntitle: \"甲\n---\n正文。\n", "---\na: *b\n---\n正文。\n",
        "---\na: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n---\n正文。\n",
    ])
    func frontMatterInDisorderDoesNoHarm(document: String) throws {
        let shard = try #require(opened(document, named: "a.md"))
        #expect(shard.paragraphStrings == ["正文。"])
    }

    @Test(arguments: ["> ", "- ", "1. ", "[", "![](", "*a_ ", "`", "<a ", "&", "\\", "  - a\n", "![[]()", "<!--", "<?", "~~~\n", "> \n"])
    func repetitionsThatAreMeantToBeSlowAreRead(piece: String) throws {
        let long = String(repeating: piece, count: 40_000)
        for document in ["题\n\n" + long, long + String(repeating: "\n", count: 40_000) + "完。"] {
            let shard = try #require(opened("---\ntitle: 题\n---\n" + document, named: "a.md"))
            #expect(brokenInvariant(shard) == nil)
        }
    }
}
