import CLibEdit
import Glibc

/// Asks for lines at a terminal, with editing, history and completion; it knows nothing of what the lines mean.
///
/// A class because it is one terminal's: it holds the handle of libedit. Use it from one thread. Where the terminal
/// understands no escape sequences (`TERM=dumb` or unset) lines are read plainly, with the terminal's own editing.
public final class LineEditor {
    /// What could stand at the cursor, for Tab.
    public var complete: Completer = { _, _ in .none }
    /// What stands at the cursor, for F1 and Alt-H.
    public var explain: Explainer = { _, _ in [] }
    /// What the editor says itself; another language from the next key on.
    public var wording: EditorWording
    /// The columns of a text, for lists below the line.
    public var width: (String) -> Int
    /// Whether an entry of the history that begins with what is typed is shown behind it, faint.
    public var suggests = false
    /// The history, if one is kept.
    public let history: HistoryFile?

    let handle: OpaquePointer
    let files: (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)
    let options: EditorOptions
    let input: TerminalInput
    let libeditHistory: LibeditHistory?
    var navigation = HistoryNavigation()
    private(set) var storedPromptText = ""
    private(set) var prompt = Prompt("")
    private(set) var isInterrupted = false
    private var promptStorage: UnsafeMutablePointer<wchar_t>?
    private var fatalSignal: Int32?
    private var savedActions: [Int32: sigaction] = [:]
    private lazy var plainReader = LineReader(descriptor: fileno(files.input))
    private var saidHistoryProblem = false
    /// The line and the place in it for which candidates were listed last.
    var listed: ListedPlace?
    /// What is on the screen behind the cursor, and what a key took of it.
    var suggestion: Suggestion?
    var taken: String?
    /// Whether a key answers a question of the editor's own, not the line.
    var isAskingItself = false
    /// The lines of the entry above the one that is edited, each with its end.
    private(set) var linesAbove = ""

    /// An editor on the three files, the first two of which are a terminal. `programName` is what `.editrc` calls the
    /// program; they stay open until the editor is gone. Sets the locale to UTF-8 (`TextLocale`). Nil where libedit cannot be had, for want of memory.
    public init?(
        input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>, error: UnsafeMutablePointer<FILE>,
        programName: String, history: HistoryFile? = nil, options: EditorOptions = EditorOptions()
    ) {
        TextLocale.useUTF8()
        guard let handle = el_init(programName, input, output, error) else { return nil }
        self.handle = handle
        files = (input, output)
        self.options = options
        wording = options.wording
        width = options.width
        self.history = history
        let signals = options.handlesSignals ? SignalWatch.descriptor : nil
        self.input = TerminalInput(descriptor: fileno(input), signals: signals)
        libeditHistory = LibeditHistory(handle)
        setUp()
    }

    /// An editor on standard input, output and error. Where output goes to a file or a pipe, the prompt and what is typed
    /// are shown on standard error, and the output holds results alone.
    public convenience init?(programName: String, history: HistoryFile? = nil, options: EditorOptions = .init()) {
        self.init(
            input: wen_stdin(), output: isatty(STDOUT_FILENO) == 1 ? wen_stdout() : wen_stderr(), error: wen_stderr(),
            programName: programName, history: history, options: options)
    }

    deinit {
        el_end(handle)
        promptStorage?.deallocate()
    }

    /// Asks for an entry. `prompt` may hold colour escapes. Where `continuation`, given what was entered so far, gives a
    /// prompt, another line is asked for with it, and the lines are joined by newlines; an end of input there ends the
    /// entry as it is. The entry goes to the history whole.
    public func readLine(
        prompt: String, continuation: (String) -> String? = { _ in nil }
    ) -> LineResult {
        var entry = ""
        var next = prompt
        while true {
            linesAbove = entry.isEmpty ? "" : entry + "\n"
            switch readOneLine(next) {
            case .interrupted: return .interrupted
            case .endOfInput: return entry.isEmpty || fatalSignal != nil ? .endOfInput : finish(entry)
            case .line(let line):
                entry += entry.isEmpty ? line : "\n" + line
                guard let more = continuation(entry) else { return finish(entry) }
                next = more
            }
        }
    }

    private func finish(_ entry: String) -> LineResult {
        history?.append(entry)
        if let problem = history?.problem, !saidHistoryProblem {
            saidHistoryProblem = true
            write(wording.historyNotKept + problem + "\n")
        }
        return .line(entry)
    }

    private func readOneLine(_ text: String) -> LineResult {
        guard Terminal(descriptor: fileno(files.input)).understandsEscapes else { return readPlainly(text) }
        prepare(text)
        let before = TerminalModes(descriptor: fileno(files.input))
        beginWatching()
        // libedit as Debian builds it prints the prompt first: a control typed just then would be the terminal's.
        _ = wen_prepare_terminal(handle, 1)
        write("\u{1B}[?2004h")
        var count: Int32 = 0
        let wide = el_wgets(handle, &count)
        write("\u{1B}[?2004l")
        before?.restore()
        endWatching()
        if isInterrupted { return .interrupted }
        guard wide != nil, count > 0 else { return ended() }
        var scalars = UnsafeBufferPointer(start: wide, count: Int(count)).compactMap {
            Unicode.Scalar(UInt32(bitPattern: $0))
        }
        if scalars.last == "\n" || scalars.last == "\r" { scalars.removeLast() }
        return .line(PastedText.cleaned(String(scalars)))
    }

    private func prepare(_ text: String) {
        setPrompt(text)
        isInterrupted = false
        history?.refresh()
        navigation = HistoryNavigation()
        if let history { libeditHistory?.update(from: history) }
        input.decodedKeys = wen_is_vi(handle) != 0 ? Set(VirtualKey.allCases) : [.paste]
    }

    /// After the input ended: the terminal is as it was, so a signal that asked for the end is now given its way.
    private func ended() -> LineResult {
        write("\n")
        if let signal = fatalSignal { raise(signal) }
        return .endOfInput
    }

    private func readPlainly(_ text: String) -> LineResult {
        while true {
            write(String(Prompt(text).visible))
            let before = replaceAction(of: SIGINT) { _ in }
            let result = plainReader.readLine()
            var action = before
            sigaction(SIGINT, &action, nil)
            switch result {
            case .interrupted:
                write("\n")
                return .interrupted
            case .line(let line) where line.hasSuffix("\t"): listPlainly(for: line)
            case .line, .endOfInput: return result
            }
        }
    }

    // MARK: What the commands use

    func write(_ text: String) {
        fputs(text, files.output)
        fflush(files.output)
    }

    func setPrompt(_ text: String) {
        storedPromptText = text
        prompt = Prompt(text)
        let wide = prompt.marked.map { wchar_t(bitPattern: $0.value) } + [0]
        let storage = UnsafeMutablePointer<wchar_t>.allocate(capacity: wide.count)
        storage.initialize(from: wide, count: wide.count)
        promptStorage?.deallocate()
        promptStorage = storage
    }

    /// What libedit draws as the prompt; lives until the next `setPrompt`.
    var widePrompt: UnsafeMutablePointer<wchar_t>? { promptStorage }

    /// Drops the line: it is ended by a newline pushed back as if typed, since libedit offers no other way out of
    /// reading that leaves the cursor below the line.
    func interrupt() {
        isInterrupted = true
        let buffer = EditBuffer(handle)
        buffer.moveCursor(to: buffer.scalars.count)
        buffer.insert("^C")
        el_wpush(handle, wideString("\n"))
    }

    // MARK: Signals

    private func beginWatching() {
        fatalSignal = nil
        guard options.handlesSignals else { return }
        savedActions = SignalWatch.begin()
        input.onSignal = { [unowned self] in self.handle(signal: $0) }
    }

    private func endWatching() {
        SignalWatch.end(savedActions)
        savedActions = [:]
    }

    private func handle(signal: Int32) -> SignalVerdict {
        wipeSuggestion()
        switch signal {
        case SIGINT: return .key(3)
        case SIGWINCH: resize()
        case SIGTSTP: suspend { raise(SIGTSTP) }
        case SIGCONT: resume()
        case _:
            fatalSignal = signal
            return .stop
        }
        return .carryOn
    }

    /// Gives the terminal back, stops as `stop` does it, and takes the terminal again when the process goes on.
    func suspend(_ stop: () -> Void) {
        write("\u{1B}[?2004l")
        _ = wen_prepare_terminal(handle, 0)
        SignalWatch.end(savedActions)
        stop()
        if options.handlesSignals { savedActions = SignalWatch.begin() }
        resume()
    }

    private func resume() {
        _ = wen_prepare_terminal(handle, 0)
        _ = wen_prepare_terminal(handle, 1)
        write("\u{1B}[?2004h\r")
        _ = wen_refresh(handle)
    }
}
