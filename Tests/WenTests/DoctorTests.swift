import Glibc
import Testing

@testable import TestTerminal

@Suite struct DoctorTests {
    private func write(_ text: String, to path: String) {
        guard let stream = fopen(path, "w") else { return }
        fputs(text, stream)
        fclose(stream)
    }

    /// What `wen doctor` says at a terminal that answers where its cursor is after each character.
    private func findings(
        widths: [Int], columns: Int = 80, term: String = "xterm", home: String, arguments: [String] = []
    ) throws -> (text: String, status: Int32?) {
        let shell = try #require(
            ShellAtTerminal(columns: columns, term: term, home: home, arguments: ["doctor"] + arguments))
        for (index, width) in widths.enumerated() {
            let isAsked = shell.terminal.wait(seconds: 10) { _ in
                shell.text.split(separator: "\u{1B}[6n").count > index + 1 || shell.text.hasSuffix("[6n")
            }
            #expect(isAsked)
            shell.terminal.type("\u{1B}[1;\(width + 1)R")
        }
        let status = shell.status()
        return (shell.text, status)
    }

    @Test(arguments: ["xterm", "screen"], [80, 40]) func aTerminalIsAskedHowWideItDraws(term: String, columns: Int) throws {
        try withTemporaryFolder { home in
            let narrow = try findings(widths: [2, 1], columns: columns, term: term, home: home)
            #expect(narrow.text.contains("ok    ambiguous characters") && narrow.status == 0, "\(narrow)")
            #expect(narrow.text.contains("locale: C.UTF-8, from no variable") && narrow.text.contains("libedit.so"))
            let wide = try findings(widths: [2, 2], columns: columns, term: term, home: home)
            #expect(
                wide.text.contains("bad   ambiguous characters") && wide.text.contains("→ set ambiguous 2") && wide.status == 3, "\(wide)")
        }
    }

    @Test func theAdviceHelps() throws {
        try withTemporaryFolder { home in
            mkdir(home + "/.config", 0o755)
            mkdir(home + "/.config/wen", 0o755)
            write("set ambiguous 2\nset nonsense 1\n", to: home + "/.config/wen/config")
            let given = try findings(widths: [2, 2], home: home)
            #expect(given.text.contains("ok    ambiguous characters"), "\(given)")
            #expect(given.text.contains("~/.config/wen/config:2: E35"), "\(given)")
            #expect(given.status == 3)
        }
    }

    @Test func aDumbTerminalIsNotAsked() throws {
        try withTemporaryFolder { home in
            let given = try findings(widths: [], term: "dumb", home: home)
            #expect(!given.text.contains("\u{1B}") && given.text.contains("plain: no keys") && given.status == 0, "\(given)")
        }
    }

    @Test func whatCannotBeReadIsBad() throws {
        try withTemporaryFolder { home in
            write("not an archive", to: home + "/a.wenku")
            let given = try findings(widths: [], term: "dumb", home: home, arguments: [home + "/a.wenku", home + "/none", Program.seeds])
            #expect(
                given.status == 3 && given.text.contains("bad   \(home)/a.wenku") && given.text.contains("bad   \(home)/none"), "\(given)")
            #expect(given.text.contains("ok    \(Program.seeds): files: 1, articles: 1"))
        }
    }
}
