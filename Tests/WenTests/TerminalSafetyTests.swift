import Glibc
import Testing

@testable import TestTerminal

/// What a document or a file name holds cannot command the terminal it is shown at.
@Suite(.serialized) struct TerminalSafetyTests {
    /// A title for the window, a cleared screen, both kinds of control sequence, a turned line.
    private static let harm = "坏\u{1B}]0;harm\u{7}\u{1B}[2J\u{9B}2J\u{202E}\u{8}\u{2028}尾"

    private static let queries =
        [
            "files", "info", "outline", "show", "show all=true", "articles", "sections", "paras", "sents", "find 坏", "kwic 坏",
            "kwic /./ | head 3",
        ]
        + [
            "quotes", "titles", "parens", "section 坏 | count", "count by=title,author,column,pagename",
            "articles | select title, author, file",
        ]
        + ["gbt7714", "bibtex", "ris", "csl", "short", "query"].map { "articles | cite style=\($0)" }
        + ["csv", "tsv", "json", "jsonl", "markdown", "html"].map { "paras | to \($0)" }
        + ["csv", "tsv", "json", "jsonl", "markdown", "html"].map { "articles | to \($0)" }
        + [
            "explain grep '\(harm)'", "why grep '\(harm)'", "fmt grep '\(harm)'", "open '/none/\(harm)'", "section '\(harm)x'",
            "gerp \(harm)",
        ]
        + [
            "grep '\(harm)x'", "where title = '\(harm)x'", "set newspaper '\(harm)'", "articles | cite", "apropos '\(harm)'",
            "help '\(harm)'",
        ]

    private func withHarmfulFolder(_ body: (_ home: String, _ folder: String) throws -> Void) throws {
        try withTemporaryFolder { home in
            let (harm, folder) = (TerminalSafetyTests.harm, "\(home)/a")
            mkdir(folder, 0o755)
            let article = """
                ### 题\(harm)目
                \(harm)
                1999-10-12
                第1版(\(harm))
                专栏：\(harm)
                　　坏
                　　正文坏\(harm)，“引\(harm)文”《书\(harm)名》（注\(harm)）。正文坏\(harm)一段，长过一行。
                """
            for name in ["好.txt", "\(harm).txt"] {
                guard let file = fopen("\(folder)/\(name)", "w") else { continue }
                fputs(article, file)
                fclose(file)
            }
            try body(home, folder)
        }
    }

    /// `bell`: whether the editor may ring it.
    private func expectHarmless(_ text: String, _ what: String, bell: Bool = false) {
        let scalars = Set(text.unicodeScalars)
        for bad in (bell ? [] : ["\u{7}"]) + ["\u{9B}", "\u{202E}", "\u{2028}"] as [Unicode.Scalar] {
            #expect(!scalars.contains(bad), "\(what): U+\(String(bad.value, radix: 16))")
        }
        for sequence in ["\u{1B}]", "\u{1B}[2J"] { #expect(!text.utf8.contains(sequence: sequence), "\(what)") }
    }

    @Test(arguments: queries)
    func `no query lets it through`(query: String) throws {
        try withHarmfulFolder { home, folder in
            guard let shell = ShellAtTerminal(home: home, arguments: ["-e", query, folder]) else {
                print("skipped: this system gives no pseudo-terminal")
                return
            }
            let status = shell.status()
            #expect(status.map { [0, 2, 3].contains($0) } == true, "\(query)")
            expectHarmless(shell.text, query)
        }
    }

    @Test func `neither do the prompt, completion, history and the names of query files`() throws {
        try withHarmfulFolder { home, folder in
            guard let shell = ShellAtTerminal(home: home, arguments: ["\(folder)/\(TerminalSafetyTests.harm).txt"]) else {
                print("skipped: this system gives no pseudo-terminal")
                return
            }
            shell.enter("use section 坏")
            shell.enter("history")
            for line in ["section ", "open \(folder)/", "articles author="] {
                shell.ready()
                shell.terminal.type(line + "\t\t")
                shell.terminal.wait(seconds: 1) { _ in false }
                shell.terminal.type("\u{15}")
            }
            expectHarmless(shell.text, "prompt", bell: true)
        }
        try withTemporaryFolder { home in
            let name = "\(home)/\(TerminalSafetyTests.harm).wen"
            for arguments in [["-f", name], [name], ["check", name], ["teach", name], ["--\(TerminalSafetyTests.harm)"]] {
                guard let shell = ShellAtTerminal(home: home, arguments: arguments) else { return }
                #expect(shell.status() != nil)
                expectHarmless(shell.text, "\(arguments)")
            }
        }
    }
}

extension String.UTF8View {
    fileprivate func contains(sequence: String) -> Bool { firstRange(of: sequence.utf8) != nil }
}
