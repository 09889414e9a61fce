import QuerySyntax
import SourceText
import Testing

/// A query with what is wrong between `⟦` and `⟧`, the code, the query after the fix (nil: no fix), and the cure.
struct WrongQuery: CustomTestStringConvertible, Sendable {
    let marked: String
    let code: String
    let fixed: String?
    let cure: Cure

    init(_ marked: String, _ code: String, _ fixed: String? = nil, _ cure: Cure = .none) {
        self.marked = marked
        self.code = code
        self.fixed = fixed
        self.cure = cure
    }

    var testDescription: String { marked }

    /// The text without the markers, and the range between them.
    var query: (text: String, range: SourceRange) {
        let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }.map(String.init)
        let lower = parts[0].utf8.count
        return (parts.joined(), SourceRange(lower, lower + parts[1].utf8.count))
    }
}

let wrongQueries: [WrongQuery] = [
    // E01 quotations
    .init("grep ⟦\"⟧党员", "E01", "grep \"党员\"", .moreLines),
    .init("grep ⟦“⟧党“员”", "E01", "grep “党“员””", .moreLines),
    .init("grep ⟦“⟧党“员 ", "E01", "grep “党“员”” ", .moreLines),
    .init("grep ⟦『⟧党员 | count", "E01", "grep 『党员 | count』", .moreLines),
    .init("grep ⟦\"⟧a\nsections", "E01", nil, .moreLines),
    .init("where title = ⟦'⟧a", "E01", "where title = 'a'", .moreLines),
    // E02 regular expressions
    .init("grep ⟦/党.员⟧", "E02", "grep /党.员/", .moreOnThisLine),
    .init("grep ⟦/党 员 | count⟧", "E02", "grep /党 员 | count/", .moreOnThisLine),
    .init("grep ⟦/党⟧\ncount", "E02", "grep /党/\ncount"),
    .init("grep ⟦/党/员/⟧ | count", "E02", "grep '/党/员/' | count"),
    .init("grep ⟦/党/x⟧", "E02", "grep '/党/x'", .moreOnThisLine),
    // E03 glued quotations
    .init("grep ⟦消除“空白点”⟧", "E03", "grep '消除“空白点”'", .moreOnThisLine),
    .init("grep ⟦消除“空 白点”问题⟧ | count", "E03", "grep '消除“空 白点”问题' | count"),
    .init("grep ⟦“a”b⟧ c", "E03", "grep '“a”b' c"),
    .init("grep ⟦it's⟧ | count", "E03", "grep \"it's\" | count"),
    .init("grep ⟦从…“空白点”⟧ | count", "E03", "grep \"从…“空白点”\" | count"),
    .init("⟦grep“党员”⟧ | count", "E03", "grep “党员” | count"),
    .init("sections ; count by=⟦a\"b\"⟧ ; sections", "E03", "sections ; count by='a\"b\"' ; sections"),
    // E04 brackets
    .init("keyness ⟦(⟧section 新的探索", "E04", "keyness (section 新的探索)", .moreLines),
    .init("grep ((a or b ⟦(⟧c ; sections", "E04", "grep ((a or b (c))) ; sections"),
    .init("grep ⟦(⟧党员 | count", "E04", "grep (党员) | count"),
    .init("grep (⟦(⟧a | count", "E04", "grep ((a) | count"),
    .init("(open ⟦(⟧seeds | count", "E04", "(open (seeds | count))", .moreLines),
    .init("where len in ⟦(⟧1, 2", "E04", "where len in (1, 2)", .moreLines),
    .init("f⟦(⟧a, b", "E04", "f(a, b)", .moreLines),
    // E05 glued brackets
    .init("grep ⟦区（县）委⟧", "E05", "grep '区（县）委'", .moreOnThisLine),
    .init("keyness⟦(⟧section 新的探索)", "E05", "keyness (section 新的探索)"),
    .init("where title = 1 and year in⟦(⟧1999, 2000)", "E05", "where title = 1 and year in (1999, 2000)"),
    .init("where not⟦(⟧len = 3)", "E05", "where not (len = 3)"),
    .init("section ⟦区（县）委⟧ | count", "E05", "section '区（县）委' | count"),
    .init("grep 党员⟦(⟧a or b", "E05", "grep 党员 (a or b", .none),
    // E08 commands
    .init("sections | ⟦|⟧ count", "E08", "sections | count"),
    .init("sections |⟦⟧", "E08", nil, .moreLines),
    .init("sections |⟦⟧ # c\n", "E08", nil, .moreLines),
    .init("sections | ⟦;⟧ count", "E08", "sections  ; count"),
    .init("let 甲 =⟦⟧", "E08", nil, .moreLines),
    .init("keyness (⟦)⟧ | count", "E08", nil),
    .init("⟦'grep'⟧ 党员", "E08", nil),
    // E09 stray brackets
    .init("sections ⟦)⟧ | count", "E09", "sections  | count"),
    .init("grep a ⟦)))⟧", "E09", "grep a ", .moreOnThisLine),
    .init("⟦)⟧ sections", "E09", " sections"),
    // E10 names
    .init("let⟦⟧", "E10", nil, .moreOnThisLine),
    .init("let ⟦=⟧ sections", "E10", nil),
    .init("let ⟦and⟧ = sections", "E10", nil),
    .init("let ⟦a-b⟧ = sections", "E10", nil),
    .init("grep ⟦$⟧ | count", "E10", nil),
    .init("derive ⟦=⟧ len", "E10", nil),
    // E11 marks
    .init("let 甲 ⟦sections⟧", "E11", "let 甲 = sections", .moreOnThisLine),
    .init("let 甲⟦⟧", "E11", nil, .moreOnThisLine),
    .init("def f ⟦(⟧a) = grep $a", "E11", "def f(a) = grep $a"),
    .init("def f ⟦=⟧ sections", "E11", "def f() = sections"),
    .init("derive a ⟦len⟧ | count", "E11", "derive a = len | count"),
    // E12 values
    .init("count by=⟦⟧", "E12", nil, .moreLines),
    .init("count by=⟦|⟧ head 1", "E12", nil),
    .init("sort a,⟦⟧", "E12", nil, .moreLines),
    .init("sort a, ⟦,⟧ b", "E12", "sort a,  b"),
    .init("sort ⟦,⟧ b", "E12", "sort  b"),
    .init("sort a, ⟦|⟧ head 1", "E12", "sort a | head 1"),
    .init("f(a, ⟦)⟧ | count", "E12", "f(a ) | count"),
    .init("f(a, ⟦,⟧ ) | count", "E12", nil),
    .init("set exact =⟦⟧", "E12", nil, .moreLines),
    // E13 blanks before =
    .init("count by ⟦=⟧ section", "E13", "count by= section"),
    .init("grep 党员 exact ⟦=⟧ true", "E13", "grep 党员 exact= true"),
    // E14 patterns
    .init("grep 党员 or⟦⟧", "E14", nil, .moreLines),
    .init("grep not ⟦|⟧ count", "E14", nil),
    .init("grep a and ⟦or⟧ b", "E14", nil),
    .init("grep (⟦)⟧ | count", "E14", nil),
    .init("freq 党员, ⟦,⟧ 群众", "E14", nil),
    .init("near 党组织⟦⟧", "E14", nil, .moreOnThisLine),
    .init("near 党组织 ⟦|⟧ count", "E14", nil),
    // E15 empty patterns
    .init("find ⟦…⟧", "E15", nil, .moreOnThisLine),
    .init("find ⟦……⟧ | count", "E15", nil),
    .init("find ⟦\"\"⟧ | count", "E15", nil),
    .init("find ⟦//⟧ | count", "E15", nil),
    // E16 escapes
    .init("grep \"a⟦\\q⟧\"", "E16", "grep \"a\\\\q\""),
    .init("grep \"⟦\\u{110000}⟧\" | count", "E16", "grep \"\\\\u{110000}\" | count"),
    .init("where title = “⟦\\u⟧4e2d”", "E16", "where title = “\\\\u4e2d”"),
    // E17 operands
    .init("where⟦⟧", "E17", nil, .moreOnThisLine),
    .init("where len >⟦⟧", "E17", nil, .moreLines),
    .init("where len > ⟦|⟧ count", "E17", nil),
    .init("where len > 3 and ⟦)⟧ | count", "E17", nil),
    .init("derive a =⟦⟧", "E17", nil, .moreLines),
    .init("where max(len, ⟦)⟧ > 3", "E17", nil),
    // E18 glued operators
    .init("where ⟦len*2⟧ > 100", "E18", "where len * 2 > 100"),
    .init("where ⟦len/2⟧ > 100", "E18", "where len ÷ 2 > 100"),
    .init("where len(text)⟦*2⟧ > 3", "E18", "where len(text) * 2 > 3"),
    // E19 the rest
    .init("where title = ⟦社区 党建⟧", "E19", "where title = '社区 党建'", .moreOnThisLine),
    .init("grep (a ⟦|⟧ b)", "E19", nil),
    .init("grep a⟦,⟧ b", "E19", "grep a or b"),
    .init("near a b ⟦c⟧ | count", "E19", nil),
    .init("where 1 < len ⟦<⟧ 3", "E19", nil),
    .init("head ⟦!⟧ 3", "E19", nil),
    .init("_ ⟦党员⟧ | count", "E19", nil),
    .init("sections ⟦”⟧ | count", "E19", nil),
]

@Suite struct DiagnosticTests {
    @Test(arguments: wrongQueries)
    func aWrongQueryHasItsCodePlaceAndCure(_ wrong: WrongQuery) throws {
        let (text, range) = wrong.query
        let diagnostics = parse(text, vocabulary: vocabulary).diagnostics
        let found = diagnostics.map { "\($0.code.name) \($0.range.lower)..<\($0.range.upper) \($0.cure) \($0.message.english)" }
        let diagnostic = try #require(
            diagnostics.first { $0.code.name == wrong.code && $0.range == range }, "\(range): \(found)")
        #expect(diagnostic.cure == wrong.cure, "\(found)")
        let fixed = diagnostic.edits.isEmpty ? nil : text.applying(diagnostic.edits)
        #expect(fixed == wrong.fixed, "\(found)")
    }

    @Test(arguments: wrongQueries)
    func aFixRemovesItsDiagnostic(_ wrong: WrongQuery) {
        let (text, _) = wrong.query
        for diagnostic in parse(text, vocabulary: vocabulary).diagnostics where !diagnostic.edits.isEmpty {
            expectEditsRemove(diagnostic, text)
        }
    }
}
