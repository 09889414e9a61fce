import Documents
import QueryLanguage
import Testing

@testable import Rendering

@Suite struct SVGTests {
    @Test(arguments: PlotKind.allCases) func everyDrawingIsWellFormedAndTheSameEachTime(_ kind: PlotKind) throws {
        let twins = zip(Plots.awkward(kind), Plots.awkward(kind))
        for (first, second) in twins {
            let caption = ResultCaption(query: "find '<script>' | plot", archive: "a&b\u{1B}", articles: 3)
            let options = RenderOptions(caption: caption)
            let drawing = try rendered(SVG().write, first, options)
            #expect(try drawing == rendered(SVG().write, second, options))
            #expect(isWellFormed(drawing), "\(drawing)")
            #expect(drawing.contains("find &#39;&lt;script&gt;&#39;") && drawing.contains("a&amp;b␛"))
            #expect(!drawing.contains(/[" ML](nan|-?inf)/))
        }
    }

    @Test func aDrawingNeedsNothingFromElsewhere() throws {
        for kind in PlotKind.allCases {
            for table in Plots.awkward(kind) {
                let drawing = try rendered(SVG().write, table)
                #expect(drawing.ranges(of: "http").count == 1, "only the name of the format")
                for word in ["href", "<script", "@import", "<image", "<style"] { #expect(!drawing.contains(word)) }
            }
        }
    }

    @Test func seriesDifferByPatternDashAndMark() throws {
        let rows: [[Cell]] = [[.integer(1999), .integer(1), .integer(2)], [.integer(2000), .integer(3), .integer(1)]]
        let bars = try rendered(SVG().write, Plots.table(.bars, rows, names: ["甲", "乙"]))
        #expect(bars.contains("<pattern id=\"series1\"") && bars.contains("fill=\"url(#series1)\""))
        let lines = try rendered(SVG().write, Plots.table(.lines, rows, names: ["甲", "乙"], axis: .number))
        #expect(lines.contains("stroke-dasharray=\"7 4\""))
    }

    @Test func whatIsNoDrawingGivesNone() throws {
        #expect(try rendered(SVG().write, Tables.mixed) == "")
    }
}

/// Whether tags are closed in order, attributes quoted and special signs escaped. No full parser: what a writer gets wrong.
func isWellFormed(_ markup: String) -> Bool {
    var open: [Substring] = []
    var rest = Substring(markup)
    while let start = rest.firstIndex(of: "<") {
        guard isText(rest[..<start]), let end = rest[start...].firstIndex(of: ">") else { return false }
        let tag = rest[rest.index(after: start)..<end]
        rest = rest[rest.index(after: end)...]
        if tag.hasPrefix("/") {
            guard open.popLast() == tag.dropFirst() else { return false }
        } else {
            let name = tag.prefix { $0.isLetter || $0.isNumber }
            let quotes = tag.filter { $0 == "\"" }.count
            guard !name.isEmpty, quotes.isMultiple(of: 2), quotes == 2 * tag.filter({ $0 == "=" }).count, isText(tag) else { return false }
            if !tag.hasSuffix("/") { open.append(name) }
        }
    }
    return open.isEmpty && isText(rest)
}

/// Whether every `&` begins an entity.
private func isText(_ text: Substring) -> Bool {
    text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().allSatisfy { piece in
        ["amp;", "lt;", "gt;", "quot;", "#39;"].contains { piece.hasPrefix($0) }
    }
}
