import QueryEngine
import SourceText
import Testing

@testable import ShellSession

/// How a document is read for teaching.
@Suite struct LessonStepTests {
    private static let text = """
        <!-- wen lang=zh -->
        # 1. *One*

        An example.

        ```wen
        > sents
        [...]
        > paras
        [...]
        ```

        **Task.** How many
        sentences?

        > Hint: look at `sents`
        > and at `count`.

        > 提示：再看

        > A quotation.

        ```wen task
        > sents | count
        41
        ```

        The end.
        """

    @Test func tasksAndExamplesAreToldApart() {
        let lesson = Lesson(LessonStepTests.text)
        let steps = lesson.steps
        #expect(steps.map(\.task) == [nil, nil, 1])
        #expect(steps.map(\.exchange.input) == ["sents", "paras", "sents | count"])
        #expect(steps[1].prose.isEmpty)
        #expect(steps[2].question == "Task. How many sentences?")
        #expect(steps[2].hints == ["look at `sents` and at `count`.", "再看"])
        #expect(steps[2].prose.contains("> A quotation."))
        #expect(lesson.closing.contains("The end."))
        #expect(lesson.title == "1. One" && lesson.language == .chinese)
    }

    @Test func withoutATagEveryQueryIsATask() {
        let steps = Lesson("Q\n\n```wen\n> sents\n> paras\n```\n").steps
        #expect(steps.map(\.task) == [1, 2])
        #expect(steps.map(\.question) == ["Q", "Q"])
        #expect(Lesson("no queries").steps.isEmpty && Lesson("no queries").closing == ["no queries"])
        #expect(Lesson("").title.isEmpty && Lesson("# T").language == nil)
        #expect(Lesson("text\n<!-- wen lang=zh -->").language == nil)
    }

    @Test func proseIsJoinedAndCleaned() {
        let text = "# T\n\none *two*\n三\n四\n“五”\n\n- a\n  b\n1. c\n\n```sh\nwen *\n```\n| x | y |\n|---|---|"
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            proseParagraphs(lines).map(\.kind) == [.title, .text, .item("-"), .item("1."), .code, .row])
        #expect(proseParagraphs(lines).map(\.text) == ["T", "one *two* 三四“五”", "a b", "c", "  wen *", "x  y"])
        #expect(plainInline("**a** [b](c.md) `len * 2` 3 * 4 [d]") == "a b `len * 2` 3 * 4 [d]")
        #expect(plainInline("[a](b `c") == "[a](b `c")
        #expect(proseParagraphs(["<!-- a", "b -->", "c"]) == [ProseParagraph(kind: .text, text: "c")])
    }

    @Test func teachingWordsAreNoCommands() {
        for word in TeachWord.allCases {
            #expect(word.spellings.contains { !$0.utf8.allSatisfy { $0 < 0x80 } })
            for spelling in word.spellings where commandTable[spelling] != nil {
                // Alone, `?` stands for these words; `? grep` is still help.
                #expect(word == .leave || word == .words, "\(spelling) is a command")
            }
        }
        #expect(TeachWord(" Hint ") == .hint && TeachWord("？") == .words && TeachWord("hint me") == nil)
    }
}
