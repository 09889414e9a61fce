import Documents
import QueryLanguage
import SourceText
import Testing

@testable import Rendering

/// Tables to be drawn; each use makes a new one.
enum Plots {
    static func table(_ kind: PlotKind, _ rows: [[Cell]], names: [String] = ["次数"], axis: CellKind = .text) -> QueryResult {
        let columns = [Column("section", zh: "节名", axis)] + names.map { Column(verbatim: $0, .number) }
        let plot = Plot(kind, axis: 0, values: Array(1...names.count))
        return .table(TableResult(archive: Fixture.none, columns: columns, style: .plot(plot), rows: rows.map { TableRow($0) }))
    }

    static let awkward: [Cell] = [
        .integer(0), .decimal(.nan), .decimal(.infinity), .decimal(-3.5), .decimal(1e300), .decimal(-.greatestFiniteMagnitude), .empty,
        .integer(.max), .decimal(1e-300), .text("no number"), .integer(7),
    ]

    /// What a drawing must survive, in every kind.
    static func awkward(_ kind: PlotKind) -> [QueryResult] {
        let label = Cell.text("很长的标题\u{1B}[31m，\t长到哪里也放不下\n的<b>标题&")
        let twelve = (1...12).map { "系列\($0)" }
        return [
            table(kind, []), table(kind, [[.text("一"), .integer(3)]]),
            table(kind, [[.text("一"), .integer(0)], [.text("二"), .integer(0)]]),
            table(kind, awkward.map { [label, $0] }), table(kind, awkward.map { [$0, $0] }, axis: .number),
            table(kind, (0..<300).map { [.text("第\($0)"), .integer($0 % 17)] }), table(kind, [[]]), table(kind, [[.empty, .empty]]),
            table(
                kind, (0..<40).map { row in [.integer(1980 + row)] + twelve.indices.map { .integer(row * $0 - 40) } }, names: twelve,
                axis: .number),
            table(kind, (0..<3000).map { [.integer($0), .decimal(Double($0 % 100))] }, axis: .number),
        ] + (kind == .strip ? [strip, longStrip] : [])
    }

    static var strip: QueryResult { strip([("引言", 2, 10), ("引言", 10, 10), ("新的任务", nil, 40)]) }

    private static var longStrip: QueryResult { strip((0..<500).map { ("文\($0 / 2)", Double($0 % 7) * 1e9, 10) }) }

    private static func strip(_ hits: [(String, Double?, Int)]) -> QueryResult {
        let columns = [Column("in", zh: "所在", .text), Column("position", zh: "字位", .number), Column("of", zh: "总字数", .number)]
        let rows = hits.map { TableRow([.text($0.0), $0.1.map(Cell.decimal) ?? .empty, .integer($0.2)]) }
        return .table(
            TableResult(archive: Fixture.none, columns: columns, style: .plot(Plot(.strip, axis: 0, values: [1, 2])), rows: rows))
    }
}

@Suite struct PlotTests {
    @Test func barsHaveTheirNumberBeforeThemAndAnAxisBelow() throws {
        let table = Plots.table(.bars, [[.text("引言"), .integer(1)], [.text("新的任务"), .integer(11)], [.text("空"), .integer(0)]])
        #expect(
            try terminal(table, width: 40) == """
                次数 by section
                引言       1 │██▍
                新的任务  11 │██████████████████████████
                空         0 │
                             └───────────┴───────────┴──
                             0           5          10

                """)
    }

    @Test func negativeBarsLieLeftOfZero() throws {
        let table = Plots.table(.bars, [[.text("甲"), .integer(-2)], [.text("乙"), .integer(4)]])
        #expect(
            try terminal(table, width: 30) == """
                次数 by section
                甲  -2 ███████│
                乙   4        │██████████████▋
                       ┴──────┴───────┴──────┴
                      -2      0       2      4

                """)
    }

    @Test func seriesHavePatternsOfTheirOwn() throws {
        let table = Plots.table(.bars, [[.text("甲"), .integer(2), .integer(4)]], names: ["党员", "群众"])
        #expect(
            try terminal(table, width: 30) == """
                section
                █ 党员   ░ 群众
                甲  2 │████████████
                    4 │░░░░░░░░░░░░░░░░░░░░░░░
                      └───────────┴──────────┴
                      0           2          4

                """)
    }

    @Test func aStripHasAStrokeForEachHitAndALaneForATextWithoutAny() throws {
        #expect(
            try terminal(Plots.strip, width: 60) == """
                引言      ⣀⣀⣀⣇⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣸⣀⣀⣀             2 / 10
                新的任务  ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀             0 / 40
                          0             50          100 %  hits / characters

                """)
    }

    @Test func aHeatMapShowsNumbersAndShades() throws {
        let table = Plots.table(.heat, [[.text("甲"), .integer(0), .integer(4)], [.text("乙"), .integer(1), .empty]], names: ["党员", "群众"])
        #expect(
            try terminal(table, width: 40) == """
                section
                    党员  群众
                甲  0     4 ██
                乙  1 ░░  –
                0 ░░ 1 ▒▒ 2 ▓▓ 3 ██ 4

                """)
    }

    @Test(arguments: PlotKind.allCases, [16, 17, 23, 40, 80, 121]) func noDrawingIsWiderThanTheTerminal(_ kind: PlotKind, _ width: Int)
        throws
    {
        for ambiguous in 1...2 {
            let caption = ResultCaption(query: "freq 群众 by=section | sort 群众 desc", archive: "seeds\u{1B}", articles: 1)
            for table in Plots.awkward(kind) {
                let options = RenderOptions(width: width, ambiguousWidth: ambiguous, caption: caption)
                let shown = try rendered(renderTerminal, table, options)
                for line in shown.split(separator: "\n") {
                    #expect(displayWidth(String(line), ambiguous: ambiguous) <= width, "\(line)")
                    #expect(line.last != " ")
                }
                #expect(!shown.utf8.contains(0x1B) && !shown.utf8.contains(0x09))
            }
        }
    }

    @Test(arguments: PlotKind.allCases) func colourAddsNothingButColour(_ kind: PlotKind) throws {
        let twins = zip(Plots.awkward(kind), Plots.awkward(kind))
        for (plain, coloured) in twins {
            let shown = try terminal(coloured, width: 60, .colour)
            #expect(try terminal(plain, width: 60) == shown.replacing(/\x{1B}\[[0-9;]*m/, with: ""))
        }
    }

    @Test func overAPipeADrawingHasEightyColumnsAndTheCaption() throws {
        let options = RenderOptions(caption: ResultCaption(query: "count by=section", archive: "seeds", articles: 1234))
        let shown = try rendered(renderPipe, Plots.table(.bars, [[.text("甲"), .integer(5)]]), options)
        #expect(shown.split(separator: "\n").map { displayWidth(String($0)) }.max() == 80)
        #expect(shown.hasSuffix("\ncount by=section\nseeds (1,234 articles)\n"))
    }

    @Test func whatIsLeftOutIsSaid() throws {
        let many = (0..<300).map { [Cell.text("第\($0)"), .integer($0)] }
        #expect(try terminal(Plots.table(.bars, many)).contains("… the first 60 of 300 are drawn"))
        let dense = (0..<3000).map { [Cell.integer($0), .integer(1)] }
        #expect(try terminal(Plots.table(.lines, dense, axis: .number)).contains("… 3,000 points, each drawn is the mean of 20 neighbours"))
        let odd: [[Cell]] = [[.integer(1999), .decimal(.nan)], [.empty, .integer(1)], [.integer(2000), .integer(2)]]
        let shown = try terminal(Plots.table(.lines, odd, axis: .number))
        #expect(shown.contains("… not drawn, no finite number: 1") && shown.contains("… not drawn, without section: 1"))
    }

    @Test func aTableWithARowACellIsSpreadOverSeries() throws {
        let columns = [Column(.section), Column(.author), Column("count", zh: "计数", .number)]
        let rows: [[Cell]] = [
            [.text("甲"), .text("张"), .integer(1)], [.text("甲"), .text("李"), .integer(2)], [.text("乙"), .text("张"), .integer(3)],
        ]
        let frame = PlotFrame(rows.map { TableRow($0) }, columns, Plot(.heat, axis: 0, groups: 1, values: [2]), .english)
        #expect(frame.labels == ["甲", "乙"] && frame.series.map(\.name) == ["张", "李"] && frame.measure == "count")
        #expect(frame.series.map(\.values) == [[1, 3], [2, nil]])
    }

    @Test func ticksAreRoundAndInside() {
        for (low, high) in [(0.0, 1.0), (0, 155.6), (-3.7, 12), (0, 0), (1e-9, 3e-9), (-1e300, 1e300), (1949, 2025), (5, 5)] {
            for count in 1...8 {
                let scale = AxisScale([low, high], ticks: count, isRounded: count % 2 == 0)
                #expect(!scale.ticks.isEmpty && scale.ticks.count <= 4 * count + 4)
                #expect(scale.ticks.allSatisfy { $0 >= scale.low - abs(scale.low) * 1e-6 && $0 <= scale.high + abs(scale.high) * 1e-6 })
                #expect(scale.ticks == scale.ticks.sorted() && scale.low <= min(0, low) && scale.high >= high)
            }
        }
        #expect(AxisScale([0, 155.6], ticks: 4).ticks == [0, 50, 100, 150])
        #expect(AxisScale([1949, 2025], ticks: 4, includesZero: false, isWhole: true).ticks == [1960, 1980, 2000, 2020])
    }

    @Test func numbersOfAColumnHaveTheSameDigits() {
        #expect([1.0, 1234, -7].map(NumberWording([1, 1234, -7]).callAsFunction) == ["1", "1,234", "-7"])
        #expect([22.8833, 155.587].map(NumberWording([22.8833, 155.587]).callAsFunction) == ["22.9", "155.6"])
        #expect([-0.25, 3].map(NumberWording([-0.25, 3]).callAsFunction) == ["-0.25", "3.00"])
        #expect(NumberWording([1e300])(1e300) == "1e300" && NumberWording([2.5e-9])(2.5e-9) == "2.5e-9")
    }
}
