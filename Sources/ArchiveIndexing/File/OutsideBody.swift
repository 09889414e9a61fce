import Documents

extension SegmentColumns {
    /// Titles, headings and head matter in text order: what the second postings are of. Nil where they are not apart from each other.
    var outsideBody: SpanArrays? {
        var spans = (0..<headMatter.starts.count).map { Span(headMatter.starts[$0], headMatter.ends[$0]) }
        spans += articles.lazy.map(\.title).filter { !$0.isEmpty }
        spans += sections.lazy.map(\.heading).filter { !$0.isEmpty }
        spans.sort()
        var arrays = SpanArrays()
        for span in spans {
            if let last = arrays.ends.last, span.start <= last {
                // A line that is two of them counts as one; lines that touch could not be told apart.
                guard span.start == arrays.starts.last, span.end == last else { return nil }
                continue
            }
            arrays.append(span)
        }
        return arrays
    }
}
