import Documents
import Testing

@testable import PatternMatching

/// Ways to an answer that an index is only taken on where one literal is much more frequent than another.
struct IndexedWaysTests {
    /// Some paragraphs, mostly of 以.
    private static func sample(_ generator: inout SeededGenerator) -> (text: Text, pieces: SpanColumn) {
        let letters = Array(repeating: "以", count: 28) + ["为", "为", "，", "。", "中文"]
        var bytes: [UInt8] = []
        var pieces = SpanColumn()
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let start = bytes.count
            for _ in 0..<Int.random(in: 0...60, using: &generator) { bytes += (letters.randomElement(using: &generator) ?? "").utf8 }
            pieces.append(Span(start, bytes.count))
            bytes += "\n".utf8
        }
        return (Text(copying: bytes), pieces)
    }

    @Test func `a gap that is read backwards from its rare second part has the same hits`() throws {
        var generator = SeededGenerator(state: 51)
        var hits = 0
        for _ in 0..<250 {
            let (text, pieces) = Self.sample(&generator)
            for written in ["以…为", "以…为…", "以以…为…", "中…为…"] {
                let matcher = try Matcher(phrase(written))
                let indexed = IndexedPlaces(NaiveIndex(text: text, pieces: pieces), leastBytes: 0)
                let found = try matcher.search(UnitList(pieces), in: text, wantsHits: true)
                let byIndex = try matcher.search(UnitList(pieces), in: text, indexed: indexed, wantsHits: true)
                #expect(byIndex == found, "\(String(decoding: text.bytes, as: UTF8.self)) \(written)")
                hits += found.hitCount
            }
        }
        #expect(hits > 500)
    }

    @Test func `hits near those of another pattern are all that are near, and are hits`() throws {
        var generator = SeededGenerator(state: 52)
        for _ in 0..<500 {
            let (text, pieces) = Self.sample(&generator)
            let units = UnitList(pieces)
            let (own, other) = (try Matcher(phrase("为")), try Matcher(phrase("中文")))
            let reach = Int.random(in: 0...40, using: &generator)
            let index = NaiveIndex(text: text, pieces: pieces)
            let joined = try #require(
                try own.hits(within: reach, of: other, units, range: 0..<units.count, in: text, by: index, cancellation: Cancellation()))
            let (all, others) = (
                try own.search(units, in: text, wantsHits: true), try other.search(units, in: text, wantsHits: true)
            )
            let near = Self.near(all, others, reach)
            let kept = Set((0..<joined.own.hitCount).map { joined.own.hit($0) })
            #expect(near.isSubset(of: kept))
            #expect(kept.isSubset(of: (0..<all.hitCount).map { all.hit($0) }))
            #expect(joined.own.units.allSatisfy { all.units.contains($0) })
            #expect(Self.near(others, all, reach).isSubset(of: (0..<joined.others.hitCount).map { joined.others.hit($0) }))
        }
    }

    /// The hits with one of the others at most so many bytes before or behind them.
    private static func near(_ hits: UnitMatches, _ others: UnitMatches, _ reach: Int) -> Set<Span> {
        let far = (0..<others.hitCount).map { others.hit($0) }
        return Set(
            (0..<hits.hitCount).map { hits.hit($0) }.filter { hit in
                far.contains { Int($0.start) - Int(hit.end) <= reach && Int(hit.start) - Int($0.end) <= reach }
            })
    }
}
