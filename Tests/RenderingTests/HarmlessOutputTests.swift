import Documents
import QueryLanguage
import Rendering
import Testing

@Suite struct HarmlessOutputTests {
    /// Everything that must not reach a terminal, and a few neighbours that may.
    private static let harmful: [UInt32] =
        Array(0...0x1F) + Array(0x7F...0x9F) + Array(0x202A...0x202E) + Array(0x2066...0x2069)
        + [0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF, 0xFDD0, 0xFFF9, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFE]

    private static func text(_ value: UInt32) -> String { Unicode.Scalar(value).map { String(Character($0)) } ?? "" }

    private func isHarmless(_ output: String, allowing kept: String = "\n") -> Bool {
        !output.unicodeScalars.contains { scalar in
            HarmlessOutputTests.harmful.contains(scalar.value) && !kept.unicodeScalars.contains(scalar)
        }
    }

    @Test func noFieldCarriesAControlToATerminalOrPipe() throws {
        for value in HarmlessOutputTests.harmful {
            let bad = "甲" + HarmlessOutputTests.text(value) + "乙"
            let article = FixtureArticle(
                title: bad, author: bad, pageName: bad, column: bad, body: [.heading(bad, level: 1), .paragraph(bad)])
            let archive = Archive(shards: [FixtureShard.shard(bad, [article])])
            for layer in Layer.allCases {
                #expect(isHarmless(try terminal(Fixture.units(archive, layer, hits: "甲"))), "\(value)")
                #expect(isHarmless(try rendered(renderPipe, Fixture.units(archive, layer, hits: "甲")), allowing: "\n\t"))
                #expect(isHarmless(try rendered(renderJSONLines, Fixture.units(archive, layer, hits: "甲"))))
                for format in exportFormats {
                    let output = try rendered(format.write, Fixture.units(archive, layer, hits: "甲"))
                    #expect(isHarmless(output, allowing: "\n\r\t"), "\(format.name) \(value)")
                }
            }
        }
    }

    @Test func tablesTextAndDiagnosticsCarryNone() throws {
        for value in HarmlessOutputTests.harmful {
            let bad = "甲" + HarmlessOutputTests.text(value) + "乙"
            let table = {
                QueryResult.table(
                    TableResult(archive: Fixture.none, columns: [Column(verbatim: bad, .text)], rows: [TableRow([.text(bad)])]))
            }
            #expect(isHarmless(try terminal(table())))
            #expect(isHarmless(try rendered(renderPipe, table())))
            let text = QueryResult.text(TextResult(lines: [.init(bad), .init(bad, style: .code)]))
            #expect(isHarmless(try terminal(text)))
            #expect(isHarmless(try rendered(renderPipe, text)))
            #expect(isHarmless(visible(bad), allowing: ""))
        }
    }

    @Test func picturesSayWhatStoodThere() {
        #expect(visible("a\u{1B}\u{0}\r\u{7F}\u{9B}\u{202E}\u{FFFE}\u{10FFFF}") == "a␛␀␍␡‹U+009B›‹U+202E›‹U+FFFE›‹U+10FFFF›")
    }

    @Test func ordinaryTextIsNotTouched() throws {
        let text = "“党员”，——…（）《》「」ＡＢ\u{3000}é😀👨\u{200D}👩𠮷\u{FE0F}\u{2027}\u{2030}\u{FFFD}"
        #expect(visible(text) == text)
        #expect(try rendered(renderPipe, .text(TextResult([text]))) == text + "\n")
    }
}

@Suite struct SinkTests {
    private struct Stop: Error {}

    private func endless() -> QueryResult {
        .units(
            UnitResult(archive: Fixture.one, layer: .paragraph) {
                var batch = Regions(layer: .paragraph, shard: 0)
                batch.append(unit: 0, span: Fixture.one.shards[0].paragraphs[0])
                return batch
            })
    }

    @Test func aSinkThatThrowsStopsTheRendering() {
        for render in [renderTerminal, renderPipe, renderJSONLines] + exportFormats.filter({ $0.name != "svg" }).map({ $0.write }) {
            var pieces = 0
            #expect(throws: Stop.self) {
                _ = try render(endless(), RenderOptions()) { _ in
                    pieces += 1
                    if pieces == 5 { throw Stop() }
                }
            }
            #expect(pieces == 5)
        }
    }

    @Test func anErrorOfTheResultComesThrough() {
        let broken = QueryResult.units(UnitResult(archive: Fixture.one, layer: .paragraph) { throw Interrupted() })
        #expect(throws: Interrupted.self) { _ = try renderPipe(broken, RenderOptions()) { _ in } }
    }
}
