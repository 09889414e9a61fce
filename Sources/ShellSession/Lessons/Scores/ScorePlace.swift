import Glibc
import MappedFiles

/// Where scores are kept where nobody names a file: `$XDG_STATE_HOME/wen/lessons`, else `~/.local/state/wen/lessons`; nil where there
/// is no home either.
var scoreFolder: String? {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/wen/lessons" }
    guard let home = variable("HOME"), !home.isEmpty else { return nil }
    return home + "/.local/state/wen/lessons"
}

extension LessonScore {
    /// The file of this lesson in the folder of scores: another version of the lesson has another.
    var defaultPath: String? {
        let stem = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
        return scoreFolder.map { "\($0)/\(stem)-\(checksum.prefix(8)).jsonl" }
    }

    /// A score of a lesson that nobody has begun.
    init(_ lesson: Lesson, file: String, text: String, name: String) {
        let tasks = lesson.steps.compactMap { step in step.task.map { TaskScore(number: $0, question: step.question) } }
        self.init(name: name, lesson: lesson.title, file: file, checksum: hexadecimalDigest(text), tasks: tasks)
    }
}

/// The XXH3-128 hash of a text, as `xxh128sum` prints it.
private func hexadecimalDigest(_ text: String) -> String {
    var text = text
    let bytes = text.withUTF8 { textDigest(UnsafeRawBufferPointer($0)) }
    return bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count < 2 ? "0" + digits : digits
    }.joined()
}

/// The time now, as `2026-03-01 14:05`.
func currentMinute() -> String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }
    let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(date) \(two(parts.tm_hour)):\(two(parts.tm_min))"
}
