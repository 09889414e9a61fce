import Documents

/// A format of documents: one file of code, and one line in `DocumentFormats.all`.
public protocol DocumentFormat: Sendable {
    /// The name shown by the command `files`.
    var name: String { get }

    /// Whether the text, read from `path`, is in this format. Looks at its beginning only.
    func recognises(_ text: Text, path: String) -> Bool

    /// The text with its structure. `report` comes with the file's name and size; the format fills in the rest. Never
    /// fails: what fits nowhere is counted in the report. Uses up to `workers` threads; the result does not depend on it.
    func read(_ text: Text, report: FileReport, workers: Workers) -> Shard
}

/// The formats there are.
public enum DocumentFormats {
    /// In the order they are asked; the last takes what no other recognises.
    public static let all: [any DocumentFormat] = [
        WebCopyFormat(),
        ArticleFormat(),
    ]
}
