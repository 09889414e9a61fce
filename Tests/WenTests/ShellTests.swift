import Glibc
import Testing

@testable import TestTerminal

/// What a person does at the prompt, with the whole program.
@Suite(.serialized) struct ShellTests {
    private func withShell(
        columns: Int = 80, rows: Int = 24, term: String = "xterm", environment: [String: String] = [:],
        arguments: [String] = [Program.seeds], _ body: (ShellAtTerminal) throws -> Void
    ) throws {
        try withTemporaryFolder { home in
            guard
                let shell = ShellAtTerminal(
                    columns: columns, rows: rows, term: term, home: home, environment: environment, arguments: arguments)
            else {
                print("skipped: this system gives no pseudo-terminal")
                return
            }
            try body(shell)
        }
    }

    @Test(arguments: [80, 40])
    func `type Chinese, move, correct, recall, complete, cancel, leave`(columns: Int) throws {
        try withShell(columns: columns, environment: ["PAGER": "cat"]) { shell in
            #expect(shell.type("入节 新的任务 ｜ 含 党圆") { $0.currentLine == "seeds> 入节 新的任务 ｜ 含 党圆" && $0.column == 31 })
            #expect(shell.type(Key.left) { $0.column == 29 })
            #expect(shell.type(Key.delete + "员") { $0.currentLine == "seeds> 入节 新的任务 ｜ 含 党员" && $0.column == 31 })
            let answer = shell.enter("")
            #expect(answer.contains("¶13") && answer.contains("¶15") && answer.contains("9 hits"))
            #expect(!answer.contains("¶11"))
            #expect(shell.type(Key.up) { $0.currentLine == "seeds> 入节 新的任务 ｜ 含 党员" && $0.column == 31 })
            #expect(shell.type(Key.interrupt) { $0.currentLine == "seeds>" })
            #expect(shell.type("section 新的" + Key.tab) { $0.text.contains("新的探索  新的目标") && $0.currentLine == "seeds> section 新的" })
            #expect(shell.type("任" + Key.tab) { $0.currentLine == "seeds> section 新的任务" && $0.column == 24 })
            #expect(shell.type(Key.interrupt) { $0.currentLine == "seeds>" })
            shell.terminal.type(Key.endOfInput)
            #expect(shell.status() == 0)
            #expect(shell.isTerminalSane)
        }
    }

    @Test func `a line that fills a narrow screen wraps and comes back`() throws {
        try withShell(columns: 40) { shell in
            let line = "入节 新的任务 ｜ 含 党员 ｜ 计数"
            #expect(shell.type(line) { $0.lines.contains("seeds> \(line.dropLast())数") || $0.currentLine.hasSuffix("数") || $0.column == 0 })
            #expect(shell.type(Key.home) { $0.column == 7 })
            #expect(shell.enter("").contains("2 paragraphs of 5") || shell.text.contains("2 paragraphs"))
        }
    }

    @Test func `at a dumb terminal there are answers and no escape sequence`() throws {
        try withShell(term: "dumb") { shell in
            #expect(shell.terminal.wait(seconds: 10) { $0.currentLine == "seeds>" })
            shell.terminal.type("入节 新的任务 ｜ 含 党员\n")
            #expect(shell.terminal.wait(seconds: 10) { $0.text.contains("9 hits") && $0.currentLine == "seeds>" })
            shell.terminal.type("quit\n")
            #expect(shell.status() == 0)
            #expect(!shell.terminal.transcript.contains(0x1B))
        }
    }

    @Test func `an unfinished entry is continued, and is one in the history, in the file too`() throws {
        try withTemporaryFolder { state in
            try withShell(environment: ["XDG_STATE_HOME": state]) { shell in
                #expect(shell.type("grep 党员 |" + Key.enter) { $0.currentLine == "  …" })
                #expect(shell.type("cou" + Key.tab) { $0.currentLine == "  … count" })
                #expect(shell.enter("").contains("7 paragraphs of 18"))
                #expect(shell.type(Key.up) { $0.lines[max(0, $0.row - 1)] == "seeds> grep 党员 |" && $0.currentLine == "count" })
                shell.terminal.type(Key.interrupt)
                #expect(Program.output(of: "cut -f 2 \(state)/wen/history") == "grep 党员 |\\ncount \n")
            }
        }
    }

    @Test func `two shells share their history while both are open`() throws {
        try withTemporaryFolder { state in
            try withShell(environment: ["XDG_STATE_HOME": state]) { one in
                try withShell(environment: ["XDG_STATE_HOME": state]) { other in
                    other.enter("sents | count")
                    one.enter("grep 党员 | count")
                    #expect(one.type(Key.up + Key.up) { $0.currentLine == "seeds> sents | count" })
                }
            }
        }
    }

    @Test func `the prompt names archive and scope, shortened where they are long`() throws {
        try withShell { shell in
            shell.enter("use section 新的任务")
            #expect(shell.screen.currentLine == "seeds (section 新的任务)>")
            #expect(shell.enter("count").contains("5 paragraphs of 5"))
            shell.enter("use grep 社区党组织 or 群众 or 党员 or 工作")
            #expect(shell.screen.currentLine.hasSuffix("…)>") && shell.screen.column <= 40)
            shell.enter("use")
            #expect(shell.screen.currentLine == "seeds>")
        }
    }

    @Test func `a paste of several lines waits for Enter, and then all of them run`() throws {
        try withShell { shell in
            #expect(shell.type(Key.paste("grep 党员 | count\n\nsents | count\n")) { $0.currentLine == "sents | count" })
            #expect(!shell.text.contains("7 paragraphs"))
            let answer = shell.enter("")
            #expect(answer.contains("7 paragraphs of 18") && answer.contains("41 sentences"))
        }
    }

    @Test(arguments: [
        "> grep 党员 |\n. count\n7\n> sents | count\n41\n", "seeds> grep 党员 |\n  … count\n7 paragraphs of 18\nseeds> sents | count\n41\n",
    ])
    func `of a pasted transcript the input lines run`(transcript: String) throws {
        try withShell { shell in
            let answer = shell.enter(Key.paste(transcript))
            #expect(answer.contains("7 paragraphs of 18") && answer.contains("41 sentences"))
            #expect(!answer.contains("^^"))
        }
    }

    @Test func `a narrower window wraps the next answer at its width`() throws {
        try withShell { shell in
            shell.ready()
            shell.terminal.resize(columns: 40, rows: 24)
            shell.send(SIGWINCH)
            let answer = shell.enter("paras 13 | select text")
            #expect(answer.contains("党员"))
            shell.enter("set width 30")
            let lines = shell.enter("paras 13").split(separator: "\r\n").filter { $0.contains("党") }
            #expect(lines.count > 8)
        }
    }

    @Test func `colour is there for a terminal, and not with NO_COLOR or where it is turned off`() throws {
        let colour = "\u{1B}[1;36m"
        try withShell { shell in
            #expect(shell.enter("grep 党员 | head 1").contains("\u{1B}[3") || shell.text.contains(colour))
            shell.enter("set color never")
            #expect(!shell.enter("grep 党员 | head 1").contains("m党员"))
        }
        try withShell(environment: ["NO_COLOR": "1"]) { shell in
            shell.enter("grep 党员 | head 1")
            #expect(!shell.text.contains(colour))
        }
    }

    @Test func `quit leaves`() throws {
        try withShell { shell in
            shell.ready()
            shell.terminal.type("退出" + Key.enter)
            #expect(shell.status() == 0)
            #expect(shell.isTerminalSane)
        }
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal that ends the program leaves the terminal as it was`(signal: Int32) throws {
        try withShell { shell in
            shell.ready()
            #expect(!shell.isTerminalSane)
            shell.send(signal)
            #expect(shell.status() == -signal)
            #expect(shell.isTerminalSane)
            #expect(shell.text.hasSuffix("\u{1B}[?2004l\r\n"))
        }
    }

    @Test func `vi's keys come with the setting`() throws {
        try withShell { shell in
            shell.enter("set edit vi")
            #expect(shell.type("含 党员") { $0.currentLine == "seeds> 含 党员" })
            #expect(shell.type("\u{1B}") { $0.column == 12 })
            #expect(shell.type("0x") { $0.currentLine == "seeds>  党员" })
        }
    }
}
