import Documents
import QueryEngine
import QueryLanguage
import QuerySyntax
import SourceText
import Testing

@testable import ShellSession

@Suite struct DeclarationTests {
    @Test func everyFileOfCommandsHasItsCommandsInTheList() {
        let registry = (text("Sources/QueryEngine/CommandRegistry.swift") ?? "")
        let listed = Set(registry.split { !($0.isLetter || $0.isNumber) }.map(String.init))
        for file in swiftFiles(below: "Sources/QueryEngine/Commands") {
            let source = text(file) ?? ""
            let names = source.pieces(between: "\nlet ").dropFirst().compactMap { piece -> String? in
                let name = piece.prefix { $0.isLetter || $0.isNumber }
                return name.hasSuffix("Command") ? String(name) : nil
            }
            for name in names { #expect(listed.contains(name), "\(file) declares \(name)") }
        }
        #expect(commandList.count >= 36)
    }

    @Test func noTwoCommandsShareASpelling() {
        var owners: [String: String] = [:]
        for declaration in commandTable.declarations {
            for spelling in declaration.name.spellings {
                #expect(owners[spelling] == nil, "\(spelling): \(declaration.name.english) and \(owners[spelling] ?? "")")
                owners[spelling] = declaration.name.english
                #expect(spelling == spelling.lowercased())
            }
        }
    }

    /// A keyword stands where no command does, but those that begin a statement stand where commands do.
    @Test func noCommandHidesAStatement() {
        let statements: [Keyword] = [.letBinding, .definition, .use, .set, .explain, .why, .fmt]
        for keyword in statements {
            for spelling in [keyword.english, keyword.chinese] { #expect(commandTable[spelling] == nil, "\(spelling)") }
        }
        let spellings = Keyword.allCases.flatMap { [$0.english, $0.chinese] }
        #expect(Set(spellings).count == spellings.count)
    }

    @Test func functionsFieldsAndSettingsHaveSpellingsOfTheirOwn() {
        let functions = Function.allCases.flatMap(\.name.spellings)
        #expect(Set(functions).count == functions.count)
        let settings = Setting.allCases.flatMap(\.name.spellings)
        #expect(Set(settings).count == settings.count)
        let fields = UnitField.allCases.flatMap { [$0.rawValue, $0.chinese] }
        #expect(Set(fields).count == fields.count)
        for word in functions + fields { #expect(Keyword(spelling: word).map { $0 == .has } ?? true, "\(word) is a keyword") }
    }

    @Test(arguments: commandTable.declarations.map(\.name.english))
    func aCommandIsDeclaredWholly(_ name: String) throws {
        let declaration = try #require(commandTable[name])
        #expect(!declaration.examples.isEmpty)
        for text in [declaration.summary, declaration.explanation, declaration.gives] { expectBoth(text, name) }
        #expect(isChinese(declaration.name.chinese) && !isChinese(declaration.name.english))
        var spellings: [String] = []
        for parameter in declaration.positional + declaration.named {
            expectBoth(parameter.summary, "\(name) \(parameter.name.english)")
            #expect(isChinese(parameter.name.chinese), "\(name) \(parameter.name.english)")
            if case .choice(let choices) = parameter.kind {
                let all = choices.flatMap { Set($0.spellings) }
                #expect(Set(all).count == all.count, "\(name) \(parameter.name.english)")
            }
        }
        for parameter in declaration.named { spellings += Set(parameter.name.spellings) }
        #expect(Set(spellings).count == spellings.count, "\(name)")
    }

    private func expectBoth(_ text: LocalizedText, _ what: String) {
        #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(what)")
        #expect(isChinese(text.chinese), "\(what): \(text.chinese)")
    }

    private func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

    @Test func settingsAndFunctionsAreExplainedInBothLanguages() {
        for setting in Setting.allCases { expectBoth(setting.summary, setting.rawValue) }
        for function in Function.allCases { expectBoth(function.summary, function.rawValue) }
    }

    // MARK: Documents

    @Test(arguments: commandTable.declarations.map(\.name.english))
    func anExampleGivesItsStatedOutput(_ name: String) throws {
        let declaration = try #require(commandTable[name])
        for example in declaration.examples where !example.query.hasPrefix("open ") {
            let found = output(of: example.query)
            let expected = example.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(matches(found, expected), "\(example.query)\n\(found.joined(separator: "\n"))")
        }
    }

    /// What a query prints over a pipe, line by line.
    private func output(of query: String) -> [String] {
        var text = ""
        var errors = ""
        let status = runQueries(
            QueryRequest(queries: [query]), streams: Streams(output: { text += $0 }, error: { errors += $0 }))
        #expect(status == 0, "\(errors)")
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    @Test func theBuiltInExampleIsTheSeed() {
        #expect(text(builtInExample.name) == builtInExample.text)
    }

    @Test func theReferenceOfCommandsIsFresh() {
        guard let page = text("docs/commands.md") else {
            print("skipped: docs/commands.md is not written yet")
            return
        }
        #expect(page == commandReference(), "run: wen reference > docs/commands.md")
    }

    @Test func theReferenceNamesEverything() {
        let page = commandReference()
        for declaration in commandTable.declarations { #expect(page.pieces(between: "\n## \(declaration.name.english)\n").count == 2) }
        for code in syntaxCodes + bindingCodes + evaluationCodes { #expect(page.pieces(between: "| \(code.name) |").count == 2) }
        // The examples of the page are query blocks, so that a check of the page runs them.
        let blocks = Lesson(page).blocks
        let run = commandTable.declarations.filter { !$0.positional.contains { $0.kind == .path } }
        #expect(blocks.count == run.count)
    }
}
