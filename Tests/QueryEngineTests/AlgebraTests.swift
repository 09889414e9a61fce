import Documents
import QueryEngine
import QueryLanguage
import Testing

/// Pipelines over all layers and commands that keep rows.
let pipelines: [String] = {
    let sources = ["paras", "sents", "sections", "section 新的任务", "articles | sents", "sections 新的 | sents", "paras 3..12 | sents"]
    let filters = [
        "grep 党员", "grep 党员 群众", "grep 党员 or 机制", "grep not 党", "grep /党.{1,3}组织/", "where len > 60", "where has(社区党建) and len < 200",
        "where year = 1999", "where author = 孟建柱", "where date < 1999", "where section = 新的任务", "grep 从…入手", "where count(党) > 2",
        "sort len desc", "head 3", "tail 4", "sample 3 seed=5",
    ]
    return sources.flatMap { source in filters.map { "\(source) | \($0)" } }
}()

@Suite struct AlgebraTests {
    @Test func thePipelinesAreMany() { #expect(pipelines.count >= 100) }

    @Test(arguments: pipelines)
    func theOptimizerChangesNothing(_ query: String) throws {
        #expect(try rows(query) == rows(query, optimized: false))
        #expect(try rows("\(query) | sents | grep 党员") == rows("\(query) | sents | grep 党员", optimized: false))
    }

    @Test(arguments: pipelines)
    func headIsTheFirstRowsAndCountTheirNumber(_ query: String) throws {
        let all = try rows(query)
        for count in [0, 1, 3, 1000] { #expect(try rows("\(query) | head \(count)") == all.prefix(count)) }
        #expect(try rows("\(query) | count") == .number(all.count ?? -1))
        #expect(try rows("\(query) | tail 2").regions == Array(all.regions.suffix(2)))
    }

    @Test(arguments: pipelines.filter { !$0.hasSuffix("desc") })
    func rowsComeInTextOrderAndOnce(_ query: String) throws {
        let all = try rows(query).regions
        for (a, b) in zip(all, all.dropFirst()) { #expect(a.span.start < b.span.start || a.span.end < b.span.end) }
        #expect(Set(all).count == all.count)
    }

    @Test func fmtNeverChangesTheAnswer() throws {
        for query in pipelines {
            for language in ["", "en ", "zh "] {
                let bound = bind("fmt \(language)\(query)", in: BindingEnvironment(commands: commandTable))
                guard case .format(_, let text?)? = bound.statements.first else {
                    Issue.record("\(query)")
                    continue
                }
                #expect(try rows(text) == rows(query), "\(text)")
            }
        }
    }

    // MARK: Sets

    private static let sides = [
        "sents | grep 党员", "sents | grep 群众", "sents | where len > 60", "sents | grep 没有的词", "sents", "section 新的任务 | sents",
    ]

    private func set(_ query: String) throws -> Set<Region> { Set(try rows(query).regions) }

    @Test(arguments: sides, sides)
    func setOperationsObeyTheLawsOfSets(_ a: String, _ b: String) throws {
        let (left, right) = (try set(a), try set(b))
        #expect(try set("\(a) | union (\(b))") == left.union(right))
        #expect(try set("\(a) | intersect (\(b))") == left.intersection(right))
        #expect(try set("\(a) | minus (\(b))") == left.subtracting(right))
        // Order and number of rows, not only what they are.
        #expect(try rows("\(a) | union (\(b))") == rows("\(b) | union (\(a))"))
        #expect(try rows("\(a) | intersect (\(b))") == rows("\(b) | intersect (\(a))"))
        #expect(try rows("\(a) | minus (\(b)) | union (\(a) | intersect (\(b)))") == rows(a))
        #expect(try rows("sents | minus (\(a) | union (\(b)))") == rows("sents | minus (\(a)) | intersect (sents | minus (\(b)))"))
    }

    @Test(arguments: sides)
    func aSetWithItselfAndWithNothing(_ a: String) throws {
        #expect(try rows("\(a) | union (\(a))") == rows(a))
        #expect(try rows("\(a) | intersect (\(a))") == rows(a))
        #expect(try rows("\(a) | minus (\(a)) | count") == .number(0))
        #expect(try rows("\(a) | union (sents | head 0)") == rows(a))
    }

    // MARK: Layers

    /// A row that is coarser already stays as it is, and keeps its layer for what follows.
    @Test(arguments: ["articles", "sections", "paras"])
    func expandLeavesCoarserRowsAlone(_ query: String) throws {
        #expect(try rows("\(query) | expand sentence") == rows(query))
        #expect(try rows("\(query) | expand sentence | uniq by=section | sents | head 2 | select text").count == 2)
    }

    @Test(arguments: ["find 党员", "find 从…入手", "sents | grep 群众", "quotes", "paras 3..7"], ["sentence", "paragraph", "section", "article"])
    func expandIsIdempotent(_ query: String, _ layer: String) throws {
        let once = try rows("\(query) | expand \(layer)")
        #expect(try rows("\(query) | expand \(layer) | expand \(layer)") == once)
        #expect(Set(once.regions).count == once.regions.count)
    }

    @Test func regionsNest() throws {
        let layers = try ["articles", "sections", "paras", "sents"].map { try rows($0).regions }
        for (inner, outer) in zip(layers.dropFirst(), layers) {
            for region in inner {
                #expect(outer.contains { $0.shard == region.shard && $0.span.contains(region.span) }, "\(text(of: region))")
            }
        }
        for region in try rows("find 党").regions {
            #expect(layers[3].filter { $0.span.contains(region.span) }.count == 1)
        }
    }

    @Test func sentencesJoinToTheirParagraph() throws {
        for number in 1...18 {
            let paragraph = try rows("paras \(number)").regions.map { text(of: $0) }.joined()
            #expect(try rows("paras \(number) | sents").regions.map { text(of: $0) }.joined() == paragraph)
        }
    }

    /// A pipeline in brackets and a `let` are the pipeline itself.
    @Test(arguments: pipelines.filter { $0.hasPrefix("sents") })
    func bracketsAndNamesChangeNothing(_ query: String) throws {
        #expect(try rows("(\(query))") == rows(query))
        #expect(try rows("let 甲 = \(query)\n$甲") == rows(query))
        #expect(try rows("def f() = \(query)\nf()") == rows(query))
        #expect(try rows("(\(query)) | grep 社区 | count") == rows("\(query) | grep 社区 | count"))
    }
}
