import Documents

/// Puts the fields of records into one text, field by field, and notes where they stand.
struct RecordAssembler {
    let text: RecordText
    private(set) var entries: ContiguousArray<RecordEntry> = []
    /// Records that could not be read whole, and the line of the first of them.
    private(set) var strays = 0
    private(set) var firstStrayLine: Int?
    private var entry = RecordEntry()

    /// `capacity` is a guess at the bytes there will be.
    init(capacity: Int, countsLineEnds: Bool) { text = RecordText(capacity: capacity, countsLineEnds: countsLineEnds) }

    /// Begins an article whose record begins on `line`.
    mutating func begin(line: Int) {
        entry = RecordEntry()
        entry.line = UInt32(truncatingIfNeeded: line)
        entry.body = .max
        entry.block.start = UInt32(truncatingIfNeeded: text.count)
        text.mark(line: line)
    }

    /// Adds a field; `write` puts its bytes into the text. The text of the article comes last.
    mutating func add(_ field: TableField, _ write: (RecordText) -> Void) {
        let start = text.count
        if field == .text { entry.body = UInt32(truncatingIfNeeded: start) }
        write(text)
        if field != .text { text.flatten(from: start) }
        let span = text.view.trimmed(from: start, to: text.count)
        switch field {
        case .title: entry.title = span
        case .author: entry.author = span
        case .column: entry.column = span
        case .date: entry.date = text.view.recordDate(span)
        case .page:
            let page = text.view.recordPage(span)
            entry.page = page?.number ?? -1
            entry.pageName = page?.name ?? Span(0, 0)
        case .text: break
        }
        if text.count > start { text.put(0x0A, count: 1) }
    }

    /// Ends the article that was begun; a record that says nothing is none.
    mutating func end() {
        entry.block.end = UInt32(truncatingIfNeeded: text.count)
        guard !entry.block.isEmpty else { return stray(line: Int(entry.line)) }
        entry.body = min(entry.body, entry.block.end)
        entries.append(entry)
    }

    /// Counts a record that could not be read whole.
    mutating func stray(line: Int) {
        strays += 1
        firstStrayLine = firstStrayLine ?? line
    }

    /// Puts what was read off a later part of the file behind this; `lines` lines come before that part.
    mutating func append(_ other: RecordAssembler, afterLines lines: Int) {
        let offset = text.count
        text.append(other.text, afterLines: lines)
        entries.append(contentsOf: other.entries.lazy.map { $0.moved(by: offset, afterLines: lines) })
        strays += other.strays
        firstStrayLine = firstStrayLine ?? other.firstStrayLine.map { $0 + lines }
    }

    /// The shard of all articles, their bodies parsed like any other. The same for any number of workers.
    func shard(_ report: FileReport, format: String, workers: Workers) -> Result<Shard, ReadFailure> {
        let (entries, pieces) = (entries, pieces(for: workers))
        return shard(report, format: format) { text in
            workers.map(pieces.count) { index in
                ArticleParser<KnownLayout>.parse(ByteView(text), entries[pieces[index]].lazy.map(\.known))
            }
        }
    }

    /// The shard of what `parts` finds in the text, in order.
    func shard(_ report: FileReport, format: String, parts: (Text) -> [ShardPart]) -> Result<Shard, ReadFailure> {
        guard !text.isExhausted else { return .failure(.outOfMemory) }
        let (runs, lines) = (text.runs, text.lines)
        var shard = Shard(text: text.finish(), file: report)
        shard.file.format = format
        // A copy: the file may change now.
        shard.file.modification = 0
        shard.offsetMaps = [runs]
        shard.lineMap = lines
        for part in parts(shard.text) { shard.append(part, afterLines: 0) }
        shard.file.strayLines += strays
        shard.file.firstStrayLine = firstStrayLine
        return .success(shard)
    }

    /// A piece is no smaller, in bytes.
    private static let smallestPiece = 1 << 19

    /// Ranges of articles of about the same size.
    private func pieces(for workers: Workers) -> [Range<Int>] {
        let whole = Int(entries.last?.block.end ?? 0)
        let size = workers.count == 1 ? Int.max : max(RecordAssembler.smallestPiece, whole / (workers.count * 8))
        var pieces: [Range<Int>] = []
        var first = 0
        for (index, entry) in entries.enumerated() where Int(entry.block.end) - Int(entries[first].block.start) >= size {
            pieces.append(first..<index + 1)
            first = index + 1
            if first == entries.count { break }
        }
        return first < entries.count ? pieces + [first..<entries.count] : pieces
    }
}
