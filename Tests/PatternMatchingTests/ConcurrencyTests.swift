import Dispatch
import Documents
import PatternMatching
import Testing

@Test func `threads share one matcher`() async throws {
    let fixture = Fixture((0..<3000).map { "第\($0)条从\($0)入手，党员\($0 % 7)" })
    let units = UnitList(fixture.pieces)
    let text = fixture.text
    let matcher = try Matcher(.or([regex("党员[0-3]"), phrase("从…入手")]))
    let whole = try matcher.search(units, in: text, wantsHits: true)
    try await withThrowingTaskGroup(of: UnitMatches.self) { group in
        for _ in 0..<4 { group.addTask { try matcher.search(units, in: text, wantsHits: true) } }
        for try await part in group {
            #expect(part.units == whole.units)
            #expect(part.starts == whole.starts && part.ends == whole.ends)
        }
    }
}

@Test func `a raised flag ends the search`() throws {
    let fixture = Fixture(["党员"])
    let cancellation = Cancellation()
    cancellation.cancel()
    for pattern in [phrase("党员"), .not(phrase("党")), regex("党")] {
        #expect(throws: MatchFailure.interrupted) {
            try Matcher(pattern).search(UnitList(fixture.pieces), in: fixture.text, wantsHits: true, cancellation: cancellation)
        }
    }
}

@Test func `a slow regular expression can be interrupted inside one piece`() throws {
    // Each of the starting places looks at the whole rest, none long enough to reach the limit: minutes, but for the flag.
    let fixture = Fixture([String(repeating: "a", count: 300_000)])
    let cancellation = Cancellation()
    // Dispatch has threads of its own: the ones that tests run on may all be busy.
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50)) { cancellation.cancel() }
    #expect(throws: MatchFailure.interrupted) {
        try Matcher(regex("a.*\\d")).search(
            UnitList(fixture.pieces), in: fixture.text, wantsHits: false, cancellation: cancellation)
    }
}
