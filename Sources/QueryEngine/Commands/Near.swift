import Documents
import PatternMatching
import QueryLanguage
import SourceText

let nearCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("near", zh: "邻近"), shape: .twoPatterns,
        positional: [
            Parameter(
                BilingualName("pattern pattern", zh: "模式 模式"), .pattern, required: true,
                LocalizedText("the two that stand near each other", zh: "相邻的两者"))
        ],
        named: [
            Parameter(
                BilingualName("within", zh: "距"), .integer(0...100_000), default: "10",
                LocalizedText("most characters between the two", zh: "两者之间最多隔几字")),
            Parameter(
                BilingualName("unit", zh: "单位"),
                .choice([
                    BilingualName("sentence", zh: "句", aliases: ["sentences", "sents"]),
                    BilingualName("paragraph", zh: "段", aliases: ["paragraphs", "paras"]),
                ]), default: "sentence",
                LocalizedText("both stand in one of these", zh: "两者同在其一之内")), .exact,
        ],
        accepts: FlowKind.textUnits, gives: LocalizedText("spans", zh: "片段"),
        output: { _, _ in .units(.span) },
        summary: LocalizedText("two patterns close to each other", zh: "相距不远的两个模式"),
        explanation: LocalizedText(
            "Finds a hit of each pattern, in either order, with at most within= characters between the nearest ends, both in one sentence (or paragraph). Each pair is a span, from the beginning of the first to the end of the second.",
            zh: "两个模式各有命中，不拘先后，最近两端之间至多隔 within= 字，同在一句（或一段）之内。每一对为一个片段，由先者之首至后者之尾。"),
        examples: [
            Example("near 党组织 群众 within=10 | expand sentence | count", gives: "4"),
            Example("near 群众 党组织 within=10 | head 1", gives: "¶6s1\t党组织在群众"),
        ])
) { invocation in
    let patterns = invocation.arguments.patterns
    guard patterns.count == 2 else { return .result(.nothing) }
    let distance = invocation.arguments.integer("within") ?? 10
    let layer: Layer = invocation.arguments.choice("unit") == "paragraph" ? .paragraph : .sentence
    guard case .result(.units(let paragraphs)) = try rowsForNear(layer, invocation) else { return .result(.nothing) }
    let inner = invocation.replacing(input: .units(paragraphs))
    return inner.mapping(to: .span, attributes: []) { batch in
        try pairs(in: batch, patterns, distance, splitting: layer == .sentence && batch.layer < .sentence, inner)
    }
}

/// Paragraphs, or the sentences that came in: sentences are only made of paragraphs in which both are found.
private func rowsForNear(_ layer: Layer, _ invocation: Invocation) throws -> Outcome {
    if invocation.units.layer == .sentence { return .units(invocation.units) }
    if let rows = invocation.paragraphsWithBoth() { return .units(rows) }
    return try descend(to: .paragraph, invocation)
}

extension Invocation {
    /// Of the paragraphs that a pipeline begins with those that have a hit of each pattern; nil where what comes in is anything else.
    fileprivate func paragraphsWithBoth() -> UnitResult? {
        guard origin.source == .paragraph else { return nil }
        let (first, second) = (arguments.patterns[0].matcher, arguments.patterns[1].matcher)
        let search = runs { (run, cancellation) throws(MatchFailure) in
            var both = try run.matches(first, wantsHits: false, cancellation)
            both.formIntersection(with: try run.matches(second, wantsHits: false, cancellation).units)
            return run.text.rows(both, wantsHits: false)
        }
        return search.map { rows(.paragraph, $0, nil) }
    }
}

private func pairs(
    in batch: Regions, _ patterns: [BoundPattern], _ distance: Int, splitting: Bool, _ invocation: Invocation
) throws -> Regions {
    let shard = invocation.archive.shards[batch.shard]
    var spans = Regions(layer: .span, shard: batch.shard)
    if invocation.wantsHits { spans.hits = Hits() }
    let first = try search(patterns[0], in: batch, wantsHits: true, invocation)
    let candidates = batch.selecting(first.rows)
    let second = try search(patterns[1], in: candidates, wantsHits: true, invocation)
    for (index, row) in second.rows.enumerated() {
        let unit = candidates.units[row]
        let bounds = splitting ? sentences(of: shard.paragraphs[Int(unit)], in: shard.text) : [candidates.spans[row]]
        let found = try near(
            first.hits[row], second.hits[index], within: distance, bounds: bounds, in: shard.text,
            until: invocation.context.cancellation)
        for (a, b) in found {
            spans.append(unit: unit, span: Span(min(a.start, b.start), max(a.end, b.end)))
            spans.hits?.append([a, b].sorted())
        }
    }
    return spans
}

/// Pairs of one hit of each that lie in one of the bounds, apart, with at most `distance` scalars between; in text order. Cost: a pass over
/// the text between the hits, and a step a pair within reach.
private func near(
    _ a: ArraySlice<Span>, _ b: ArraySlice<Span>, within distance: Int, bounds: [Span], in text: Text,
    until cancellation: Cancellation
) throws(Interrupted) -> [(Span, Span)] {
    var found: [(Span, Span)] = []
    for bound in bounds {
        let left = PlacedHits(a.filter { bound.contains($0) }, from: bound.start, in: text)
        let right = PlacedHits(b.filter { bound.contains($0) }, from: bound.start, in: text)
        var first = 0
        for (x, place) in zip(left.spans, left.places) {
            try cancellation.check()
            // Hits of one pattern do not overlap, so what ends too far before one is too far from all that follow.
            while first < right.spans.count, place.lowerBound - right.places[first].upperBound > distance { first += 1 }
            for index in first..<right.spans.count {
                if right.places[index].lowerBound - place.upperBound > distance { break }
                if !x.overlaps(right.spans[index]) { found.append((x, right.spans[index])) }
            }
        }
    }
    return found.sorted { min($0.0.start, $0.1.start) < min($1.0.start, $1.1.start) }
}

/// Hits with the number of scalars before their beginnings and ends.
private struct PlacedHits {
    let spans: [Span]
    private(set) var places: [Range<Int>] = []

    init(_ spans: [Span], from start: UInt32, in text: Text) {
        self.spans = spans
        var (offset, count) = (start, 0)
        for span in spans {
            count += text.scalarCount(Span(offset, span.start))
            let length = text.scalarCount(span)
            places.append(count..<count + length)
            (offset, count) = (span.end, count + length)
        }
    }
}

extension Invocation {
    /// The same stage reading something else.
    func replacing(input: QueryResult) -> Invocation {
        Invocation(
            input: input, inputType: inputType, arguments: arguments, range: range, wantsHits: wantsHits,
            context: context, scope: scope, origin: origin, run: run)
    }
}
