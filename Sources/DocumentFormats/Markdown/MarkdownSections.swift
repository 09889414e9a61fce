import Documents

/// Paragraphs and headings of a Markdown document, and the sections they make.
struct MarkdownSections {
    /// A line of the text that was made of the document.
    struct Line {
        var span: Span
        /// The level of a heading, from 1; nil for a paragraph.
        var level: Int?
    }

    /// Adds the article of `known` with its `lines`, as paragraphs and sections of `part`. A heading that nothing follows
    /// before the next of its level or a higher one is a paragraph, as nothing could be found below it.
    static func add(_ lines: [Line], of known: KnownArticle, to part: inout ShardPart) {
        var open: [(section: Int, level: Int)] = []
        func close(downTo level: Int, _ part: inout ShardPart) {
            while let last = open.last, last.level >= level {
                let first = part.sections[last.section].paragraphs.lowerBound
                part.sections[last.section].paragraphs = first..<UInt32(part.paragraphs.count)
                open.removeLast()
            }
        }
        func push(_ heading: Span, level: Int, isLead: Bool, _ part: inout ShardPart) {
            let parent = isLead ? nil : open.last
            let shown = isLead ? 0 : (parent.map { part.sections[$0.section].level } ?? 0) + 1
            let paragraphs = UInt32(part.paragraphs.count)..<UInt32(part.paragraphs.count)
            open.append((part.sections.count, level))
            part.sections.append(
                Section(
                    heading: heading, level: shown, article: UInt32(part.articles.count), parent: parent.map { UInt32($0.section) },
                    paragraphs: paragraphs))
        }
        for (index, line) in lines.enumerated() {
            if let level = line.level, governs(level, lines[(index + 1)...]) {
                close(downTo: level, &part)
                push(line.span, level: level, isLead: false, &part)
            } else {
                if open.isEmpty { push(Span(line.span.start, line.span.start), level: .max, isLead: true, &part) }
                part.paragraphs.append(line.span)
            }
        }
        close(downTo: 0, &part)
        part.add(known)
    }

    /// Whether a heading of `level` has something below it: text, or a heading that is lower.
    private static func governs(_ level: Int, _ rest: ArraySlice<Line>) -> Bool {
        guard let next = rest.first else { return false }
        return next.level.map { $0 > level } ?? true
    }
}

extension ShardPart {
    /// Adds the article whose paragraphs and sections were added last, and which is the first of this part.
    fileprivate mutating func add(_ known: KnownArticle) {
        var article = Article()
        article.block = known.block
        article.line = known.line
        article.title = known.header.title
        article.author = known.header.author
        article.column = known.header.column
        article.date = known.header.date
        article.page = known.header.page?.number ?? -1
        article.pageName = known.header.page?.name ?? Span(0, 0)
        article.paragraphs = 0..<UInt32(paragraphs.count)
        article.sections = 0..<UInt32(sections.count)
        withoutDate += article.date == nil ? 1 : 0
        withoutAuthor += article.author.isEmpty ? 1 : 0
        withoutPage += article.page < 0 ? 1 : 0
        articles.append(article)
    }
}
