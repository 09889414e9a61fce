import Documents

/// Builds an article's sections while its lines are handed on in order.
struct SectionTree {
    private let article: UInt32
    /// The kinds of headings the article has, a bit each.
    private let kinds: UInt16
    /// Open sections, as indices in the shard's sections, the innermost last.
    private var open: [Int] = []

    /// A tree for `article`; the kinds of `headings` are numbered 1, 2, … from the highest.
    init(article: Int, headings: [HeadingCandidate]) {
        self.article = UInt32(article)
        kinds = headings.reduce(0) { $0 | 1 << UInt16($1.kind.rawValue) }
    }

    /// Opens the lead, where text stands before any heading.
    mutating func openLead(at offset: UInt32, paragraph: Int, in sections: inout ContiguousArray<Section>) {
        push(Span(offset, offset), level: 0, paragraph, in: &sections)
    }

    /// Opens the section of a heading and closes those it ends.
    mutating func open(
        _ heading: Span, _ kind: HeadingKind, paragraph: Int, in sections: inout ContiguousArray<Section>
    ) {
        let level = UInt8((kinds & (1 << UInt16(kind.rawValue) - 1)).nonzeroBitCount + 1)
        close(downTo: level, paragraph: paragraph, in: &sections)
        push(heading, level: level, paragraph, in: &sections)
    }

    /// Closes everything at the end of the article.
    mutating func finish(paragraph: Int, in sections: inout ContiguousArray<Section>) {
        close(downTo: 0, paragraph: paragraph, in: &sections)
    }

    private mutating func push(
        _ heading: Span, level: UInt8, _ paragraph: Int, in sections: inout ContiguousArray<Section>
    ) {
        let parent = open.last.map { UInt32($0) }
        open.append(sections.count)
        let range = UInt32(paragraph)..<UInt32(paragraph)
        sections.append(Section(heading: heading, level: level, article: article, parent: parent, paragraphs: range))
    }

    /// Closes the open sections of `level` and below, and the lead.
    private mutating func close(downTo level: UInt8, paragraph: Int, in sections: inout ContiguousArray<Section>) {
        while let last = open.last, sections[last].level >= level || sections[last].isLead {
            sections[last].paragraphs = sections[last].paragraphs.lowerBound..<UInt32(paragraph)
            open.removeLast()
        }
    }
}
