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
    let layer: Layer = invocation.arguments.choice("unit") == "paragraph" ? .paragraph : .sentence
    let pairs = NearPairs(
        patterns: patterns.map(\.matcher), distance: invocation.arguments.integer("within") ?? 10, layer: layer,
        wantsHits: invocation.wantsHits)
    if let found = invocation.pairsOfSource(pairs) { return .units(found) }
    guard case .result(.units(let paragraphs)) = try rowsForNear(layer, invocation) else { return .result(.nothing) }
    let inner = invocation.replacing(input: .units(paragraphs))
    return inner.mapping(to: .span, attributes: []) { try pairs.pairs(in: $0, patterns, inner) }
}

/// Paragraphs, or the sentences that came in: sentences are only made of paragraphs in which both are found.
private func rowsForNear(_ layer: Layer, _ invocation: Invocation) throws -> Outcome {
    if invocation.units.layer == .sentence { return .units(invocation.units) }
    return try descend(to: .paragraph, invocation)
}

extension Invocation {
    /// The pairs in the paragraphs that a pipeline begins with; nil where what comes in is anything else.
    fileprivate func pairsOfSource(_ pairs: NearPairs) -> UnitResult? {
        guard origin.source == .paragraph else { return nil }
        let search = runs { (run, cancellation) throws(MatchFailure) in try pairs.pairs(in: run, cancellation) }
        let totals = totals { (run, cancellation) throws(MatchFailure) in
            UnitCounts(rowsIn: try pairs.pairs(in: run, cancellation).units, of: run.text)
        }
        return search.map { rows(.span, $0, totals) }
    }
}

/// Which two are sought near each other, and how.
private struct NearPairs: Sendable {
    let patterns: [Matcher]
    /// The most scalars between the two.
    let distance: Int
    /// Both stand in one of these.
    let layer: Layer
    let wantsHits: Bool

    /// Bytes between the two at most: broken bytes are no scalars of their own, and could be any number.
    private var mostBytes: Int { 4 * distance }

    /// The pairs in a batch of rows.
    func pairs(in batch: Regions, _ written: [BoundPattern], _ invocation: Invocation) throws -> Regions {
        var spans = noPairs(batch.shard)
        let text = invocation.archive.shards[batch.shard].text
        let first = try search(written[0], in: batch, wantsHits: true, invocation)
        let candidates = batch.selecting(first.rows)
        let second = try search(written[1], in: candidates, wantsHits: true, invocation)
        for (index, row) in second.rows.enumerated() {
            let isWhole = layer == .sentence && batch.layer < .sentence
            do throws(MatchFailure) {
                try add(
                    first.hits[row], second.hits[index], unit: candidates.units[row], candidates.spans[row], splitting: isWhole, in: text,
                    to: &spans, invocation.context.cancellation)
            } catch { throw Interrupted() }
        }
        return spans
    }

    /// The pairs in a run of paragraphs.
    func pairs(in run: SearchRun, _ cancellation: Cancellation) throws(MatchFailure) -> Regions {
        var spans = noPairs(run.text.number)
        let (first, second) = try matches(in: run, cancellation)
        var other = 0
        for (index, unit) in first.units.enumerated() {
            while other < second.units.count, second.units[other] < unit { other += 1 }
            guard other < second.units.count else { break }
            guard second.units[other] == unit, first.hits(of: index, reach: second, other, within: mostBytes) else { continue }
            let number = run.text.index(unit)
            try add(
                first.spans(of: index), second.spans(of: other), unit: number, run.text.span(number), splitting: layer == .sentence,
                in: run.text.shard.text, to: &spans, cancellation)
        }
        return spans
    }

    /// Where one is so much rarer than the other, units that have it are looked at rather than the other's places.
    private static let farRarer = 128

    /// The units that have a hit of the rarer pattern, for each pattern, and perhaps more.
    private func matches(in run: SearchRun, _ cancellation: Cancellation) throws(MatchFailure) -> (UnitMatches, UnitMatches) {
        let most = patterns.map { pattern in run.text.shard.bodyIndex.flatMap { pattern.mostHits(in: $0) } ?? .max }
        let rarer = most[1] < most[0] ? 1 : 0
        if most[rarer] > most[1 - rarer] / NearPairs.farRarer, let found = try run.matches(patterns, within: mostBytes, cancellation) {
            return found
        }
        let first = try run.matches(patterns[rarer], wantsHits: true, cancellation)
        let second = first.units.isEmpty ? first : try run.matches(patterns[1 - rarer], among: first.units, cancellation)
        return rarer == 0 ? (first, second) : (second, first)
    }

    private func noPairs(_ shard: Int) -> Regions {
        var spans = Regions(layer: .span, shard: shard)
        if wantsHits { spans.hits = Hits() }
        return spans
    }

    private func add(
        _ a: ArraySlice<Span>, _ b: ArraySlice<Span>, unit: UInt32, _ whole: Span, splitting: Bool, in text: Text, to spans: inout Regions,
        _ cancellation: Cancellation
    ) throws(MatchFailure) {
        let bounds = splitting ? sentences(of: whole, in: text) : [whole]
        for (x, y) in try near(a, b, bounds: bounds, in: text, until: cancellation) {
            spans.append(unit: unit, span: Span(min(x.start, y.start), max(x.end, y.end)))
            spans.hits?.append([x, y].sorted())
        }
    }

    /// Pairs of one hit of each that lie in one of the bounds, apart, with at most `distance` scalars between; in text order. Cost: a pass over
    /// the text between the hits, and a step a pair within reach.
    private func near(
        _ a: ArraySlice<Span>, _ b: ArraySlice<Span>, bounds: [Span], in text: Text, until cancellation: Cancellation
    ) throws(MatchFailure) -> [(Span, Span)] {
        var found: [(Span, Span)] = []
        for bound in bounds {
            let left = PlacedHits(a.filter { bound.contains($0) }, from: bound.start, in: text)
            if left.spans.isEmpty { continue }
            let right = PlacedHits(b.filter { bound.contains($0) }, from: bound.start, in: text)
            var first = 0
            for (x, place) in zip(left.spans, left.places) {
                if cancellation.isCancelled { throw .interrupted }
                // Hits of one pattern do not overlap, so what ends too far before one is too far from all that follow.
                while first < right.spans.count, isFar(right.spans[first].end, right.places[first].upperBound, x.start, place.lowerBound) {
                    first += 1
                }
                for index in first..<right.spans.count {
                    if isFar(x.end, place.upperBound, right.spans[index].start, right.places[index].lowerBound) { break }
                    if !x.overlaps(right.spans[index]) { found.append((x, right.spans[index])) }
                }
            }
        }
        return found.sorted { min($0.0.start, $0.1.start) < min($1.0.start, $1.1.start) }
    }

    /// Whether what begins behind an end, in bytes and in scalars, is too far from it.
    private func isFar(_ end: UInt32, _ scalarEnd: Int, _ start: UInt32, _ scalarStart: Int) -> Bool {
        scalarStart - scalarEnd > distance || Int(start) - Int(end) > mostBytes
    }
}

extension SearchRun {
    /// The units that have hits of two patterns near each other, by the index, and perhaps more; nil where it does not tell.
    fileprivate func matches(
        _ patterns: [Matcher], within bytes: Int, _ cancellation: Cancellation
    ) throws(MatchFailure) -> (UnitMatches, UnitMatches)? {
        guard let index = text.shard.bodyIndex else { return nil }
        return try patterns[0].hits(
            within: bytes, of: patterns[1], text.units, range: range, in: text.shard.text, by: index, cancellation: cancellation)
    }

    /// The units that satisfy a pattern, at least those of `units`, with their hits. Where these are few the others are not looked at.
    fileprivate func matches(
        _ matcher: Matcher, among units: ContiguousArray<UInt32>, _ cancellation: Cancellation
    ) throws(MatchFailure) -> UnitMatches {
        guard units.count < range.count / (text.shard.bodyIndex == nil ? 2 : 32) else {
            return try matches(matcher, wantsHits: true, cancellation)
        }
        var pieces = SpanColumn()
        pieces.reserveCapacity(units.count)
        for unit in units { pieces.append(text.span(text.index(unit))) }
        let found = try matcher.search(
            UnitList(pieces), in: text.shard.text, index: text.shard.bodyIndex, wantsHits: true, cancellation: cancellation)
        return found.renumbered { units[Int($0)] }
    }
}

extension UnitMatches {
    fileprivate func spans(of index: Int) -> ArraySlice<Span> { ArraySlice(hits(of: index).map { hit($0) }) }

    /// Whether a hit of a unit is at most so many bytes from one of the same unit of another search. Both ascend.
    fileprivate func hits(of index: Int, reach other: UnitMatches, _ otherIndex: Int, within bytes: Int) -> Bool {
        let others = other.hits(of: otherIndex)
        var next = others.lowerBound
        for own in hits(of: index) {
            while next < others.upperBound, Int(other.ends[next]) + bytes < Int(starts[own]) { next += 1 }
            guard next < others.upperBound else { return false }
            if Int(other.starts[next]) <= Int(ends[own]) + bytes { return true }
        }
        return false
    }
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
