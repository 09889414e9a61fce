import Testing

@testable import ShellSession

/// Odd texts end in an answer or a message, never in silence about an error.
@Suite struct RobustnessTests {
    private static let odd = [
        "", "\n", ";", "|", "||", "(", ")", "\"", "“", "/", "$", "_", "_0", "_99999999999999999999", "-", "--", "=", "==", "!", "＃", "…",
        "……", "¶", "¶13",
        "\u{0}", "grep \u{0}", "grep \u{1F600}", "grep e\u{301}", "grep \u{FEFF}党员", "grep \u{200B}", "head 0", "tail 0", "sample 0",
        "sample 100",
        "sents | head 99999999999", "sample 3 seed=18446744073709551615", "sample 3 seed=9223372036854775807", "paras 0..0", "paras -1",
        "sents 0", "section 0",
        "section -1", "section 99999999999999999999", "kwic 党 width=0", "kwic 党 width=1000", "near 党 党 within=0",
        "near 党 党 within=100000 unit=paragraph",
        "where len ÷ 0 > 1", "where len % 0 = 1", "where 0 - len < 0", "where len * 9223372036854775807 > 1",
        "where len + 9223372036854775807 > 1",
        "where abs(-9223372036854775807 - 2) > 1", "derive x = 9223372036854775807 + len", "derive x = len ÷ 0",
        "derive x = round(len ÷ 7)", "derive x = min(1, 2, len)",
        "derive x = before(党员)", "where year(date) > 0", "count | to csv", "count | to json", "outline | to markdown",
        "quotes | to csv | count", "info | to csv",
        "where title ~ /(/", "grep /\\C/", "grep /(?R)/", "grep /(?=党)/", "grep /^/", "grep /$/", "find /x*/ | count",
        "find /(?=党)/ | count", "grep /\\p{Han}{3,}/", "freq /x*/",
        "uniq by=text,len,para", "count by=text,title", "sort text", "sort date, title desc", "paras | expand article | expand sentence",
        "find 党 | sents",
        "let a = $a", "def f(a) = f($a)\nf(1)", "def f() = paras\nf() | f()", "use use", "fmt fmt fmt", "explain explain", "why why",
        "use use sents",
        "let 甲 = sents; let 甲 = paras; $甲 | count", "sents | union ((((sents))))", "((((sents)))) | count",
    ]

    @Test(arguments: odd)
    func anOddTextGivesAnAnswerOrAMessage(_ query: String) {
        let found = answer(query)
        #expect([0, 2, 3, 4].contains(found.status))
        #expect(found.status == 0 || !found.error.isEmpty)
        #expect(!found.error.utf8.contains { $0 < 0x20 && $0 != 0x0A })
    }

    @Test func longAndDeepTextsEnd() {
        let deep = String(repeating: "(", count: 5000) + "sents" + String(repeating: ")", count: 5000)
        #expect(answer(deep).status == 2)
        #expect(answer("grep " + Array(repeating: "党", count: 3000).joined(separator: " or ") + " | count").output == "18\n")
        #expect(answer("sents" + String(repeating: " | head 50", count: 1000) + " | count").output == "41\n")
        #expect(answer("where " + String(repeating: "not ", count: 5000) + "has(党)").status == 2)
        #expect(answer(String(repeating: "sents | count\n", count: 200)).output == String(repeating: "41\n", count: 200))
    }
}
