import Documents

/// Writes the parts of one segment.
struct SegmentWriter: ~Copyable {
    private var entry = SegmentEntry()

    /// Writes all parts, and gives where they are.
    static func write(
        _ columns: SegmentColumns, body: [PostingRun]?, outside: [PostingRun]?, to sink: inout ArchiveSink
    ) throws -> SegmentEntry {
        var writer = SegmentWriter()
        writer.entry.summary = columns.summary
        writer.entry.withoutDate = columns.withoutDate
        try writer.writeText(columns, to: &sink)
        try writer.write(.articles, columns.articles, to: &sink)
        try writer.write(.sections, columns.sections, to: &sink)
        try writer.write(.paragraphStarts, columns.paragraphs.starts, to: &sink)
        try writer.write(.paragraphEnds, columns.paragraphs.ends, to: &sink)
        try writer.write(.headMatterStarts, columns.headMatter.starts, to: &sink)
        try writer.write(.headMatterEnds, columns.headMatter.ends, to: &sink)
        try writer.write(.files, columns.files, to: &sink)
        try writer.write(.strings, columns.strings.bytes, to: &sink)
        try writer.write(.derived, columns.derived, to: &sink)
        try writer.writeMaps(columns.maps, to: &sink)
        if let body { try writer.write(.bodyPostings, body, to: &sink) }
        if let outside { try writer.write(.outsidePostings, outside, to: &sink) }
        return writer.entry
    }

    private mutating func begin(_ kind: PartKind, count: Int, in sink: inout ArchiveSink) throws {
        try sink.align()
        entry.parts.append(PartEntry(kind: kind, offset: sink.position, count: count))
    }

    private mutating func write<Element: BitwiseCopyable>(_ kind: PartKind, _ elements: [Element], to sink: inout ArchiveSink) throws {
        guard !elements.isEmpty else { return }
        try begin(kind, count: elements.count, in: &sink)
        try elements.withUnsafeBytes { try sink.append($0) }
    }

    /// The texts with a line end between two, and zeros behind the last.
    private mutating func writeText(_ columns: SegmentColumns, to sink: inout ArchiveSink) throws {
        try begin(.text, count: columns.textBytes, in: &sink)
        let origin = sink.position
        for (slice, start) in columns.slices {
            if sink.position < origin + start { try [UInt8(ascii: "\n")].withUnsafeBytes { try sink.append($0) } }
            let text = slice.shard.text
            try sink.append(UnsafeRawBufferPointer(rebasing: text.bytes[slice.text]))
            withExtendedLifetime(text) {}
        }
        try sink.append(zeros: ArchiveLayout.padding)
    }

    private mutating func writeMaps(_ maps: MapColumns, to sink: inout ArchiveSink) throws {
        try write(.maps, maps.records, to: &sink)
        try write(.mapStarts, maps.starts, to: &sink)
        try write(.mapSources, maps.sources, to: &sink)
        try write(.mapLengths, maps.lengths, to: &sink)
        try write(.lineStarts, maps.lineStarts, to: &sink)
        try write(.lineNumbers, maps.lineNumbers, to: &sink)
        guard !maps.decoded.isEmpty else { return }
        try write(.decodedTexts, maps.decoded, to: &sink)
        try sink.append(zeros: ArchiveLayout.padding)
    }

    private mutating func write(_ kind: PartKind, _ runs: [PostingRun], to sink: inout ArchiveSink) throws {
        try begin(kind, count: 0, in: &sink)
        let start = sink.position
        try PostingRun.write(runs) { try sink.append($0) }
        entry.parts[entry.parts.count - 1].count = sink.position - start
    }

    /// Copies a segment of another archive as it stands.
    static func copy(_ old: SegmentEntry, of bytes: UnsafeRawBufferPointer, to sink: inout ArchiveSink) throws -> SegmentEntry {
        var entry = old
        for index in entry.parts.indices {
            try sink.align()
            let part = entry.parts[index]
            entry.parts[index].offset = sink.position
            try sink.append(UnsafeRawBufferPointer(rebasing: bytes[part.range]))
            if part.kind == .text || part.kind == .decodedTexts { try sink.append(zeros: ArchiveLayout.padding) }
        }
        return entry
    }
}
