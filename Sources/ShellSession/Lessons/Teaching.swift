import Glibc
import LineEditing
import QueryLanguage
import Rendering
import SourceText

/// What `wen teach` is asked for.
public struct TeachRequest: Sendable {
    /// A number of the course or a file; nil lists the course.
    public var lesson: String?
    /// Files and folders to ask instead of the built-in example.
    public var archives: [String]
    /// The language of the course and of messages, as typed; nil for that of the lesson, or else English.
    public var language: String?
    /// The file of the score; nil for its place in the folder of scores.
    public var scoreFile: String?
    /// Who answers, for the score.
    public var name: String
    /// Whether to begin anew where the lesson was left.
    public var again: Bool
    /// Whether the Markdown of the lesson is printed instead.
    public var prints: Bool

    /// A request; see the properties.
    public init(
        lesson: String?, archives: [String] = [], language: String? = nil, scoreFile: String? = nil, name: String = "",
        again: Bool = false, prints: Bool = false
    ) {
        self.lesson = lesson
        self.archives = archives
        self.language = language
        self.scoreFile = scoreFile
        self.name = name
        self.again = again
        self.prints = prints
    }

    fileprivate var spokenLanguage: Language? { language.map { $0 == "zh" ? .chinese : .english } }
}

/// Steps through a lesson, lists the course, or prints a lesson. Gives the exit status: 3 where a lesson cannot be read.
public func teachLesson(_ request: TeachRequest, streams: Streams = .standard) -> Int32 {
    TextLocale.useUTF8()
    do {
        guard let name = request.lesson else { return try listCourse(request.spokenLanguage ?? .english, streams) }
        guard let found = courseLesson(name, request.spokenLanguage ?? .english) else {
            streams.error("wen: \(visible(name)): \(String(cString: strerror(errno)))\n")
            return ExitStatus.data.rawValue
        }
        if request.prints { try streams.output(found.text) } else { try teach(found, request, streams) }
        return ExitStatus.ok.rawValue
    } catch {
        return ExitStatus.data.rawValue
    }
}

private func listCourse(_ language: Language, _ streams: Streams) throws -> Int32 {
    var options = RenderOptions(width: streams.terminal?.size.columns, language: language)
    options.emphasis = .none
    _ = try renderTerminal(.table(courseTable(language)), options, to: streams.output)
    let how = LocalizedText(
        "wen teach 1 begins the first lesson, wen teach --lang zh 1 in Chinese, wen teach FILE.md one of your own.",
        zh: "wen teach --lang zh 1 开始第一课，不加 --lang zh 为英文，wen teach 文件.md 用自己的课文。")
    _ = try renderTerminal(.text(TextResult([how(language)])), options, to: streams.output)
    return ExitStatus.ok.rawValue
}

private func teach(_ found: CourseLesson, _ request: TeachRequest, _ streams: Streams) throws {
    let lesson = Lesson(found.text)
    let language = request.spokenLanguage ?? lesson.language ?? .english
    let fresh = LessonScore(lesson, file: found.file, text: found.text, name: request.name)
    let file = request.scoreFile ?? fresh.defaultPath
    var complains = true
    let teacher = Teacher(
        lesson, archives: request.archives, folder: found.folder, language: language,
        score: begun(fresh, file, request), streams: streams
    ) { score in
        guard let file, !score.write(to: file), complains else { return }
        complains = false
        streams.error("wen: \(visible(file)): \(String(cString: strerror(errno)))\n")
    }
    // Ctrl-C between two lines ends nothing, as at the prompt.
    let sitsThere = Terminal(descriptor: STDIN_FILENO).isTerminal
    let isFinished = sitsThere ? InterruptSource {}.during { teacher.teach() } : teacher.teach()
    teacher.sayEnd(isFinished: isFinished, file: file)
}

/// The score to go on with: that in the file where it is of this very lesson and is to be kept.
private func begun(_ fresh: LessonScore, _ file: String?, _ request: TeachRequest) -> LessonScore {
    guard !request.again, Terminal(descriptor: STDIN_FILENO).isTerminal, let file, let text = readTextFile(file),
        var kept = LessonScore(fileText: text), kept.checksum == fresh.checksum,
        kept.tasks.map(\.number) == fresh.tasks.map(\.number), kept.done < kept.tasks.count
    else { return fresh }
    if !request.name.isEmpty { kept.name = request.name }
    return kept
}

extension Teacher {
    /// The score, where it is kept, and how to go on.
    fileprivate func sayEnd(isFinished: Bool, file: String?) {
        sayScore()
        if !isFinished {
            screen.say(LocalizedText("Start the lesson again to go on from here.", zh: "再次打开这一课，就从此处继续。"))
        }
        guard let file, score.done > 0 else { return }
        screen.say(LocalizedText("The score, to be handed in:", zh: "成绩文件，可以上交："))
        screen.say(path: file)
    }
}
