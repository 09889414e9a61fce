import Testing

@testable import LineEditing
@testable import TestTerminal

/// How an earlier entry is suggested behind the cursor.
@Suite(.serialized) struct SuggestionTests {
    private func suggestion(_ typed: String, _ entries: String...) -> Suggestion? {
        Suggestion(typed: typed, entries: entries.map { HistoryEntry(time: 0, text: $0) })
    }

    @Test func `the newest entry that begins alike is suggested, of more than a letter`() {
        #expect(suggestion("gr", "grep 党员", "grep 群众 | count", "sents")?.rest == "ep 群众 | count")
        #expect(suggestion("含", "含 党员")?.rest == " 党员")
        #expect(suggestion("g", "grep 党员") == nil)
        #expect(suggestion("  ", "  grep") == nil)
        #expect(suggestion("grep 党员", "grep 党员") == nil)
        #expect(suggestion("group", "grep 党员") == nil)
    }

    @Test func `a word of it has the blanks before it`() {
        #expect(suggestion("grep", "grep 党员 | count")?.firstWord == " 党员")
        #expect(suggestion("gr", "grep 党员")?.firstWord == "ep")
    }

    @Test func `what does not fit the row is cut, by columns`() {
        TextLocale.useUTF8()
        let long = suggestion("in", "in section 新的任务 | count")
        #expect(long?.shown(columns: 80, width: systemWidth) == " section 新的任务 | count")
        #expect(long?.shown(columns: 14, width: systemWidth) == " section 新的…")
        #expect(long?.shown(columns: 13, width: systemWidth) == " section 新…")
        #expect(long?.shown(columns: 1, width: systemWidth) == "")
        #expect(suggestion("grep", "grep 党员 |\ncount")?.shown(columns: 80, width: systemWidth) == " 党员 |…")
    }

    private func withShell(
        _ columns: Int, _ term: String, _ environment: [String: String] = [:], _ body: (ShellAtTerminal) -> Void
    ) throws {
        try withTemporaryFolder { home in
            let environment = environment.merging(["PAGER": "cat"]) { $1 }
            guard let shell = ShellAtTerminal(columns: columns, term: term, home: home, environment: environment) else {
                print("skipped: this system gives no pseudo-terminal")
                return
            }
            body(shell)
        }
    }

    @Test(arguments: [80, 40], ["xterm", "screen"])
    func `it is faint, takes no part in what is entered, and an arrow takes it`(columns: Int, term: String) throws {
        try withShell(columns, term) { shell in
            shell.enter("grep 党员 | count")
            #expect(shell.type("gr") { $0.currentLine == "seeds> grep 党员 | count" && $0.column == 9 })
            #expect(shell.text.contains("\u{1B}[2mep 党员 | count\u{1B}[22m"))
            #expect(shell.type("o") { $0.currentLine == "seeds> gro" && $0.column == 10 })
            #expect(shell.type(Key.backspace) { $0.currentLine == "seeds> grep 党员 | count" && $0.column == 9 })
            #expect(shell.type(Key.right) { $0.currentLine == "seeds> grep 党员 | count" && $0.column == 24 })
            #expect(shell.type(Key.interrupt) { $0.currentLine == "seeds>" })
            #expect(shell.type("gr") { $0.currentLine == "seeds> grep 党员 | count" && $0.column == 9 })
            #expect(shell.type("\u{1B}[1;5C") { $0.column == 11 })
            #expect(shell.type("\u{1B}[1;5C") { $0.column == 16 && $0.currentLine == "seeds> grep 党员 | count" })
            #expect(shell.type(Key.left) { $0.currentLine == "seeds> grep 党员" && $0.column == 14 })
            #expect(shell.type(Key.end) { $0.column == 16 })
            #expect(shell.enter("").contains("党员"))
            #expect(!shell.enter("sents").contains("count"))
        }
    }

    @Test func `not where it disturbs: at the row's end, in a search, without colour, set off`() throws {
        try withShell(40, "xterm") { shell in
            shell.enter("grep 党员 or 群众 or 工作 or 任务 | count")
            #expect(
                shell.type("grep 党员 or 群众 or 工作") {
                    $0.currentLine.hasPrefix("seeds> grep 党员 or 群众 or 工作 o") && $0.currentLine.hasSuffix("…")
                })
            #expect(shell.type(Key.interrupt + Key.search + "gr") { $0.currentLine.hasPrefix("search: gr │ grep") })
            shell.terminal.type(Key.interrupt + Key.interrupt)
            shell.enter("set hints false")
            #expect(shell.type("gr") { $0.currentLine == "seeds> gr" })
        }
        try withShell(80, "xterm", ["NO_COLOR": "1"]) { shell in
            shell.enter("grep 党员 | count")
            #expect(shell.type("gr") { $0.currentLine == "seeds> gr" })
            #expect(!shell.text.contains("\u{1B}[2m"))
        }
    }
}
