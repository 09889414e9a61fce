import Documents

/// An article in an archive is what it is in memory: 84 bytes.
typealias ArticleRecord = Article
/// A section is what it is in memory: 28 bytes.
typealias SectionRecord = Section

/// A run of elements of another part: bytes of `strings`, numbers of a column.
struct PartRange: BitwiseCopyable, Sendable, Equatable {
    var first: UInt32 = 0
    var count: UInt32 = 0

    func range(within total: Int) -> Range<Int>? {
        let end = Int(first) + Int(count)
        return end <= total ? Int(first)..<end : nil
    }
}

/// A file that a segment has the text of, whole or in part: 160 bytes.
struct FileRecord: BitwiseCopyable, Sendable {
    var bytes: UInt64 = 0
    var sourceStart: UInt64 = 0
    /// Of the file on disk, packed or not, when it was read: size and nanoseconds since 1970.
    var sourceSize: UInt64 = 0
    var sourceModified: UInt64 = 0
    var undecodable: UInt64 = 0
    /// One more than the offset of the first of them; 0 for none.
    var firstUndecodable: UInt64 = 0
    var digestHigh: UInt64 = 0
    var digestLow: UInt64 = 0
    var start: UInt32 = 0
    var articles: UInt32 = 0
    var withoutDate: UInt32 = 0
    var withoutAuthor: UInt32 = 0
    var withoutPage: UInt32 = 0
    var strayLines: UInt32 = 0
    var firstStrayLine: UInt32 = 0
    var flags: UInt32 = 0
    var name = PartRange()
    var rawPath = PartRange()
    /// The path on disk, where the name is of a member of a packed file.
    var source = PartRange()
    var format = PartRange()
    var encoding = PartRange()
    var maps = PartRange()
    var lines = PartRange()
    private var reserved: UInt64 = 0

    static let isConverted: UInt32 = 1
    static let hasLineMap: UInt32 = 2
    static let lineMapCounts: UInt32 = 4
}

/// A value that does not stand in the text: 16 bytes.
struct DerivedRecord: BitwiseCopyable, Sendable {
    var article: UInt32
    var field: UInt32
    var value: PartRange

    /// By article, then field.
    var key: UInt64 { UInt64(article) << 32 | UInt64(field) }
}

/// A map of offsets: 40 bytes.
struct MapRecord: BitwiseCopyable, Sendable {
    /// 0 for runs, 1 for widths, 2 for widths of UTF-16.
    var kind: UInt32 = 0
    private var reserved: UInt32 = 0
    var columns = PartRange()
    /// Of widths: the bytes of the text, and where the source ends.
    var length: UInt64 = 0
    var source: UInt64 = 0
    /// Of widths: where the text that was converted stands in `decodedTexts`; all ones where it is the file's own text.
    var decoded: UInt64 = .max

    static let runs: UInt32 = 0
    static let widths: UInt32 = 1
    static let wideWidths: UInt32 = 2
}
