import Testing

@testable import TestTerminal

/// The program in pipes, and with only one end at a terminal.
@Suite struct PipeTests {
    @Test(arguments: ["入节 新的任务 ｜ 含 党员", "section 新的任务 | grep 党员", "入节　新的任务　｜　含　党员"])
    func `over a pipe an answer is one line a row`(query: String) {
        let lines = Program.output(of: "echo '\(query)' | \"$WEN\" \"$SEEDS\"").split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("¶13\t") || $0.hasPrefix("¶15\t") })
    }

    @Test func `a reader that goes away ends the program without a word`() {
        let output = Program.output(of: "{ \"$WEN\" -e paras \"$SEEDS\" 2>&1 >&3; echo $? >&2; } 3>&1 2>&1 | head -n 1")
        #expect(output.hasPrefix("¶1\t") && output.split(separator: "\n").count == 1)
        let errors = Program.output(of: "{ \"$WEN\" -e 'paras' -e 'sents' \"$SEEDS\" 2>&1 >/dev/full; echo $?; }")
        #expect(errors == "0\n" || errors == "3\n")
    }

    @Test func `the end of the input ends the program, and an error is its status`() {
        #expect(Program.output(of: "\"$WEN\" \"$SEEDS\" </dev/null; echo $?") == "0\n")
        #expect(Program.output(of: "echo 'gerp 党员' | \"$WEN\" \"$SEEDS\" 2>/dev/null; echo $?") == "2\n")
    }

    @Test func `queries from a pipe are answered for people where the output is a terminal`() throws {
        try withTemporaryFolder { home in
            let command = "echo 'grep 党员 | count' | '\(Program.path)' '\(Program.seeds)'"
            guard let shell = ShellAtTerminal(home: home, executable: "/bin/sh", arguments: ["-c", command]) else {
                print("skipped: this system gives no pseudo-terminal")
                return
            }
            #expect(shell.status() == 0)
            #expect(shell.text.contains("7 paragraphs of 18"))
        }
    }

    @Test func `where output goes to a file, the prompt does not`() throws {
        try withTemporaryFolder { home in
            let command = "'\(Program.path)' '\(Program.seeds)' >'\(home)/out'"
            guard let shell = ShellAtTerminal(home: home, executable: "/bin/sh", arguments: ["-c", command]) else {
                print("skipped: this system gives no pseudo-terminal")
                return
            }
            shell.enter("section 新的任务 | grep 党员 | count")
            shell.terminal.type(Key.endOfInput)
            #expect(shell.status() == 0)
            #expect(Program.output(of: "cat '\(home)/out'") == "2\n")
        }
    }
}
