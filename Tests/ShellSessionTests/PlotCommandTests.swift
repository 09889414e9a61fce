import Testing

@testable import ShellSession

/// Drawings and pages as a query asks for them.
@Suite struct PlotCommandTests {
    private let folder = TemporaryFolder()

    /// What each golden drawing is made by; `wen -e 'QUERY | to svg'` writes it anew.
    private static let drawings = [
        ("bars", "freq 群众, 党员 by=section | plot"), ("lines", "freq 群众, 党员, 社区 by=para | plot"),
        ("strip", "find 党员 | plot"), ("heat", "freq 群众, 党员, 社区, 机制 by=section | plot"),
        ("signed", "freq 群众 by=section | derive 差 = 群众 - 3 | plot y=差"),
    ]

    @Test(arguments: drawings) func aDrawingIsThatOfTheGoldenFile(_ name: String, _ query: String) {
        let found = answer("\(query) | to svg")
        #expect(found.status == 0, "\(found.error)")
        #expect(found.output == readTextFile("\(repository)/Tests/Golden/plots/\(name).svg"))
    }

    @Test func theKindFollowsFromTheColumnsAndCanBeChosen() {
        func firstSigns(_ query: String) -> Substring { answer(query).output.split(separator: "\n").dropFirst().first ?? "" }
        #expect(firstSigns("freq 群众 by=section | plot").hasPrefix("引言       22.9 │█"))
        #expect(firstSigns("freq 群众 by=section | plot y=群众").hasPrefix("引言       1 │█"))
        #expect(firstSigns("freq 群众 by=section | plot 图类=热 y=群众").contains("群众"))
        #expect(firstSigns("freq 群众 by=para | plot").contains("│"))
        #expect(firstSigns("count by=section, author | plot").contains("孟建柱"))
        #expect(answer("count by=year | plot").output.contains("1999"))
        #expect(answer("kwic 党员 | plot").output == answer("find 党员 | plot").output.replacing("find", with: "kwic"))
        #expect(answer("sents | grep 党员 | plot").output.contains("9 / 707"))
    }

    /// Hits in each section, counted by `freq`.
    @Test func aStripHasAsManyHitsAsThereAre() {
        let counts = answer("freq 党员 by=section | select 党员").output.split(separator: "\n").dropFirst()
        let lanes = answer("find 党员 | plot").output.split(separator: "\n").prefix(5)
        #expect(lanes.compactMap { $0.split(separator: " ").dropFirst(2).first } == Array(counts))
    }

    @Test func theRowsOfADrawingStayRows() {
        let table = answer("freq 群众 by=section | to csv").output
        #expect(answer("freq 群众 by=section | plot | to csv").output == table)
        #expect(answer("freq 群众 by=section | plot | count").output == "5\n")
        #expect(answer("freq 群众 by=section | plot | plot kind=heat | to csv").output == table)
        #expect(answer("find 党员 | plot | where position < 100 | count").status == 0)
    }

    @Test func whatCannotBeDrawnIsAnErrorWithAFix() {
        for query in ["freq 群众 by=section | select section | plot", "files | select file | to svg", "sents | plot file=x.png"] {
            let found = answer(query)
            #expect(found.status == 2 && found.error.holds("E52"), "\(query): \(found.error)")
        }
        #expect(answer("sents | plot file=a/b.png").error.holds("plot file=a/b.svg"))
        #expect(answer("count | plot").error.holds("E31"))
        #expect(answer("freq 群众 by=section | plot kind=pie").status == 2)
    }

    @Test func theCaptionIsTheQueryThatCanBeRunAgain() {
        func caption(_ queries: String) -> [Substring] { answer(queries).output.split(separator: "\n").suffix(2) }
        #expect(caption("freq 群众 by=section | plot kind=bars") == ["freq 群众 by=section", "seeds (1 article)"])
        #expect(caption("let a = find 党员\n$a | plot") == ["find 党员", "seeds (1 article)"])
        #expect(caption("count by=section\n_ | head 3 | plot").first == "count by=section | head 3")
        #expect(caption("use section 新的任务\nfind 党员 | plot").last == "seeds (1 article) · within section 新的任务")
        let page = answer("kwic 党员 | to html file=\(folder("k.html"))")
        #expect(page.status == 0)
        #expect(readTextFile(folder("k.html"))?.contains("<h1 lang=\"zh\">kwic 党员</h1>") == true)
    }

    @Test func aFileIsWrittenByItsEnding() {
        #expect(answer("freq 群众 by=section | plot file=\(folder("a.svg"))").error.holds("written"))
        #expect(readTextFile(folder("a.svg"))?.hasPrefix("<svg xmlns=") == true)
        #expect(answer("freq 群众 by=section | plot file=\(folder("a.html"))").status == 0)
        #expect(readTextFile(folder("a.html"))?.contains("<figure>\n<svg") == true)
        #expect(folder.names == ["a.html", "a.svg"])
    }

    @Test func aScriptDrawsOnlyWhereItMay() {
        folder.makeFolder("out")
        folder.makeFolder("else")
        let file = folder.write("query.wen", "freq 群众 by=section | plot file='\(folder("else/a.svg"))'\n")
        let refused = runCaptured(QueryRequest(archives: [file], writableFolders: [folder("out")]))
        #expect(refused.status == 3 && refused.error.holds("--write"))
        #expect(readTextFile(folder("else/a.svg")) == nil)
        let allowed = runCaptured(QueryRequest(archives: [file], writableFolders: [folder("else")]))
        #expect(allowed.status == 0 && readTextFile(folder("else/a.svg")) != nil)
    }

    @Test func anEmptyDrawingSaysSo() {
        let found = answer("find 没有的话 | plot")
        #expect(found.status == 0 && found.output.hasPrefix("(there is nothing to draw)\n"))
        #expect(answer("freq 没有的话 by=section | plot").output.contains("引言      0 │\n"))
        #expect(answer("set lang zh\nfind 没有的话 | plot").output.hasPrefix("（没有可画的）\n"))
    }
}
