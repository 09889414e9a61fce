import SourceText
import Testing

@testable import ShellSession

@Suite struct StatementTests {
    @Test func letNamesAPipelineThatIsRunWhereItIsUsed() {
        #expect(answer("let 甲 = sents | grep 党员", "$甲 | count").output == "9\n")
        #expect(answer("let 甲 = sents | grep 党员\nlet 乙 = $甲 | grep 群众\n$乙 | count").output == "4\n")
        #expect(answer("let 甲 = sents | grep 党员").output.isEmpty)
        #expect(answer("let n = sents | count; $n").output == "41\n")
    }

    @Test func letKeepsTheScopeOfItsDefinition() {
        #expect(answer("let 甲 = paras", "use section 新的任务", "$甲 | count", "paras | count").output == "18\n5\n")
        #expect(answer("use section 新的任务", "let 甲 = paras", "use", "$甲 | count", "paras | count").output == "5\n18\n")
    }

    @Test func defBindsPatternsNumbersValuesAndPipelines() {
        #expect(answer("def f(a) = sents | grep $a", "f(党员) | count", "f(从…入手) | count", "f('“空白点”') | count").output == "9\n4\n2\n")
        #expect(answer("def f(a) = sents | grep $a", "f(/党[员建]/) | count").output == answer("sents | grep /党[员建]/ | count").output)
        #expect(answer("def top(n) = head $n", "sents | top(３) | count", "sents | top(三) | count").output == "3\n3\n")
        #expect(answer("def long(n) = sents | where len > $n", "long(100) | count").output == "7\n")
        #expect(answer("def both(p) = sents | grep 党员 | intersect $p", "both((sents | grep 群众)) | count").output == "4\n")
        #expect(answer("def by(x) = sents | where author = $x", "by(孟建柱) | count", "by('title') | count").output == "41\n0\n")
        #expect(answer("定义 多（甲，数）＝ 句 ｜ 含 ＄甲 ｜ 前 ＄数", "多（党员，２） ｜ 计数").output == "2\n")
        #expect(answer("def f(a) = grep $a", "def g(b) = sents | f($b)", "g(党员) | count").output == "9\n")
    }

    /// What names mean in an argument is what they mean to the caller.
    @Test func argumentsAreBoundWhereTheyAreWritten() {
        let both = "def both(p) = sents | grep 党员 | intersect $p"
        #expect(answer(both, "let 群 = sents | grep 群众", "both($群) | count").output == "4\n")
        #expect(answer(both, "def with(x) = both((sents | grep $x))", "with(群众) | count").output == "4\n")
        #expect(answer("let a = paras", "def f(a) = grep $a", "f(党员) | count").output == "7\n")
        let unknown = answer(both, "both($乙)")
        #expect(unknown.status == 2 && unknown.error.holds("E27"))
    }

    /// Names mean nothing to the reader of a footnote: it says what they stand for.
    @Test func footnotesSpellOutNames() {
        func footnote(_ queries: String...) -> String { answer(queries.joined(separator: "\n") + " | cite style=query").output }
        #expect(footnote("def 称(词) = roles | where role has $词", "称(核心)").hasPrefix("roles | where role has 核心 → a table of 5 rows."))
        #expect(footnote("def 含者(词) = sents | grep $词", "含者('“空白点”') | count").holds(" | grep '“空白点”' | count → 2 sentences."))
        let intersection = footnote("let 群 = sents | grep 群众", "let 党 = sents | grep 党员 | intersect $群", "$党 | count")
        #expect(!intersection.contains("$") && intersection.holds("intersect (sentences | grep 群众)) | count → 4 sentences."))
        let scoped = footnote("let 任务 = section 新的任务", "use $任务", "grep 党员 | count")
        #expect(scoped.hasPrefix("use (section 新的任务); grep 党员 | count → 2 paragraphs."), "\(scoped)")
    }

    @Test func footnotesOfAnEarlierResultBeginWithItsQueryAndItsScope() {
        let earlier = answer("use section 新的任务", "find 党员", "use", "_ | count | cite style=query")
        #expect(earlier.output.holds("use section 新的任务; find 党员 | count → 9 spans."), "\(earlier)")
        let twice = answer("paras | grep 党员", "_ | grep 群众", "_ | count | cite style=query")
        #expect(twice.output.holds("\nparagraphs | grep 党员 | grep 群众 | count → "), "\(twice)")
    }

    @Test func footnotesSayWhetherScriptAndWidthWereTakenAsTyped() {
        let typed = answer("set exact true", "find 黨員 | count | cite style=query", "set exact false", "find 黨員 | count | cite style=query")
            .output
        #expect(typed.hasPrefix("set exact true; find 黨員 | count → 0 spans."))
        #expect(typed.holds("\nfind 黨員 | count → 14 spans."))
    }

    /// A parameter is a value: what it holds is never read as a query or field.
    @Test func whatAParameterHoldsIsNeverText() {
        #expect(answer("def f(a) = grep $a", "f('党员 | count')").output.isEmpty)
        #expect(answer("def f(x) = where title = $x", "paras | f('author') | count").output == "0\n")
    }

    @Test func definitionsThatCallThemselvesAreAnError() {
        let found = answer("def f(a) = f($a)", "f(党员)")
        #expect(found.status == 2)
        #expect(found.error.holds("E25"))
    }

    @Test func useNarrowsToArticlesSectionsAndParagraphs() {
        #expect(answer("use section 新的任务", "grep 党员 | count").output == "2\n")
        #expect(answer("use sections 任务 or 目标", "paras | count").output == "7\n")
        #expect(answer("use paras 3..5", "count", "sents | count by=para").output == "3\npara\tcount\n3\t2\n4\t2\n5\t3\n")
        #expect(answer("use articles date=1999", "sections | count").output == "5\n")
        #expect(answer("use grep 党员", "count", "find 党员 | count").output == "7\n14\n")
        // A scope is taken from the whole archive: two do not narrow twice.
        #expect(answer("use section 新的任务", "use section 新的目标", "count", "use", "count").output == "2\n18\n")
        #expect(answer("use section 新的任务", "(paras) | count", "paras | minus (sections | paras) | count").output == "5\n0\n")
    }

    @Test func hitsAndDenominatorsUnderAScopeAreThoseOfTheScope() {
        #expect(answer("freq 群众").output.hasSuffix("群众\t20\t2704\t73.9645\n"))
        #expect(answer("use articles date=1999", "freq 群众").output.hasSuffix("群众\t20\t2704\t73.9645\n"))
        #expect(answer("use articles date=2000", "freq 群众").output.holds("群众\t0\t0\t"))
        #expect(answer("use section 新的任务", "freq 群众").output.holds("群众\t11\t"))
        #expect(answer("use section 新的任务", "articles | count").output == "1\n")
    }

    @Test func setShowsAndChangesAndChecks() {
        #expect(answer("set lang").output.holds("lang\ten"))
        #expect(answer("set lang zh", "set").output.holds("语言\tzh"))
        #expect(answer("设 语言 ＝ 中文", "设 语言").output.holds("语言\tzh"))
        #expect(answer("set exact = true; set exact").output.holds("exact\ttrue"))
        #expect(answer("set newspaper 光明日报", "articles | cite").output.holds("[N]. 光明日报, "))
        let unknown = answer("set newspaper ''", "articles | cite")
        #expect(unknown.output.holds("[报名不详]") && unknown.error.holds("newspaper"))
    }

    @Test func explainShowsTheDescentAndRunsNothing() {
        let found = answer("explain section 新的任务 | sents | grep 党员")
        #expect(found.output.holds("sentences"))
        #expect(!found.output.holds("把握"))
        #expect(answer("explain articles | where sent = 3").output.holds("→ sentences"))
        #expect(answer("sents | count", "explain").output.holds("sentences → a number"))
        #expect(answer("explain").error.holds("no last query"))
        #expect(answer("解释 句 ｜ 计数", language: "zh").output.holds("句 → 一个数"))
    }

    @Test func whyCountsEachStage() {
        #expect(answer("why section 新的任务 | grep 党员").output == "section 新的任务: 5 paragraphs → grep 党员: 2 paragraphs\n")
        #expect(answer("grep 社区党健", "why").output.holds("Near: 社区党建"))
        #expect(answer("何以 含 社区党健", language: "zh").output.holds("相近：社区党建"))
        let quiet = runCaptured(QueryRequest(queries: ["grep 社区党健"], quiet: true))
        #expect(quiet == Answer(output: "", error: "", status: 0))
    }

    @Test func fmtRewritesAStatementOrTheLastQuery() {
        #expect(answer("fmt en 令 甲 ＝ 句 ｜ 含 党员 且 非 群众").output == "let 甲 = sentences | grep 党员 not 群众\n")
        #expect(answer("fmt zh sents | where len > 100 and not has(党员)").output == "句 ｜ 条件 字数 ＞ 100 且 非 含有（党员）\n")
        #expect(answer("sents|count", "fmt", "fmt zh").output == "41\nsents | count\n句 ｜ 计数\n")
    }

    @Test func theLastResultAndTheNumberedOnesGoOn() {
        #expect(answer("sents | grep 党员", "_ | count").output.hasSuffix("\n9\n"))
        #expect(entries("sents | grep 党员", "| grep 群众", "| count", "_1 | count").output.hasSuffix("\n4\n9\n"))
        // Lines of one text are joined instead.
        #expect(answer("sents | grep 党员", "| grep 群众", "| count").output == "4\n")
        // What only acts is no result.
        #expect(answer("sents | count", "set lang", "let 甲 = paras", "_").output.hasSuffix("41\n"))
    }

    /// Each entry by itself, as at the prompt.
    private func entries(_ entries: String...) -> Answer {
        let captured = Captured()
        let session = Session(streams: captured.streams)
        session.openExample()
        session.keepsResults = true
        entries.forEach { session.run(QuerySource($0)) }
        return Answer(output: captured.output, error: captured.error, status: session.status.rawValue)
    }

    @Test func resultsAreGoneWithTheArchiveTheySpokeOf() {
        let captured = Captured()
        let session = Session(streams: captured.streams)
        session.openExample()
        session.keepsResults = true
        session.run(QuerySource("sents | count"))
        session.open(["\(repository)/seeds"])
        session.run(QuerySource("_"))
        #expect(captured.error.holds("E29"))
    }

    @Test func linesAreJoinedAndSeparatedAsTheGrammarSays() {
        #expect(answer("sents\n| grep 党员\n  # 注释\n\n  | count").output == "9\n")
        #expect(answer("sents |\n grep 党员 | # 到此\n count").output == "9\n")
        #expect(answer("sents | count; paras | count ；; # 完").output == "41\n18\n")
        #expect(answer("sents | grep 党员 or\n 群众 | count").output == answer("sents | grep 党员 or 群众 | count").output)
        #expect(answer("paras | intersect (\n  grep 党员 # 甲\n  | grep 群众\n) | count").output == answer("grep 党员 群众 | count").output)
        #expect(answer("", "  ", "# only\n＃ comments").status == 0)
    }

    @Test func aScriptStopsAtTheFirstErrorUnlessToldToGoOn() {
        // What is wrong before anything is read stops all of it.
        let unchecked = answer("sents | count", "gerp 党员")
        #expect(unchecked.output.isEmpty && unchecked.status == 2)
        let stopped = answer("sents | count", "section 没有", "paras | count")
        #expect(stopped.output == "41\n" && stopped.status == 2)
        let going = answer("set onerror continue", "sents | count", "section 没有", "gerp 党员", "paras | count")
        #expect(going.output == "41\n18\n" && going.status == 2)
        #expect(going.error.holds("E40") && going.error.holds("E06"))
        #expect(going.error.holds("3│ ") && going.error.holds("4│ "), "\(going.error)")
    }

    @Test func aScriptErrorHasFileAndLine() {
        let folder = TemporaryFolder()
        let file = folder.write("study.wen", "#!/usr/bin/env wen\n# 第一行\nsents | count\n\nsection 新的任务 | gerp 党员\n")
        let found = runCaptured(QueryRequest(archives: [file]))
        #expect(found.status == 2 && found.output.isEmpty)
        #expect(found.error.hasPrefix("\(file):5:\n5│ section 新的任务 | gerp 党员\n │                    ^^^^ E06 "), "\(found.error)")
        let late = folder.write("late.wen", "sents | count\nsection 没有\n")
        let found2 = runCaptured(QueryRequest(file: late))
        #expect(found2.output == "41\n" && found2.error.hasPrefix("\(late):2:\n2│ "), "\(found2.error)")
    }
}
