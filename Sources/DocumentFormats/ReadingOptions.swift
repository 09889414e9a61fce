/// What whoever opens a file says of it, where it is not to be found out.
public struct ReadingOptions: Sendable {
    /// The encoding of the files; nil where each file's is found out.
    public var encoding: TextEncoding?
    /// Which columns of tables hold which fields; what is not said is guessed from the columns' names.
    public var columns: ColumnMap
    /// Which articles alone are asked for; nil for all.
    public var restriction: ArticleRestriction?

    /// Options; everything is found out by default, and everything read.
    public init(encoding: TextEncoding? = nil, columns: ColumnMap = ColumnMap(), restriction: ArticleRestriction? = nil) {
        self.encoding = encoding
        self.columns = columns
        self.restriction = restriction
    }
}

/// An encoding that files come in.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case big5 = "Big5"
    case big5HongKong = "Big5-HKSCS"
    /// In the byte order that the mark at the beginning says, or else the text itself.
    case utf16 = "UTF-16"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"

    /// The name shown by the command `files`.
    public var name: String { rawValue }
}

/// A field of an article that a column of a table can hold.
public enum TableField: String, CaseIterable, Sendable {
    case title, author, date, page, column, text
}

/// Which columns of a table hold which fields of an article.
public struct ColumnMap: Hashable, Sendable {
    /// The name of the column (in JSON, of the key) for a field.
    public var names: [TableField: String]

    /// A map; what it does not name is guessed.
    public init(_ names: [TableField: String] = [:]) { self.names = names }
}
