import Testing

@testable import ShellSession

/// Two laws: the first has 章 and 节 and an 附则, the second 章 alone.
private let laws = """
    ### 河渠管理条例

    1996-03-05
    第2版(法规)
    专栏：

    　　第一章　总则
    　　第一条　为了管好用好河渠，根据本地的情况，制定本条例。
    　　第二章　用水
    　　第一节　计划
    　　第二条　用水实行计划管理，由管理所按年编制。
    　　第二节　收费
    　　第三条　用水应当缴纳水费，水费用于河渠的维修。
    　　第三节　争议
    　　第四条　用水发生争议的，由管理所调解。
    　　第三章　罚则
    　　第一节　处罚
    　　第五条　破坏河渠的，责令修复，并且处以罚款。
    　　附则
    　　第六条　本条例自公布之日起施行。

    ### 林地管理条例

    1997-06-01
    第3版(法规)
    专栏：

    　　第一章　总则
    　　第一条　为了保护林地，制定本条例。
    　　第二章　采伐
    　　第二条　采伐林木必须取得许可。
    　　第三条　每年三月至五月禁止采伐。
    　　第三章　罚则
    　　第四条　滥伐林木的，责令补种。

    """

/// Sections inside sections, as a reader of laws asks for them.
@Suite struct NestedSectionTests {
    private func ask(_ query: String) -> Answer {
        let folder = TemporaryFolder()
        let path = folder.write("laws.txt", laws)
        return runCaptured(QueryRequest(queries: [query], archives: [path], quiet: true))
    }

    @Test func theOutlineShowsTheTree() {
        let lines = ask("outline").output.split(separator: "\n").map { $0.split(separator: "¶")[0] }
        #expect(
            lines.map(String.init) == [
                "河渠管理条例", "1996-03-05 · 第2版 · 法规", "第一章　总则  1 ", "第二章　用水  3 ", "  第一节　计划  1 ", "  第二节　收费  1 ", "  第三节　争议  1 ",
                "第三章　罚则  1 ", "  第一节　处罚  1 ", "附则  1 ", "林地管理条例", "1997-06-01 · 第3版 · 法规", "第一章　总则  1 ", "第二章　采伐  2 ", "第三章　罚则  1 ",
            ])
    }

    @Test(arguments: [
        ("第二章/第三节", ["a1¶4"]), ("用水/争议", ["a1¶4"]), ("第三章/第一节", ["a1¶5"]), ("'第二章　用水/第二节　收费'", ["a1¶3"]), ("收费", ["a1¶3"]),
        ("附则", ["a1¶6"]),
    ])
    func aPathOrAUniquePartEntersOneSection(name: String, addresses: [String]) {
        let found = ask("section \(name)")
        #expect(found.status == 0)
        #expect(found.output.split(separator: "\n").map { String($0.split(separator: "\t")[0]) } == addresses)
    }

    @Test(arguments: [
        ("第二章", ["a1¶2", "a1¶3", "a1¶4", "a2¶2", "a2¶3"]), ("总则", ["a1¶1", "a2¶1"]), ("第三章罚则", ["a1¶5", "a2¶4"]), ("采伐", ["a2¶2", "a2¶3"]),
    ])
    func aNameIsDecidedArticleByArticle(name: String, addresses: [String]) {
        #expect(ask("section \(name)").output.split(separator: "\n").map { String($0.split(separator: "\t")[0]) } == addresses)
    }

    @Test func twoHeadingsThatFitEquallyAreListedWithAPathThatWorks() {
        let failed = ask("section 第一节")
        #expect(failed.status == 2)
        #expect(failed.error.contains("E41"))
        #expect(failed.error.contains("第一节　计划, 第一节　处罚"))
        #expect(failed.error.contains("section 第二章/第一节"))
        #expect(ask("section 第二章/第一节").output.hasPrefix("a1¶2\t"))
    }

    @Test func aNumberAloneIsNoPartOfALargerOne() {
        #expect(ask("section 章").error.contains("E41"))
        #expect(ask("section 第十章").error.contains("E40"))
    }
}
