import Glibc
import LineEditing
import Rendering
import SourceText

/// Steps through a lesson at a terminal: shows the prose, lets the class type each query, and says whether it gives what the
/// lesson expects. An empty line shows the lesson's own query and its answer. Gives the exit status.
public func teachLesson(_ path: String, archives: [String]) -> Int32 {
    let streams = Streams.standard
    guard let text = readTextFile(path) else {
        streams.error("wen: \(visible(path)): \(String(cString: strerror(errno)))\n")
        return ExitStatus.data.rawValue
    }
    let lesson = Lesson(text)
    let teacher = Teacher(lesson: lesson, run: LessonRun(archives: archives, folder: parentFolder(path)), streams: streams)
    teacher.teach()
    return ExitStatus.ok.rawValue
}

/// Leads through one lesson.
private struct Teacher {
    let lesson: Lesson
    let run: LessonRun
    let streams: Streams

    func teach() {
        TextLocale.useUTF8()
        let ask = asker()
        var shown = 0
        var score = (right: 0, asked: 0)
        for block in lesson.blocks {
            show(lesson.lines[shown..<max(shown, block.line - 1)])
            for exchange in block.exchanges {
                guard let isRight = step(exchange, asPipe: block.tags.contains("pipe"), ask) else { return }
                score.asked += 1
                if isRight { score.right += 1 }
                shown = max(shown, exchange.expectedLines.upperBound)
            }
            shown = closing(from: shown)
        }
        show(lesson.lines[min(shown, lesson.lines.count)...])
        say("\(score.right) of \(score.asked) · 答对 \(score.right) / \(score.asked)")
    }

    /// A line of input from the editor at a terminal, or from a pipe; nil at the end.
    private func asker() -> () -> String? {
        guard Terminal(descriptor: STDIN_FILENO).isTerminal, let editor = LineEditor(programName: "wen") else {
            let reader = LineReader(descriptor: STDIN_FILENO)
            return { if case .line(let line) = reader.readLine() { line } else { nil } }
        }
        return {
            while true {
                switch editor.readLine(prompt: "> ") {
                case .line(let line): return line
                case .interrupted: continue
                case .endOfInput: return nil
                }
            }
        }
    }

    /// Asks until the answer is the lesson's, or an empty line gives it up; nil at the end of input.
    private func step(_ exchange: Lesson.Exchange, asPipe: Bool, _ ask: () -> String?) -> Bool? {
        var isFirst = true
        while true {
            guard let typed = ask() else { return nil }
            if typed.allSatisfy(\.isWhitespace) {
                say("> \(exchange.input)")
                run.answer(exchange.input, asPipe: asPipe).forEach(say)
                return false
            }
            let found = run.answer(typed, asPipe: asPipe)
            found.forEach(say)
            if LessonRun.agrees(found, with: exchange.expected) {
                say("✓")
                return isFirst
            }
            isFirst = false
            say("✗ not what the lesson gives; try again, or press Enter to see it · 与课文不同；再试，或按回车看答案")
        }
    }

    /// Past the fence that closes a block.
    private func closing(from line: Int) -> Int {
        let rest = lesson.lines[min(line, lesson.lines.count)...]
        return (rest.firstIndex { $0.hasPrefix("```") || $0.hasPrefix("~~~") } ?? line - 1) + 1
    }

    private func show(_ lines: ArraySlice<String>) {
        let prose = lines.filter { !$0.hasPrefix("```") && !$0.hasPrefix("~~~") }
        prose.forEach(say)
    }

    private func say(_ line: String) { try? streams.output(visible(line) + "\n") }
}
