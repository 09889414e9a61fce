import QueryEngine
import QueryLanguage
import QuerySyntax
import SourceText
import Testing

@testable import ShellSession

/// A wrong query, and what is drawn of it, from `Tests/Golden`.
struct WrongQuery: CustomTestStringConvertible, Sendable {
    let query: String
    let drawn: String
    let language: String

    var testDescription: String { query }

    /// Blocks of `> query`, `. ` more of it, the drawing, `[status]`.
    static func golden(_ language: String) -> [WrongQuery] {
        let text = readTextFile("\(repository)/Tests/Golden/wrong-queries.\(language).txt") ?? ""
        var all: [WrongQuery] = []
        var query = ""
        var drawn = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("> ") {
                query = String(line.dropFirst(2))
                drawn = ""
            } else if line.hasPrefix(". ") {
                query += "\n" + line.dropFirst(2)
            } else if line.hasPrefix("["), line.hasSuffix("]") {
                all.append(WrongQuery(query: query, drawn: drawn + line, language: language))
            } else if !line.isEmpty {
                drawn += line + "\n"
            }
        }
        return all
    }
}

let wrongQueries = WrongQuery.golden("en") + WrongQuery.golden("zh")

@Suite struct WrongQueryTests {
    @Test func thereAreManyInBothLanguages() {
        #expect(WrongQuery.golden("en").count >= 50)
        #expect(WrongQuery.golden("zh").count >= 20)
    }

    @Test(arguments: wrongQueries)
    func aWrongQueryIsDrawnAsInTheGoldenFile(_ wrong: WrongQuery) {
        let found = answer(wrong.query, language: wrong.language)
        #expect(found.output.isEmpty)
        #expect("\(found.error)[\(found.status)]" == wrong.drawn)
    }

    /// `set lang zh` is the same as the flag.
    @Test func theSettingChangesTheLanguageOfMessages() {
        let found = answer("set lang zh", "_9")
        #expect(found.status == 2)
        #expect(answerFromText("set lang zh").status == 0)
        let captured = Captured()
        let session = Session(streams: captured.streams)
        session.openExample()
        session.run(QuerySource("set lang zh"))
        session.run(QuerySource("gerp 党员"))
        #expect(captured.error.holds("没有命令 gerp；是 含（grep）吗？"))
    }

    private func diagnostics(_ query: String) -> [Diagnostic] {
        bind(query, in: BindingEnvironment(commands: commandTable)).diagnostics
    }

    @Test(arguments: wrongQueries)
    func aFixGivesAQueryWithoutItsDiagnostic(_ wrong: WrongQuery) {
        for diagnostic in diagnostics(wrong.query) where !diagnostic.edits.isEmpty {
            let mended = wrong.query.applying(diagnostic.edits)
            #expect(mended != wrong.query)
            let rest = diagnostics(mended).filter { $0.code == diagnostic.code && $0.message == diagnostic.message }
            #expect(rest.isEmpty, "\(mended)")
        }
    }

    /// The fixes are not merely other errors: most of them run.
    @Test func mostFixesGiveAQueryThatRuns() {
        var running: [String] = []
        var failing: [String] = []
        for wrong in wrongQueries {
            let found = diagnostics(wrong.query)
            guard found.count == 1, let edits = found.first?.edits, !edits.isEmpty else { continue }
            let mended = wrong.query.applying(edits)
            if answer(mended).status == 0 { running.append(mended) } else { failing.append(mended) }
        }
        #expect(running.count >= 30)
        #expect(running.count > failing.count * 4, "\(failing)")
    }

    @Test(arguments: wrongQueries)
    func noSuggestionRepeatsTheTypo(_ wrong: WrongQuery) {
        let names: Set = ["E06", "E20", "E21", "E25", "E27", "E35", "E22"]
        let bytes = Array(wrong.query.utf8)
        for diagnostic in diagnostics(wrong.query) where names.contains(diagnostic.code.name) {
            let typed = String(decoding: bytes[diagnostic.range.lower..<diagnostic.range.upper], as: UTF8.self)
            // A Chinese word that is no command may be looked for; a word may be put in brackets.
            let keeps = diagnostic.edits.contains { $0.replacement == "找 " || $0.replacement == "(\(typed))" }
            for edit in diagnostic.edits where !keeps { #expect(edit.replacement != typed) }
        }
    }

    @Test(arguments: evaluationCodes)
    func theExamplesOfCodesThatOnlyTheDataShows(_ code: DiagnosticCode) {
        // An address that fits several articles needs several; too much text, 2³⁰ characters; a missing library, another machine.
        guard !["E43", "E46", "E47"].contains(code.name) else { return }
        let wrong = answer(code.example.wrong.withSeedsBelow(repository))
        #expect(wrong.error.holds(" \(code.name) "), "\(wrong.error)")
        #expect(wrong.status != 0)
        let right = answer(code.example.right.withSeedsBelow(repository))
        #expect(!right.error.holds("^"), "\(right.error)")
        #expect(right.status == 0)
    }

    @Test func anAddressThatFitsTwoArticlesIsAnErrorThatNamesThem() {
        let folder = TemporaryFolder()
        let file = folder.write("two.txt", "### 甲\n张三\n1999-10-12\n第1版\n\n　　第一篇。\n\n### 乙\n李四\n1999-10-13\n第2版\n\n　　第二篇。\n")
        let wrong = runCaptured(QueryRequest(queries: ["show ¶1"], archives: [file]))
        #expect(wrong.error.holds(" E43 "), "\(wrong.error)")
        #expect(wrong.error.holds("a1") && wrong.error.holds("a2"), "\(wrong.error)")
        let right = runCaptured(QueryRequest(queries: ["show a2¶1"], archives: [file]))
        #expect(right == Answer(output: "第二篇。\n", error: "", status: 0))
    }
}

extension String {
    /// The example opens `seeds`, wherever the tests run.
    fileprivate func withSeedsBelow(_ folder: String) -> String {
        hasPrefix("open seed") ? "open \(folder)/" + dropFirst("open ".count) : self
    }
}
