import QuerySyntax
import SourceText
import Testing

/// Every text of scalars from the beginning of `text`.
func prefixes(of text: String) -> [String] {
    let scalars = text.unicodeScalars
    return scalars.indices.map { String(scalars[..<$0]) } + [text]
}

/// `text` with each scalar in turn deleted, doubled and replaced by marks.
func mutations(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let insertions: [[Unicode.Scalar]] = [
        [], ["("], [")"], ["\""], ["“"], ["”"], ["'"], ["|"], ["\n"], ["="], ["/"], ["…"], ["\\"], ["#"], ["$"], ["，"], [" "],
    ]
    return scalars.indices.flatMap { index in
        (insertions + [[scalars[index], scalars[index]]]).map { replacement in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[..<index] + replacement + scalars[(index + 1)...])
            return String(view)
        }
    }
}

/// Whether the tokens stand one after the other from beginning to end.
func tile(_ tokens: [Token], _ text: String) -> Bool {
    var end = 0
    for token in tokens {
        guard token.range.lower == end, token.range.count > 0 else { return false }
        end = token.range.upper
    }
    return end == text.utf8.count
}

@Suite struct PropertyTests {
    @Test(arguments: validQueries)
    func aValidQueryHasNoDiagnostics(_ query: String) {
        let result = parse(query, vocabulary: vocabulary)
        #expect(result.diagnostics.map(\.code.name) == [], "\(query): \(result.diagnostics.map(\.message.english))")
        #expect(!result.isIncomplete)
    }

    @Test(arguments: validQueries)
    func everyPrefixOfAValidQueryIsCuredByMoreInput(_ query: String) {
        for prefix in prefixes(of: query) {
            for diagnostic in parse(prefix, vocabulary: vocabulary).diagnostics {
                #expect(diagnostic.cure != .none, "\(prefix): \(diagnostic.code.name) \(diagnostic.message.english)")
            }
        }
    }

    @Test(arguments: LexicalContext.allCases)
    func tokensTileEveryText(_ context: LexicalContext) {
        for query in validQueries {
            for text in mutations(of: query) where !tile(lex(text, context: context), text) {
                Issue.record("\(text)")
            }
        }
    }

    @Test func mutatedQueriesGiveATreeWithRangesInsideTheText() {
        for query in validQueries {
            for text in mutations(of: query) {
                let result = parse(text, vocabulary: vocabulary)
                let length = text.utf8.count
                if !tile(result.tokens, text) { Issue.record("not tiled: \(text)") }
                for diagnostic in result.diagnostics {
                    for range in [diagnostic.range] + diagnostic.edits.map(\.range)
                    where range.lower < 0 || range.upper > length || range.lower > range.upper {
                        Issue.record("\(text): \(diagnostic.code.name) \(range)")
                    }
                }
            }
        }
    }

    @Test func editsRemoveTheDiagnosticOfEveryMutatedQuery() {
        for query in validQueries {
            for text in mutations(of: query) {
                for diagnostic in parse(text, vocabulary: vocabulary).diagnostics where !diagnostic.edits.isEmpty {
                    expectEditsRemove(diagnostic, text)
                }
            }
        }
    }
}

/// After the edits there are fewer diagnostics that say the same up to this place.
func expectEditsRemove(_ diagnostic: Diagnostic, _ text: String) {
    func count(_ text: String) -> Int {
        parse(text, vocabulary: vocabulary).diagnostics.count {
            $0.code == diagnostic.code && $0.message == diagnostic.message && $0.range.lower <= diagnostic.range.lower
        }
    }
    let fixed = text.applying(diagnostic.edits)
    if count(fixed) >= count(text) {
        Issue.record("\(text) → \(fixed): \(diagnostic.code.name) \(diagnostic.message.english)")
    }
}
