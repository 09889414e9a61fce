import CLessons
import Documents
import QueryLanguage
import Rendering
import SourceText

/// A lesson with the names it goes by.
struct CourseLesson {
    /// The name of its file.
    let file: String
    /// Its Markdown.
    let text: String
    /// The folder that its queries may open files from; empty where they may open none.
    let folder: String
}

/// The lessons that are built in, in the order of their numbers; a test holds them to docs/lessons.
func course(in language: Language) -> [CourseLesson] {
    let code = language == .chinese ? "zh" : "en"
    return (0..<built_in_lesson_count()).compactMap { index in
        let lesson = built_in_lesson_at(index)
        guard String(cString: lesson.language) == code else { return nil }
        let bytes = UnsafeBufferPointer(start: lesson.bytes, count: lesson.count)
        // Without a folder nothing can be opened.
        return CourseLesson(file: String(cString: lesson.name), text: String(decoding: bytes, as: UTF8.self), folder: "")
    }
}

/// The lesson that a word of the command line names: a number of the course, or a file; nil where it cannot be read, with `errno` set.
func courseLesson(_ name: String, _ language: Language) -> CourseLesson? {
    let lessons = course(in: language)
    if let number = Int(name), lessons.indices.contains(number - 1) { return lessons[number - 1] }
    guard let text = readTextFile(name) else { return nil }
    return CourseLesson(file: name.split(separator: "/").last.map(String.init) ?? name, text: text, folder: parentFolder(name))
}

/// The lessons of the course as a table, with what was done of each.
func courseTable(_ language: Language) -> TableResult {
    let columns: [Column] = [
        Column("lesson", zh: "课", .text), Column("tasks", zh: "题数", .number), Column("right", zh: "答对", .text),
    ]
    let rows = course(in: language).map { item in
        let lesson = Lesson(item.text)
        let score = LessonScore(lesson, file: item.file, text: item.text, name: "")
        let kept = score.defaultPath.flatMap(readTextFile).flatMap { LessonScore(fileText: $0) }
        let right = kept.map { $0.done == 0 ? "" : "\($0.right)" } ?? ""
        return TableRow([.text(lesson.title), .integer(score.tasks.count), .text(right)])
    }
    return TableResult(archive: Archive(), columns: columns, rows: rows)
}
