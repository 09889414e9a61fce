import Documents
import FuzzTargets
import Testing

@testable import DocumentFormats

private let long = "　　今后一个时期，上海社区党建工作将着重抓好以下四项主要任务，现在分别说明如下。\n"

@Suite struct HeadingTests {
    @Test(arguments: [
        "　　新的任务", "    夏津", "            一、毁灭与新生", "　　二、关于保证合同", "　　（一）党员教育", "　　第一章  总则", "　　第一章\t总则",
        "　　消除“空白点”", "　　第三编 执行程序", "　　（甲）存款办法",
    ])
    func shortLinesBeforeTextAreHeadings(line: String) {
        let shard = read(article(long + line + "\n" + long))
        #expect(shard.headings.count == 1)
        #expect(shard.paragraphs.count == 2)
        #expect(shard.sections.count == 2)
    }

    @Test(arguments: [
        "　　一、贷款的分配还没有做到完全公道。小组长对此负责", "　　第一条 为了惩罚犯罪", "　　第二条", "                    冀南区党委  五月九日", "　　（作者系上海市委副书记）",
        "　　【新华社延安十日电】", "　　两岸青山相对出，", "　　附图片一张。", "　　今后任务如下：", "　　图为会场一角", "　　新华社记者张三摄", "　　本报讯", "　　——毛泽东",
        "　　答：没有这样的事", "　　1979年7月1日 施行", "| 刑法条文 | 罪名 |", "　　法释〔2003〕8号", "　　12345", "　　这一行的字数超过了二十个字因此它不可能是文章里的一个小标题",
    ])
    func otherShortLinesAreParagraphs(line: String) {
        let shard = read(article(long + line + "\n" + long))
        #expect(shard.headings.isEmpty)
        #expect(shard.paragraphs.count == 3)
    }

    @Test func aHeadingNeedsTextBehindIt() {
        #expect(read(article(long + "　　新的任务\n")).headings.isEmpty)
        #expect(read(article(long + "　　新的任务\n　　短句。\n")).headings.isEmpty)
    }

    @Test func aTableOfContentsAndAListAreNoHeadings() {
        let chapters = "　　第一章 总则\n　　第二章 分则\n　　第三章 附则\n"
        let body = chapters + "　　第一章 总则\n" + long + "　　第二章 分则\n" + long + "　　第三章 附则\n" + long
        let shard = read(article(body))
        #expect(shard.headings == ["第一章 总则", "第二章 分则", "第三章 附则"])
        #expect(shard.sections.first?.isLead == true)
        #expect(read(article(long + "　　一、甲方\n　　二、乙方\n　　三、丙方\n" + long)).headings.isEmpty)
        #expect(read(article(long + "　　张三\n　　李四\n　　王五\n" + long)).headings.isEmpty)
    }

    @Test func sectionsNestAndCountTheParagraphsOfTheirSubsections() {
        let body =
            "　　第一编 总则\n　　第一章 任务\n" + long + "　　第二章 犯罪\n　　第一节 责任\n" + long + long + "　　第二节 预备\n" + long
            + "　　第二编 分则\n" + long
        let shard = read(article(body))
        #expect(shard.outline == ["1 第一编 总则", "2 第一章 任务", "2 第二章 犯罪", "3 第一节 责任", "3 第二节 预备", "1 第二编 分则"])
        #expect(shard.sections.map(\.parent) == [nil, 0, 0, 2, 2, nil])
        #expect(shard.sections.map(\.paragraphs) == [0..<4, 0..<1, 1..<4, 1..<3, 3..<4, 4..<5])
        #expect((0..<5).map { shard.section(ofParagraph: $0) } == [1, 3, 3, 4, 5])
    }

    @Test func levelsCountFromTheHighestKindTheArticleHas() {
        let shard = read(article(long + "　　一、工作\n" + long + "　　（一）目标\n" + long + "　　1．办法\n" + long + "　　二、展望\n" + long))
        #expect(shard.outline == ["0 ", "1 一、工作", "2 （一）目标", "3 1．办法", "1 二、展望"])
    }

    /// （一） may stand right above 一、 where an article counts so; where it does not, it would govern nothing.
    @Test func aHeadingRightAboveOneThatEndsItsSectionIsText() {
        let shard = read(article(long + "　　（一）总的目标\n　　一、具体工作\n" + long + "　　二、今后展望\n" + long))
        #expect(shard.headings == ["一、具体工作", "二、今后展望"])
        #expect(shard.paragraphStrings.contains("（一）总的目标"))
        #expect(brokenInvariant(shard) == nil)
    }

    /// With a comparison of each candidate with all others this would not end.
    @Test func tensOfThousandsOfShortLinesAreReadInOnePass() {
        let shard = read(article(String(repeating: long + "　　新的任务\n" + long + "　　一、甲方\n　　怎么办？\n", count: 10_000)))
        #expect(shard.paragraphs.count + shard.headings.count == 50_000)
        #expect(brokenInvariant(shard) == nil)
    }
}
