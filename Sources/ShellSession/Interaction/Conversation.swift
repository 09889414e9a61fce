import Glibc
import LineEditing
import QueryEngine
import QueryLanguage
import QuerySyntax
import Rendering
import SourceText

/// The prompt: reads entries, runs them, keeps their history.
struct Conversation {
    let session: Session
    private let history = HistoryFile.defaultPath.map { HistoryFile(path: $0) }

    init(_ session: Session) { self.session = session }

    /// Asks and answers until Ctrl-D or `quit`.
    func run() {
        TextLocale.useUTF8()
        session.historyItems = { [history] in history.map { $0.entries.map(item) } ?? [] }
        greet()
        guard let editor = LineEditor(programName: "wen", history: history, options: editorOptions) else { return }
        editor.complete = { [session] line, cursor in completion(of: line, at: cursor, in: session) }
        while !session.isOver {
            switch editor.readLine(prompt: prompt, continuation: { [session] in continuationPrompt($0, session) }) {
            case .line(let entry): answer(entry)
            case .interrupted: continue
            case .endOfInput: return
            }
        }
    }

    private var editorOptions: EditorOptions {
        EditorOptions(
            mode: session.settings.isSet(.edit) ? (session.settings[.edit] == "vi" ? .vi : .emacs) : nil,
            width: { displayWidth($0) })
    }

    private func greet() {
        guard !session.options.quiet else { return }
        let what = session.describeArchive()
        session.note(
            LocalizedText(
                "wen \(version) · \(what.english) · help, or Tab; Ctrl-D leaves",
                zh: "文 \(version) · \(what.chinese) · 输入 帮助 或按 Tab；Ctrl-D 离开"))
    }

    private func answer(_ entry: String) {
        let text = transcriptInput(entry) ?? entry
        guard !text.allSatisfy(\.isWhitespace) else { return }
        session.run(QuerySource(text))
    }

    /// `seeds>`, and within a scope `seeds (section 新的任务)>`.
    private var prompt: String {
        let scope = session.scopeText.map { " (\(shortened($0)))" } ?? ""
        let text = "\(session.archiveName)\(scope)"
        guard session.renderOptions.emphasis == .colour else { return "\(text)> " }
        return "\u{1B}[1;36m\(text)\u{1B}[0m> "
    }

    /// A scope that leaves room to type: at most 24 columns.
    private func shortened(_ scope: String) -> String {
        var short = ""
        for scalar in scope.unicodeScalars {
            guard displayWidth(short, ambiguous: 1) < 23 else { return visible(short) + "…" }
            short.unicodeScalars.append(scalar)
        }
        return visible(short)
    }
}

/// The prompt of the next line where the entry goes on, nil where it is whole.
private func continuationPrompt(_ entry: String, _ session: Session) -> String? {
    parse(entry, vocabulary: commandTable.vocabulary).isIncomplete ? "  … " : nil
}

/// The input lines of a pasted transcript; nil for anything else.
func transcriptInput(_ entry: String) -> String? {
    let lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
    func input(_ line: Substring) -> Substring? {
        for mark in ["> ", "＞ ", ". "] where line.hasPrefix(mark) { return line.dropFirst(mark.count) }
        return nil
    }
    guard let first = lines.first, first.hasPrefix("> ") || first.hasPrefix("＞ ") else { return nil }
    return lines.compactMap(input).joined(separator: "\n")
}

/// An entry of the history with its time as `yyyy-mm-dd hh:mm`.
private func item(_ entry: HistoryEntry) -> HistoryItem {
    var seconds = time_t(entry.time)
    var parts = tm()
    localtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }
    let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return HistoryItem(time: "\(date) \(two(parts.tm_hour)):\(two(parts.tm_min))", text: entry.text)
}
