import Glibc
import Synchronization

@testable import LineEditing
@testable import TestTerminal

/// A line editor reading lines on a thread of its own at a pseudo-terminal, and what came of each.
final class EditorAtTerminal {
    let terminal: PseudoTerminal
    private let results: Results
    private let isDumb: Bool
    private var thread = pthread_t()

    final class Results: Sendable {
        private let list = Mutex<[LineResult]>([])

        func append(_ result: LineResult) { list.withLock { $0.append(result) } }
        var all: [LineResult] { list.withLock { $0 } }
    }

    /// What the thread needs.
    private final class Start: @unchecked Sendable {
        let descriptor: Int32
        let results: Results
        let setUp: @Sendable (LineEditor) -> Void
        let options: EditorOptions
        let historyPath: String?
        let continues: @Sendable (String) -> Bool

        init(
            _ descriptor: Int32, _ results: Results, _ setUp: @escaping @Sendable (LineEditor) -> Void,
            _ options: EditorOptions, _ historyPath: String?, _ continues: @escaping @Sendable (String) -> Bool
        ) {
            self.descriptor = descriptor
            self.results = results
            self.setUp = setUp
            self.options = options
            self.historyPath = historyPath
            self.continues = continues
        }

        func run() {
            guard let file = fdopen(descriptor, "r+"), let output = fdopen(dup(descriptor), "w") else { return }
            readLines(file, output)
            fclose(file)
            fclose(output)
        }

        /// The editor is gone when this returns, before the files are closed.
        private func readLines(_ file: UnsafeMutablePointer<FILE>, _ output: UnsafeMutablePointer<FILE>) {
            let history = historyPath.map { HistoryFile(path: $0) }
            guard
                let editor = LineEditor(
                    input: file, output: output, error: output, programName: "wen", history: history, options: options)
            else { return }
            setUp(editor)
            while true {
                let result = editor.readLine(prompt: "\u{1B}[1m文\u{1B}[0m> ") { continues($0) ? "… " : nil }
                results.append(result)
                if result == .endOfInput { return }
            }
        }
    }

    /// Starts at once; nil where there is no pseudo-terminal to be had.
    init?(
        columns: Int = 80, rows: Int = 24, term: String = "xterm", mode: KeyMode = .emacs, handlesSignals: Bool = false,
        historyPath: String? = nil, continues: @escaping @Sendable (String) -> Bool = { _ in false },
        setUp: @escaping @Sendable (LineEditor) -> Void = { _ in }
    ) {
        guard let terminal = PseudoTerminal(columns: columns, rows: rows) else { return nil }
        setenv("TERM", term, 1)
        self.terminal = terminal
        isDumb = term == "dumb"
        results = Results()
        let options = EditorOptions(mode: mode, readsEditrc: false, handlesSignals: handlesSignals)
        let start = Start(terminal.openSlave(), results, setUp, options, historyPath, continues)
        pthread_create(
            &thread, nil,
            { pointer in
                if let pointer { Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue().run() }
                return nil
            }, Unmanaged.passRetained(start).toOpaque())
        _ = terminal.wait { $0.currentLine.hasPrefix("文>") }
    }

    var screen: Screen { terminal.screen }
    var outcomes: [LineResult] { results.all }

    /// Waits until keys reach the editor: between two lines the terminal itself would take Ctrl-C and Ctrl-D.
    private func waitUntilReading() {
        if isDumb { return }
        _ = terminal.wait { [terminal] _ in
            let text = String(decoding: terminal.transcript.suffix(400), as: UTF8.self)
            guard let begun = text.tail(from: "\u{1B}[?2004h") else { return false }
            return (text[begun].contains(">") || text[begun].contains("…")) && !text[begun].contains("\u{1B}[?2004l")
        }
    }

    /// Types, and waits for the screen to show what is expected of it.
    func type(_ keys: String, until isReached: (Screen) -> Bool) -> Bool {
        waitUntilReading()
        terminal.type(keys)
        return terminal.wait(until: isReached)
    }

    /// Types, and waits for another result.
    func result(of keys: String) -> LineResult? {
        waitUntilReading()
        let count = outcomes.count
        let written = terminal.transcript.count
        terminal.type(keys)
        _ = terminal.wait { _ in outcomes.count > count }
        // What the editor wrote when the line ended must be read before the next prompt is looked for.
        _ = terminal.wait { [terminal, isDumb] _ in
            isDumb || String(decoding: terminal.transcript[written...], as: UTF8.self).contains("\u{1B}[?2004l")
        }
        return outcomes.count > count ? outcomes[count] : nil
    }

    /// Leaves by hanging up, and waits for the thread.
    func finish() {
        terminal.hangUp()
        pthread_join(thread, nil)
    }
}

extension String {
    /// The last place of `other` to the end.
    fileprivate func tail(from other: String) -> Range<Index>? {
        indices.reversed().first { self[$0...].hasPrefix(other) }.map { $0..<endIndex }
    }
}
