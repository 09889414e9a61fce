import Documents
import QueryEngine
import QueryLanguage
import Testing

/// An interrupt that comes while a command is at work.
@Suite struct InterruptionTests {
    @Test(arguments: [
        "repeats 2", "ngrams 2", "collocates 党员", "paras | keyness (sents)", "variants 为人民服务宗旨",
    ])
    func longWorkEndsWhereItIsInterrupted(_ query: String) throws {
        #expect(try stages(query, interruptedAt: nil) > 0)
        #expect(throws: Interrupted.self) { try stages(query, interruptedAt: 1) }
    }

    /// Two articles are needed; the seed stands there twice.
    @Test func reuseEndsWhereItIsInterrupted() throws {
        let twice = seed.adding(seed)
        let last = try stages("reuse", interruptedAt: nil, in: twice)
        #expect(last > 3)
        for stage in 1...last { #expect(throws: Interrupted.self) { try stages("reuse", interruptedAt: stage, in: twice) } }
    }

    /// How often a command says how far it is; at the given time the flag goes up.
    @discardableResult
    private func stages(_ query: String, interruptedAt stop: Int?, in archive: Archive = seed) throws -> Int {
        let bound = bind(query, in: BindingEnvironment(commands: commandTable))
        guard case .pipeline(let plan)? = bound.statements.last else { return 0 }
        let cancellation = Cancellation()
        var said = 0
        let context = EvaluationContext(
            archive: archive, cancellation: cancellation, commands: commandTable,
            progress: { _, _ in
                said += 1
                if said == stop { cancellation.cancel() }
            })
        guard case .result(.table(let table)) = try Evaluator(context: context).run(plan) else { return 0 }
        while try table.next() != nil {}
        return said
    }
}
