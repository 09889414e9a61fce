import Documents
import QueryEngine
import QueryLanguage
import QuerySyntax
import Testing

@testable import ShellSession

/// The syntax files know every word of the language.
@Suite struct HighlightingTests {
    private static let words: [String] = {
        let commands = commandTable.declarations.flatMap(\.name.spellings).filter { $0.allSatisfy(\.isLetter) }
        let keywords = Keyword.allCases.flatMap { [$0.english, $0.chinese] }
        let functions = Function.allCases.flatMap(\.name.spellings)
        return commands + keywords + functions + UnitField.allCases.flatMap { [$0.rawValue, $0.chinese] }
    }()

    /// A word stands as an alternative: between bars or brackets.
    private func isAlternative(_ word: String, in page: String) -> Bool {
        page.pieces(between: "|\(word)").dropFirst().contains { "|)\\".contains($0.first ?? " ") }
            || page.pieces(between: "(\(word)").dropFirst().contains { "|)\\".contains($0.first ?? " ") }
            || page.pieces(between: ":\(word)").dropFirst().contains { "|)\\".contains($0.first ?? " ") }
    }

    @Test func vimKnowsEveryWord() {
        let page = vimSyntax()
        for word in HighlightingTests.words { #expect(isAlternative(word, in: page), "\(word)") }
        #expect(!isAlternative("党员", in: page))
    }

    @Test func theTextMateGrammarKnowsEveryWord() {
        let page = textMateGrammar()
        for word in HighlightingTests.words { #expect(isAlternative(word, in: page), "\(word)") }
        #expect(!isAlternative("党员", in: page))
    }

    @Test(arguments: [
        "package.json", "language-configuration.json", "syntaxes/wen.tmLanguage.json", "syntaxes/markdown.wen.tmLanguage.json",
    ])
    func theFilesOfVSCodeAreJSON(_ file: String) throws {
        _ = try #require(JSONTree(text("docs/editors/vscode/\(file)") ?? ""))
    }

    @Test func theExtensionOfVSCodeHoldsTogether() throws {
        let package = try #require(JSONTree(text("docs/editors/vscode/package.json") ?? ""))
        #expect(package["version"]?.string == version)
        let contributions = try #require(package["contributes"])
        let grammars = contributions["grammars"]?.elements ?? []
        #expect(grammars.count == 2)
        for grammar in grammars {
            let path = try #require(grammar["path"]?.string)
            let file = try #require(JSONTree(text("docs/editors/vscode/\(path.dropFirst(2))") ?? ""))
            #expect(file["scopeName"] == grammar["scopeName"])
            let rules = file["patterns"]?.elements ?? []
            #expect(!rules.isEmpty)
        }
    }
}
