import DocumentFormats
import SourceText

/// How a session is set up from outside.
public struct SessionOptions: Sendable {
    /// One JSON object a row instead of text.
    public var json = false
    /// No notices.
    public var quiet = false
    /// Where `to … file=` may write; nil for anywhere.
    public var writableFolders: [String]?
    /// Where `open` may read; nil for anywhere.
    public var readableFolder: String?
    /// The encoding of all files; nil where each file's is found out.
    public var encoding: TextEncoding?
    /// The descriptor that the path `-` stands for; nil where queries come from standard input.
    public var standardInput: Int32?
    /// Whether somebody types: results are kept for `_`, tall ones paged.
    public var isInteractive = false
    /// Which columns of tables hold which fields, where `open` does not say it.
    public var columns = ColumnMap()
    /// Settings given on the command line, by name.
    public var settings: [(name: String, value: String)] = []

    /// The options of a query typed on the command line.
    public init() {}
}

/// A piece of query text with its name, for messages.
public struct QuerySource: Sendable {
    /// The text.
    public let text: String
    /// The file it is from; nil for what was typed.
    public let name: String?
    /// The number of its first line.
    public let firstLine: Int

    /// A text with its name.
    public init(_ text: String, name: String? = nil, firstLine: Int = 1) {
        self.text = text
        self.name = name
        self.firstLine = firstLine
    }
}
