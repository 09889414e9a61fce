import SourceText

/// What a reader made of one file: the row of the command `files`.
public struct FileReport: Sendable, Hashable {
    /// The path as it is shown and named by `file`: relative to where it was opened.
    public var name: String
    /// The bytes of the path where they are no UTF-8 and the name only shows them; otherwise empty.
    public var rawPath: [UInt8] = []
    /// The format's name, `article` for the seed's.
    public var format = "article"
    /// The encoding's name, `UTF-8`.
    public var encoding = "UTF-8"
    /// The size in bytes, in the encoding of the file; of what was packed, unpacked.
    public var bytes = 0
    /// When a file that is mapped was last written, in nanoseconds since 1970; 0 for one that was copied.
    public var modification = 0
    /// The number of articles.
    public var articles = 0
    /// Articles whose date line is missing, empty or no date.
    public var withoutDate = 0
    /// Articles without an author.
    public var withoutAuthor = 0
    /// Articles without a page.
    public var withoutPage = 0
    /// Whether the text was made from another encoding, so that the undecodable bytes are known beforehand.
    public var isConverted = false
    /// Bytes that are not valid in the encoding. Those of UTF-8 are 0 until `Shard.examined` counts them.
    public var undecodable = 0
    /// The offset of the first of them in the file.
    public var firstUndecodable: Int?
    /// Non-blank lines outside any article; in tables, records that could not be read whole.
    public var strayLines = 0
    /// The number, from 1, of the first of them.
    public var firstStrayLine: Int?
    /// Why the file could not be read or was skipped; nil for a file that was read.
    public var failure: LocalizedText?
    /// Whether it was passed over in a folder because it is of no kind that is read (a note), rather than failing to be
    /// read (an error).
    public var isSkipped = false

    /// A report on the file `name`.
    public init(name: String) { self.name = name }
}
