import QuerySyntax
import SourceText
import Testing

/// Texts of `count` repetitions that would exhaust a parser that recurses, backtracks or looks ahead without bounds.
func longTexts(_ count: Int) -> [String] {
    let units = [
        "a", "(", ")", "|", ";", "\n", "=", ",", "\"", "'", "“", "“”", "”", "‘a", "/", "\\", "/a", "/ ", "#", "$", "…", "...", ".", "_",
        " ", "　", "!",
        "a(", "a）", "a“ ", "a'b ", "not ", "or ", "and ", "a or ", "a,", "a=", "a=b ", "a | ", "f(", "(a | ", "fmt ", "fmt zh ", "let ",
        "def f(",
        "(not ", "\n#\n", "\n |", "\u{0}", "\u{FEFF}", "😀", "\\u{", "\"\\", "= a ",
    ]
    let beginnings = [
        "", "grep ", "grep (", "where ", "where a = ", "where a + ", "sort ", "open ", "foo ", "near ", "derive a = ", "grep \"", "f(",
    ]
    return beginnings.flatMap { beginning in units.map { beginning + String(repeating: $0, count: count) } }
}

@Suite struct LimitTests {
    @Test func longRepetitionsGiveATreeThatTiles() {
        for text in longTexts(400) {
            let result = parse(text, vocabulary: vocabulary)
            if !tile(result.tokens, text) { Issue.record("not tiled: \(text.prefix(20))") }
            #expect(result.diagnostics.count <= 100)
            #expect(result.script == result.script)
        }
    }

    @Test(arguments: ["a", "(", ")", "“", "not ", "a or ", "grep a\n", "where a = 1 and ", "/a "])
    func aMegabyteIsParsed(_ unit: String) {
        let text = "grep " + String(repeating: unit, count: 1_000_000 / unit.utf8.count)
        #expect(tile(parse(text, vocabulary: vocabulary).tokens, text))
    }

    @Test(arguments: ["grep ", "where ", "", "f", "sort "])
    func nestingIsLimited(_ beginning: String) {
        func query(_ depth: Int) -> String {
            beginning + String(repeating: "(", count: depth) + "sections" + String(repeating: ")", count: depth)
        }
        #expect(parse(query(190), vocabulary: vocabulary).diagnostics.isEmpty)
        #expect(parse(query(300), vocabulary: vocabulary).diagnostics.map(\.code) == [.tooDeep])
    }

    @Test func operatorsOfAnExpressionAreLimited() {
        let query = "where len > 0" + String(repeating: " + 1", count: 1_001) + " | count"
        let result = parse(query, vocabulary: vocabulary)
        #expect(result.diagnostics.map(\.code) == [.tooDeep])
        #expect(result.script.statements.count == 1)
    }

    @Test func manyAlternativesAreNoNesting() {
        let query = "grep a" + String(repeating: " or b", count: 5_000)
        #expect(parse(query, vocabulary: vocabulary).diagnostics.isEmpty)
    }

    @Test func diagnosticsAreLimited() {
        let query = String(repeating: "sections )\n", count: 1_000)
        #expect(parse(query, vocabulary: vocabulary).diagnostics.count == 100)
    }
}
