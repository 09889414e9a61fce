import QuerySyntax
import SourceText
import Testing

private func tree(_ query: String) -> [StatementKind] {
    let result = parse(query, vocabulary: vocabulary)
    #expect(result.diagnostics.isEmpty, "\(query)")
    return result.script.statements.map(\.kind)
}

private func arguments(_ query: String) -> Arguments? { command(query)?.arguments }

private func command(_ query: String) -> Command? {
    guard case .pipeline(let pipeline)? = tree(query).first, case .command(let command)? = pipeline.stages.last?.kind else {
        return nil
    }
    return command
}

private func node<Kind>(_ kind: Kind) -> Node<Kind> { Node(kind, SourceRange(0, 0)) }

private func phrase(_ parts: PhrasePart...) -> Pattern { node(.phrase(parts)) }

private func text(_ text: String) -> Pattern { phrase(.text(text)) }

private func word(_ word: String) -> Expression { node(.word(word)) }

@Suite struct TreeTests {
    @Test(arguments: [
        ("section 新的任务 | grep 党员", "section　新的任务　｜　grep　党员"),
        ("where len >= 100 and year != 1999", "where len ＞＝ 100 且 year ！＝ 1999"),
        ("where len == 3", "where len = 3"),
        ("where len + 1 = 3", "where len ＋ 1 ＝ 3"),
        ("count by=year,section", "count ｂｙ＝year，section"),
        ("let 甲 = sections\ncount", "令 甲＝sections；count"),
        ("sections | count", "sections # 注释\n\n# 注释\n | count"),
        ("intersect (sents | count)", "intersect （\nsents\n| count\n）"),
        ("def f(a) = grep $a", "定义 ｆ（a）＝grep ＄a"),
        ("f(a, b)", "f（a，b）"),
        ("_3", "＿３"),
        ("fmt zh let a = sents", "改写 zh 令 a ＝ sents"),
        ("grep a or b c", "grep a 或 b 且 c"),
        ("grep a and not b", "grep a 非 b"),
    ])
    func spellingsOfOneQueryAreOneTree(_ a: String, _ b: String) {
        #expect(tree(a) == tree(b))
    }

    @Test func wordsAndStringsAreCutAtGaps() {
        #expect(arguments("find 从…入手") == .patterns(phrase(.text("从"), .gap, .text("入手"))))
        #expect(arguments("find 从......入手……") == .patterns(phrase(.text("从"), .gap, .text("入手"), .gap)))
        #expect(arguments("find \"a…b\"") == .patterns(phrase(.text("a"), .gap, .text("b"))))
        #expect(arguments("find \"a\\……b\"") == .patterns(text("a……b")))
        #expect(arguments("find 'a…b'") == .patterns(node(.raw("a…b"))))
        #expect(arguments("find a..b") == .patterns(text("a..b")))
        #expect(phraseParts(of: "从…入手") == [.text("从"), .gap, .text("入手")])
    }

    @Test func andBindsTighterThanOr() {
        let both = node(PatternKind.and([text("b"), node(.not(text("c")))]))
        #expect(arguments("grep a or b not c") == .patterns(node(.or([text("a"), both]))))
        #expect(arguments("grep (a or b) c") == .patterns(node(.and([node(.or([text("a"), text("b")])), text("c")]))))
        let sum = node(ExpressionKind.arithmetic(word("a"), .plus, node(.arithmetic(word("b"), .times, word("c")))))
        let first = node(ExpressionKind.comparison(sum, .less, word("3")))
        let second = node(ExpressionKind.not(node(.membership(word("d"), [word("1"), word("2")]))))
        #expect(arguments("where a + b * c < 3 and not d in (1, 2)") == .expression(node(.and(first, second))))
    }

    @Test func subtractionAssociatesToTheLeft() {
        let left = node(ExpressionKind.arithmetic(word("a"), .minus, word("b")))
        #expect(arguments("where a - b - c") == .expression(node(.arithmetic(left, .minus, word("c")))))
    }

    @Test func namedArgumentsStandAnywhere() {
        for query in ["find 党建 except=社区党建 机制", "find except=社区党建 党建 机制", "find 党建 机制 except=社区党建"] {
            let found = command(query)
            #expect(found?.arguments == .patterns(node(.and([text("党建"), text("机制")]))))
            #expect(found?.named == [NamedArgument(name: node("except"), values: [node(.word("社区党建"))])])
        }
    }

    @Test func functionsThatTakePatternsAreKnownFromTheTable() {
        let count = node(ExpressionKind.patternCall(node("count"), node(.or([text("a"), text("b")]))))
        #expect(arguments("where count(a or b) > 3") == .expression(node(.comparison(count, .greater, word("3")))))
        #expect(arguments("where len(a)") == .expression(node(.call(node("len"), [word("a")]))))
    }

    @Test func quotationsNestByDirection() {
        #expect(arguments("section “a “b” c”") == .values([node(.string("a “b” c"))]))
        #expect(arguments("section ‘a\\‘b’’") == .values([node(.raw("a\\‘b’"))]))
        #expect(arguments("section \"\\\"\\u{4E2D}\\n\"") == .values([node(.string("\"中\n"))]))
    }

    @Test func regularExpressionsAndPathsAreToldApart() {
        #expect(arguments("grep /a\\/b c/si") == .patterns(node(.regex(Regex(source: "a/b c", flags: "is")))))
        #expect(arguments("open /data/ a=b") == .values([node(.word("/data/"))]))
        #expect(arguments("open /data/a=b") == .values([node(.word("/data/a=b"))]))
        #expect(arguments("open 报告（一），二.txt, b") == .values([node(.word("报告（一），二.txt")), node(.word("b"))]))
        #expect(command("to csv file=/data/x.csv")?.named.first?.values == [node(.word("/data/x.csv"))])
    }

    @Test func wordsKeepTheirWidth() {
        #expect(arguments("grep １９９８") == .patterns(text("１９９８")))
        #expect(arguments("head ５") == .values([node(.word("５"))]))
        #expect(foldingWidth("－５％") == "-5%")
    }

    @Test func anUnknownCommandIsNotJudged() {
        let found = command("filter len > 100 x=3")
        #expect(found?.arguments == .unknown([node(.word("len")), node(.word("100"))]))
        #expect(found?.named.map(\.name.kind) == ["x"])
    }

    @Test func recoveryKeepsTheOtherStagesAndStatements() {
        let result = parse("sections | | grep a ! | count by= ; head ) 3\nwhere len > | head 1\nlet = x\nsents", vocabulary: vocabulary)
        #expect(result.diagnostics.map(\.code.name) == ["E08", "E19", "E12", "E09", "E17", "E10"])
        #expect(result.script.statements.count == 5)
    }

    @Test func aLineThatBeginsWithAPipeGoesOnFromTheLastResult() {
        guard case .pipeline(let pipeline)? = tree("| count").first else { return #expect(Bool(false)) }
        #expect(pipeline.continuesLastResult)
        #expect(pipeline.stages.count == 1)
    }

    @Test(arguments: ["sections |", "grep a or", "count by=", "where len >", "keyness (sents", "grep \"a", "grep “a\n", "derive a = len,"])
    func anOpenLineAsksForMore(_ query: String) {
        #expect(parse(query, vocabulary: vocabulary).isIncomplete)
        #expect(parse(query + "\n", vocabulary: vocabulary).isIncomplete)
    }

    @Test(arguments: ["let", "near 党组织", "grep /a", "sections )", "a | | b (", "grep 消除“空白点” |", "where"])
    func aLineThatIsWrongOrEndsEarlyDoesNotAskForMore(_ query: String) {
        #expect(!parse(query, vocabulary: vocabulary).isIncomplete)
    }

    @Test func theCureOfAPlaceDependsOnWhatFollows() {
        let result = parse("gerp 党员  ", vocabulary: vocabulary)
        #expect(result.cure(at: SourceRange(0, 4)) == .none)
        #expect(result.cure(at: SourceRange(5, 11)) == .moreOnThisLine)
        #expect(parse("gerp\n", vocabulary: vocabulary).cure(at: SourceRange(0, 4)) == .none)
    }

    @Test func codesHaveNamesOfTheirOwnAndExamplesThatShowThem() {
        #expect(Set(syntaxCodes).count == syntaxCodes.count)
        for code in syntaxCodes {
            let wrong = parse(code.example.wrong, vocabulary: vocabulary).diagnostics
            #expect(wrong.contains { $0.code == code }, "\(code.name)")
            #expect(parse(code.example.right, vocabulary: vocabulary).diagnostics.isEmpty, "\(code.name)")
        }
    }

    @Test func everyKeywordIsReadInBothSpellings() {
        for keyword in Keyword.allCases {
            #expect(Keyword(spelling: keyword.english) == keyword)
            #expect(Keyword(spelling: keyword.chinese) == keyword)
        }
    }
}

@Suite struct TokenTests {
    private func kinds(_ source: String, _ context: LexicalContext = .values) -> [TokenKind] {
        lex(source, context: context).map(\.kind).filter { $0 != .blank }
    }

    @Test func marksAreTheSameInBothWidths() {
        #expect(kinds("a｜b；（c）＝＜＝！＝") == kinds("a|b;(c)=<=!="))
        #expect(kinds("a|b;(c)") == [.word, .pipe, .word, .semicolon, .leftParen, .word, .rightParen])
    }

    @Test func wordsHoldOperatorsAndPunctuation() {
        for word in ["1999..2003", "-5", "99%", "《中共上海市委", "中共中央、国务院", "a7¶13s2", "a#b", "len*2", "a$b"] {
            #expect(kinds(word) == [.word])
        }
    }

    @Test func bracketsGluedToTheLeftAreTokensOfTheirOwn() {
        #expect(kinds("f(a) (b)") == [.word, .gluedLeftParen, .word, .rightParen, .leftParen, .word, .rightParen])
    }

    @Test func commentsBeginAtTheStartOfATokenOnly() {
        #expect(kinds("a #b\nc") == [.word, .comment, .newline, .word])
        #expect(kinds("＃ x") == [.comment])
    }

    @Test func slashesDependOnTheContext() {
        #expect(kinds("/a b/i", .patterns) == [.regex])
        #expect(kinds("/a b/i", .values) == [.regex])
        #expect(kinds("/a b/i", .paths) == [.word, .word])
        #expect(kinds("/data/x b", .values) == [.word, .word])
        #expect(lex("/a b", context: .patterns).map(\.flaw) == [.unclosed])
        #expect(lex("/a/x b", context: .patterns).first?.flaw == .runOn)
    }
}
