/// How a class did one task.
struct TaskScore: Hashable, Sendable {
    /// What came of it.
    enum Outcome: String, CaseIterable, Sendable {
        /// Nothing yet.
        case open
        /// Answered before the answer was shown.
        case right
        /// The answer was asked for.
        case shown
        /// Passed over.
        case skipped
    }

    /// Its number in the lesson, from 1.
    let number: Int
    /// What is asked, as a line.
    let question: String
    var outcome = Outcome.open
    /// Answers given, the right one included; queries with errors are not among them.
    var tries = 0
    /// Queries with errors.
    var errors = 0
    /// Hints asked for.
    var hints = 0
    /// Seconds between the question and its end, of all sittings.
    var seconds = 0
    /// What was typed, a line each, in order.
    var queries: [String] = []
}

/// How a class did a lesson: what is handed in.
struct LessonScore: Hashable, Sendable {
    /// Who answered, as they call themselves; empty where nobody said.
    var name: String
    /// The title of the lesson.
    let lesson: String
    /// The name of its file.
    let file: String
    /// The XXH3-128 hash of its text, in hexadecimal: another version has another.
    let checksum: String
    /// When it was written last, as `2026-03-01 14:05`.
    var saved = ""
    /// Its tasks in order.
    var tasks: [TaskScore]

    /// How many tasks are right.
    var right: Int { tasks.count { $0.outcome == .right } }
    /// How many of these at the first try and without a hint.
    var atOnce: Int { tasks.count { $0.outcome == .right && $0.tries == 1 && $0.hints == 0 } }
    /// How many are behind the class, right or not.
    var done: Int { tasks.count { $0.outcome != .open } }
}
