import QueryEngine
import QueryLanguage
import SourceText
import Testing

@Suite struct SpellingTests {
    /// A name in capitals once had no shape: its arguments were dropped without a word.
    @Test(arguments: ["GREP 党员", "Sections 新的", "WHERE len > 100", "where COUNT(党员 or 群众) > 1", "Freq 群众, 党员", "Head 3"])
    func lettersOfNamesMayBeCapitals(_ query: String) throws {
        let upper = bind("fmt en \(query)", in: environment)
        let lower = bind("fmt en \(query.lowercased())", in: environment)
        guard case .format(_, let a?)? = upper.statements.first, case .format(_, let b?)? = lower.statements.first else {
            Issue.record("\(upper.diagnostics.map(\.message.english))")
            return
        }
        #expect(a == b)
    }
}
