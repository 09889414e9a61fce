import Glibc
import Testing

@testable import TestTerminal

/// A long query is edited where long texts are edited.
@Suite struct ExternalEditorTests {
    private func shell(editor: String, term: String = "xterm", columns: Int = 80) throws -> ShellAtTerminal {
        var name = Array("/tmp/wen-edit-XXXXXX".utf8CString)
        let home = mkdtemp(&name).map { String(cString: $0) } ?? "/tmp"
        let shell = try #require(
            ShellAtTerminal(columns: columns, term: term, home: home, environment: ["EDITOR": editor, "TMPDIR": home, "PAGER": ""]))
        shell.ready()
        return shell
    }

    private let editKeys = "\u{18}\u{5}"

    @Test(arguments: ["xterm", "screen"], [80, 40]) func whatIsSavedComesBackAndRunsAtEnter(term: String, columns: Int) throws {
        let shell = try shell(editor: "sed -i 's/群众/党员/; s/$/ | count/'", term: term, columns: columns)
        #expect(shell.type("sents | grep 群众" + editKeys) { $0.currentLine.hasSuffix("sents | grep 党员 | count") }, "\(shell.screen.lines)")
        #expect(!shell.text.contains("\n9\r\n"))
        #expect(shell.enter("").contains("9"))
        #expect(shell.isTerminalSane || shell.ready())
    }

    @Test func severalLinesComeBackAsOneEntry() throws {
        let edited = "/tmp/wen-edited-\(getpid()).wen"
        let stream = try #require(fopen(edited, "w"))
        fputs("let 党 = sents | grep 党员\n$党 | count\n", stream)
        fclose(stream)
        defer { unlink(edited) }
        let shell = try shell(editor: "cp \(edited)")
        #expect(shell.type("x" + editKeys) { $0.currentLine.contains("$党 | count") }, "\(shell.screen.lines)")
        #expect(shell.enter("").contains("9"))
    }

    @Test func anEditorThatFailsLeavesTheLine() throws {
        let shell = try shell(editor: "false")
        #expect(shell.type("sents | grep 党员 | count" + editKeys) { _ in shell.text.contains("count") })
        #expect(shell.enter("").contains("9"))
    }
}
