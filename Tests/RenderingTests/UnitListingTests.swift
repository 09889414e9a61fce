import Documents
import QueryLanguage
import Rendering
import Testing

@Suite struct UnitListingTests {
    @Test func paragraphsStandUnderTheirArticleAndSection() throws {
        let shown = try terminal(Fixture.units(Fixture.two, .paragraph, hits: "党员"))
        #expect(
            shown == """
                a1  1999-10-12  p. 11  孟建柱  加强基层组织建设的新实践
                a1§0  引言
                a1¶1  社区党建，大有可为，党员要带头。
                a1§1  新的任务
                a1¶2  今后一个时期，上海社区党建工作将着重抓好以下四项主要任务，（一）党员“从我
                      做起”，（二）党员带头。
                a1§2  新的任务 / 一、其中
                a1¶3  群众路线。

                a2  甲‹U+202E›乙  标题␛[31m红
                a2¶1  正文␇有‹U+009B›控制␉符‹U+FFFE›。

                """)
    }

    @Test func narrowLinesNeitherBeginWithClosingNorEndWithOpeningMarks() throws {
        let shown = try terminal(Fixture.units(Fixture.two, .sentence, hits: "党员"), width: 40)
        #expect(
            shown == """
                a1  1999-10-12  p. 11  孟建柱  加强基层
                  组织建设的新实践
                a1§0    引言
                a1¶1s1  社区党建，大有可为，党员要带头。
                a1§1    新的任务
                a1¶2s1  今后一个时期，上海社区党建工作将
                        着重抓好以下四项主要任务，（一）
                        党员“从我做起”，（二）党员带头。
                a1§2    新的任务 / 一、其中
                a1¶3s1  群众路线。

                a2  甲‹U+202E›乙  标题␛[31m红
                a2¶1s1  正文␇有‹U+009B›控制␉符‹U+FFFE›。

                """)
    }

    @Test func articlesAreOneLineEachWithTheirHits() throws {
        let shown = try terminal(Fixture.units(Fixture.two, .article, hits: "党员"), width: 40)
        #expect(
            shown == """
                a1  1999-10-12  p. 11  孟建柱  加强基层
                    组织建设的新实践  3 hits
                a2  甲‹U+202E›乙  标题␛[31m红  0 hits

                """)
    }

    @Test func sectionsAreIndentedByLevel() throws {
        let shown = try terminal(Fixture.units(Fixture.one, .section))
        #expect(
            shown == """
                1999-10-12  p. 11  孟建柱  加强基层组织建设的新实践
                §0  引言  1 ¶
                §1  新的任务  2 ¶
                §2    一、其中  1 ¶

                """)
    }

    @Test func aHitInAHeadingIsMarked() throws {
        let shown = try terminal(Fixture.units(Fixture.one, .section, hits: "任务"), .colour)
        #expect(shown.contains("新的\u{1B}[1;31m任务\u{1B}[0m\u{1B}[2m  2 ¶  2 hits\u{1B}[0m\n"))
    }

    @Test func hitsAreMarkedWhereTheTerminalCan() throws {
        let coloured = try terminal(Fixture.units(Fixture.one, .paragraph, hits: "党员"), .colour)
        #expect(coloured.contains("\u{1B}[32m¶1\u{1B}[0m  社区党建，大有可为，\u{1B}[1;31m党员\u{1B}[0m要带头。\n"))
        let uncoloured = try terminal(Fixture.units(Fixture.one, .paragraph, hits: "党员"), .monochrome)
        #expect(uncoloured.contains("大有可为，\u{1B}[1;4m党员\u{1B}[0m要带头。\n"))
        let plain = try terminal(Fixture.units(Fixture.one, .paragraph, hits: "党员"))
        #expect(!plain.contains("\u{1B}"))
    }

    @Test func aHitIsMarkedOnBothSidesOfALineBreak() throws {
        let shown = try terminal(Fixture.units(Fixture.one, .paragraph, hits: "从我做起"), .colour)
        #expect(shown.contains("“\u{1B}[1;31m从我做\u{1B}[0m\n    \u{1B}[1;31m起\u{1B}[0m”"))
    }

    @Test func aSpanHasAsMuchOfItsSentenceAsFits() throws {
        let shown = try terminal(Fixture.units(Fixture.one, .span, hits: "着重抓好"), width: 40, .monochrome)
        let last = try #require(shown.split(separator: "\n").last)
        #expect(last == "\u{1B}[2m¶2s1\u{1B}[0m  \u{1B}[2m…区党建工作将\u{1B}[0m\u{1B}[1;4m着重抓好\u{1B}[0m\u{1B}[2m以下四项主要…\u{1B}[0m")
    }

    @Test func withoutEmphasisASpanStandsAloneWithItsAttributes() throws {
        var batch = Regions(layer: .span, shard: 0)
        let span = Fixture.occurrences(of: "从我做起", in: Fixture.one.shards[0].text, Fixture.one.shards[0].paragraphs[1])[0]
        batch.append(unit: 1, span: span)
        batch.attributes = [[.text("党员\u{1B}")], [.empty]]
        var pending: Regions? = batch
        let columns = [Column("speaker", zh: "说话人", .text), Column("value", zh: "值", .number)]
        let result = UnitResult(archive: Fixture.one, layer: .span, attributes: columns) {
            defer { pending = nil }
            return pending
        }
        let shown = try terminal(.units(result))
        #expect(shown.hasSuffix("¶2s1  从我做起  speaker: 党员␛\n"))
    }

    @Test func anArticleWithoutTitleIsNamedByItsFile() throws {
        let untitled = FixtureArticle(title: "", body: [.paragraph("正文。")])
        let archive = Archive(shards: [FixtureShard.shard("c\u{7}.txt", [untitled])])
        #expect(try terminal(Fixture.units(archive, .paragraph)) == "(untitled)  c␇.txt:1\n¶1  正文。\n")
    }

    @Test func rowsBeyondTheLimitAreCountedAndNotShown() throws {
        var text = ""
        let summary = try renderTerminal(Fixture.units(Fixture.two, .paragraph, hits: "党员"), RenderOptions(width: 80, limit: 1)) {
            text += $0
        }
        #expect(text.split(separator: "\n").count == 3)
        #expect(summary.rows == 4)
        #expect(summary.shown == 1)
        #expect(summary.hits == 3)
        #expect(summary.articles == 2)
    }

    @Test(arguments: Layer.allCases) func nothingIsWrittenForNoRows(_ layer: Layer) throws {
        #expect(try terminal(Fixture.units(Fixture.none, layer)) == "")
        #expect(try rendered(renderPipe, Fixture.units(Fixture.none, layer)) == "")
        #expect(try rendered(renderJSONLines, Fixture.units(Fixture.none, layer)) == "")
    }

    @Test(arguments: 1...30) func noLineIsWiderThanTheTerminal(_ width: Int) throws {
        let shown = try terminal(Fixture.units(Fixture.two, .paragraph), width: width + 15)
        for line in shown.split(separator: "\n") { #expect(columns(String(line)) <= width + 15, "\(line)") }
    }
}
