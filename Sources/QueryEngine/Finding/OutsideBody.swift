import Documents
import PatternMatching
import QueryLanguage
import SourceText

extension Invocation {
    /// The rows that come in, or `rows` that were found among them; at their end it is said how often the patterns also stand in titles, headings and head
    /// matter, which are not counted, so that a total can be compared with that of another program (社区党建: 33 in the body,
    /// 35 in the file). Only where the stage reads the whole archive. Cost: a look at those lines.
    func notingOutsideBody(_ patterns: [BoundPattern], after rows: UnitResult? = nil) -> UnitResult {
        let units = rows ?? units
        guard origin.isWholeArchive, !patterns.isEmpty else { return units }
        return UnitResult(archive: archive, layer: units.layer, attributes: units.attributes) {
            if let batch = try units.next() { return batch }
            try noteOutsideBody(patterns)
            return nil
        }
    }

    private func noteOutsideBody(_ patterns: [BoundPattern]) throws {
        var counts: [String] = []
        for pattern in patterns {
            let count = try outsideBody(pattern)
            if count > 0 { counts.append(patterns.count == 1 ? "\(count)" : "\(pattern.label) \(count)") }
        }
        guard !counts.isEmpty else { return }
        let list = counts.joined(separator: ", ")
        context.note(
            LocalizedText(
                "not counted, in titles, headings and head matter: \(list)", zh: "标题、节标题与题头中另有，未计：\(list)"))
    }
}

extension Invocation {
    /// How often a pattern stands outside the body of all articles. Shards are looked through by all threads.
    private func outsideBody(_ pattern: BoundPattern) throws -> Int {
        let (archive, matcher, cancellation) = (archive, pattern.matcher, context.cancellation)
        let counts = context.workers.map(archive.shards.count) { index in
            archive.shards[index].outsideBody(matcher, cancellation)
        }
        return try searching(self) { try counts.reduce(0) { try $0 + $1.get() } }
    }
}

extension Shard {
    fileprivate func outsideBody(_ matcher: Matcher, _ cancellation: Cancellation) -> Result<Int, MatchFailure> {
        var count = 0
        do throws(MatchFailure) {
            for lines in [headMatter, titles, headings] {
                count += try matcher.search(UnitList(lines), in: text, wantsHits: true, cancellation: cancellation).hitCount
            }
        } catch { return .failure(error) }
        return .success(count)
    }

    /// The titles of the articles, where they stand in the text.
    fileprivate var titles: SpanColumn { column(articles.lazy.map(\.title)) }

    /// The headings of all sections.
    fileprivate var headings: SpanColumn { column(sections.lazy.map(\.heading)) }

    private func column(_ spans: some Sequence<Span>) -> SpanColumn {
        var column = SpanColumn()
        for span in spans where !span.isEmpty { column.append(span) }
        return column
    }
}
