import Glibc
import Testing

@testable import ShellSession
@testable import TestTerminal

/// Manual pages, completions and syntax files: made from the declarations, and understood by the programs they are for.
@Suite struct FittingTests {
    private static let docs = Program.seeds.dropLast("seeds".count) + "docs"

    private func outline() throws -> ProgramOutline {
        try #require(ProgramOutline(dump: Program.output(of: "\"$WEN\" --experimental-dump-help")))
    }

    private func isInstalled(_ program: String) -> Bool {
        if Program.output(of: "command -v \(program)") != "" { return true }
        print("skipped: \(program) is not installed")
        return false
    }

    @Test func `the outline is that of the command line`() throws {
        let outline = try outline()
        #expect(outline.name == "wen" && outline.standard == "query")
        #expect(Set(outline.commands.map(\.name)).isSuperset(of: ["query", "index", "verify", "info", "check", "teach", "reference"]))
        let query = try #require(outline.commands.first { $0.name == "query" })
        #expect(query.options.first { $0.names == ["-e", "--eval"] }?.isRepeated == true)
        #expect(query.options.first { $0.names == ["--lang"] }?.completion == .choices(["en", "zh"]))
        #expect(query.options.first { $0.names == ["-f", "--file"] }?.completion == .files(endings: ["wen"]))
        #expect(query.options.first { $0.names == ["--write"] }?.completion == .folders)
        #expect(query.options.first { $0.names == ["--json"] }.map { $0.value == nil } == true)
        #expect(query.arguments.map(\.isRepeated) == [true])
    }

    @Test func `every text of the command line has a Chinese wording`() throws {
        for text in try outline().texts {
            #expect(ProgramOutline.localized(text).chinese != text, "OutlineChinese.swift has not: \(text)")
        }
    }

    @Test(arguments: GeneratedPage.allCases) func `a generated page is fresh`(page: GeneratedPage) throws {
        let committed = Program.output(of: "cat '\(FittingTests.docs)/\(page.path)'")
        #expect(try page.text(outline()) == committed, "run: make reference")
    }

    @Test func `reference --into writes them all`() throws {
        let outline = try outline()
        try withTemporaryFolder { folder in
            #expect(Program.output(of: "\"$WEN\" reference --into '\(folder)/deep/down' && echo done") == "done\n")
            for page in GeneratedPage.allCases {
                #expect(page.text(outline) == Program.output(of: "cat '\(folder)/deep/down/\(page.path)'"))
            }
            #expect(Program.output(of: "\"$WEN\" reference --into /dev/null/x 2>&1; echo $?").hasSuffix("Not a directory\n3\n"))
        }
    }

    @Test(arguments: [GeneratedPage.manual, .manualChinese, .language, .languageChinese])
    func `a manual page is shown without a warning`(page: GeneratedPage) {
        guard isInstalled("man") else { return }
        let path = "'\(FittingTests.docs)/\(page.path)'"
        #expect(Program.output(of: "LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 -Z \(path) 2>&1 >/dev/null") == "")
        let shown = Program.output(of: "LC_ALL=C.UTF-8 MANWIDTH=80 man -P cat -l \(path)")
        let words =
            page == .manual || page == .manualChinese ? ["--exit-status", "XDG_STATE_HOME", "130"] : ["入节", "从…入手", "¶13s2", "E31"]
        for word in words { #expect(shown.contains(word), "\(word)") }
    }

    @Test(arguments: [("bash", GeneratedPage.bash), ("zsh", .zsh), ("fish", .fish)])
    func `a completion is a script of its shell`(shell: String, page: GeneratedPage) {
        guard isInstalled(shell) else { return }
        #expect(Program.output(of: "\(shell) -n '\(FittingTests.docs)/\(page.path)' 2>&1 && echo sound") == "sound\n")
    }

    /// Without bash-completion, as it is where nothing else is installed.
    @Test(arguments: [
        (["te"], "teach"), (["index", "--me"], "--memory"), (["--exit"], "--exit-status"), (["--lang", "z"], "zh"),
        (["-e", "count", "--enc"], "--encoding"),
        (["--encoding", "big5-"], "big5-hkscs"), (["--encoding", "=", "gb"], "gb18030"), (["-f", "st"], "study.wen"), (["文"], "文档"),
        (["新"], "新的 任务.txt"), (["verify", "报"], "报.wenku"), (["--write", ""], "文档"), (["-e", ""], ""), (["new-lesson", "--json"], ""),
    ])
    func `bash completes`(words: [String], expected: String) throws {
        guard isInstalled("bash") else { return }
        try withTemporaryFolder { folder in
            let quoted = words.map { "'\($0)'" }.joined(separator: " ")
            let found = Program.output(
                of: """
                    cd '\(folder)' && mkdir 文档 && touch study.wen '新的 任务.txt' 报.wenku 报.txt && LC_ALL=C.UTF-8 bash --norc -c '
                    . "$0"; COMP_WORDS=(wen "$@"); COMP_CWORD=$#; COMP_LINE="wen $*"; _wen 2>&1; printf "%s\\n" "${COMPREPLY[@]}"
                    ' '\(FittingTests.docs)/completions/wen.bash' \(quoted)
                    """)
            #expect(found == expected + "\n")
        }
    }

    @Test(arguments: [80, 40], ["xterm", "screen", "dumb"])
    func `a tab completes at a terminal, Han text on the line`(columns: Int, term: String) throws {
        guard isInstalled("bash") else { return }
        try withTemporaryFolder { folder in
            let completion = "\(FittingTests.docs)/completions/wen.bash"
            _ = Program.output(
                of: """
                    cd '\(folder)' && mkdir 文档 && touch 文档/新的任务.txt && echo 'set enable-bracketed-paste off' >.inputrc
                    echo "wen() { :; }; PS1='文 '; cd '\(folder)'; . '\(completion)'" >.bashrc
                    """)
            guard let terminal = PseudoTerminal(columns: columns),
                let process = terminal.spawn(
                    executable: "/bin/bash", arguments: ["--rcfile", folder + "/.bashrc", "-i"],
                    environment: [
                        "TERM": term, "HOME": folder, "PATH": Program.searchPath, "LC_CTYPE": "C.UTF-8", "INPUTRC": folder + "/.inputrc",
                    ])
            else { return print("skipped: this system gives no pseudo-terminal") }
            #expect(terminal.wait { $0.currentLine == "文" })
            terminal.type("wen te\t")
            #expect(terminal.wait { $0.currentLine == "文 wen teach" })
            terminal.type("\r")
            #expect(terminal.wait { $0.currentLine == "文" })
            terminal.type("wen 文\t新\t")
            #expect(terminal.wait { $0.currentLine == "文 wen 文档/新的任务.txt" })
            terminal.hangUp()
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    /// The names of the groups that Vim gives the characters at some columns of a line, in bytes.
    private func groups(of line: String, in file: String, at columns: [Int]) throws -> [String] {
        var found: [String] = []
        try withTemporaryFolder { folder in
            let places = columns.map { "synIDattr(synID(line('$')-\(file.hasSuffix(".md") ? 1 : 0),\($0),1),'name')" }.joined(
                separator: ",")
            let vim = FittingTests.docs + "/editors/vim"
            let output = Program.output(
                of: """
                    cd '\(folder)' && cat >'\(file)' <<'END'
                    \(line)
                    END
                    HOME='\(folder)' timeout 20 vim -u NONE -i NONE -es -N --cmd 'set encoding=utf-8' --cmd 'set rtp^=\(vim) rtp+=\(vim)/after' \
                    -c 'filetype plugin on' -c 'syntax on' -c 'e \(file)' -c "call writefile([\(places)], 'found')" -c 'qa!'; cat found
                    """)
            found = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        }
        return found
    }

    @Test func `Vim tells commands from what is looked for`() throws {
        guard isInstalled("vim"), Program.output(of: "vim --version").contains("+syntax") else { return }
        #expect(
            try groups(of: "find grep | kwic 党员 width=10", in: "a.wen", at: [1, 6, 13, 25]) == [
                "wenCommand", "", "wenCommand", "wenParameter",
            ])
        #expect(
            try groups(of: "入节 新的任务 ｜ 含 党员 且 “群…众”", in: "a.wen", at: [1, 8, 25, 36, 43, 46]) == [
                "wenCommand", "", "wenCommand", "wenOperator", "wenString", "wenGap",
            ])
        #expect(try groups(of: "let 段 = grep 党员  # 注", in: "a.wen", at: [1, 11, 24]) == ["wenBinding", "wenCommand", "wenComment"])
        #expect(try groups(of: "```wen\n> grep 党员\n```", in: "a.md", at: [1, 3, 8]) == ["wenPrompt", "wenCommand", "wenInput"])
        #expect(try groups(of: "```wen\n> paras\ngrep 党员\n```", in: "a.md", at: [1]) == ["wenFence"])
    }

    @Test(arguments: [
        ("python3", "python3 -B -c 'import pandas'", "python3 -B", "frequencies.py"),
        ("Rscript", "Rscript -e 'library(jsonlite)'", "Rscript", "frequencies.R"),
    ])
    func `an example runs`(program: String, condition: String, command: String, file: String) {
        guard isInstalled(program) else { return }
        guard Program.output(of: "\(condition) >/dev/null 2>&1 && echo there") != "" else {
            return print("skipped: \(program) has not the package that \(file) needs")
        }
        let output = Program.output(of: "LC_ALL=C.UTF-8 WEN=\"$WEN\" \(command) '\(FittingTests.docs)/examples/\(file)' 2>&1; echo $?")
        #expect(output.hasSuffix("0\n"), "\(output)")
        for words in ["127.3", "155.6", "¶13s2 1999-10-12", "relative"] { #expect(output.contains(words), "\(words)\n\(output)") }
    }
}
