/// How an archive is written: the sizes and marks that writer and reader share. docs/archive-format.md says it byte by byte.
///
///     header       64 bytes
///     segments     their parts one behind the other, each at a multiple of 8
///     contents     the table of contents, with the checksums of all blocks before it
///     trailer      64 bytes: where the contents are, and the checksum of both
enum ArchiveLayout {
    static let version: UInt32 = 1
    /// `WENKU\r\n` and a byte that ends text on some systems, so that a copy that changed line ends is told at once.
    static let mark: UInt64 = 0x1A0A_0D55_4B4E_4557
    /// `WENKUEND`.
    static let endMark: UInt64 = 0x444E_4555_4B4E_4557
    static let headerSize = 64
    static let trailerSize = 64
    static let alignment = 8
    /// Zero bytes behind a text, so that a vector may be loaded at any offset.
    static let padding = 64
    /// A text of more bytes has no postings, and is scanned.
    static let longestIndexed = 1 << 30
}

/// The parts of a segment, by the numbers they have in the contents.
enum PartKind: UInt32, CaseIterable {
    case text = 1
    case articles, sections, paragraphStarts, paragraphEnds, headMatterStarts, headMatterEnds
    case files, strings, derived
    case maps, mapStarts, mapSources, mapLengths, lineStarts, lineNumbers, decodedTexts
    case bodyPostings, outsidePostings

    /// The bytes of an element of the part.
    var elementSize: Int {
        switch self {
        case .text, .strings, .decodedTexts, .bodyPostings, .outsidePostings: 1
        case .paragraphStarts, .paragraphEnds, .headMatterStarts, .headMatterEnds, .mapStarts, .mapSources, .mapLengths, .lineStarts,
            .lineNumbers:
            4
        case .articles: MemoryLayout<ArticleRecord>.stride
        case .sections: MemoryLayout<SectionRecord>.stride
        case .files: MemoryLayout<FileRecord>.stride
        case .derived: MemoryLayout<DerivedRecord>.stride
        case .maps: MemoryLayout<MapRecord>.stride
        }
    }
}
