import Documents

/// Builds an article's sections while its lines are handed on in order.
struct SectionTree {
    private let article: UInt32
    private let order: HeadingOrder
    /// Open sections, the innermost last.
    private var open: [(section: Int, rank: Int)] = []

    /// A tree for `article`, nested as its `headings` have it.
    init(article: Int, headings: [HeadingCandidate]) {
        self.article = UInt32(article)
        order = HeadingOrder(headings)
    }

    /// Opens the lead, where text stands before any heading.
    mutating func openLead(at offset: UInt32, paragraph: Int, in sections: inout ContiguousArray<Section>) {
        push(Span(offset, offset), level: 0, rank: .max, paragraph, in: &sections)
    }

    /// Opens the section of a heading and closes those it ends. Its level is 1 more than that of the section it is in.
    mutating func open(
        _ heading: Span, _ kind: HeadingKind, paragraph: Int, in sections: inout ContiguousArray<Section>
    ) {
        let rank = order.rank(of: kind)
        close(downTo: rank, paragraph: paragraph, in: &sections)
        let level = open.last.map { sections[$0.section].level + 1 } ?? 1
        push(heading, level: level, rank: rank, paragraph, in: &sections)
    }

    /// Closes everything at the end of the article.
    mutating func finish(paragraph: Int, in sections: inout ContiguousArray<Section>) {
        close(downTo: 0, paragraph: paragraph, in: &sections)
    }

    private mutating func push(
        _ heading: Span, level: UInt8, rank: Int, _ paragraph: Int, in sections: inout ContiguousArray<Section>
    ) {
        let parent = open.last.map { UInt32($0.section) }
        open.append((sections.count, rank))
        let range = UInt32(paragraph)..<UInt32(paragraph)
        sections.append(Section(heading: heading, level: level, article: article, parent: parent, paragraphs: range))
    }

    /// Closes the open sections of `rank` and below, and the lead.
    private mutating func close(downTo rank: Int, paragraph: Int, in sections: inout ContiguousArray<Section>) {
        while let last = open.last, last.rank >= rank {
            let start = sections[last.section].paragraphs.lowerBound
            sections[last.section].paragraphs = start..<UInt32(paragraph)
            open.removeLast()
        }
    }
}
