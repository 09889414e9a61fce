import Glibc
import Testing

@testable import LineEditing
@testable import TestTerminal

/// One at a time: the termcap library that libedit asks keeps its state in globals.
@Suite(.serialized) struct LineEditorTests {
    private func withEditor(
        columns: Int = 80, rows: Int = 24, term: String = "xterm", mode: KeyMode = .emacs, handlesSignals: Bool = false,
        historyPath: String? = nil, continues: @escaping @Sendable (String) -> Bool = { _ in false },
        setUp: @escaping @Sendable (LineEditor) -> Void = { _ in }, _ body: (EditorAtTerminal) throws -> Void
    ) throws {
        guard
            let editor = EditorAtTerminal(
                columns: columns, rows: rows, term: term, mode: mode, handlesSignals: handlesSignals,
                historyPath: historyPath, continues: continues, setUp: setUp)
        else {
            print("skipped: this system gives no pseudo-terminal")
            return
        }
        defer { editor.finish() }
        try body(editor)
    }

    private func withHistory(_ entries: [String], _ body: (String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let history = HistoryFile(path: folder + "/history")
            for entry in entries { history.append(entry) }
            try body(folder + "/history")
        }
    }

    @Test func `Han text is shown and comes back as it was typed`() throws {
        try withEditor { editor in
            #expect(editor.type("入节 新的任务 ｜ 含 党员") { $0.currentLine == "文> 入节 新的任务 ｜ 含 党员" })
            #expect(editor.screen.column == 4 + 25 - 1)
            #expect(editor.result(of: Key.enter) == .line("入节 新的任务 ｜ 含 党员"))
        }
    }

    @Test func `the left arrow moves over a Han character by two columns, and backspace takes one character`() throws {
        try withEditor { editor in
            #expect(editor.type("含 党员") { $0.column == 11 })
            #expect(editor.type(Key.left) { $0.column == 9 })
            #expect(editor.type(Key.left + Key.left) { $0.column == 6 })
            #expect(editor.type(Key.right + Key.right + Key.backspace) { $0.currentLine == "文> 含 员" && $0.column == 7 })
            #expect(editor.result(of: Key.enter) == .line("含 员"))
        }
    }

    @Test func `home, end, delete and words`() throws {
        try withEditor { editor in
            editor.terminal.type("grep 党员 群众" + Key.home + Key.delete + Key.end + Key.wordLeft + "新")
            #expect(editor.result(of: Key.enter) == .line("rep 党员 新群众"))
        }
    }

    @Test func `the Delete key at the last character leaves the cursor at the end`() throws {
        try withEditor { editor in
            #expect(editor.type("含 党圆" + Key.left + Key.delete) { $0.currentLine == "文> 含 党" && $0.column == 9 })
            #expect(editor.result(of: "员" + Key.enter) == .line("含 党员"))
        }
    }

    @Test func `characters beyond the basic plane are one key each`() throws {
        try withEditor { editor in
            #expect(editor.type("𠮷野家😀") { $0.currentLine == "文> 𠮷野家😀" && $0.column == 12 })
            #expect(editor.result(of: Key.backspace + Key.home + Key.delete + Key.enter) == .line("野家"))
        }
    }

    @Test func `a line longer than the screen wraps between characters and can be edited anywhere`() throws {
        try withEditor(columns: 40) { editor in
            let text = String(repeating: "社区党建", count: 10)
            #expect(
                editor.type(text) {
                    $0.text == "文> " + text.prefix(18) + "\n" + text.dropFirst(18).prefix(20) + "\n"
                        + text.dropFirst(38)
                })
            #expect(editor.type(Key.home + "x") { $0.row == 0 && $0.column == 5 })
            #expect(editor.screen.lines[0] == "文> x" + text.prefix(17))
            #expect(editor.screen.lines[1] == String(text.dropFirst(17).prefix(20)))
            #expect(editor.result(of: Key.enter) == .line("x" + text))
        }
    }

    @Test func `Up recalls, by what is typed so far, and Down comes back to it`() throws {
        try withHistory(["find 从…入手", "grep 党员", "sents"]) { path in
            try withEditor(historyPath: path) { editor in
                #expect(editor.type(Key.up) { $0.currentLine == "文> sents" })
                #expect(editor.type(Key.up) { $0.currentLine == "文> grep 党员" })
                #expect(editor.type(Key.down) { $0.currentLine == "文> sents" })
                #expect(editor.type(Key.down) { $0.currentLine == "文>" })
                #expect(editor.type("fi" + Key.up) { $0.currentLine == "文> find 从…入手" })
                #expect(editor.result(of: Key.enter) == .line("find 从…入手"))
                #expect(editor.type(Key.up) { $0.currentLine == "文> find 从…入手" })
            }
        }
    }

    @Test func `Ctrl-R finds Han text, also characters whose low byte is a control`() throws {
        try withHistory(["grep 不一丁上三党员", "sents", "grep 群众"]) { path in
            try withEditor(historyPath: path) { editor in
                #expect(editor.type(Key.search + "不一丁上三") { $0.currentLine.contains("grep 不一丁上三党员") })
                #expect(editor.type(Key.right) { $0.currentLine == "文> grep 不一丁上三党员" && $0.column == 11 })
                #expect(editor.result(of: Key.enter) == .line("grep 不一丁上三党员"))
                #expect(editor.type("draft" + Key.search + "没有") { $0.currentLine.hasPrefix("not found: 没有") })
                #expect(editor.type("\u{7}") { $0.currentLine == "文> draft" })
            }
        }
    }

    @Test(arguments: [(80, "xterm"), (40, "screen")])
    func `Ctrl-R finds Chinese by pinyin, by initials and by a part`(columns: Int, term: String) throws {
        try withHistory(["section 新的任务 | count", "grep 党员", "grep 群众", "section 新的探索"]) { path in
            try withEditor(columns: columns, term: term, historyPath: path) { editor in
                func shows(_ keys: String, _ entry: String) -> Bool {
                    editor.type(keys) { $0.text.contains(entry) }
                }
                #expect(shows(Key.search + "xde", "section 新的探索"))
                #expect(shows("rw", "section 新的任务 |"))
                #expect(shows("\u{7}" + Key.search + "dangy", "grep 党员"))
                #expect(shows("\u{7}" + Key.search + "众", "grep 群众"))
                #expect(shows("\u{7}" + Key.search + "qz", "grep 群众"))
                #expect(editor.type(Key.right) { $0.currentLine == "文> grep 群众" && $0.column == 11 })
            }
        }
    }

    @Test func `the search takes characters of both scripts for each other where it is told so`() {
        let search = HistoryPattern("任務") { $0 == "務" ? ["务"] : [] }
        #expect(search.offset(in: "section 新的任务") == 10)
        #expect(HistoryPattern("任務") { _ in [] }.offset(in: "section 新的任务") == nil)
        #expect(HistoryPattern("d") { _ in [] }.offset(in: "grep 党员") == nil, "one letter is a letter")
        #expect(HistoryPattern(String(repeating: "党", count: 100)) { _ in [] }.offset(in: "党员") == nil)
    }

    @Test func `Tab takes what is common, lists what is left, and draws the line again`() throws {
        let names = ["新的任务", "新的探索", "新的目标", "sentences"]
        let setUp: @Sendable (LineEditor) -> Void = { editor in
            editor.complete = { line, cursor in
                let before = Array(line.utf8.prefix(cursor))
                let start = (before.lastIndex(of: 0x20) ?? -1) + 1
                let word = String(decoding: before[start...], as: UTF8.self)
                let fitting = names.filter { $0.hasPrefix(word) }.map { Candidate($0) }
                return Completion(replacing: start..<cursor, candidates: fitting)
            }
        }
        try withEditor(setUp: setUp) { editor in
            #expect(editor.type("section 新" + Key.tab) { $0.currentLine == "文> section 新的" })
            #expect(editor.type(Key.tab) { $0.lines[1] == "新的任务  新的探索  新的目标" && $0.row == 2 })
            #expect(editor.type("任" + Key.tab) { $0.currentLine == "文> section 新的任务" })
            #expect(editor.result(of: "|" + Key.enter) == .line("section 新的任务 |"))
            #expect(editor.result(of: "sent" + Key.tab + "5" + Key.enter) == .line("sentences 5"))
        }
    }

    @Test func `more candidates than the screen holds are listed only when asked for`() throws {
        let setUp: @Sendable (LineEditor) -> Void = { editor in
            editor.complete = { _, cursor in
                Completion(replacing: 0..<cursor, candidates: (100..<400).map { Candidate("第\($0)号", summary: "…") })
            }
        }
        try withEditor(rows: 10, setUp: setUp) { editor in
            #expect(editor.type(Key.tab + Key.tab) { $0.text.contains("show all 300 candidates? (y/n)") })
            #expect(editor.type("n") { $0.currentLine.hasPrefix("文>") })
            #expect(!editor.screen.text.contains("第399号"))
            #expect(editor.type(Key.tab) { $0.currentLine.contains("(y/n)") })
            #expect(editor.type("y") { $0.text.contains("第399号") && $0.currentLine.hasPrefix("文>") })
        }
    }

    @Test func `a paste with newlines stays on the line, whole and clean, until Enter`() throws {
        try withEditor { editor in
            editor.terminal.type(Key.paste("入节 新的任务\r\n｜ 含 党员\t\u{1B}[31m红\u{0}\u{7}\r"))
            #expect(editor.terminal.wait { $0.text == "文> 入节 新的任务\n｜ 含 党员 红" })
            #expect(editor.outcomes.isEmpty)
            #expect(editor.result(of: Key.enter) == .line("入节 新的任务\n｜ 含 党员 红"))
        }
    }

    @Test func `a long paste arrives whole`() throws {
        try withEditor { editor in
            let text = String(repeating: "社区党建 ", count: 2000)
            #expect(editor.result(of: Key.paste(text) + Key.enter) == .line(text))
        }
    }

    @Test func `an entry of several lines is one in the history and can be edited again`() throws {
        try withTemporaryFolder { folder in
            try withEditor(historyPath: folder + "/h", continues: { $0.hasSuffix("|") }) { editor in
                #expect(editor.type("sents |" + Key.enter) { $0.currentLine == "…" && $0.row == 1 })
                #expect(editor.result(of: "含 党员" + Key.enter) == .line("sents |\n含 党员"))
                #expect(editor.type(Key.up) { $0.lines[2] == "文> sents |" && $0.lines[3] == "含 党员" })
                #expect(editor.type(Key.up) { $0.row == 2 })
                #expect(editor.result(of: Key.home + "x" + Key.enter) == .line("xsents |\n含 党员"))
            }
            #expect(HistoryFile(path: folder + "/h").entries.map(\.text) == ["sents |\n含 党员", "xsents |\n含 党员"])
        }
    }

    @Test func `Ctrl-C drops the line, also in the middle of an entry`() throws {
        try withEditor(continues: { $0.hasSuffix("|") }) { editor in
            #expect(editor.result(of: "含 党员" + Key.interrupt) == .interrupted)
            #expect(editor.terminal.wait { $0.row == 1 && $0.currentLine == "文>" })
            #expect(editor.type("a |" + Key.enter) { $0.currentLine == "…" })
            editor.terminal.type("b" + Key.interrupt)
            #expect(editor.terminal.wait { _ in editor.outcomes == [.interrupted, .interrupted] })
            #expect(editor.result(of: "grep" + Key.enter) == .line("grep"))
        }
    }

    @Test func `Ctrl-D deletes within a line and leaves on an empty one`() throws {
        try withEditor { editor in
            #expect(editor.result(of: "党员" + Key.home + "\u{4}" + Key.enter) == .line("员"))
            #expect(editor.result(of: "a\u{4}" + Key.enter) == .line("a"))
            #expect(editor.result(of: "\u{4}") == .endOfInput)
        }
    }

    @Test func `vi keys: Escape commands, arrows do not leave insertion`() throws {
        try withEditor(mode: .vi) { editor in
            #expect(editor.type("含 党员") { $0.column == 11 })
            #expect(editor.type("\u{1B}") { $0.column == 9 })
            #expect(editor.result(of: "x0iA" + Key.right + "B" + Key.enter) == .line("A含B 党"))
        }
    }

    @Test func `a dumb terminal gets no escape sequence and still gives lines`() throws {
        try withEditor(term: "dumb") { editor in
            #expect(editor.result(of: "含 党员\n") == .line("含 党员"))
            #expect(!editor.terminal.transcript.contains(0x1B))
        }
    }

    @Test func `bracketed paste is on only while a line is read`() throws {
        try withEditor { editor in
            _ = editor.result(of: "a" + Key.enter)
            #expect(editor.terminal.wait { $0.row == 1 && $0.currentLine == "文>" })
            let text = String(decoding: editor.terminal.transcript, as: UTF8.self)
            #expect(text.split(separator: "\u{1B}[?2004h", omittingEmptySubsequences: false).count == 3)
            #expect(text.split(separator: "\u{1B}[?2004l", omittingEmptySubsequences: false).count == 2)
        }
    }

    @Test func `a narrower window draws the line anew`() throws {
        try withEditor(columns: 60, handlesSignals: true) { editor in
            let text = String(repeating: "党员", count: 10)
            #expect(editor.type(text) { $0.column == 44 })
            editor.terminal.resize(columns: 24, rows: 24)
            kill(getpid(), SIGWINCH)
            #expect(editor.terminal.wait { $0.lines[0] == "文> " + text.prefix(10) && $0.lines[1] == text.dropFirst(10) })
            #expect(editor.result(of: Key.enter) == .line(text))
        }
    }
}
