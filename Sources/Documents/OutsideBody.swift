import Synchronization

extension Shard {
    /// What stands outside the paragraphs: titles, headings and head matter, in text order. A line that is two of them is in it once. More
    /// than one column only where lines overlap, which those of well-formed articles do not.
    public var outsideBody: [SpanColumn] {
        var spans = (0..<headMatter.count).map { headMatter[$0] }
        for article in articles where !article.title.isEmpty { spans.append(article.title) }
        for section in sections where !section.heading.isEmpty { spans.append(section.heading) }
        spans.sort()
        var columns: [SpanColumn] = []
        var last: Span?
        for span in spans where span != last {
            last = span
            let free = columns.firstIndex { $0.ends.last.map { $0 <= span.start } ?? true }
            if free == nil { columns.append(SpanColumn()) }
            columns[free ?? columns.count - 1].append(span)
        }
        return columns
    }
}

/// What stands outside the body of each shard, worked out when it is first asked for. A class: all copies of an archive share it.
final class OutsideLines: Sendable {
    private let known = Mutex<[Int: [SpanColumn]]>([:])

    /// The lines of a shard; two threads that ask at once may both work them out.
    func lines(_ number: Int, _ make: () -> [SpanColumn]) -> [SpanColumn] {
        if let lines = known.withLock({ $0[number] }) { return lines }
        let lines = make()
        known.withLock { $0[number] = lines }
        return lines
    }
}
