import QueryEngine
import QueryLanguage
import SourceText
import Testing

/// Where results are paragraphs, as after `paras`.
let environment = {
    var environment = BindingEnvironment(commands: commandTable)
    environment.setResults([.units(.paragraph)])
    return environment
}()

@Suite struct PrefixTests {
    @Test(arguments: validQueries)
    func aValidQueryHasNoDiagnostics(_ query: String) {
        let found = bind(query, in: environment).diagnostics.map { "\($0.code.name) \($0.message.english)" }
        #expect(found.isEmpty)
    }

    /// What makes the continuation prompt, and an editor that underlines errors, bearable.
    @Test(arguments: validQueries)
    func everyPrefixOfAValidQueryIsCuredByMore(_ query: String) {
        var prefix = ""
        for scalar in query.unicodeScalars {
            prefix.unicodeScalars.append(scalar)
            for diagnostic in bind(prefix, in: environment).diagnostics where diagnostic.cure == .none {
                Issue.record("\(prefix) ⇒ \(diagnostic.code.name) \(diagnostic.range) \(diagnostic.message.english)")
            }
        }
    }

    @Test func theQueriesAreManyAndUseEveryCommand() {
        #expect(validQueries.count >= 120)
        for declaration in commandTable.declarations {
            let isUsed = validQueries.contains { query in
                query.split { " |｜\n；;（(".contains($0) }.contains { declaration.name.spellings.contains(String($0)) }
            }
            #expect(isUsed, "no query uses \(declaration.name.english)")
        }
    }
}
