import LineEditing
import QueryEngine
import QuerySyntax
import SourceText

/// Where the class types: the line editor at a terminal, lines of a pipe elsewhere.
struct LessonInput {
    /// Whether somebody sits there. From a pipe only tasks are answered, and examples run by themselves.
    let isTerminal: Bool
    private let read: (_ prompt: String) -> String?

    /// Input with the completion of a session, and a history of the lessons' own.
    init(_ pupil: LessonSession) {
        guard Terminal(descriptor: 0).isTerminal,
            let editor = LineEditor(programName: "wen", history: scoreFolder.map { HistoryFile(path: $0 + "/history") })
        else {
            isTerminal = false
            let reader = LineReader(descriptor: 0)
            read = { _ in if case .line(let line) = reader.readLine() { line } else { nil } }
            return
        }
        isTerminal = true
        editor.complete = { line, cursor in completion(of: line, at: cursor, in: pupil.session) }
        read = { prompt in
            while true {
                switch editor.readLine(prompt: prompt, continuation: continued) {
                case .line(let line): return line
                case .interrupted: continue
                case .endOfInput: return nil
                }
            }
        }
    }

    /// What was typed behind a prompt, of a pasted transcript its inputs; nil at the end.
    func line(prompt: String) -> String? { read(prompt).map { transcriptInput($0) ?? $0 } }
}

/// The prompt of the next line where a query goes on, nil where it is whole.
private func continued(_ entry: String) -> String? {
    TeachWord(entry) == nil && parse(entry, vocabulary: commandTable.vocabulary).isIncomplete ? continuationMark : nil
}
