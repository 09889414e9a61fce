import Documents
@testable import PatternMatching
import Testing

private func variants(_ scalar: Unicode.Scalar) -> String {
    Folding.variants(of: scalar).map { String($0) }.sorted().joined()
}

private func sorted(_ text: String) -> String { text.unicodeScalars.map { String($0) }.sorted().joined() }

@Test(
    "one simplified character stands for several traditional ones, and each for the others",
    arguments: ["发發髮", "后後", "台臺檯颱枱", "干乾幹榦", "里裏裡哩", "复復複覆", "钟鐘鍾锺鈡", "为為爲", "说說説", "群羣", "着著", "了瞭", "党黨", "员員"])
func classes(_ word: String) {
    for scalar in word.unicodeScalars { #expect(variants(scalar) == sorted(word)) }
}

@Test("characters that readers keep apart stay apart", arguments: [("画", "划"), ("炼", "链"), ("周", "赒"), ("坏", "坯"), ("一", "壹")])
func apart(_ one: Unicode.Scalar, _ other: Unicode.Scalar) {
    #expect(!Folding.variants(of: one).contains(other))
    #expect(Folding.representative(of: one) != Folding.representative(of: other))
}

@Test func `width folds for the marks, digits and letters of ASCII and the blank, and case does not`() {
    for value in UInt32(0x21)...0x7E {
        guard let narrow = Unicode.Scalar(value), let wide = Unicode.Scalar(value + 0xFEE0) else { continue }
        #expect(Folding.variants(of: narrow) == [narrow, wide] && Folding.variants(of: wide) == [wide, narrow])
        #expect(Folding.representative(of: wide) == narrow && Folding.representative(of: narrow) == narrow)
    }
    #expect(Folding.areEqual("ＡＢ　c", "AB c"))
    #expect(!Folding.areEqual("a", "Ａ"))
    #expect(!Folding.areEqual("「」", "“”"))
    #expect(Folding.variants(of: "\u{7F}") == ["\u{7F}"] && Folding.variants(of: "ｶ") == ["ｶ"])
}

@Test func `a class is the same whichever of its members is asked, and no character is in two`() {
    var seen: Set<Unicode.Scalar> = []
    for word in "\(scriptClasses)".split(separator: " ") {
        let members = Array(word.unicodeScalars)
        #expect(members.count > 1 && seen.isDisjoint(with: members), "\(word)")
        seen.formUnion(members)
        for member in members {
            #expect(Folding.variants(of: member) == members && Folding.representative(of: member) == members[0])
        }
    }
    #expect(seen.count > 8000)
}

@Test func `texts are equal where each character is one of the same class`() {
    #expect(Folding.areEqual("國務院關於發展", "国务院关于发展"))
    #expect(!Folding.areEqual("国务院", "国务") && !Folding.areEqual("国务", "國務院") && Folding.areEqual("", ""))
    #expect(Folding.folded("國務院５") == Folding.folded("国务院5"))
}

private let literals: [(pattern: String, piece: String, expected: [String])] = [
    ("党员", "黨員，党員，黨员", ["黨員", "党員", "黨员"]), ("黨員", "党员", ["党员"]), ("5月", "５月5月", ["５月", "5月"]),
    ("1999", "１９９９年1９９9", ["１９９９", "1９９9"]), ("a b", "a　ｂ", ["a　ｂ"]), ("头发", "頭髮出發", ["頭髮"]),
    ("仑", "𪨧崙仑", ["𪨧", "崙", "仑"]), ("从…入手", "從頭入手", ["從頭入手"]), ("国…务", "國無務国無务", ["國無務", "国無务"]),
    (",", "一，二", ["，"]), ("(一)", "（一）", ["（一）"]),
]

@Test("literals and gaps match in any form, and the hit is what stands there", arguments: literals)
func foldedLiterals(_ pattern: String, _ piece: String, _ expected: [String]) throws {
    #expect(try hits(phrase(pattern), in: piece) == expected)
}

@Test func `exact literals, gaps and regular expressions do not fold`() throws {
    let fixture = Fixture(["黨員從頭入手５"])
    for pattern in [phrase("党员"), phrase("从…入手"), regex("党"), regex("[从]"), phrase("5")] {
        #expect(try Matcher(pattern).countHits(in: fixture.pieces[0], of: fixture.text) == 1, "\(pattern)")
        let exact = try Matcher(pattern, options: MatchOptions(exact: true))
        #expect(try exact.countHits(in: fixture.pieces[0], of: fixture.text) == 0, "\(pattern)")
    }
}

@Test func `a folded literal is found at every place of a vector, in every form`() throws {
    for form in ["5月党", "５月黨", "５月党"] {
        let bytes = Array(form.utf8)
        for start in 0..<70 {
            let text = Text(copying: Array(repeating: UInt8(ascii: "x"), count: start) + bytes + bytes)
            for needle in ["5", "党", "月", "5月党", "月党"] {
                let matcher = try Matcher(phrase(needle))
                #expect(try matcher.countHits(in: Span(0, start + bytes.count), of: text) == 1)
                #expect(try matcher.countHits(in: Span(start, start + bytes.count), of: text) == 1)
                #expect(try matcher.countHits(in: Span(start + 1, start + bytes.count - 1), of: text) == (needle == "月" ? 1 : 0))
            }
        }
    }
}

@Test func `hits across the stretches of a long text are found once`() throws {
    // A stretch is a megabyte; forms of one and of three bytes around its edge.
    for shift in 0..<8 {
        let head = String(repeating: "x", count: (1 << 20) - 5 + shift)
        let text = Text(copying: (head + "５55５。" + head).utf8)
        var column = SpanColumn()
        column.append(Span(0, text.count))
        let found = try Matcher(phrase("55")).search(UnitList(column), in: text, wantsHits: true)
        #expect(found.hitCount == 2, "\(shift)")
    }
}

@Test func `bytes that are no text fold nothing and stop nothing`() throws {
    let text = Text(copying: [0xE5, 0x85] + Array("党".utf8) + [0xFF, 0xBB, 0xA8] + Array("黨".utf8) + [0xE9, 0xBB])
    #expect(try Matcher(phrase("党")).countHits(in: Span(0, text.count), of: text) == 2)
    #expect(try Matcher(.literal([0xE9, 0xBB])).countHits(in: Span(0, text.count), of: text) == 2)
    #expect(try Matcher(.literal([0x35, 0xFF])).countHits(in: Span(0, text.count), of: text) == 0)
}
