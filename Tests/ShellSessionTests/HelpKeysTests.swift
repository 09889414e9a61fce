import Testing

@testable import ShellSession

/// What the keys do can be learnt at the prompt.
@Suite struct HelpKeysTests {
    private func printed(_ query: String, language: String = "en") -> String {
        runCaptured(QueryRequest(queries: [query], archives: [], language: language)).output
    }

    /// The keys that a newcomer looks for.
    @Test(arguments: ["Tab", "Ctrl-R", "Ctrl-C", "Ctrl-D", "Space  b  /  q"]) func theKeyIsExplained(key: String) {
        #expect(printed("help keys").split(separator: "\n").contains { $0.hasPrefix("  \(key)") })
        #expect(printed("帮助 键", language: "zh").split(separator: "\n").contains { $0.hasPrefix("  \(key)") })
    }

    @Test func theOverviewLeadsToKeysAndCourse() {
        #expect(printed("help").contains("keys"))
        #expect(printed("help").contains("wen teach"))
    }
}
