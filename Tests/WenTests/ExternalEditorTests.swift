import Glibc
import Testing

@testable import TestTerminal

/// A long query is edited where long texts are edited. The editor is a script that notes what it was given.
@Suite struct ExternalEditorTests {
    /// A shell whose editor runs `script` on the file `$1`, in a home that is gone afterwards.
    private func withShell(
        editor script: String, term: String = "xterm", columns: Int = 80, _ body: (ShellAtTerminal, _ home: String) throws -> Void
    ) throws {
        try withTemporaryFolder { home in
            let path = home + "/editor.sh"
            let stream = try #require(fopen(path, "w"))
            fputs("echo \"$1\" >$HOME/name; stat -c %a \"$1\" >$HOME/mode\n\(script)\n", stream)
            fclose(stream)
            let shell = try #require(
                ShellAtTerminal(
                    columns: columns, term: term, home: home, environment: ["EDITOR": "sh \(path)", "TMPDIR": home, "PAGER": ""]))
            shell.ready()
            try body(shell, home)
        }
    }

    private func line(of path: String) -> String {
        guard let stream = fopen(path, "r") else { return "" }
        defer { fclose(stream) }
        var buffer = [CChar](repeating: 0, count: 4096)
        guard fgets(&buffer, 4096, stream) != nil else { return "" }
        return String(decoding: buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private let editKeys = "\u{18}\u{5}"

    @Test(arguments: ["xterm", "screen"], [80, 40]) func whatIsSavedComesBackAndRunsAtEnter(term: String, columns: Int) throws {
        try withShell(editor: "sed -i 's/群众/党员/; s/$/ | count/' \"$1\"", term: term, columns: columns) { shell, home in
            #expect(
                shell.type("sents | grep 群众" + editKeys) { $0.currentLine.hasSuffix("sents | grep 党员 | count") }, "\(shell.screen.lines)")
            #expect(!shell.text.contains("9 sentences"), "it runs only at Enter")
            #expect(shell.enter("").contains("9 sentences"), "\(shell.screen.lines)")
            let name = line(of: home + "/name")
            #expect(name.hasPrefix(home) && name.hasSuffix(".wen") && line(of: home + "/mode") == "600")
            #expect(access(name, F_OK) != 0, "the file is gone")
        }
    }

    @Test func severalLinesComeBackAsOneEntry() throws {
        try withShell(editor: "printf 'let 党 = sents | grep 党员\\n$党 | count\\n' >\"$1\"") { shell, _ in
            #expect(shell.type("x" + editKeys) { $0.currentLine.contains("$党 | count") }, "\(shell.screen.lines)")
            #expect(shell.enter("").contains("9 sentences"))
        }
    }

    @Test func anEditorThatFailsLeavesTheLine() throws {
        try withShell(editor: "echo other >\"$1\"; echo given up; exit 1") { shell, _ in
            #expect(shell.type("sents | grep 党员 | count" + editKeys) { $0.lines.contains { $0.hasPrefix("given up") } })
            #expect(shell.enter("").contains("9 sentences"), "\(shell.screen.lines)")
        }
    }
}
