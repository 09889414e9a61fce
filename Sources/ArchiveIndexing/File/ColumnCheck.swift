import Documents
import SourceText

/// Looks through the columns of a segment: that every offset lies in the text, every index in its column, and all stand in order. What
/// reads them afterwards need not doubt them. Cost: a pass over the columns, at memory speed.
struct ColumnCheck {
    private let segment: MappedSegment
    private let text: UInt32
    private let articles: PackedColumn<Article>
    private let sections: PackedColumn<Section>
    private let paragraphs: Int

    init(_ segment: MappedSegment) {
        self.segment = segment
        text = UInt32(clamping: segment.entry.count(.text))
        articles = segment.column(.articles, of: Article.self)
        sections = segment.column(.sections, of: Section.self)
        paragraphs = segment.entry.count(.paragraphStarts)
    }

    /// What is wrong; nil where nothing is.
    var problem: LocalizedText? {
        guard areSpans(.paragraphStarts, .paragraphEnds) else { return LocalizedText("paragraphs", zh: "段落") }
        guard areSpans(.headMatterStarts, .headMatterEnds) else { return LocalizedText("head matter", zh: "题头") }
        guard areArticlesSound else { return LocalizedText("articles", zh: "文章") }
        guard areSectionsSound else { return LocalizedText("sections", zh: "节") }
        guard MappedFileTable.isSound(segment) else { return LocalizedText("the table of files", zh: "文件表") }
        return nil
    }

    /// Whether two columns are beginnings and ends of spans that follow each other in the text.
    private func areSpans(_ startKind: PartKind, _ endKind: PartKind) -> Bool {
        let starts = segment.column(startKind, of: UInt32.self)
        let ends = segment.column(endKind, of: UInt32.self)
        guard starts.count == ends.count else { return false }
        return starts.withUnsafeBufferPointer { starts in
            ends.withUnsafeBufferPointer { ends in
                var last: UInt32 = 0
                var isSound = true
                for index in starts.indices {
                    isSound = isSound && last <= starts[index] && starts[index] <= ends[index]
                    last = ends[index]
                }
                return isSound && last <= text
            }
        }
    }

    private func isInText(_ span: Span) -> Bool { span.start <= span.end && span.end <= text }

    private var areArticlesSound: Bool {
        let matter = UInt32(clamping: segment.entry.count(.headMatterStarts))
        let (paragraphs, sections) = (UInt32(clamping: paragraphs), UInt32(clamping: sections.count))
        var last = (block: UInt32(0), paragraph: UInt32(0), section: UInt32(0), matter: UInt32(0))
        for article in articles {
            let fields = [article.block, article.title, article.subtitle, article.author, article.pageName, article.column]
            let isInOrder =
                last.block <= article.block.start && last.paragraph == article.paragraphs.lowerBound
                && last.section == article.sections.lowerBound && last.matter == article.headMatter.lowerBound
            guard isInOrder, fields.allSatisfy(isInText), article.hasSoundDate else { return false }
            last = (article.block.end, article.paragraphs.upperBound, article.sections.upperBound, article.headMatter.upperBound)
        }
        return last.paragraph == paragraphs && last.section == sections && last.matter == matter
    }

    private var areSectionsSound: Bool {
        for (index, section) in sections.enumerated() {
            guard Int(section.article) < articles.count else { return false }
            let article = articles[Int(section.article)]
            let isInside =
                article.sections.contains(UInt32(index)) && article.paragraphs.lowerBound <= section.paragraphs.lowerBound
                && section.paragraphs.upperBound <= article.paragraphs.upperBound
            let isBelow = section.parent.map { article.sections.contains($0) && $0 < UInt32(index) } ?? true
            guard isInside, isBelow, isInText(section.heading) else { return false }
        }
        return true
    }
}
