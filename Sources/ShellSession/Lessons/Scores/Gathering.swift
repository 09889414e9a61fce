import Documents
import Glibc
import QueryLanguage
import Rendering
import SourceText

/// What a teacher asks of the scores handed in.
public struct ScoreRequest: Sendable {
    /// Score files, and folders with them.
    public var paths: [String]
    /// A row a task instead of a row a lesson.
    public var byTask: Bool
    /// One JSON object a row.
    public var json: Bool
    /// The language of the columns and messages, as typed.
    public var language: String?

    /// A request; see the properties.
    public init(paths: [String], byTask: Bool = false, json: Bool = false, language: String? = nil) {
        self.paths = paths
        self.byTask = byTask
        self.json = json
        self.language = language
    }
}

/// Prints the scores in files and folders as one table. Gives the exit status: 3 where a file is none.
public func gatherScores(_ request: ScoreRequest, streams: Streams = .standard) -> Int32 {
    var status = ExitStatus.ok
    var scores: [(path: String, score: LessonScore)] = []
    for path in request.paths.flatMap({ files(below: $0, ending: ".jsonl") }) {
        if let score = readTextFile(path).flatMap({ LessonScore(fileText: $0) }) {
            scores.append((path, score))
        } else {
            let reason = LocalizedText("is no score of a lesson", zh: "不是课程成绩")
            streams.error("wen: \(visible(path)): \(reason(request.language == "zh" ? .chinese : .english))\n")
            status = .data
        }
    }
    do {
        try show(request.byTask ? taskTable(scores) : lessonTable(scores), request, streams)
    } catch {
        return ExitStatus.data.rawValue
    }
    return status.rawValue
}

private func show(_ table: TableResult, _ request: ScoreRequest, _ streams: Streams) throws {
    var options = RenderOptions(language: request.language == "zh" ? .chinese : .english)
    let result = QueryResult.table(table)
    if request.json {
        _ = try renderJSONLines(result, options, to: streams.output)
    } else if let terminal = streams.terminal {
        options.width = terminal.size.columns
        _ = try renderTerminal(result, options, to: streams.output)
    } else {
        _ = try renderPipe(result, options, to: streams.output)
    }
}

/// Who handed it in: the name in the file, or else the name of the file.
private func who(_ path: String, _ score: LessonScore) -> String {
    guard score.name.isEmpty else { return score.name }
    return path.split(separator: "/").last.map(String.init) ?? path
}

private func lessonTable(_ scores: [(path: String, score: LessonScore)]) -> TableResult {
    let columns: [Column] = [
        Column("name", zh: "姓名", .text), Column("lesson", zh: "课", .text), Column("right", zh: "答对", .number),
        Column("tasks", zh: "题数", .number), Column("at-once", zh: "一次答对", .number), Column("shown", zh: "看答案", .number),
        Column("tries", zh: "次数", .number), Column("hints", zh: "提示", .number), Column("minutes", zh: "分钟", .number),
        Column("saved", zh: "时间", .text), Column("checksum", zh: "校验", .text),
    ]
    let rows = scores.map { path, score in
        func sum(_ count: (TaskScore) -> Int) -> Cell { .integer(score.tasks.reduce(0) { $0 + count($1) }) }
        let seconds = score.tasks.reduce(0) { $0 + $1.seconds }
        return TableRow([
            .text(who(path, score)), .text(score.lesson), .integer(score.right), .integer(score.tasks.count),
            .integer(score.atOnce), .integer(score.tasks.count { $0.outcome == .shown }), sum(\.tries), sum(\.hints),
            .integer((seconds + 30) / 60), .text(score.saved), .text(String(score.checksum.prefix(8))),
        ])
    }
    return TableResult(archive: Archive(), columns: columns, rows: rows)
}

private func taskTable(_ scores: [(path: String, score: LessonScore)]) -> TableResult {
    var rows: [TableRow] = []
    var columns: [Column] = []
    for (path, score) in scores {
        var named = score
        named.name = who(path, score)
        let table = named.table
        columns = table.columns
        while let batch = try? table.next() { rows += batch }
    }
    return TableResult(archive: Archive(), columns: columns, rows: rows)
}
