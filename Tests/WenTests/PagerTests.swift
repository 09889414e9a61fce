import Glibc
import Testing

@testable import TestTerminal

/// Answers taller than the screen.
@Suite(.serialized) struct PagerTests {
    private func withShell(_ pager: String?, term: String = "xterm", _ body: (ShellAtTerminal) throws -> Void) throws {
        try withTemporaryFolder { home in
            let environment = pager.map { ["PAGER": $0] } ?? [:]
            guard let shell = ShellAtTerminal(rows: 12, term: term, home: home, environment: environment) else {
                print("skipped: this system gives no pseudo-terminal")
                return
            }
            try body(shell)
        }
    }

    @Test func `a tall answer goes through the pager, a short one does not`() throws {
        try withShell("cat; echo 页末") { shell in
            let tall = shell.enter("sents")
            #expect(tall.contains("¶18s") && tall.contains("41 sentences") && tall.contains("页末"))
            #expect(!shell.enter("sents | count").contains("页末"))
            shell.enter("set pager false")
            #expect(!shell.enter("sents").contains("页末"))
            #expect(shell.isTerminalSane == false)
        }
    }

    @Test func `leaving the pager stops the answer, and the result is whole all the same`() throws {
        try withShell("head -n 5") { shell in
            let answer = shell.enter("sents")
            #expect(answer.contains("¶1s1") && !answer.contains("¶18"))
            #expect(shell.enter("_ | count").contains("41 sentences"))
        }
    }

    @Test(arguments: ["", " ", "no-such-pager-here", "false", "/nowhere/less -x"])
    func `without a pager that works the text is shown`(pager: String) throws {
        try withShell(pager) { shell in
            let answer = shell.enter("sents")
            #expect(answer.contains("¶1s1") && answer.contains("¶18s") && answer.contains("41 sentences"))
            #expect(shell.enter("count").contains("18 paragraphs"))
        }
    }

    @Test func `a pager that spoils the terminal does not spoil it for long`() throws {
        try withShell("cat >/dev/null; stty raw -echo </dev/tty") { shell in
            shell.enter("sents")
            #expect(shell.type("含 党员") { $0.currentLine == "seeds> 含 党员" })
            shell.terminal.type(Key.interrupt)
            shell.ready()
            shell.terminal.type("quit" + Key.enter)
            #expect(shell.status() == 0)
            #expect(shell.isTerminalSane)
        }
    }

    @Test func `less shows Chinese where no locale is set, and q comes back to the prompt`() throws {
        guard Program.output(of: "command -v less").contains("less") else {
            print("skipped: less is not installed")
            return
        }
        try withShell(nil) { shell in
            shell.ready()
            shell.terminal.type("sents" + Key.enter)
            #expect(shell.terminal.wait(seconds: 10) { $0.currentLine == ":" })
            #expect(shell.screen.text.contains("江泽民"))
            // Ctrl-C belongs to the pager while it is there.
            shell.terminal.type(Key.interrupt)
            #expect(shell.leavePager())
            #expect(shell.enter("count").contains("18 paragraphs"))
        }
    }

    @Test func `at a dumb terminal nothing is paged`() throws {
        try withShell("echo 页末", term: "dumb") { shell in
            #expect(shell.terminal.wait(seconds: 10) { $0.currentLine == "seeds>" })
            shell.terminal.type("sents\nquit\n")
            #expect(shell.status() == 0)
            #expect(shell.text.contains("41 sentences") && !shell.text.contains("页末"))
        }
    }
}
