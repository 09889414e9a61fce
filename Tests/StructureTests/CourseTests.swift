import QueryLanguage
import SourceText
import Testing

@testable import ShellSession

/// The course that is built in.
@Suite struct CourseTests {
    private let english = course(in: .english)
    private let chinese = course(in: .chinese)

    @Test func itIsThatOfTheDocuments() {
        for (language, lessons) in [("en", english), ("zh", chinese)] {
            #expect(lessons.count == 16)
            for (index, lesson) in lessons.enumerated() {
                #expect(lesson.text == text("docs/lessons/\(language)/\(lesson.file)"), "\(language) \(lesson.file)")
                #expect(lesson.file.hasPrefix(index < 9 ? "0\(index + 1)-" : "\(index + 1)-"))
            }
        }
        #expect(english.map(\.file) == chinese.map(\.file))
    }

    /// Both languages ask the same and get the same: what is said differs, and the switch to the other language.
    @Test(arguments: 0..<16) func bothLanguagesAskAndAnswerTheSame(index: Int) {
        let (one, other) = (Lesson(english[index].text), Lesson(chinese[index].text))
        #expect(one.language == nil && other.language == .chinese)
        #expect(one.steps.map(\.task) == other.steps.map(\.task))
        let streams = Streams(output: { _ in }, error: { _ in })
        let (first, second) = (
            LessonSession(archives: [], folder: "", language: .english, streams: streams),
            LessonSession(archives: [], folder: "", language: .chinese, streams: streams)
        )
        for (a, b) in zip(one.steps, other.steps) {
            let isSwitch = a.exchange.input.hasPrefix("set lang") || a.exchange.input.hasPrefix("设 语言")
            #expect(isSwitch || a.exchange.input == b.exchange.input)
            #expect((a.exchange.expected.isEmpty) == (b.exchange.expected.isEmpty))
            if isSwitch { continue }
            let (found, wanted) = (second.run(b.exchange.input), first.run(a.exchange.input))
            if found.isText && wanted.isText || ["info", "概况"].contains(a.exchange.input) { continue }
            #expect(compare(found, with: wanted, order: .any) == .right(inAnotherOrder: false), "\(a.exchange.input)")
        }
    }

    @Test(arguments: 0..<16) func aLessonHasTasksWithHintsThatItsOwnAnswersPass(index: Int) {
        for lesson in [english[index], chinese[index]] {
            let tasks = Lesson(lesson.text).steps.filter { $0.task != nil }
            #expect(tasks.count >= 3, "\(lesson.file)")
            for task in tasks {
                #expect(!task.hints.isEmpty && !task.question.isEmpty, "\(lesson.file)")
                #expect(task.hints.allSatisfy { !$0.contains(task.exchange.input) }, "\(lesson.file): the hint is the answer")
            }
        }
    }

    @Test func everyLessonIsFoundByItsNumber() {
        #expect(courseLesson("3", .chinese)?.text == chinese[2].text)
        #expect(courseLesson("16", .english)?.file == "16-footnote.md")
        #expect(courseLesson("17", .english) == nil && courseLesson("0", .english) == nil)
    }
}

extension LessonAnswer {
    /// Text for people, which is in their language; so is the table of `info`.
    fileprivate var isText: Bool {
        switch self {
        case .text, .printed, .statement: true
        case .failed, .number, .units, .table, .named, .scope: false
        }
    }
}
