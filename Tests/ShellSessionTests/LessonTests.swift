import Testing

@testable import ShellSession

@Suite struct LessonTests {
    private let folder = TemporaryFolder()

    private func check(_ text: String, updates: Bool = false) -> (found: Answer, after: String) {
        let file = folder.write("lesson.md", text)
        let captured = Captured()
        let status = checkDocuments([file], archives: [], updates: updates, streams: captured.streams)
        let after = readTextFile(file) ?? ""
        return (Answer(output: captured.output, error: captured.error, status: status), after)
    }

    private static let lesson = """
        # 第一课

        ```wen pipe
        > section 新的任务 | grep 党员 | count
        2
        > sents
        . | count
        41
        ＞ sections
        §0\t引言
        [...]
        §4\t新的格局
        > gerp 党员
        !! E06
        ```

        ```swift
        > not a query
        ```

        """

    @Test func inputsContinuationsAndExpectationsAreRead() {
        let lesson = Lesson(LessonTests.lesson)
        #expect(lesson.blocks.count == 1)
        #expect(lesson.blocks[0].tags == ["pipe"])
        let exchanges = lesson.blocks[0].exchanges
        #expect(exchanges.map(\.input) == ["section 新的任务 | grep 党员 | count", "sents\n| count", "sections", "gerp 党员"])
        #expect(exchanges[1].expected == ["41"])
        #expect(exchanges[2].expected == ["§0\t引言", "[...]", "§4\t新的格局"])
        #expect(exchanges[3].expected == ["!! E06"])
    }

    @Test func fencesOfBothKindsAndLengthsAreRead() {
        #expect(Lesson("~~~wen\n> count\n~~~\n").blocks.count == 1)
        #expect(Lesson("````wen\n> count\n```\n18\n````\n").blocks.first?.exchanges.first?.expected == ["```", "18"])
        #expect(Lesson("   ```wen\n> count\n18").blocks.count == 1)
        #expect(Lesson("```wenx\n> count\n```\n").blocks.isEmpty)
        #expect(Lesson("prose > count\n").blocks.isEmpty)
        #expect(Lesson("```wen\r\n> count\r\n18\r\n```\r\n").blocks.first?.exchanges.first?.expected == ["18"])
    }

    @Test func aLessonThatIsRightPasses() {
        let (found, after) = check(LessonTests.lesson)
        #expect(found == Answer(output: "", error: "1 document, 4 queries\n", status: 0))
        #expect(after == LessonTests.lesson)
    }

    @Test func aChangedAnswerFailsWithADiff() {
        let changed = "```wen pipe\n> sents | count\n40\n```\n"
        let (found, after) = check(changed)
        #expect(found.status == 4)
        #expect(found.output.holds("-40\n+41\n") && found.output.holds("@@"))
        #expect(found.error == "1 document, 1 query, 1 differ\n")
        #expect(after == changed)
    }

    @Test func anotherErrorThanExpectedFails() {
        #expect(check("```wen pipe\n> gerp 党员\n!! E07\n```\n").found.status == 4)
        #expect(check("```wen pipe\n> grep 党员 | count\n!! E06\n```\n").found.status == 4)
        #expect(check("```wen pipe\n> section 新的\n!! E41\n```\n").found.status == 0)
    }

    @Test func updateWritesWhatWasFoundAndLeavesTheRest() {
        let text = "# 课\n\n```wen pipe\n> sents | count\n40\n> sections\n[...]\n§4\t新的格局\n```\n尾\n"
        let (found, after) = check(text, updates: true)
        #expect(found.status == 0)
        #expect(after == "# 课\n\n```wen pipe\n> sents | count\n41\n> sections\n[...]\n§4\t新的格局\n```\n尾\n")
        #expect(check(after).found.status == 0)
    }

    @Test func blocksOfOneDocumentShareASession() {
        #expect(check("```wen pipe\n> let 甲 = sents | grep 党员\n```\n\n```wen pipe\n> $甲 | count\n9\n> _1\n9\n```\n").found.status == 0)
    }

    @Test func anyLinesStandsForAnyLinesAndNoOthers() {
        #expect(matches(["a", "b", "c"], ["a", "[...]", "c"]))
        #expect(matches(["a", "c"], ["a", "[...]", "c"]))
        #expect(matches(["a", "b"], ["[...]"]) && matches([], ["[...]"]))
        #expect(!matches(["a", "b", "c"], ["[...]", "b"]))
        #expect(!matches(["a"], ["a", "[...]", "a"]))
        #expect(matches(["a", "b", "a", "b", "c"], ["[...]", "a", "b", "[...]", "c"]))
        #expect(matches(["a  ", ""], ["a"]))
        #expect(!matches(["a"], ["b"]))
    }

    @Test func aMissingDocumentIsAnErrorOfData() {
        let captured = Captured()
        #expect(checkDocuments([folder("none.md")], archives: [], updates: false, streams: captured.streams) == 3)
        #expect(captured.error.holds("none.md"))
    }

    @Test func folderOfLessonsIsReadByName() {
        folder.makeFolder("docs")
        folder.write("docs/b.md", "```wen pipe\n> sents | count\n41\n```\n")
        folder.write("docs/a.md", "```wen pipe\n> paras | count\n18\n```\n")
        folder.write("docs/c.txt", "```wen pipe\n> paras | count\n0\n```\n")
        let captured = Captured()
        #expect(checkDocuments([folder("docs")], archives: [], updates: false, streams: captured.streams) == 0)
        #expect(captured.error == "2 documents, 2 queries\n")
    }

    @Test func aLessonWritesNothing() {
        #expect(check("```wen pipe\n> sections | to csv file=\(folder("x.csv"))\n[...]\n```\n").found.status == 0)
        #expect(folder.names == ["lesson.md"])
    }

    @Test func aPastedTranscriptGivesItsInputLines() {
        #expect(transcriptInput("> sents\n. | count\n41\n> paras | count\n18") == "sents\n| count\nparas | count")
        #expect(transcriptInput("＞ 句 ｜ 计数\n41") == "句 ｜ 计数")
        #expect(transcriptInput("sents | count") == nil)
        #expect(transcriptInput("") == nil)
        #expect(transcriptInput("41\n> sents") == nil)
    }
}
