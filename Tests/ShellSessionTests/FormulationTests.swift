import QueryEngine
import QueryLanguage
import Testing

@testable import ShellSession

/// Seven articles of four years: none of 1998, one without a date. 菜篮子 appears, peaks in 1997 and is gone; 米袋子 is silent in
/// 1997. The passage on irrigation is printed in 1999 with two small changes, and stands first in the file.
let years = """
    ### 稳定市场
    周明
    1996-03-01
    第1版(要闻)
    专栏：

    　　各地抓好菜篮子工程，稳定市场物价。
    　　米袋子由省长负责。

    ### 市长与蔬菜
    李青
    1997-02-10
    第2版(经济)
    专栏：

    　　菜篮子关系群众生活，菜篮子要由市长负责。

    ### 丰富的供应
    李青
    1997-05-20
    第2版(经济)
    专栏：

    　　今年菜篮子产品丰富，菜篮子价格平稳。

    ### 灌溉又进一步
    王田
    1999-06-01
    第4版(农村)
    专栏：

    　　全市推广新的灌溉办法，每亩节约用水三成，农民收入逐年增加，受到了群众普遍欢迎。

    ### 灌溉的新办法
    赵水
    1997-08-08
    第4版(农村)
    专栏：

    　　记者看到：全市推广新的灌溉办法，每亩节约用水二成，农民收入逐年增加，受到群众普遍欢迎。

    ### 坚持责任制
    周明
    1999-09-09
    第1版(要闻)
    专栏：

    　　米袋子省长负责，必须坚持。群众说：米袋子不能松。

    ### 一个词的来历

    第8版(副刊)
    专栏：

    　　菜篮子一词至今沿用。

    """

/// What people ask about formulations, on an archive small enough to count by hand. The scripts in `.ci/recount` give the same.
@Suite struct FormulationTests {
    private let folder = TemporaryFolder()

    private func ask(_ queries: String...) -> Answer {
        runCaptured(QueryRequest(queries: queries, archives: [folder.write("years.txt", years)]))
    }

    /// The lines of a table, columns apart by one blank.
    private func table(_ queries: String...) -> [String] {
        let path = folder.write("years.txt", years)
        let output = runCaptured(QueryRequest(queries: queries, archives: [path], quiet: true)).output
        return output.split(separator: "\n").map { line in
            String(line.map { $0 == "\t" ? " " : $0 })
        }
    }

    // MARK: when and how much

    @Test func aSilentYearOfTheArchiveIsARowWithNothingInIt() {
        #expect(
            table("trend 菜篮子") == [
                "year hits with articles share characters per-million", "1996 1 1 1 100 26 38461.5385", "1997 4 2 3 66.6667 81 49382.716",
                "1998 0 0 0  0 ", "1999 0 0 2 0 63 0",
            ])
        #expect(ask("trend 菜篮子").error.holds("rests on 6 articles, 1 without date left out, 1 year without any"))
    }

    @Test func severalPhrasesStandSideBySide() {
        #expect(
            table("trend 菜篮子, 米袋子 per=hits") == [
                "year 菜篮子 hits 米袋子 hits articles characters", "1996 1 1 1 26", "1997 4 0 3 81", "1998 0 0 0 0", "1999 0 2 2 63",
            ])
        #expect(
            table("trend 菜篮子 by=author") == [
                "author hits with articles share characters per-million", "周明 1 1 2 50 50 20000", "李青 4 2 2 100 38 105263.1579",
                "王田 0 0 1 0 39 0", "赵水 0 0 1 0 43 0",
            ])
    }

    @Test func monthsBetweenTheFirstAndTheLastAreAllThere() {
        let months = table("trend 菜篮子 by=month").dropFirst()
        #expect(months.count == 43)
        #expect(
            months.filter { !$0.contains(" 0 0 0  0 ") }.map { String($0.prefix(9)) } == [
                "1996-03 1", "1997-02 2", "1997-05 2", "1997-08 0", "1999-06 0", "1999-09 0",
            ])
    }

    @Test func aLifeHasItsPeakAndSilentYears() {
        #expect(
            table("lifespan 菜篮子, 米袋子 | select pattern, first, last, years, silent, peak, peak-hits, hits, with, articles") == [
                "pattern first last years silent peak peak-hits hits with articles",
                "菜篮子 1996-03-01 1997-05-20 2  1997 4 6 4 7", "米袋子 1996-03-01 1999-09-09 2 1997 1999 2 3 2 7",
            ])
        #expect(
            table("lifespan 米袋子 | select first-sentence, last-sentence") == ["first-sentence last-sentence", "米袋子由省长负责。 群众说：米袋子不能松。"])
    }

    @Test func tiersOfOnesOwnDecideTheHeat() {
        let tiers = folder.write("tiers.txt", "# 自定\n热 2\n温 50%\n冷 0\n")
        #expect(
            table("set tiers \(tiers)", "heat 菜篮子") == [
                "year tier with articles share hits", "1996 温 1 1 100 1", "1997 热 2 3 66.6667 4", "1999 冷 0 2 0 0",
            ])
        #expect(table("heat 菜篮子 year=1997").last == "1997  2 3 66.6667 4")
        #expect(ask("heat 菜篮子").error.holds("no tier where no known cut-off is reached"))
    }

    @Test func aWrongLineOfATierTableIsNamed() {
        let failed = ask("set tiers \(folder.write("wrong.txt", "热 2\n温 很多\n"))")
        #expect(failed.status != 0)
        #expect(failed.error.holds("wrong.txt:2: a tier is a name and its cut-off"))
    }

    // MARK: company

    @Test func collocatesAreThoseBesideTheNode() {
        #expect(
            table("collocates 米袋子 min=1 | select collocate, count, total, articles, expected") == [
                "collocate count total articles expected", "省长 2 2 2 0.1594", "长负 2 3 2 0.2391", "负责 2 3 2 0.2391", "由省 1 1 1 0.0797",
                "众说 1 1 1 0.0797", "不能 1 1 1 0.0797", "能松 1 1 1 0.0797", "群众 1 4 1 0.3188",
            ])
        #expect(ask("collocates 米袋子").error.holds("3 hits, 11 strings beside them, 138 in all"))
    }

    @Test func aSentenceIsAWindow() {
        let rows = table("collocates 米袋子 window=sentence min=1 score=count | select collocate, count")
        #expect(rows.dropFirst().prefix(3) == ["省长 2", "长负 2", "负责 2"])
        #expect(rows.contains("坚持 1") && !rows.contains("工程 1"))
    }

    @Test func wordsOfOnesOwnAreWords() {
        let found = ask("collocates 米袋子 unit=word min=1 words=省长负责 | select collocate, count")
        guard found.status == 0 else { return print("skipped: ICU is not installed") }
        #expect(found.output.hasPrefix("collocate\tcount\n省长负责\t2\n"))
        #expect(found.error.holds("words by ICU") && found.error.holds("and 1 of your own"))
        let list = folder.write("words.txt", "# 自定\n省长负责\tn\n市长负责\n")
        let listed = ask("set wordlist \(list)", "collocates 米袋子 unit=word min=1 | select collocate, count")
        #expect(listed.output == found.output)
        #expect(listed.error.holds("and 2 of your own"))
    }

    @Test func keynessComparesTwoYears() {
        let sides = "articles | where year = 1997 | keyness (articles | where year = 1999)"
        #expect(
            table("\(sides) terms=菜篮子,米袋子,群众") == [
                "string count reference log-likelihood log-ratio articles reference-articles", "菜篮子 4 0 4.6029 2.6374 2 0",
                "米袋子 0 2 -3.3067 -2.3626 0 1", "群众 2 2 -0.063 -0.3626 2 2",
            ])
    }

    @Test func stringsAndRepeatsAreCountedOverArticles() {
        #expect(table("ngrams 3 min=4") == ["string count articles", "菜篮子 6 4"])
        #expect(table("repeats 3 min=3") == ["string count len articles", "菜篮子 6 3 4", "米袋子 3 3 2", "长负责 3 3 3"])
        #expect(
            table("articles | dispersion 菜篮子, 群众 | select pattern, hits, in, of, D, DP, DPnorm") == [
                "pattern hits in of D DP DPnorm", "菜篮子 6 4 7 0.6047 0.5889 0.6235", "群众 4 4 7 0.6073 0.3 0.3176",
            ])
    }

    // MARK: variants and copies

    @Test func variantsHaveTheirDates() {
        #expect(
            table("variants 米袋子由省长负责") == [
                "variant distance count articles first last address", "米袋子由省长负责 0 1 1 1996-03-01 1996-03-01 a1¶2s1",
                "米袋子省长负责 1 1 1 1999-09-09 1999-09-09 a6¶1s1",
            ])
        #expect(table("variants 米袋子由省長負責") == table("variants 米袋子由省长负责"))
        #expect(ask("variants 米袋子由省長負責 exact=true").output.split(separator: "\n").count == 1)
    }

    @Test func theEarlierIsTheSourceWhereverItStands() {
        #expect(
            table("reuse") == [
                "source source-date copy copy-date same similarity cluster passage copied",
                "a5 1997-08-08 a4 1999-06-01 33 0.9429 1 全市推广新的灌溉办法，每亩节约用水二成，农民收入逐年增加，受到群众普遍欢迎 全市推广新的灌溉办法，每亩节约用水三成，农民收入逐年增加，受到了群众普遍欢迎",
            ])
    }

    // MARK: scope, zero and one

    @Test func theScopeIsWhatIsAsked() {
        #expect(table("use articles date=1997", "trend 菜篮子").last == "1997 4 2 3 66.6667 81 49382.716")
        #expect(table("use articles date=1997", "ngrams 3 min=4").last == "菜篮子 4 2")
        #expect(table("use articles date=1997", "lifespan 米袋子 | select first, hits, articles").last == " 0 3")
    }

    @Test(arguments: ["trend", "lifespan", "heat", "dispersion", "freq"])
    func aZeroIsAnsweredWithWhatIsNear(command: String) {
        #expect(ask("\(command) 菜兰子").error.holds("菜兰子: not once. Near: 菜篮子 6"))
    }

    @Test func oneArticleIsNoTrend() {
        #expect(ask("articles date=1996 | trend 菜篮子").error.holds("1 article is no trend"))
        #expect(ask("articles date=1996 | lifespan 菜篮子").error.holds("1 article: first and last say nothing of use elsewhere"))
        #expect(ask("articles date=1996 | reuse").error.holds("one article has nobody to share with"))
    }

    // MARK: errors

    @Test(arguments: [
        ("collocates 菜篮子 window=0", "E22", "Try: collocates 菜篮子 window=1"),
        ("heat 菜篮子 year=1999..1997", "E39", "Try: heat 菜篮子 year=1997..1999"),
        ("where len in 5..3", "E39", "Try: where len in 3..5"), ("trend 菜篮子 by=yaer", "E22", "Try: trend 菜篮子 by=year"),
        ("lifespan 菜篮子 | where frist = 1996", "E21", "Try: lifespan 菜篮子 | where first = 1996"),
        ("paras | keyness (grep 社会主义)", "E48", "the reference has no text to compare"),
        ("grep 社会主义 | keyness (paras)", "E48", "what comes in has no text to compare"),
        ("variants 新情况、新问题", "E49", "use a gap: A…B"),
    ])
    func anErrorHasAFix(query: String, code: String, fix: String) {
        let failed = ask(query)
        #expect(failed.status == 2)
        #expect(failed.error.holds(code) && failed.error.holds(fix), "\(failed.error)")
        guard let range = failed.error.firstRange(of: "Try: ") else { return }
        let applied = failed.error[range.upperBound...].prefix { $0 != "\n" }
        #expect(ask(String(applied)).status == 0)
    }
}
