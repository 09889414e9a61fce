import Documents
import QueryLanguage
import SourceText
import Testing

@testable import Rendering

@Suite struct HTMLTests {
    private let options = RenderOptions(caption: ResultCaption(query: "grep '<b>&'", scope: "articles", archive: "甲\"乙", articles: 2))

    private func page(_ result: QueryResult, _ language: Language = .english) throws -> String {
        var options = options
        options.language = language
        return try rendered(HTML().write, result, options)
    }

    /// What stands between the tags of the page's main part.
    private func main(_ result: QueryResult) throws -> String {
        let page = try page(result)
        let start = try #require(page.firstRange(of: "<main lang=\"zh\">\n")).upperBound
        return String(page[start..<(try #require(page.firstRange(of: "</main>"))).lowerBound])
    }

    private var everything: [QueryResult] {
        let layers = [Layer.article, .section, .paragraph, .sentence, .span].map {
            Fixture.units(Fixture.two, $0, hits: "党员", attributes: $0 == .span ? [Column("speaker", zh: "说话人", .text)] : [])
        }
        let text = TextResult(lines: [
            .init("标题<\u{1B}", style: .title), .init("", style: .plain), .init("党员", address: "¶1", marks: [0..<3, 2..<9]),
        ])
        return layers + [Tables.mixed, Tables.concordance, .number(NumberResult(value: 5, unit: .paragraph, of: 18)), .text(text)]
            + PlotKind.allCases.flatMap { Plots.awkward($0) }
    }

    @Test func everyPageIsWellFormedAndFetchesNothing() throws {
        for result in everything {
            let page = try page(result)
            let body = page.split(separator: "<body>")[1].split(separator: "<script>")[0] + "</body>"
            #expect(isWellFormed("<body>" + body.replacing("<br>", with: "")), "\(body)")
            #expect(!page.unicodeScalars.contains { isHarmful($0.value) && $0 != "\n" && $0 != "\t" })
            for word in ["src=", "href=", "@import", "https:", "<link", "<iframe"] { #expect(!page.contains(word)) }
            #expect(page.replacing("http://www.w3.org/2000/svg", with: "").firstRange(of: "http:") == nil)
            #expect(page.contains("default-src &#39;none&#39;"))
        }
    }

    @Test func theQueryAndTheArchiveAreTheCaption() throws {
        let english = try page(Tables.mixed)
        #expect(english.contains("<h1 lang=\"zh\">grep &#39;&lt;b&gt;&amp;&#39;</h1>"))
        #expect(english.contains("甲&quot;乙 (2 articles) · within articles") && english.contains("<html lang=\"en\">"))
        let chinese = try page(Tables.mixed, .chinese)
        #expect(chinese.contains("<html lang=\"zh-CN\">") && chinese.contains("甲&quot;乙（2 篇）") && chinese.contains("<p>3 行</p>"))
    }

    @Test func unitsStandUnderTheirArticleAndSectionWithMarkedHits() throws {
        let shown = try main(Fixture.units(Fixture.one, .paragraph, hits: "党员"))
        #expect(shown.contains("<h2>加强基层组织建设的新实践</h2><p class=\"meta\">1999-10-12 · p. 11 · 孟建柱</p>\n<h3>引言</h3>"))
        #expect(shown.contains("<span class=\"address\">¶1</span><p>社区党建，大有可为，<mark>党员</mark>要带头。</p>"))
        #expect(shown.contains("<h3>新的任务 / 一、其中</h3>"))
    }

    @Test func aSpanOpensToItsParagraph() throws {
        let shown = try main(Fixture.units(Fixture.one, .span, hits: "大有可为"))
        #expect(
            shown.contains(
                "<details><summary class=\"row\"><span class=\"address\">¶1s1</span><span class=\"text\">社区党建，<mark>大有可为</mark>，党员要带头。</span>"
                    + "</summary><p class=\"context\">社区党建，<mark>大有可为</mark>，党员要带头。</p></details>"))
    }

    @Test func aConcordanceLineOpensToItsParagraph() throws {
        let shown = try main(Tables.concordance)
        #expect(
            shown.contains(
                "<span class=\"left\"><span>a</span></span><span class=\"after\"><mark>从我做起</mark><span>短</span></span></summary>"))
        #expect(shown.contains("<span class=\"meta\">加强基层组织建设的新实践 · 1999-10-12 · p. 11 · 孟建柱 · 新的任务</span>今后一个时期"))
    }

    @Test func textIsEscapedWhereverItStands() throws {
        let evil = "<script>alert(\"1\")</script>&'\u{1B}"
        let columns = [Column(verbatim: evil, .text), Column(verbatim: "n", .number)]
        let table = TableResult(archive: Fixture.none, columns: columns, rows: [TableRow([.text(evil), .integer(1)])])
        let shown = try main(.table(table))
        #expect(!shown.contains("<script") && shown.ranges(of: "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;␛").count == 2)
    }

    @Test func numbersAreToTheRightWithPointsUnderPoints() throws {
        let shown = try main(Tables.mixed)
        #expect(shown.contains("<th data-kind=\"number\" class=\"n\" scope=\"col\">次数</th>"))
        #expect(shown.contains("<td class=\"n\">0.50</td>") && shown.contains("<td class=\"n\">12.25</td>"))
    }

    @Test func rowsAreWrittenAsTheyCome() throws {
        var pulled = 0
        let result = TableResult(archive: Fixture.none, columns: [Column(verbatim: "n", .text)]) {
            pulled += 1
            return pulled <= 2000 ? [TableRow([.text(String(repeating: "字", count: 100))])] : nil
        }
        var firstPiece = 0
        _ = try HTML().write(.table(result), options) { _ in if firstPiece == 0 { firstPiece = pulled } }
        #expect(firstPiece < 300 && pulled == 2001)
    }

    @Test func aVeryLongConcordanceSaysWhichLinesOpen() throws {
        guard case .table(let one) = Tables.concordance, let row = try one.next()?.first else { return }
        let rows = [TableRow](repeating: row, count: HTMLPage.mostContexts + 7)
        let page = try page(.table(TableResult(archive: one.archive, columns: one.columns, style: .concordance, rows: rows)))
        #expect(page.ranges(of: "<details>").count == HTMLPage.mostContexts)
        #expect(page.contains("The first 5,000 rows can be opened for their paragraph, the other 7 not"))
        #expect(page.ranges(of: "class=\"line\"").count == rows.count)
    }

    /// A browser runs the script only where its digest is the one that the page names.
    @Test func theDigestIsThatOfTheScript() {
        #expect(base64(SHA256.digest(Array("abc".utf8))) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
        #expect(base64(SHA256.digest(Array(HTMLPage.script.utf8))) == HTMLPage.scriptDigest)
    }
}

private func base64(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return stride(from: 0, to: bytes.count, by: 3).map { start in
        let piece = bytes[start..<min(start + 3, bytes.count)]
        let bits = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
        let text = [18, 12, 6, 0].map { signs[bits >> $0 & 63] }
        return String(text.prefix(piece.count + 1)) + String(repeating: "=", count: 3 - piece.count)
    }.joined()
}

/// SHA-256 by FIPS 180-4; the constants are the first bits of roots of the first primes, and computed as such.
private enum SHA256 {
    private static let primes = (2...311).filter { number in (2..<number).allSatisfy { number % $0 != 0 } }

    private static func fraction(_ root: Double) -> UInt32 { UInt32((root - root.rounded(.down)) * 4_294_967_296) }

    private static func cubeRoot(_ number: Double) -> Double {
        (0..<60).reduce(number) { guess, _ in guess - (guess * guess * guess - number) / (3 * guess * guess) }
    }

    static func digest(_ message: [UInt8]) -> [UInt8] {
        var bytes = message + [0x80]
        while bytes.count % 64 != 56 { bytes.append(0) }
        bytes += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: (message.count * 8) >> $0) }
        var state = primes.prefix(8).map { fraction(Double($0).squareRoot()) }
        for block in stride(from: 0, to: bytes.count, by: 64) { mix(&state, bytes[block..<block + 64]) }
        return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
    }

    private static func mix(_ state: inout [UInt32], _ block: ArraySlice<UInt8>) {
        func turn(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
        var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { block[$0..<$0 + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        for index in 16..<64 {
            let (near, far) = (words[index - 2], words[index - 15])
            let first = turn(far, 7) ^ turn(far, 18) ^ far >> 3
            let second = turn(near, 17) ^ turn(near, 19) ^ near >> 10
            words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
        }
        var s = state
        for index in 0..<64 {
            let choice = s[4] & s[5] ^ ~s[4] & s[6]
            let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
            let rounded = fraction(cubeRoot(Double(primes[index])))
            let one = s[7] &+ (turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)) &+ choice &+ rounded &+ words[index]
            let two = (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) &+ majority
            s = [one &+ two, s[0], s[1], s[2], s[3] &+ one, s[4], s[5], s[6]]
        }
        state = zip(state, s).map { $0 &+ $1 }
    }
}
