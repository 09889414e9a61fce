import Documents
import Glibc
import QueryLanguage
import Rendering

/// The columns of a score file; docs/lessons/README.md explains them.
private let scoreColumns: [Column] = [
    Column("name", zh: "姓名", .text), Column("lesson", zh: "课", .text), Column("file", zh: "文件", .text),
    Column("checksum", zh: "校验", .text), Column("task", zh: "题", .number), Column("of", zh: "共", .number),
    Column("question", zh: "问题", .text), Column("outcome", zh: "结果", .text), Column("tries", zh: "次数", .number),
    Column("errors", zh: "错误", .number), Column("hints", zh: "提示", .number), Column("seconds", zh: "秒", .number),
    Column("saved", zh: "时间", .text), Column("queries", zh: "查询", .text),
]

extension LessonScore {
    /// The tasks as rows: what a score file has on its lines.
    var table: TableResult {
        let rows = tasks.map { task in
            TableRow([
                .text(name), .text(lesson), .text(file), .text(checksum), .integer(task.number), .integer(tasks.count),
                .text(task.question), .text(task.outcome.rawValue), .integer(task.tries), .integer(task.errors),
                .integer(task.hints), .integer(task.seconds), .text(saved), .text(task.queries.joined(separator: "\n")),
            ])
        }
        return TableResult(archive: Archive(), columns: scoreColumns, rows: rows)
    }

    /// The text of a score file: a JSON object a task.
    var fileText: String {
        var text = ""
        _ = try? renderJSONLines(.table(table), RenderOptions()) { text += $0 }
        return text
    }

    /// Reads the text of a score file; nil for anything else.
    init?(fileText text: String) {
        let lines = text.split(separator: "\n").map { flatJSONObject(String($0)) }
        guard let first = lines.first ?? nil, case .text(let name)? = first["name"], case .text(let lesson)? = first["lesson"],
            case .text(let file)? = first["file"], case .text(let checksum)? = first["checksum"]
        else { return nil }
        var tasks: [TaskScore] = []
        for line in lines {
            guard let task = line.flatMap(TaskScore.init) else { return nil }
            tasks.append(task)
        }
        self.init(name: name, lesson: lesson, file: file, checksum: checksum, tasks: tasks)
        if case .text(let saved)? = first["saved"] { self.saved = saved }
    }

    /// Writes the file in the place of what was there, making its folder; false where that is not possible, with `errno` set.
    func write(to path: String) -> Bool {
        makeFolders(parentFolder(path))
        return replaceFile(path, with: fileText)
    }
}

extension TaskScore {
    /// A task from a line of a score file.
    fileprivate init?(_ line: [String: FlatJSONValue]) {
        guard case .number(let number)? = line["task"], case .text(let question)? = line["question"],
            case .text(let word)? = line["outcome"], let outcome = Outcome(rawValue: word)
        else { return nil }
        func count(_ key: String) -> Int {
            if case .number(let count)? = line[key] { min(max(0, count), 1_000_000_000) } else { 0 }
        }
        self.init(number: number, question: question, outcome: outcome)
        (tries, errors, hints, seconds) = (count("tries"), count("errors"), count("hints"), count("seconds"))
        if case .text(let typed)? = line["queries"] { queries = typed.split(separator: "\n").map(String.init) }
    }
}

/// Makes a folder and those above it, where they are missing.
private func makeFolders(_ path: String) {
    guard path != "/", path != ".", access(path, F_OK) != 0 else { return }
    makeFolders(parentFolder(path))
    mkdir(path, 0o700)
}
