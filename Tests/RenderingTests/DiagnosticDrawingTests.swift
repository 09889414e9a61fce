import Rendering
import SourceText
import Testing

@Suite struct DiagnosticDrawingTests {
    private let query = "count | grep 党员"

    private func diagnostic(
        _ name: String, _ lower: Int, _ upper: Int, _ message: String, zh: String = "", advice: LocalizedText? = nil,
        edits: [SourceEdit] = []
    ) -> Diagnostic {
        let nothing = LocalizedText(verbatim: "")
        let code = DiagnosticCode(name, nothing, explanation: nothing, wrong: "", right: "")
        return Diagnostic(code, at: SourceRange(lower, upper), LocalizedText(message, zh: zh), advice: advice, edits: edits)
    }

    private var mistyped: Diagnostic {
        diagnostic(
            "E31", 8, 12, "grep needs text units, but count gives a number", zh: "grep 要文本单位，count 给出的是数",
            edits: [SourceEdit(SourceRange(0, query.utf8.count), "grep 党员 | count")])
    }

    @Test func theFixIsShownAfterTheMessage() {
        #expect(
            draw([mistyped], source: query, RenderOptions()) == """
                1│ count | grep 党员
                 │         ^^^^ E31 grep needs text units, but count gives a number. Try: grep 党员 | count

                """)
        #expect(
            draw([mistyped], source: query, RenderOptions(language: .chinese)) == """
                1│ count | grep 党员
                 │         ^^^^ E31 grep 要文本单位，count 给出的是数。试试：grep 党员 | count

                """)
    }

    /// A query of megabytes on a line, with an error in its middle, is shown where the error is.
    @Test func ofAVeryLongLineTheNeighbourhoodIsDrawn() {
        let long = String(repeating: "党", count: 1_000_000)
        let found = diagnostic("E09", 1_500_000, 1_500_003, "wrong", edits: [SourceEdit(SourceRange(1_500_000, 1_500_003), "a")])
        let drawing = draw([found], source: long, RenderOptions())
        #expect(drawing.utf8.count < 20_000 && drawing.hasSuffix("^^ E09 wrong\n"))
        #expect(!drawing.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test func adviceFollowsTheMessage() {
        let advice = LocalizedText("Write one in full, or: sections 新的", zh: "")
        let found = diagnostic("E41", 8, 14, "four sections match 新的: 新的探索, 新的目标", advice: advice)
        #expect(
            draw([found], source: "section 新的", RenderOptions()) == """
                1│ section 新的
                 │         ^^^^ E41 four sections match 新的: 新的探索, 新的目标. Write one in full, or: sections 新的

                """)
    }

    @Test func aQuestionNeedsNoFurtherSuggestion() {
        let found = diagnostic(
            "E06", 0, 4, "unknown command gerp; did you mean grep (含)?", edits: [SourceEdit(SourceRange(0, 4), "grep")])
        #expect(
            draw([found], source: "gerp 党员", RenderOptions()) == """
                1│ gerp 党员
                 │ ^^^^ E06 unknown command gerp; did you mean grep (含)?

                """)
    }

    @Test func caretsStandUnderDisplayColumnsBehindHan() {
        #expect(draw([diagnostic("E01", 9, 11, "x")], source: "社区党ab", RenderOptions()) == "1│ 社区党ab\n │       ^^ E01 x\n")
        #expect(draw([diagnostic("E01", 3, 6, "x")], source: "社区党ab", RenderOptions()) == "1│ 社区党ab\n │   ^^ E01 x\n")
        #expect(draw([diagnostic("E01", 3, 6, "x")], source: "“区”", RenderOptions(ambiguousWidth: 2)) == "1│ “区”\n │   ^^ E01 x\n")
    }

    @Test func anEmptyRangeHasOneCaret() {
        #expect(draw([diagnostic("E01", 8, 8, "x")], source: "grep 党", RenderOptions()) == "1│ grep 党\n │        ^ E01 x\n")
        #expect(draw([diagnostic("E01", 0, 0, "x")], source: "", RenderOptions()) == "1│ \n │ ^ E01 x\n")
    }

    @Test func placesOutsideTheSourceAreDrawnAtItsEnd() {
        #expect(draw([diagnostic("E01", 90, 99, "x")], source: "a", RenderOptions()) == "1│ a\n │  ^ E01 x\n")
        #expect(draw([diagnostic("E01", -9, -1, "x")], source: "a", RenderOptions()) == "1│ a\n │ ^ E01 x\n")
    }

    @Test func severalLinesShowTheFirstWithCaretsToItsEnd() {
        let source = "sections\n\tgrep “党员\u{1B}” |\r\nfoo 党 bar\n"
        let found = diagnostic("E01", 10, 60, "x", edits: [SourceEdit(SourceRange(10, 14), "find")])
        #expect(
            draw([found], source: source, fileName: "a\u{1B}.wen", RenderOptions()) == """
                a␛.wen:2:
                2│  grep “党员␛” |
                 │  ^^^^^^^^^^^^^^ E01 x. Try: find “党员␛” |

                """)
    }

    @Test func lineNumbersCountFromTheFirstLine() {
        let drawn = draw([diagnostic("E01", 9, 12, "x")], source: "sections\nfoo", fileName: "f.wen", firstLine: 99, RenderOptions())
        #expect(drawn == "f.wen:100:\n100│ foo\n   │ ^^^ E01 x\n")
    }

    @Test func aLongMessageIsWrappedBehindTheRule() {
        #expect(
            draw([mistyped], source: query, RenderOptions(width: 60)) == """
                1│ count | grep 党员
                 │         ^^^^ E31 grep needs text units, but count gives a
                 │ number. Try: grep 党员 | count

                """)
    }

    @Test func aLongLineIsCutToAWindowAroundTheCaret() {
        let source = String(repeating: "社区党建", count: 30) + " gerp " + String(repeating: "党员", count: 30)
        let found = diagnostic("E06", 361, 365, "unknown command gerp; did you mean grep (含)?")
        #expect(
            draw([found], source: source, RenderOptions(width: 40)) == """
                1│ …建社区党建 gerp 党员党员党员党员党…
                 │             ^^^^
                 │ E06 unknown command gerp; did you
                 │ mean grep (含)?

                """)
    }

    @Test(arguments: 16...90) func nothingIsWiderThanTheTerminal(_ width: Int) {
        let source = String(repeating: "社区a党建 ", count: 40)
        for offset in stride(from: 0, through: source.utf8.count, by: 31) {
            let drawn = draw(
                [diagnostic("E06", offset, offset + 40, "unknown 命令 gerp, it is")], source: source, RenderOptions(width: width))
            for line in drawn.split(separator: "\n") { #expect(columns(String(line)) <= width, "\(line)") }
        }
    }

    @Test func colourSetsCaretsAndCodeApart() {
        let drawn = draw([diagnostic("E01", 0, 1, "x")], source: "a", RenderOptions(emphasis: .colour))
        #expect(drawn.contains("\u{1B}[1;31m^\u{1B}[0m \u{1B}[1mE01 \u{1B}[0mx\n"))
    }

    @Test func noDiagnosticsDrawNothing() {
        #expect(draw([], source: "a", RenderOptions()) == "")
    }
}
