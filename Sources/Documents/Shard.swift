/// One text and what it is made of. Layers are sorted columns of offsets into `text`; nothing is copied. Immutable once
/// its reader has handed it over.
public struct Shard: Sendable {
    /// The bytes.
    public let text: Text
    /// Which file it is and what its reader found.
    public var file: FileReport
    /// The articles in file order.
    public var articles: PackedColumn<Article> = []
    /// The paragraphs of all articles: body lines without their indent and line end, headings and head matter left out.
    public var paragraphs = SpanColumn()
    /// The sections of all articles, each article's lead first, then headings in text order.
    public var sections: PackedColumn<Section> = []
    /// Body lines that repeat title, subtitle or author: shown, not counted.
    public var headMatter = SpanColumn()
    /// Field values that do not stand in the text (a title taken from a file name), by article index.
    public var derived: [DerivedField: String] = [:]
    /// The same where they are kept elsewhere.
    public var keptDerived: (@Sendable (DerivedField) -> String?)?

    /// How offsets in `text` lead back to the file, the nearest map first; none where the text is the file.
    public var offsetMaps: [any OffsetMap] = []
    /// The lines of the file, where the text was made from it; nil where the text has the file's own lines.
    public var lineMap: LineMap?

    /// The files that the text was put together from; nil where it is of one file, `file`.
    public var files: (any FileTable)?
    /// Where literals stand in paragraphs; nil where they are to be looked for.
    public var bodyIndex: (any LiteralIndex)?
    /// Where they stand in titles, headings and head matter.
    public var outsideIndex: (any LiteralIndex)?
    /// Whether the columns can be relied on, where that is to be found out; see `ShardList`.
    public var soundness: (any Soundness)?

    /// A shard without articles; its reader fills it.
    public init(text: Text, file: FileReport) {
        self.text = text
        self.file = file
    }
}

/// A text field of an article.
public enum ArticleField: UInt8, CaseIterable, Sendable {
    case title, subtitle, author, pageName, column
}

/// The key of a field value that does not stand in the text.
public struct DerivedField: Hashable, Sendable {
    /// Index in `Shard.articles`.
    public let article: Int
    /// Which field.
    public let field: ArticleField

    /// The field of an article.
    public init(_ article: Int, _ field: ArticleField) {
        self.article = article
        self.field = field
    }
}

/// One article: its fields and the ranges of its parts in the shard's columns. Empty spans are fields that are missing.
public struct Article: Sendable, BitwiseCopyable {
    /// The whole block, from the `### ` line (or what stands for it) to just before the next article.
    public var block = Span(UInt32(0), 0)
    /// The title, without `### `.
    public var title = Span(UInt32(0), 0)
    /// The subtitle: the part of the title behind ——, or the head-matter line that begins with it.
    public var subtitle = Span(UInt32(0), 0)
    /// The author line.
    public var author = Span(UInt32(0), 0)
    /// The name of the page, in brackets after its number.
    public var pageName = Span(UInt32(0), 0)
    /// What follows `专栏：`.
    public var column = Span(UInt32(0), 0)
    /// The date, where there is a valid one.
    public var date: PartialDate? {
        get { PartialDate(packed: packedDate) }
        set { packedDate = newValue?.packed ?? 0 }
    }
    /// Year, month and day as `year << 9 | month << 5 | day`, 0 for what is missing: four bytes for the date instead of forty, as an archive
    /// may be a million articles of a line each.
    public private(set) var packedDate: UInt32 = 0
    /// The page number, or -1.
    public var page: Int32 = -1
    /// The line the article begins on, from 1.
    public var line: UInt32 = 1
    private var paragraphRange = IndexRange()
    private var sectionRange = IndexRange()
    private var headMatterRange = IndexRange()
    /// Its paragraphs, as indices in `Shard.paragraphs`.
    public var paragraphs: Range<UInt32> {
        get { paragraphRange.range }
        set { paragraphRange = IndexRange(newValue) }
    }
    /// Its sections, as indices in `Shard.sections`.
    public var sections: Range<UInt32> {
        get { sectionRange.range }
        set { sectionRange = IndexRange(newValue) }
    }
    /// Its head matter, as indices in `Shard.headMatter`.
    public var headMatter: Range<UInt32> {
        get { headMatterRange.range }
        set { headMatterRange = IndexRange(newValue) }
    }

    /// An article with nothing in it; its reader fills it.
    public init() {}
}

/// A heading and what it governs.
public struct Section: Sendable, BitwiseCopyable {
    /// The heading line without its indent; empty for the lead.
    public var heading: Span
    /// The paragraphs it governs, those of its subsections included, as indices in `Shard.paragraphs`.
    public var paragraphs: Range<UInt32> {
        get { paragraphRange.range }
        set { paragraphRange = IndexRange(newValue) }
    }
    private var paragraphRange: IndexRange
    /// Index in `Shard.articles`.
    public var article: UInt32
    /// One more than the parent's index, or 0: half of what an optional takes.
    private var parentNumber: UInt32
    /// 0 for the lead, 1 for the highest level the article has, and so on.
    public var level: UInt8
    /// What is left of four bytes, so that a section in an archive has no byte that is not written.
    private var unused: (UInt8, UInt8, UInt8) = (0, 0, 0)
    /// Index in `Shard.sections` of the section it is nested in, or nil.
    public var parent: UInt32? {
        get { parentNumber > 0 ? parentNumber - 1 : nil }
        set { parentNumber = newValue.map { $0 + 1 } ?? 0 }
    }

    /// A section with its place.
    public init(heading: Span, level: UInt8, article: UInt32, parent: UInt32?, paragraphs: Range<UInt32>) {
        self.heading = heading
        self.level = level
        self.article = article
        parentNumber = parent.map { $0 + 1 } ?? 0
        paragraphRange = IndexRange(paragraphs)
    }

    /// Whether it is the text before the first heading, 引言.
    public var isLead: Bool { level == 0 }
}

/// A range of indices as it stands in memory and in archives: two numbers, of which the second may be wrong in a damaged file.
struct IndexRange: Sendable, BitwiseCopyable {
    private var lower: UInt32 = 0
    private var upper: UInt32 = 0

    init() {}

    init(_ range: Range<UInt32>) {
        lower = range.lowerBound
        upper = range.upperBound
    }

    var range: Range<UInt32> { lower..<max(lower, upper) }
}
