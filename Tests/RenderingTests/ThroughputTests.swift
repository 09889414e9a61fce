import Documents
import QueryLanguage
import Rendering
import Testing

/// Measures and prints; asserts only that nothing is lost. Time that grew with the square of the rows would be noticed.
@Suite struct ThroughputTests {
    private static let sentence = "今后一个时期，上海社区党建工作将着重抓好以下四项主要任务，各级党组织要发挥党员的先锋模范作用。"

    private func archive(_ rows: Int) -> Archive {
        let body = (0..<rows).map { _ in FixtureArticle.Part.paragraph(ThroughputTests.sentence + ThroughputTests.sentence) }
        let article = FixtureArticle(title: "题", author: "甲", date: PartialDate(year: 1999), page: 1, body: body)
        return Archive(shards: [FixtureShard.shard("a.txt", [article])])
    }

    private func measure(_ name: String, _ render: (@escaping TextSink) throws -> Summary) rethrows -> Summary {
        var bytes = 0
        let clock = ContinuousClock()
        let start = clock.now
        let summary = try render { bytes += $0.utf8.count }
        let elapsed = start.duration(to: clock.now)
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        print("\(name): \(summary.rows) rows, \(bytes / 1_000_000) MB, \(Int(Double(bytes) / 1e6 / max(seconds, 1e-9))) MB/s")
        return summary
    }

    @Test func oneHundredThousandRowsGoThroughAPipe() throws {
        let archive = archive(100_000)
        for layer in [Layer.paragraph, .sentence] {
            let rows = Fixture.units(archive, layer)
            #expect(try measure("pipe \(layer)") { try renderPipe(rows, RenderOptions(), to: $0) }.rows == 100_000)
        }
    }

    @Test func tenThousandRowsAreWrittenInOtherForms() throws {
        let archive = archive(10_000)
        let rows = { Fixture.units(archive, .sentence) }
        let csv = try #require(exportFormat(named: "csv"))
        let terminal = RenderOptions(width: 80, emphasis: .colour)
        #expect(try measure("json") { try renderJSONLines(rows(), RenderOptions(), to: $0) }.rows == 10_000)
        #expect(try measure("csv") { try csv.write(rows(), RenderOptions(), to: $0) }.rows == 10_000)
        #expect(try measure("terminal") { try renderTerminal(rows(), terminal, to: $0) }.rows == 10_000)
    }

    @Test func oneHugeParagraphIsWrapped() throws {
        let text = String(repeating: ThroughputTests.sentence, count: 4_000)
        let archive = Archive(shards: [FixtureShard.shard("a", [FixtureArticle(title: "题", body: [.paragraph(text)])])])
        let options = RenderOptions(width: 80)
        let summary = try measure("huge") { try renderTerminal(Fixture.units(archive, .paragraph), options, to: $0) }
        #expect(summary.rows == 1)
    }
}
