import Glibc
import QueryLanguage
import Testing

@testable import LineEditing
@testable import ShellSession
@testable import TestTerminal

/// What the key for help says. ¦ is the cursor.
@Suite struct HelpAtCursorTests {
    private func said(_ marked: String, chinese: Bool = false) -> [String] {
        let session = Session(streams: Streams(output: { _ in }, error: { _ in }))
        session.openExample()
        if chinese { session.run(QuerySource("set lang zh")) }
        let parts = marked.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false)
        return cursorHelp(of: parts.joined(), at: parts[0].utf8.count, in: session)
    }

    @Test(arguments: [
        "gr¦ep 党员", "grep¦", "¦grep 党员", "sents | 含¦", "sents | gre¦p 党员 | count", "section 新的任务 | grep 党员 群¦", "grep '党¦员'",
        "sents | intersect (grep¦",
    ])
    func `the command under the cursor is shown with its types`(line: String) {
        #expect(said(line).first == "grep patterns [except=] [exact=]: text units → the same")
        #expect(said(line).dropFirst().first == "grep 含 — the units in which something is found")
    }

    @Test func `the parameter at the cursor is shown too`() {
        #expect(said("count by=¦").last?.hasPrefix("› by= 按=: ") == true)
        #expect(said("计数 按＝节名¦").last?.hasPrefix("› by= 按=: ") == true)
        #expect(said("sents | head ¦").last?.hasPrefix("› ") == true)
        #expect(said("count¦").count == 2)
    }

    @Test func `functions, settings and statements are explained, and what comes in`() {
        #expect(said("where count(党¦").first?.hasPrefix("count ") == true)
        #expect(said("set pag¦er false").first?.hasPrefix("pager ") == true)
        #expect(said("explai¦n sents").first?.hasPrefix("explain ") == true)
        #expect(said("sents | ¦") == ["here come in: sentences; Tab lists what takes them"])
        #expect(said("sents | ¦", chinese: true).first?.hasPrefix("这里进来的是") == true)
        #expect(said("含¦", chinese: true).first?.hasPrefix("含 模式") == true)
        #expect(said("nonsense ¦") == [])
    }

    @Test func `a question mark behind a command asks, behind a pattern it does not`() {
        #expect(questioned("grep?") == "grep")
        #expect(questioned(" sents | 含？ ") == "sents | 含")
        #expect(questioned("explain?") == "explain")
        for entry in ["grep 什么？", "grep ?", "?", "？", "nonsense?", "", "sents | grep 党员?"] { #expect(questioned(entry) == nil, "\(entry)") }
    }

    // MARK: At terminals

    private func withShell(
        _ columns: Int, _ term: String, environment: [String: String] = [:], _ body: (ShellAtTerminal) throws -> Void
    ) throws {
        try withTemporaryFolder { home in
            guard let shell = ShellAtTerminal(columns: columns, term: term, home: home, environment: environment) else {
                print("skipped: this system gives no pseudo-terminal")
                return
            }
            try body(shell)
        }
    }

    @Test(arguments: [(80, "xterm"), (40, "xterm"), (80, "screen"), (40, "screen")])
    func `Tab writes Chinese for pinyin, F1 and Alt-H say what the command takes`(columns: Int, term: String) throws {
        try withShell(columns, term) { shell in
            #expect(shell.type("section xdrw\t") { $0.currentLine == "seeds> section 新的任务" })
            #expect(shell.type("｜ 含 dangyuan\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}党员\u{1B}OP") { $0.text.contains("grep 含 —") })
            #expect(shell.type("") { $0.currentLine == "seeds> section 新的任务 ｜ 含 党员" })
            #expect(shell.type("\u{15}sents | 计数\u{1B}h") { $0.text.contains("count 计数 —") && $0.currentLine == "seeds> sents | 计数" })
            #expect(shell.enter("?").contains("count [by=]"))
            #expect(shell.enter("help language 7").contains("> let 党 = grep 党员; $党 | count"))
            #expect(shell.enter("$党 | count").contains("7"), "what an example names stays")
        }
    }

    @Test(arguments: [(80, "xterm"), (40, "screen")])
    func `a second Tab says what each command does, screen by screen`(columns: Int, term: String) throws {
        try withShell(columns, term) { shell in
            #expect(shell.type("sents | \t") { $0.text.contains("Tab again: what each is") })
            #expect(shell.type("\t") { $0.text.contains("grep 含") && $0.currentLine.hasPrefix("more: space, end: q") })
            #expect(shell.type(" ") { $0.currentLine == "seeds> sents |" && $0.text.contains("check 应得") })
            #expect(shell.type("\t") { $0.currentLine.hasPrefix("more: space, end: q") })
            #expect(shell.type("q") { $0.currentLine == "seeds> sents |" })
            #expect(shell.type("c\t") { $0.text.contains("count 计数") && $0.text.contains("how many rows") })
        }
    }

    @Test func `a dumb terminal lists for a line that ends in a Tab, and explains for a question mark`() throws {
        guard let terminal = PseudoTerminal(columns: 40, rows: 24) else { return print("skipped: no pseudo-terminal") }
        try withTemporaryFolder { home in
            let variables = ["TERM": "dumb", "HOME": home, "PATH": Program.searchPath]
            guard let process = terminal.spawn(executable: Program.path, arguments: ["-q", Program.seeds], environment: variables) else {
                return
            }
            defer { _ = terminal.status(of: process, seconds: 10) }
            #expect(terminal.wait(seconds: 10) { $0.text.hasSuffix("seeds>") })
            terminal.type("section xd\t\n")
            #expect(terminal.wait(seconds: 10) { $0.text.contains("新的任务") && $0.text.contains("新的格局") })
            terminal.type("入节 新的任务 ｜ 含？\n")
            #expect(terminal.wait(seconds: 10) { $0.text.contains("grep 含 —") })
            terminal.type("\u{4}")
        }
    }
}
