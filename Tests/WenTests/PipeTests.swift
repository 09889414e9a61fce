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

    @Test func `standard input is a document where it is named, packed and in another encoding too`() {
        let seed = "cat \"$SEEDS\"/*.txt"
        #expect(Program.output(of: "\(seed) | \"$WEN\" -e 'sents | count' -") == "41\n")
        #expect(Program.output(of: "\(seed) | \"$WEN\" -e 'open -' -e 'sents | count' 2>/dev/null") == "41\n")
        guard !Program.output(of: "command -v gzip && command -v iconv").isEmpty else {
            print("skipped: this system has no gzip or iconv")
            return
        }
        let packed = "\(seed) | iconv -f UTF-8 -t GB18030 | gzip -c"
        let found = Program.output(of: "\(packed) | \"$WEN\" -e 'files | select file, encoding, articles' -")
        #expect(found == "file\tencoding\tarticles\n-\tGB18030\t1\n")
    }

    @Test func `standard input is not the queries and the document at once`() {
        for arguments in ["-", "-f - -", "\"$SEEDS\" -"] {
            let found = Program.output(of: "echo count | \"$WEN\" \(arguments) 2>&1; echo $?")
            #expect(found.hasPrefix("wen: standard input cannot be the queries and the archive at once: give the queries with -e"))
            #expect(found.hasSuffix("\n2\n"))
        }
    }

    @Test func `without a dash standard input is no document`() {
        #expect(Program.output(of: "echo nothing | \"$WEN\" -e 'sents | count'") == "41\n")
    }

    @Test func `an encoding that does not exist is an error with the choices`() {
        let found = Program.output(of: "\"$WEN\" --encoding latin1 -e count \"$SEEDS\" 2>&1; echo $?")
        #expect(found.contains("choose among auto, utf-8, gb18030, big5") && found.hasSuffix("\n2\n"))
    }
}
