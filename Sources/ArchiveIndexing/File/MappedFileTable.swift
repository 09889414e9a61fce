import Documents
import SourceText

/// The files of a mapped segment.
struct MappedFileTable: FileTable {
    private let segment: MappedSegment
    private let text: Text
    private let records: PackedColumn<FileRecord>

    init(_ segment: MappedSegment, text: Text) {
        self.segment = segment
        self.text = text
        records = segment.column(.files, of: FileRecord.self)
    }

    var count: Int { records.count }
    var summary: FilesSummary { segment.entry.summary }

    func index(at offset: UInt32) -> Int {
        var low = 0
        var high = records.count
        while low < high {
            let middle = (low + high) / 2
            if records[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    subscript(index: Int) -> FilePart {
        guard segment.isSound, records.indices.contains(index) else { return FilePart(report: FileReport(name: "")) }
        let record = records[index]
        var part = FilePart(report: report(record))
        part.start = record.start
        part.sourceStart = Int(truncatingIfNeeded: record.sourceStart)
        part.digest = [record.digestHigh, record.digestLow].flatMap { half in
            (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64($0))) }
        }
        part.offsetMaps = maps(record)
        if record.flags & FileRecord.hasLineMap != 0 { part.lineMap = lineMap(record) }
        return part
    }

    /// What a file was on disk when it was read.
    func source(_ index: Int) -> SourceState {
        let record = records[index]
        return SourceState(
            path: string(record.source), size: Int(truncatingIfNeeded: record.sourceSize),
            modified: Int(truncatingIfNeeded: record.sourceModified))
    }

    private func bytes(_ range: PartRange) -> UnsafeRawBufferPointer {
        let strings = segment.bytes(.strings)
        guard let range = range.range(within: strings.count) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: strings[range])
    }

    private func string(_ range: PartRange) -> String { String(decoding: bytes(range), as: UTF8.self) }

    private func report(_ record: FileRecord) -> FileReport {
        var report = FileReport(name: string(record.name))
        report.rawPath = Array(bytes(record.rawPath))
        report.format = string(record.format)
        report.encoding = string(record.encoding)
        report.bytes = Int(truncatingIfNeeded: record.bytes)
        report.articles = Int(record.articles)
        report.withoutDate = Int(record.withoutDate)
        report.withoutAuthor = Int(record.withoutAuthor)
        report.withoutPage = Int(record.withoutPage)
        report.isConverted = record.flags & FileRecord.isConverted != 0
        report.undecodable = Int(truncatingIfNeeded: record.undecodable)
        report.firstUndecodable = record.firstUndecodable > 0 ? Int(truncatingIfNeeded: record.firstUndecodable - 1) : nil
        report.strayLines = Int(record.strayLines)
        report.firstStrayLine = record.firstStrayLine > 0 ? Int(record.firstStrayLine) : nil
        return report
    }

    // MARK: Maps

    private func maps(_ record: FileRecord) -> [any OffsetMap] {
        let all = segment.column(.maps, of: MapRecord.self)
        guard record.maps.count > 0, let range = record.maps.range(within: all.count) else { return [] }
        return range.map { map(all[$0], of: record) }
    }

    private func map(_ map: MapRecord, of record: FileRecord) -> any OffsetMap {
        let starts = slice(.mapStarts, map.columns)
        let sources = slice(.mapSources, map.columns)
        let lengths = slice(.mapLengths, map.columns)
        guard map.kind != MapRecord.runs else { return RunMap(starts: starts, sources: sources, lengths: lengths) }
        let places = WidthMap.Places(
            texts: starts, sources: sources, wides: lengths, isWide: map.kind == MapRecord.wideWidths,
            length: Int(clamping: map.length), source: Int(clamping: map.source))
        guard map.decoded != .max else { return WidthMap(text, from: Int(record.start), places) }
        return WidthMap(segment.text(.decodedTexts), from: Int(clamping: map.decoded), places)
    }

    private func slice(_ kind: PartKind, _ range: PartRange) -> PackedColumn<UInt32> {
        let column = segment.column(kind, of: UInt32.self)
        guard let range = range.range(within: column.count), !range.isEmpty else { return [] }
        return column.withUnsafeBufferPointer { PackedColumn(mapped: UnsafeBufferPointer(rebasing: $0[range]), owner: segment) }
    }

    private func lineMap(_ record: FileRecord) -> LineMap {
        LineMap(
            starts: slice(.lineStarts, record.lines), lines: slice(.lineNumbers, record.lines),
            countsLineEnds: record.flags & FileRecord.lineMapCounts != 0)
    }

    // MARK: Values that do not stand in the text

    func derived(_ field: DerivedField) -> String? {
        let all = segment.column(.derived, of: DerivedRecord.self)
        guard !all.isEmpty, segment.isSound, let article = UInt32(exactly: field.article) else { return nil }
        let key = UInt64(article) << 32 | UInt64(field.field.rawValue)
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].key == key ? string(all[low].value) : nil
    }

    // MARK: Soundness

    /// Whether files stand in order and their strings and maps are there; the same of derived values.
    static func isSound(_ segment: MappedSegment) -> Bool {
        let files = segment.column(.files, of: FileRecord.self)
        let strings = segment.entry.count(.strings)
        let text = UInt32(clamping: segment.entry.count(.text))
        guard let first = files.first, first.start == 0 else { return false }
        var last: UInt32 = 0
        for file in files {
            let isNamed = [file.name, file.rawPath, file.source, file.format, file.encoding].allSatisfy { $0.range(within: strings) != nil }
            let isMapped =
                file.maps.range(within: segment.entry.count(.maps)) != nil
                && file.lines.range(within: segment.entry.count(.lineStarts)) != nil
            guard last <= file.start, file.start <= text, isNamed, isMapped else { return false }
            last = file.start
        }
        return areMapsSound(segment) && areDerivedSound(segment, strings: strings)
    }

    private static func areMapsSound(_ segment: MappedSegment) -> Bool {
        let count = segment.entry.count(.mapStarts)
        guard segment.entry.count(.mapSources) == count, segment.entry.count(.mapLengths) == count,
            segment.entry.count(.lineStarts) == segment.entry.count(.lineNumbers)
        else { return false }
        return segment.column(.maps, of: MapRecord.self).allSatisfy { $0.columns.range(within: count) != nil }
    }

    private static func areDerivedSound(_ segment: MappedSegment, strings: Int) -> Bool {
        let all = segment.column(.derived, of: DerivedRecord.self)
        return all.allSatisfy { $0.value.range(within: strings) != nil } && zip(all, all.dropFirst()).allSatisfy { $0.key < $1.key }
    }
}
