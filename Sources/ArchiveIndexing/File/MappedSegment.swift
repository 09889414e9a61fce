import Documents
import MappedFiles
import SourceText
import Synchronization

/// A segment of a mapped archive: its columns, which are looked through before anything relies on them.
final class MappedSegment: Soundness {
    let entry: SegmentEntry
    let number: Int
    private let archive: MappedArchive
    private let state = Atomic<UInt8>(0)

    init(_ entry: SegmentEntry, number: Int, of archive: MappedArchive) {
        self.entry = entry
        self.number = number
        self.archive = archive
    }

    /// A part as a column; empty where there is none.
    func column<Element: BitwiseCopyable & Sendable>(_ kind: PartKind, of type: Element.Type) -> PackedColumn<Element> {
        let bytes = bytes(kind)
        guard !bytes.isEmpty else { return [] }
        return PackedColumn(mapped: bytes.bindMemory(to: type), owner: archive)
    }

    /// The bytes of a part.
    func bytes(_ kind: PartKind) -> UnsafeRawBufferPointer {
        guard let part = entry.part(kind) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: archive.mapping.bytes[part.range])
    }

    /// A part as a text.
    func text(_ kind: PartKind) -> Text {
        let archive = archive
        return Text(adopting: bytes(kind)) { _ in _ = archive }
    }

    /// The segment as a shard. Cost: none of its bytes is touched but the trailers of its postings.
    func shard(_ report: FileReport) -> Shard {
        var shard = Shard(text: text(.text), file: report)
        shard.file.articles = entry.count(.articles)
        shard.file.withoutDate = entry.withoutDate
        shard.file.isConverted = true
        shard.file.undecodable = entry.summary.undecodable
        shard.articles = column(.articles, of: Article.self)
        shard.sections = column(.sections, of: Section.self)
        shard.paragraphs = SpanColumn(
            starts: column(.paragraphStarts, of: UInt32.self), ends: column(.paragraphEnds, of: UInt32.self))
        shard.headMatter = SpanColumn(
            starts: column(.headMatterStarts, of: UInt32.self), ends: column(.headMatterEnds, of: UInt32.self))
        let files = MappedFileTable(self, text: shard.text)
        shard.files = files
        shard.keptDerived = { files.derived($0) }
        shard.bodyIndex = index(.bodyPostings)
        shard.outsideIndex = index(.outsidePostings)
        shard.soundness = self
        return shard
    }

    private func index(_ kind: PartKind) -> PostingIndex? {
        guard entry.part(kind) != nil else { return nil }
        return PostingIndex(bytes: bytes(kind), textCount: entry.count(.text), owner: archive)
    }

    /// Whether the columns hold together; what does not is noted.
    var isSound: Bool {
        let known = state.load(ordering: .acquiring)
        if known > 0 { return known == 1 }
        let problem = ColumnCheck(self).problem
        if let problem {
            archive.note(
                LocalizedText("segment \(number): \(problem.english)", zh: "第 \(number) 段：\(problem.chinese)"))
        }
        let isSound = problem == nil && !archive.mapping.isDamaged
        state.store(isSound ? 1 : 2, ordering: .releasing)
        return isSound
    }
}

/// What keeps a mapped archive in place. A class because the mapping has an end.
final class MappedArchive: Sendable {
    let mapping: VerifiedMapping
    let note: @Sendable (LocalizedText) -> Void

    init(_ mapping: VerifiedMapping, note: @escaping @Sendable (LocalizedText) -> Void) {
        self.mapping = mapping
        self.note = note
    }
}
