import Glibc
import LineEditing
import PatternMatching
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
        session.enteredTexts = { [history] in history.map { $0.entries.map(\.text) } ?? [] }
        greet()
        guard let editor = LineEditor(programName: "wen", history: history, options: editorOptions) else { return }
        editor.complete = { [session] line, cursor in completion(of: line, at: cursor, in: session) }
        editor.explain = { [session] line, cursor in cursorHelp(of: line, at: cursor, in: session) }
        // Ctrl-C between two entries, when neither the editor nor a query looks after it, ends nothing either.
        InterruptSource {}.during { converse(editor) }
    }

    private func converse(_ editor: LineEditor) {
        var mode = session.settings[.edit]
        while !session.isOver {
            if session.settings[.edit] != mode {
                mode = session.settings[.edit]
                editor.use(mode == "vi" ? .vi : .emacs)
            }
            editor.width = { [ambiguous = session.settings.ambiguousWidth] in displayWidth($0, ambiguous: ambiguous) }
            // Without faint letters nobody could tell it from what was typed.
            editor.suggests = session.settings.isOn(.hints) && session.renderOptions.emphasis == .colour
            editor.wording = session.language == .chinese ? .chinese : EditorWording()
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
            width: { displayWidth($0) },
            variants: { Folding.variants(of: $0) })
    }

    private func greet() {
        guard !session.options.quiet else { return }
        let what = session.describeArchive()
        session.note(LocalizedText("wen \(version) · \(what.english)", zh: "文 \(version) · \(what.chinese)"))
        session.note(
            LocalizedText(
                "Tab shows what can come next, help explains it, Ctrl-D leaves",
                zh: "按 Tab 看可以接什么，输入 帮助 看说明，按 Ctrl-D 离开"))
    }

    private func answer(_ entry: String) {
        let text = transcriptInput(entry, promptName: archiveName) ?? entry
        guard !text.allSatisfy(\.isWhitespace) else { return }
        if let asked = questioned(text) { return explain(asked) }
        session.run(QuerySource(text))
    }

    /// `grep?`: where no key asks, as on a terminal that has none but letters.
    private func explain(_ asked: String) {
        let rows = cursorHelp(of: asked, at: asked.utf8.count, in: session).flatMap {
            wrapped(visible($0), columns: columns, width: { displayWidth($0, ambiguous: session.settings.ambiguousWidth) })
        }
        for row in rows { try? session.streams.output(row + "\n") }
    }

    /// `seeds>`, and within a scope `seeds (section 新的任务)>`.
    private var prompt: String {
        let scope = session.scopeText.map { " (\(shortened($0, to: columns * 3 / 10)))" } ?? ""
        guard session.renderOptions.emphasis == .colour else { return "\(archiveName)\(scope)> " }
        return "\u{1B}[1;36m\(archiveName)\(scope)\u{1B}[0m> "
    }

    /// The name as the prompt has it.
    private var archiveName: String { shortened(session.archiveName, to: columns * 3 / 10) }

    private var columns: Int { session.streams.terminal?.size.columns ?? 80 }

    /// A text that leaves room to type: at most so many columns.
    private func shortened(_ text: String, to columns: Int) -> String {
        var short = String.UnicodeScalarView()
        var used = 0
        for scalar in visible(text).unicodeScalars {
            used += displayWidth(scalar, ambiguous: session.settings.ambiguousWidth)
            if used > max(8, columns) - 1 { return String(short) + "…" }
            short.append(scalar)
        }
        return String(short)
    }
}

/// The prompt of the next line where the entry goes on, nil where it is whole.
private func continuationPrompt(_ entry: String, _ session: Session) -> String? {
    parse(entry, vocabulary: commandTable.vocabulary).isIncomplete ? continuationMark : nil
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

extension EditorWording {
    /// What the editor says itself, in Chinese.
    fileprivate static let chinese = EditorWording(
        listAll: { "共 \($0) 个，全部列出？（y/n）" }, listAgain: "再按 Tab：各是什么", listMore: "空格：更多；q：结束 ",
        search: "查找：", searchFailed: "没有：", historyNotKept: "历史未保存：")
}
