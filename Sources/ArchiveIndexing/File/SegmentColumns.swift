import Documents
import MappedFiles

/// The columns of a segment while it is made: those of its files, moved to where their texts stand.
struct SegmentColumns: Sendable {
    var slices: [(slice: ShardSlice, start: Int)] = []
    var textBytes = 0
    var articles: [Article] = []
    var sections: [Section] = []
    var paragraphs = SpanArrays()
    var headMatter = SpanArrays()
    var files: [FileRecord] = []
    var strings = StringPool()
    var derived: [DerivedRecord] = []
    var maps = MapColumns()
    var summary = FilesSummary()
    var withoutDate = 0

    /// Two columns that are written as they are.
    struct SpanArrays: Sendable {
        var starts: [UInt32] = []
        var ends: [UInt32] = []

        mutating func append(_ span: Span) {
            starts.append(span.start)
            ends.append(span.end)
        }
    }

    /// Adds a slice behind a byte that belongs to no file, so that nothing is found across two.
    mutating func append(_ slice: ShardSlice, _ source: SourceState) {
        let start = textBytes == 0 ? 0 : textBytes + 1
        let move = Move(slice, self, start)
        for index in slice.articles { articles.append(move(slice.shard.articles[index])) }
        for index in move.sections { sections.append(move(slice.shard.sections[index])) }
        for index in move.paragraphs { paragraphs.append(move(slice.shard.paragraphs[index])) }
        for index in move.headMatter { headMatter.append(move(slice.shard.headMatter[index])) }
        addDerived(slice, move)
        addFile(slice, source, start)
        slices.append((slice, start))
        textBytes = start + slice.text.count
    }

    private mutating func addDerived(_ slice: ShardSlice, _ move: Move) {
        let records = slice.shard.derived.map { field, value in
            DerivedRecord(
                article: UInt32(field.article) + move.articleBase, field: UInt32(field.field.rawValue), value: strings.add(value))
        }
        derived += records.sorted { $0.key < $1.key }
    }

    private mutating func addFile(_ slice: ShardSlice, _ source: SourceState, _ start: Int) {
        let isFirst = slice.text.lowerBound == 0
        let report = slice.shard.examined
        var record = FileRecord(report, source, &strings)
        record.start = UInt32(truncatingIfNeeded: start)
        record.sourceStart = UInt64(slice.text.lowerBound)
        (record.digestHigh, record.digestLow) = slice.shard.digestHalves
        record.maps = maps.add(slice.shard.offsetMaps, ownText: slice.shard.text)
        if let lines = slice.shard.lineMap {
            record.flags |= FileRecord.hasLineMap | (lines.countsLineEnds ? FileRecord.lineMapCounts : 0)
            record.lines = maps.add(lines)
        }
        files.append(record)
        guard isFirst else { return }
        summary.add(report)
        withoutDate += report.withoutDate
    }
}

/// How the records of a slice change when its text is put somewhere else.
private struct Move {
    let paragraphs: Range<Int>
    let sections: Range<Int>
    let headMatter: Range<Int>
    let articleBase: UInt32
    /// What is added, modulo 2^32, to offsets and to indices of each kind.
    private let offset, article, paragraph, section, matter: UInt32

    init(_ slice: ShardSlice, _ columns: SegmentColumns, _ start: Int) {
        let shard = slice.shard
        paragraphs = slice.range(\.paragraphs, total: shard.paragraphs.count)
        sections = slice.range(\.sections, total: shard.sections.count)
        headMatter = slice.range(\.headMatter, total: shard.headMatter.count)
        articleBase = UInt32(columns.articles.count)
        offset = UInt32(truncatingIfNeeded: start - slice.text.lowerBound)
        article = UInt32(truncatingIfNeeded: columns.articles.count - slice.articles.lowerBound)
        paragraph = UInt32(truncatingIfNeeded: columns.paragraphs.starts.count - paragraphs.lowerBound)
        section = UInt32(truncatingIfNeeded: columns.sections.count - sections.lowerBound)
        matter = UInt32(truncatingIfNeeded: columns.headMatter.starts.count - headMatter.lowerBound)
    }

    func callAsFunction(_ span: Span) -> Span { Span(span.start &+ offset, span.end &+ offset) }

    private func moved(_ range: Range<UInt32>, _ distance: UInt32) -> Range<UInt32> {
        let lower = range.lowerBound &+ distance
        return lower..<lower + UInt32(range.count)
    }

    /// A field that is missing stays the empty span at 0.
    private func field(_ span: Span) -> Span { span.isEmpty ? Span(UInt32(0), 0) : self(span) }

    func callAsFunction(_ article: Article) -> Article {
        var article = article
        article.block = self(article.block)
        article.title = field(article.title)
        article.subtitle = field(article.subtitle)
        article.author = field(article.author)
        article.pageName = field(article.pageName)
        article.column = field(article.column)
        article.paragraphs = moved(article.paragraphs, paragraph)
        article.sections = moved(article.sections, section)
        article.headMatter = moved(article.headMatter, matter)
        return article
    }

    func callAsFunction(_ record: Section) -> Section {
        var record = record
        record.heading = self(record.heading)
        record.article = record.article &+ article
        record.parent = record.parent.map { $0 &+ section }
        record.paragraphs = moved(record.paragraphs, paragraph)
        return record
    }
}

/// Strings one behind the other, each once.
struct StringPool: Sendable {
    private(set) var bytes: [UInt8] = []
    private var known: [String: PartRange] = [:]

    /// Where a string stands. Long lists of different ones are not searched for equals.
    mutating func add(_ string: String) -> PartRange {
        if let range = known[string] { return range }
        let range = PartRange(first: UInt32(truncatingIfNeeded: bytes.count), count: UInt32(truncatingIfNeeded: string.utf8.count))
        bytes += string.utf8
        known[string] = range
        return range
    }

    /// Where bytes stand that need not be text.
    mutating func add(bytes added: [UInt8]) -> PartRange {
        let range = PartRange(first: UInt32(truncatingIfNeeded: bytes.count), count: UInt32(truncatingIfNeeded: added.count))
        bytes += added
        return range
    }
}

/// Maps of offsets and lines, column by column.
struct MapColumns: Sendable {
    var records: [MapRecord] = []
    var starts: [UInt32] = []
    var sources: [UInt32] = []
    var lengths: [UInt32] = []
    var lineStarts: [UInt32] = []
    var lineNumbers: [UInt32] = []
    var decoded: [UInt8] = []

    mutating func add(_ maps: [any OffsetMap], ownText: Text) -> PartRange {
        let first = records.count
        for map in maps {
            if let runs = map as? RunMap {
                add(runs)
            } else if let widths = map as? WidthMap {
                add(widths, ownText)
            }
        }
        return PartRange(first: UInt32(first), count: UInt32(records.count - first))
    }

    private mutating func add(_ map: RunMap) {
        var record = MapRecord()
        record.columns = PartRange(first: UInt32(starts.count), count: UInt32(map.starts.count))
        starts += map.starts
        sources += map.sources
        lengths += map.lengths
        records.append(record)
    }

    private mutating func add(_ map: WidthMap, _ ownText: Text) {
        var record = MapRecord()
        record.kind = map.places.isWide ? MapRecord.wideWidths : MapRecord.widths
        record.columns = PartRange(first: UInt32(starts.count), count: UInt32(map.places.texts.count))
        record.length = UInt64(map.places.length)
        record.source = UInt64(map.places.source)
        if map.text !== ownText {
            record.decoded = UInt64(decoded.count)
            decoded += map.text.bytes
        }
        starts += map.places.texts
        sources += map.places.sources
        lengths += map.places.wides
        records.append(record)
    }

    mutating func add(_ map: LineMap) -> PartRange {
        let range = PartRange(first: UInt32(lineStarts.count), count: UInt32(map.starts.count))
        lineStarts += map.starts
        lineNumbers += map.lines
        return range
    }
}

extension FileRecord {
    fileprivate init(_ report: FileReport, _ source: SourceState, _ strings: inout StringPool) {
        bytes = UInt64(report.bytes)
        sourceSize = UInt64(source.size)
        sourceModified = UInt64(bitPattern: Int64(source.modified))
        undecodable = UInt64(report.undecodable)
        firstUndecodable = report.firstUndecodable.map { UInt64($0) + 1 } ?? 0
        articles = UInt32(truncatingIfNeeded: report.articles)
        withoutDate = UInt32(truncatingIfNeeded: report.withoutDate)
        withoutAuthor = UInt32(truncatingIfNeeded: report.withoutAuthor)
        withoutPage = UInt32(truncatingIfNeeded: report.withoutPage)
        strayLines = UInt32(truncatingIfNeeded: report.strayLines)
        firstStrayLine = UInt32(truncatingIfNeeded: report.firstStrayLine ?? 0)
        flags = report.isConverted ? FileRecord.isConverted : 0
        name = strings.add(report.name)
        rawPath = strings.add(bytes: report.rawPath)
        self.source = strings.add(source.path)
        format = strings.add(report.format)
        encoding = strings.add(report.encoding)
    }
}

extension Shard {
    /// The digest of the text as two numbers.
    fileprivate var digestHalves: (UInt64, UInt64) {
        let digest = withExtendedLifetime(text) { textDigest(text.bytes) }
        func half(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        return (half(digest[..<8]), half(digest[8...]))
    }
}
