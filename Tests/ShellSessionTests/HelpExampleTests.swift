import Testing

@testable import ShellSession

/// Examples of the help have numbers by which they run.
@Suite struct HelpExampleTests {
    @Test(arguments: [
        ("help count 1", "section 新的任务 | grep 党员 | count"), ("帮助 计数 2", "sents | grep 党员 | count by=section"),
        ("help E39 2", "paras 3..5"), ("help e39 2", "paras 3..5"), ("help language 5", "count by=section"),
        ("帮助 语言 5", "count by=section"),
    ])
    func aNumberRunsTheExample(asked: String, query: String) {
        #expect(answer(asked).output == answer(query).output)
        #expect(answer(asked).error.hasPrefix("> \(query)"), "it is shown first")
    }

    @Test func theWrongQueryOfAnErrorIsThatError() {
        #expect(answer("help E39 1").error.contains("E39"))
        #expect(answer("help E39 1").status == answer("paras 5..3").status)
    }

    @Test func theHelpShowsTheNumbers() {
        #expect(answer("help count").output.contains("  1 > section 新的任务 | grep 党员 | count\n"))
        #expect(answer("help count 7").output == "help count has the examples 1 to 2: help count 1 runs the first\n")
        #expect(answer("help count 7", language: "zh").output == "帮助 count 有例 1 至 2：帮助 count 1 执行第一例\n")
        #expect(answer("help topics").output.contains("help language 语言"))
    }

    @Test func everyExampleOfTheLanguageRuns() {
        for number in 1...8 { #expect(answer("help language \(number)").status == 0, "\(number)") }
        #expect(answer("help language 9").output.contains("1 to 8"))
    }

    @Test func aWordIsFoundAmongFieldsErrorsAndPages() {
        #expect(answer("apropos 日期").output.contains("date 日期"))
        #expect(answer("apropos reversed").output.contains("E39"))
        #expect(answer("apropos keys").output.contains("help keys"))
    }
}
