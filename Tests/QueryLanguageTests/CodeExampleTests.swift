import QueryEngine
import QueryLanguage
import QuerySyntax
import SourceText
import Testing

@Suite struct CodeExampleTests {
    /// With no result so far, as when a session begins.
    private func codes(of query: String) -> [String] {
        bind(query, in: BindingEnvironment(commands: commandTable)).diagnostics.map(\.code.name)
    }

    @Test(arguments: syntaxCodes + bindingCodes)
    func theWrongExampleGivesItsCodeAndTheRightOneNone(_ code: DiagnosticCode) {
        #expect(codes(of: code.example.wrong).first == code.name, "\(code.example.wrong)")
        #expect(Set(codes(of: code.example.wrong)).count == 1, "\(code.example.wrong)")
        #expect(codes(of: code.example.right).isEmpty, "\(code.example.right)")
    }

    @Test func noTwoCodesHaveOneName() {
        let names = (syntaxCodes + bindingCodes + evaluationCodes).map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.utf8.count == 3 && name.hasPrefix("E") && Int(name.dropFirst()) != nil) }
    }

    @Test(arguments: syntaxCodes + bindingCodes + evaluationCodes)
    func aCodeIsExplainedInBothLanguages(_ code: DiagnosticCode) {
        for text in [code.title, code.explanation] {
            #expect(!text.english.isEmpty && !text.chinese.isEmpty)
            #expect(text.english != text.chinese)
        }
        #expect(code.example.wrong != code.example.right)
    }
}
