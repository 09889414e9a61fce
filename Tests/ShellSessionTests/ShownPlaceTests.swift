import Documents
import SourceText
import Testing

@testable import QueryEngine
@testable import ShellSession

/// Going on from what was shown: to the rows beside it, and in the text.
@Suite struct ShownPlaceTests {
    @Test func nextAndPrevGoThroughTheRowsOfTheResult() {
        let rows = answer("sents | grep 党员").output
        let listed = answer("sents | grep 党员", "show 2").output
        func walked(_ steps: String...) -> String {
            String(answer("sents | grep 党员", steps.joined(separator: "\n")).output.dropFirst(rows.count))
        }
        func row(_ number: Int) -> String { walked("_ | show \(number)") }
        #expect(rows.holds(row(2)) && row(2) != row(3) && listed == rows + row(2), "\(listed)")
        #expect(walked("show 2", "show next") == row(2) + row(3))
        #expect(walked("show 3", "show next", "show prev", "显示 上一个") == row(3) + row(4) + row(3) + row(2))
        #expect(walked("show 1..2", "show next") == row(1) + row(2) + row(3))
        #expect(walked("count", "show 4") == walked("count") + row(4))
    }

    @Test func afterAnAddressTheyGoThroughTheText() {
        #expect(answer("show ¶11\nshow next").output == answer("show ¶11").output + answer("show ¶12").output)
        #expect(answer("show ¶11\nshow prev").output == answer("show ¶11").output + answer("show ¶10").output)
        #expect(answer("show p9s1\nshow 下一个").output == answer("show p9s1").output + answer("show p10s1").output)
        #expect(answer("show p10s1\nshow 下").output == answer("show p10s1").output + answer("show p10s2").output)
        #expect(answer("show §2\nshow next").output == answer("show §2").output + answer("show §3").output)
        let lastOfParagraph = answer("paras | where len > 0 | head 1 | sents | count").output.dropLast()
        #expect(answer("show p1s\(lastOfParagraph)\nshow next").output.hasSuffix(answer("show p2s1").output))
        #expect(answer("show p2s1\nshow prev").output.hasSuffix(answer("show p1s\(lastOfParagraph)").output))
    }

    /// What was found is marked in the text around it too.
    @Test func hitsAreMarkedInWhatStandsBeside() throws {
        let session = Session(streams: Streams(output: { _ in }, error: { _ in }))
        session.openExample()
        session.run(QuerySource("paras | grep 党员 | show ¶13"))
        let next = try #require(session.shown?.beside(.next, in: session.archive))
        let afterNext = try #require(next.place.beside(.next, in: session.archive))
        #expect(next.row.hits.isEmpty, "¶14 has none")
        let found = afterNext.row.hits.map { session.archive.shards[afterNext.row.region.shard].text.string($0) }
        #expect(!found.isEmpty && found.allSatisfy { $0 == "党员" }, "\(found)")
    }

    @Test func atTheEndsAndBeforeAnythingWasShownTheyAreErrors() {
        #expect(answer("show next").error.holds("nothing has been shown yet") && answer("show next").status == 2)
        #expect(answer("show ¶18\nshow next").error.holds("that was the last"))
        #expect(answer("show a1\nshow prev").error.holds("that was the first"))
        #expect(answer("sents | grep 党员\nshow 1\nshow prev").error.holds("that was the first"))
        #expect(answer("set lang zh\nshow 下").error.holds("还没有显示过什么"))
    }
}
