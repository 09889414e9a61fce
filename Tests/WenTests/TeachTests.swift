import Glibc
import LineEditing
import Testing

@testable import TestTerminal

/// Lessons as a class has them, with the whole program.
@Suite(.serialized) struct TeachTests {
    private static let lesson = """
        # 一课

        An example of a paragraph that is long enough to be wrapped at forty columns, 并且有中文。

        ```wen
        > section 新的任务 | grep 党员 | count
        2 paragraphs of 18
        ```

        **Task.** How many sentences have 党员?

        > Hint: 先取句，再计数。

        ```wen task
        > sents | grep 党员 | count
        9 sentences
        ```

        **Task.** Name the sentences with 群众: 群众句.

        ```wen task
        > let 群众句 = sents | grep 群众
        ```

        **Task.** How many of them have 党员?

        ```wen task
        > $群众句 | grep 党员 | count
        4 sentences
        ```

        The end.
        """

    private func writeLesson(_ path: String) -> Bool {
        guard let file = fopen(path, "w") else { return false }
        defer { fclose(file) }
        return fputs(TeachTests.lesson, file) >= 0
    }

    private func withLesson(
        columns: Int = 80, term: String = "xterm", arguments: [String] = [], home: String, _ body: (ShellAtTerminal) throws -> Void
    ) throws {
        let path = "\(home)/lesson.md"
        guard writeLesson(path) else { throw NoFolder() }
        guard
            let shell = ShellAtTerminal(
                columns: columns, rows: 40, term: term, home: home, arguments: ["teach"] + arguments + [path])
        else {
            print("skipped: this system gives no pseudo-terminal")
            return
        }
        try body(shell)
    }

    @Test(arguments: [(80, "xterm"), (40, "xterm"), (80, "screen"), (40, "screen")])
    func `an example, a wrong answer, a hint, a right one written otherwise`(columns: Int, term: String) throws {
        try withTemporaryFolder { home in
            try withLesson(columns: columns, term: term, home: home) { shell in
                #expect(shell.terminal.wait(seconds: 10) { $0.text.contains("> section 新的任务 | grep 党员 | count") })
                #expect(shell.screen.lines.allSatisfy { !$0.hasPrefix("，") && !$0.hasPrefix("。") })
                #expect(shell.enter("").contains("2 paragraphs of 18"))
                #expect(shell.type("句 ｜ 含 群众 ｜ 计数") { $0.currentLine == "task 1> 句 ｜ 含 群众 ｜ 计数" && $0.column == 29 })
                #expect(shell.enter("").contains("✗"))
                #expect(shell.enter("hint").contains("先取句，再计数。"))
                #expect(!shell.enter("help count").contains("✗"))
                #expect(shell.enter("gerp 党员").contains("E06"))
                #expect(shell.enter("句 ｜ 含 党员 ｜ 计数").contains("✓"))
                #expect(shell.enter("令 群众句 = sents | where count(群众) > 0").contains("✓"))
                shell.ready()
                shell.terminal.type("$群众句 ｜ 含 党员 ｜ 计数" + Key.enter)
                #expect(shell.status() == 0)
                #expect(shell.text.contains("The end.") && shell.text.contains("3 of 3 right, 2 at the first try"))
                #expect(shell.isTerminalSane)
                let scores = Program.output(of: "cat '\(home)'/.local/state/wen/lessons/lesson-*.jsonl")
                #expect(scores.split(separator: "\n").count == 3)
                #expect(scores.contains("\"task\":1,\"of\":3,\"question\":\"Task. How many sentences have 党员?\""))
                #expect(scores.contains("\"outcome\":\"right\",\"tries\":2"))
                #expect(scores.contains("\"errors\":1,\"hints\":1") && scores.contains("help count\\ngerp 党员\\n句 ｜ 含 党员 ｜ 计数"))
            }
        }
    }

    @Test func `a lesson that was left goes on where it was, with what was named before`() throws {
        try withTemporaryFolder { home in
            try withLesson(home: home) { shell in
                shell.enter("")
                shell.enter("skip")
                shell.enter("skip")
                shell.ready()
                shell.terminal.type(Key.endOfInput)
                #expect(shell.status() == 0)
                #expect(shell.text.contains("go on from here"))
            }
            try withLesson(home: home) { shell in
                #expect(shell.terminal.wait(seconds: 10) { $0.text.contains("Task 3 of 3") })
                #expect(shell.text.contains("Going on") && !shell.text.contains("Task 1 of 3"))
                #expect(shell.enter("sents | grep 党员 | count").contains("✗"))
                shell.ready()
                shell.terminal.type("$群众句 | grep 党员 | count" + Key.enter)
                #expect(shell.status() == 0)
                #expect(shell.text.contains("1 of 3 right"))
            }
            try withLesson(arguments: ["--again"], home: home) { shell in
                #expect(shell.terminal.wait(seconds: 10) { $0.text.contains("一课") })
                #expect(!shell.text.contains("Going on"))
            }
        }
    }

    @Test func `back, again, answer, score and the list of words`() throws {
        try withTemporaryFolder { home in
            try withLesson(home: home) { shell in
                #expect(shell.enter("sents | count").contains("41 sentences"))
                shell.enter("")
                #expect(shell.enter("返回").contains("An example of a paragraph"))
                shell.enter("")
                #expect(shell.enter("again").contains("How many sentences have 党员?"))
                #expect(shell.enter("?").contains("on without an answer"))
                #expect(shell.enter("答案").contains("9 sentences"))
                #expect(shell.enter("score").contains("0 of 3 right"))
                #expect(shell.type(Key.up) { $0.currentLine == "task 2> score" })
                #expect(shell.type(Key.interrupt) { $0.currentLine == "task 2>" })
                #expect(shell.type("sents | gre" + Key.tab) { $0.currentLine == "task 2> sents | grep" })
                #expect(shell.type(Key.interrupt) { $0.currentLine == "task 2>" })
                shell.terminal.type("leave" + Key.enter)
                #expect(shell.status() == 0)
                #expect(Program.output(of: "cat '\(home)'/.local/state/wen/lessons/*.jsonl").contains("\"outcome\":\"shown\""))
            }
        }
    }

    @Test(arguments: [80, 40]) func `at a dumb terminal a lesson has no escape sequence`(columns: Int) throws {
        try withTemporaryFolder { home in
            try withLesson(columns: columns, term: "dumb", home: home) { shell in
                #expect(shell.terminal.wait(seconds: 10) { $0.currentLine == ">" })
                shell.terminal.type("\n")
                #expect(shell.terminal.wait(seconds: 10) { $0.currentLine == "task 1>" })
                shell.terminal.type("句 ｜ 含 党员 ｜ 计数\n")
                #expect(shell.terminal.wait(seconds: 10) { $0.currentLine == "task 2>" && $0.text.contains("✓  right") })
                shell.terminal.type("leave\n")
                #expect(shell.status() == 0)
                #expect(!shell.terminal.transcript.contains(0x1B))
            }
        }
    }

    @Test func `over a pipe examples run by themselves and lines answer tasks`() throws {
        try withTemporaryFolder { home in
            guard writeLesson("\(home)/lesson.md") else { throw NoFolder() }
            let run = "HOME='\(home)' COLUMNS=40 \"$WEN\" teach --name 李明 --score '\(home)/s/li.jsonl' '\(home)/lesson.md'"
            let found = Program.output(of: "printf 'sents | grep 党员 | count\\nskip\\nhint\\n' | \(run)")
            #expect(found.contains("2 paragraphs of 18") && found.contains("✓  right") && found.contains("1 of 3 right"))
            #expect(found.split(separator: "\n").allSatisfy { systemWidth(String($0)) <= 40 || $0.hasPrefix("/") })
            let gathered = Program.output(of: "\"$WEN\" scores '\(home)/s'")
            #expect(gathered.split(separator: "\n").count == 2 && gathered.contains("李明\t一课\t1\t3\t1\t0\t1\t1\t0\t"))
            #expect(Program.output(of: "\(run) </dev/null; echo $?").hasSuffix("\n0\n"))
        }
    }

    @Test func `the course is listed, taught by number and printed`() throws {
        let list = Program.output(of: "HOME=/nonexistent COLUMNS=80 \"$WEN\" teach")
        #expect(list.contains("16. From question to footnote") && list.contains("wen teach 1"))
        #expect(Program.output(of: "HOME=/nonexistent \"$WEN\" teach --lang zh").contains("16. 从问题到脚注"))
        #expect(Program.output(of: "\"$WEN\" teach --print 3").hasPrefix("# 3. Patterns"))
        #expect(Program.output(of: "\"$WEN\" teach no-such-lesson 2>&1; echo $?").hasSuffix("\n3\n"))
        let taught = Program.output(of: "printf '入节 新的格局\\n' | HOME=/nonexistent \"$WEN\" teach --lang zh 1 2>/dev/null")
        #expect(taught.contains("✓  对") && taught.contains("第 2 题，共 3 题"))
    }

    /// What the last lesson types in a shell, on a folder with one article and the script that the lesson shows.
    @Test(arguments: ["en", "zh"]) func `the shell commands of the last lesson work`(language: String) throws {
        try withTemporaryFolder { home in
            let lesson = Program.output(of: "\"$WEN\" teach --lang \(language) --print 16")
            let lines = lesson.split(separator: "\n", omittingEmptySubsequences: false)
            func block(_ fence: String, _ first: String) -> [Substring] {
                guard let begin = lines.indices.first(where: { lines[$0] == fence && lines[$0 + 1].hasPrefix(first) }) else { return [] }
                return Array(lines[(begin + 1)...].prefix { $0 != "```" })
            }
            let script = block("```", "#!/usr/bin/env wen")
            let commands = block("```sh", "wen index")
            #expect(script.count == 6 && commands.count == 5)
            let setUp = "cd '\(home)' && mkdir archive && cp \"$SEEDS\"/*.txt archive/"
            let write = script.map { "echo '\($0)' >>study.wen" }.joined(separator: " && ")
            let run = commands.map { $0.replacingFirst("wen ", with: "\"$WEN\" ") + " >/dev/null 2>err || { echo '\($0)'; cat err; }" }
            #expect(Program.output(of: "\(setUp) && \(write) && { \(run.joined(separator: "; ")); }") == "")
        }
    }
}

extension Substring {
    fileprivate func replacingFirst(_ start: String, with other: String) -> String {
        hasPrefix(start) ? other + dropFirst(start.count) : String(self)
    }
}
