import Testing

@testable import ShellSession

/// Scores: the file that is handed in, and what a teacher makes of many.
@Suite struct ScoreTests {
    private let folder = TemporaryFolder()

    private func score(_ name: String = "李明") -> LessonScore {
        var task = TaskScore(number: 1, question: "多少\t句？")
        task.outcome = .right
        (task.tries, task.errors, task.hints, task.seconds) = (2, 1, 1, 95)
        task.queries = ["grep \"党\\员\"", "sents | count"]
        var other = TaskScore(number: 2, question: "")
        other.outcome = .shown
        var score = LessonScore(name: name, lesson: "3. 模式", file: "03.md", checksum: "0123456789abcdef", tasks: [task, other])
        score.saved = "2026-03-01 14:05"
        return score
    }

    @Test func whatIsWrittenIsReadAgain() {
        let text = score().fileText
        #expect(text.split(separator: "\n").count == 2)
        #expect(LessonScore(fileText: text) == score())
        #expect(text.hasPrefix(#"{"name":"李明","lesson":"3. 模式","file":"03.md","checksum":"0123456789abcdef","task":1,"of":2"#))
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"name\":1}", "{\"a\":\"\\u12\"}", "{\"a\":\"b", "{\"a\":1} x", "nonsense", "{\"a\":[1]}", "{\"a\":\"\\ud800x\"}",
        "{\"name\":\"\",\"lesson\":\"\",\"file\":\"\",\"checksum\":\"\"}",
    ])
    func whatIsNoScoreIsRefused(text: String) { #expect(LessonScore(fileText: text) == nil) }

    @Test func flatObjectsAreReadWithTheirEscapes() {
        let read = flatJSONObject(#" {"a": "x\"\\\/\n\u6587\ud83d\ude00", "b": -3, "c": true, "d": null} "#)
        #expect(read == ["a": .text("x\"\\/\n文😀"), "b": .number(-3), "c": .truth(true), "d": .null])
        #expect(flatJSONObject("{}") == [:])
    }

    @Test func aFileIsMadeWithItsFoldersAndReplacedWhole() {
        let path = folder("a/b/score.jsonl")
        #expect(score("甲").write(to: path))
        #expect(score("乙").write(to: path))
        #expect(readTextFile(path).flatMap { LessonScore(fileText: $0) }?.name == "乙")
        #expect(!score().write(to: "/proc/none/score.jsonl"))
    }

    @Test func scoresAreGatheredFromFolders() {
        folder.makeFolder("in")
        #expect(score("甲").write(to: folder("in/1.jsonl")) && score("").write(to: folder("in/2.jsonl")))
        let captured = Captured()
        #expect(gatherScores(ScoreRequest(paths: [folder("in")]), streams: captured.streams) == 0)
        #expect(
            captured.output == """
                name\tlesson\tright\ttasks\tat-once\tshown\ttries\thints\tminutes\tsaved\tchecksum
                甲\t3. 模式\t1\t2\t0\t1\t2\t1\t2\t2026-03-01 14:05\t01234567
                2.jsonl\t3. 模式\t1\t2\t0\t1\t2\t1\t2\t2026-03-01 14:05\t01234567

                """)
        folder.write("in/3.jsonl", "no score\n")
        let byTask = Captured()
        #expect(gatherScores(ScoreRequest(paths: [folder("in")], byTask: true, json: true), streams: byTask.streams) == 3)
        #expect(byTask.output.split(separator: "\n").count == 4 && byTask.error.holds("3.jsonl"))
    }

    @Test func aScoreOfHugeNumbersDoesNoHarm() {
        let line = #"{"name":"","lesson":"a","file":"a","checksum":"c","task":1,"question":"","outcome":"right","#
        folder.write(
            "x.jsonl",
            line + #""tries":9223372036854775807,"errors":-5,"hints":9223372036854775807,"seconds":9223372036854775807,"queries":""}"#)
        let captured = Captured()
        #expect(gatherScores(ScoreRequest(paths: [folder("x.jsonl"), folder("x.jsonl")]), streams: captured.streams) == 0)
    }

    @Test func theSkeletonPassesItsCheckAndOverwritesNothing() {
        for language in ["en", "zh"] {
            let captured = Captured()
            #expect(makeLesson(folder(language), language: language, streams: captured.streams) == 0)
            #expect(checkDocuments([folder("\(language).md")], archives: [], updates: false, streams: captured.streams) == 0)
            #expect(captured.output.isEmpty)
            #expect(makeLesson(folder("\(language).md"), streams: captured.streams) == 3)
            let lesson = Lesson(readTextFile(folder("\(language).md")) ?? "")
            #expect(lesson.title == language && lesson.steps.last?.hints.count == 2 && lesson.steps.compactMap(\.task) == [1])
        }
    }
}
