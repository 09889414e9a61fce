import Glibc
import Rendering

/// Runs the query blocks of documents and compares what they print with what stands there; with `updates`, writes what was
/// found into them. Prints differences as a unified diff and a line of sums. Gives the exit status: 0, 3 where a document
/// cannot be read, 4 where one differs.
public func checkDocuments(_ paths: [String], archives: [String], updates: Bool, streams: Streams = .standard) -> Int32 {
    var status = ExitStatus.ok
    var exchanges = 0
    var differing = 0
    var documents = 0
    for path in paths.flatMap(markdownFiles) {
        guard let text = readTextFile(path) else {
            streams.error("wen: \(visible(path)): \(String(cString: strerror(errno)))\n")
            status = max(status, .data)
            continue
        }
        let lesson = Lesson(text)
        guard !lesson.blocks.isEmpty else { continue }
        documents += 1
        let checked = CheckedLesson(lesson, archives: archives, folder: parentFolder(path))
        exchanges += checked.answers.reduce(0) { $0 + $1.count }
        let wrong = checked.differences
        guard wrong > 0 else { continue }
        let updated = checked.updated
        if updates {
            if !replaceFile(path, with: updated) { status = max(status, .data) }
        } else {
            differing += wrong
            status = max(status, .check)
            try? streams.output(unifiedDiff(text, updated, oldName: path, newName: "found", context: 2))
        }
    }
    let verdict = differing == 0 ? "" : ", \(differing) differ"
    streams.error(
        "\(documents) document\(documents == 1 ? "" : "s"), \(exchanges) quer\(exchanges == 1 ? "y" : "ies")\(verdict)\n")
    return status.rawValue
}

/// A document with what its queries printed.
private struct CheckedLesson {
    let lesson: Lesson
    let answers: [[[String]]]

    init(_ lesson: Lesson, archives: [String], folder: String) {
        self.lesson = lesson
        let run = LessonRun(archives: archives, folder: folder, language: lesson.language ?? .english)
        answers = lesson.blocks.map { block in
            block.exchanges.map { run.answer($0.input, asPipe: block.tags.contains("pipe")) }
        }
    }

    private func agrees(_ block: Int, _ exchange: Int) -> Bool {
        LessonRun.agrees(answers[block][exchange], with: lesson.blocks[block].exchanges[exchange].expected)
    }

    var differences: Int {
        lesson.blocks.indices.reduce(0) { sum, block in
            sum + lesson.blocks[block].exchanges.indices.reduce(0) { $0 + (agrees(block, $1) ? 0 : 1) }
        }
    }

    var updated: String {
        lesson.updated { block, exchange in agrees(block, exchange) ? nil : answers[block][exchange] }
    }
}

/// The Markdown files of a folder and its folders, by name; a file stands for itself.
func markdownFiles(_ path: String) -> [String] { files(below: path, ending: ".md") }

/// The files of a folder and its folders whose names end so, by name; a file stands for itself.
func files(below path: String, ending: String) -> [String] {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [path] }
    guard let folder = opendir(path) else { return [path] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().flatMap { name -> [String] in
        let inner = "\(path)/\(name)"
        var status = stat()
        // Links are not followed, so that a circle of them ends.
        guard lstat(inner, &status) == 0 else { return [] }
        if status.st_mode & S_IFMT == S_IFDIR { return files(below: inner, ending: ending) }
        return name.hasSuffix(ending) ? [inner] : []
    }
}

/// Writes a file beside its name and puts it in its place; false where that is not possible, with `errno` set.
func replaceFile(_ path: String, with text: String) -> Bool {
    let beside = "\(path).\(getpid()).part"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    let isWritten = (try? write(text, to: descriptor)) != nil
    guard close(descriptor) == 0, isWritten, rename(beside, path) == 0 else {
        unlink(beside)
        return false
    }
    return true
}
