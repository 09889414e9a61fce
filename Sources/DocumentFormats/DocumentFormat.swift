import Documents

/// A format of documents: one file of code, and one line in `DocumentFormats.all`.
public protocol DocumentFormat: Sendable {
    /// The name shown by the command `files`.
    var name: String { get }

    /// Whether the text, read from `path`, is in this format. Looks at its beginning only.
    func recognises(_ text: Text, path: String) -> Bool

    /// The text with its structure. `report` comes with the file's name and size; the format fills in the rest. What fits
    /// nowhere is counted in the report; a failure says that there is nothing to be read at all. A format whose articles do
    /// not stand in the file as they are makes a text of its own, with the map that leads back. Uses up to `workers`
    /// threads; the result does not depend on it.
    func read(_ text: Text, report: FileReport, options: ReadingOptions, workers: Workers) -> Result<Shard, ReadFailure>
}

/// The formats there are.
public enum DocumentFormats {
    /// In the order they are asked; the last takes what no other recognises.
    public static let all: [any DocumentFormat] = [
        WebCopyFormat(),
        JSONLinesFormat(),
        JSONFormat(),
        MarkdownFormat(),
        ArticleFormat(),
        DelimitedFormat.tsv,
        DelimitedFormat.csv,
        PlainTextFormat(),
    ]
}
