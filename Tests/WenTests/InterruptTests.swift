import Glibc
import Testing

@testable import TestTerminal

/// Ctrl-C while the program is busy.
@Suite struct InterruptTests {
    /// A folder of documents in which a bad regular expression takes many seconds.
    private func withManyDocuments(_ body: (ShellAtTerminal, _ folder: String) throws -> Void) throws {
        try withTemporaryFolder { home in
            _ = Program.output(of: "for i in $(seq 500); do cat \"$SEEDS\"/*.txt; echo; done > '\(home)/many.txt'")
            guard let shell = ShellAtTerminal(home: home, arguments: [home + "/many.txt"]) else {
                print("skipped: this system gives no pseudo-terminal")
                return
            }
            try body(shell, home)
        }
    }

    @Test(arguments: ["grep /.*.*.*[龘龙]/", "paras | where has(/.*.*.*[龘龙]/)", "find /.*.*.*[龘龙]/ | sort len | count"])
    func `Ctrl-C ends a long query, and the shell answers the next`(query: String) throws {
        try withManyDocuments { shell, _ in
            #expect(shell.interrupt(while: query).contains("interrupted"))
            #expect(shell.enter("articles | count").contains("500 articles"))
            // A query that was interrupted has left no result.
            #expect(shell.enter("_1 | count").contains("1"))
        }
    }

    @Test func `Ctrl-C where nothing is done is dropped, also many times`() throws {
        try withManyDocuments { shell, _ in
            shell.ready()
            for _ in 0..<5 { shell.send(SIGINT) }
            shell.terminal.type("articles | count" + Key.enter)
            #expect(shell.terminal.wait(seconds: 10) { $0.text.contains("500 articles") })
        }
    }
}
