import DocumentFormats
import Documents
import QueryEngine
import QueryLanguage
import Testing

/// Searches of a whole archive, which several threads share.
@Suite struct ArchiveSearchTests {
    /// Some ten runs of paragraphs in three files, of which the first is empty; every hundredth paragraph names the Party.
    private let archive = ArchiveSearchTests.archive(lines: 40_000)
    private static let queries = [
        "find 党", "find 党 | head 3", "grep 党", "grep not 党 | count", "grep 党 | find 员", "kwic 党 | tail 2", "find /党.号/", "find 党 except=党员",
        "sents | grep 党", "find 党 | count", "find 没有", "find 党 | count by=title", "find 题",
    ]

    private static func archive(lines: Int) -> Archive {
        let paragraphs = (0..<lines).map { $0 % 100 == 7 ? "　　党员\($0)号。又有党。\n" : "　　群众\($0)号。\n" }
        let document = "### 题目与党\n1999-10-12\n" + paragraphs.joined()
        let reader = ArchiveReader()
        return ["", document, document].enumerated().reduce(Archive()) { whole, file in
            whole.adding(reader.open(Text(copying: file.element.utf8), named: "\(file.offset).txt"))
        }
    }

    private func answer(_ query: String, workers: Int) throws -> [String] {
        let bound = bind(query, in: BindingEnvironment(commands: commandTable))
        guard case .pipeline(let plan)? = bound.statements.last else { return [] }
        let context = EvaluationContext(
            archive: archive, cancellation: Cancellation(), commands: commandTable, workers: Workers(count: workers))
        guard case .result(let result) = try Evaluator(context: context).run(optimize(plan)) else { return [] }
        return try lines(of: result) + context.notices.map(\.english)
    }

    private func lines(of result: QueryResult) throws -> [String] {
        var lines: [String] = []
        switch result {
        case .units(let units):
            while let batch = try units.next() {
                for row in 0..<batch.count { lines.append("\(batch[row]) \(batch.hits.map { Array($0[row]) } ?? [])") }
            }
        case .table(let table): while let batch = try table.next() { lines += batch.map { "\($0.cells)" } }
        case .number(let number): lines.append("\(number)")
        case .text, .nothing: break
        }
        return lines
    }

    @Test(arguments: queries) func answersDoNotDependOnTheNumberOfThreads(_ query: String) throws {
        let alone = try answer(query, workers: 1)
        for workers in [2, 3, 16] { #expect(try answer(query, workers: workers) == alone) }
    }

    /// `paras` gives the same rows as a stage of its own, so that what follows searches batch by batch.
    @Test(arguments: queries.filter { !$0.hasPrefix("sents") }) func runsGiveWhatBatchesGive(_ query: String) throws {
        #expect(try answer(query, workers: 4) == answer("paras | " + query, workers: 4))
    }

    @Test func everyHitIsFoundOnce() throws {
        #expect(try answer("find 党", workers: 4).count == 2 * 2 * 400 + 1)
        #expect(try answer("find 党", workers: 4).last == "not counted, in titles, headings and head matter: 2")
    }

    @Test func aRaisedFlagEndsTheSearch() throws {
        let bound = bind("find 党 | count", in: BindingEnvironment(commands: commandTable))
        guard case .pipeline(let plan)? = bound.statements.last else { return }
        let cancellation = Cancellation()
        cancellation.cancel()
        let context = EvaluationContext(archive: archive, cancellation: cancellation, commands: commandTable, workers: Workers(count: 4))
        #expect(throws: Interrupted.self) { _ = try Evaluator(context: context).run(plan) }
    }
}
