import Documents
import PatternMatching
import QueryLanguage
import SourceText

extension Invocation {
    /// The rows that come in; at their end it is said how often the patterns also stand in titles, headings and head
    /// matter, which are not counted, so that a total can be compared with that of another program (社区党建: 33 in the body,
    /// 35 in the file). Only where the stage reads the whole archive. Cost: a look at those lines.
    func notingOutsideBody(_ patterns: [BoundPattern]) -> UnitResult {
        let units = units
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
            var count = 0
            for shard in archive.shards {
                try context.cancellation.check()
                for lines in [shard.headMatter, shard.titles, shard.headings] {
                    count += try searching(self) {
                        try pattern.matcher.search(
                            UnitList(lines), in: shard.text, wantsHits: true, cancellation: context.cancellation
                        ).hitCount
                    }
                }
            }
            if count > 0 { counts.append(patterns.count == 1 ? "\(count)" : "\(pattern.label) \(count)") }
        }
        guard !counts.isEmpty else { return }
        let list = counts.joined(separator: ", ")
        context.note(
            LocalizedText(
                "not counted, in titles, headings and head matter: \(list)", zh: "标题、节标题与题头中另有，未计：\(list)"))
    }
}

extension Shard {
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
