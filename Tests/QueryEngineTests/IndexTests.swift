import Documents
import QueryEngine
import QueryLanguage
import Testing

/// Pipelines put together at random.
private struct RandomPipelines {
    var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed) }

    private mutating func one(of choices: [String]) -> String { choices.randomElement(using: &numbers) ?? "" }

    private mutating func phrase() -> String {
        one(of: [
            "党", "党员", "黨員", "人人", "人人人", "群众", "社会主义", "A1", "臺", "以", "的", "为", "和不", "没有的话", "题目", "𪨧", "的的", "Ａ",
        ])
    }

    private mutating func pattern() -> String {
        switch Int.random(in: 0...9, using: &numbers) {
        case 0...3: return phrase()
        case 4: return one(of: ["以…为…", "以…为", "从…入手", "…主义", "党…", "人…人", "党…员…以"])
        case 5: return one(of: ["/党.{1,3}员/", "/[0-9]+/", "/社会.*?党/", "/人人|党员/", "/^以/", "/党$/"])
        case 6: return "\(phrase()) and \(phrase())"
        case 7: return "\(phrase()) or \(phrase())"
        case 8: return "\(phrase()) and not \(phrase())"
        default: return "(\(phrase()) or 以…为) and \(phrase()) and not /\\d\\d/"
        }
    }

    private mutating func options() -> String {
        one(of: ["", "", "", " exact=true", " except=党员", " except=人人"])
    }

    private mutating func search() -> String {
        switch Int.random(in: 0...7, using: &numbers) {
        case 0...2: "find \(pattern())\(options())"
        case 3...4: "grep \(pattern())\(options())"
        case 5: "near \(phrase()) \(phrase()) within=\(Int.random(in: 0...30, using: &numbers))\(one(of: ["", " unit=paragraph"]))"
        case 6: "kwic \(pattern())"
        default: "grep \(pattern()) | find \(pattern())"
        }
    }

    private mutating func end() -> String {
        one(of: [
            "", "", " | count", " | count", " | count by=year", " | count by=month,author", " | count by=file", " | count by=section",
            " | head 3",
            " | tail 2", " | kwic | head 7",
        ])
    }

    mutating func next() -> String {
        let scope = one(of: ["", "", "", "use where year = 1955\n", "use grep 群众\n", "use sections 党\n", "use articles author=党\n"])
        switch Int.random(in: 0...9, using: &numbers) {
        case 0...5:
            let source = one(of: [
                "", "", "", "", "articles | ", "sents | ", "sections | ", "where year > 1952 | ", "paras | ", "articles 党 | ",
            ])
            let search = search()
            let isTable = search.hasPrefix("kwic")
            let ends = isTable ? one(of: ["", " | count", " | head 9"]) : end()
            return scope + (search.hasPrefix("near") ? "" : source) + search + ends
        case 6: return scope + one(of: ["trend", "heat"]) + " \(phrase())" + one(of: ["", ""])
        case 7: return scope + "trend \(pattern()) by=\(one(of: ["month", "day", "author", "page", "section", "year"]))"
        case 8: return scope + "freq \(pattern()), \(phrase())\(one(of: ["", " by=year", " by=title", " by=section", " by=month,author"]))"
        default: return scope + one(of: ["lifespan", "dispersion"]) + " \(phrase()), \(phrase())"
        }
    }
}

/// Answers with an index are those without one.
@Suite struct IndexTests {
    private let archive: IndexedArchive

    init() throws {
        var documents = MixedDocuments(seed: 11)
        archive = try IndexedArchive([documents.document(60), "", documents.document(1), documents.document(150)])
    }

    private func answer(_ query: String, _ archive: Archive, workers: Int) throws -> [String] {
        let bound = bind(query, in: BindingEnvironment(commands: commandTable))
        try #require(bound.diagnostics.isEmpty, "\(query): \(bound.diagnostics.map(\.message.english))")
        guard case .pipeline(let plan)? = bound.statements.last else { return [] }
        let context = EvaluationContext(
            archive: archive, cancellation: Cancellation(), commands: commandTable, workers: Workers(count: workers))
        do {
            guard case .result(let result) = try Evaluator(context: context).run(optimize(plan)) else { return [] }
            return try lines(of: result) + context.notices.map(\.english)
        } catch let failure as QueryFailure {
            return ["\(failure)"]
        }
    }

    @Test(arguments: 0..<12) func answersDoNotDependOnTheIndex(_ part: Int) throws {
        var pipelines = RandomPipelines(seed: UInt64(part))
        var telling = 0
        for _ in 0..<25 {
            let query = pipelines.next()
            let expected = try answer(query, archive.plain, workers: 1)
            #expect(try answer(query, archive.indexed, workers: 1 + part % 3) == expected, "\(query)")
            if expected.count > 1 || expected.first?.contains("value: 0") == false { telling += 1 }
        }
        #expect(telling > 15)
    }

    /// Without it the comparison would say nothing.
    @Test func theIndexIsAsked() throws {
        let counted = archive.indexed.shards.map { shard in
            var shard = shard
            shard.bodyIndex = NothingIndex()
            return shard
        }
        #expect(try answer("find 党员 | count", Archive(shards: counted), workers: 1).first?.contains("value: 0") == true)
        // The document of one article is too small for a look into an index.
        let all = try answer("find 党员", archive.plain, workers: 1).count
        #expect(all > 1000)
        #expect(try answer("find 党员", Archive(shards: counted), workers: 1).count < all / 10)
    }
}

/// An index that wrongly says that nothing stands anywhere.
private struct NothingIndex: LiteralIndex {
    struct Places: LiteralPlaces {
        var atMost: Int { 0 }
        var isExact: Bool { true }
        func append(in range: Range<UInt32>, to places: inout ContiguousArray<UInt32>) {}
    }

    func places(of literal: [[Unicode.Scalar]]) -> (any LiteralPlaces)? { Places() }
}
