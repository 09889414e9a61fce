import Documents

@testable import DocumentFormats

/// A document as it is opened under a name, by whichever format recognises it; nil where it is not read.
func opened(_ bytes: [UInt8], named name: String, columns: ColumnMap = ColumnMap(), workers: Workers = .alone) -> Shard? {
    reader(columns, workers).open(Text(copying: bytes), named: name).shards.first
}

func opened(_ document: String, named name: String, columns: ColumnMap = ColumnMap(), workers: Workers = .alone) -> Shard? {
    opened(Array(document.utf8), named: name, columns: columns, workers: workers)
}

/// Why a document is not read; empty where it is.
func refusal(_ document: String, named name: String, columns: ColumnMap = ColumnMap()) -> String {
    let reason = reader(columns, .alone).open(Text(copying: document.utf8), named: name).failures.first?.failure
    return reason?.english ?? ""
}

private func reader(_ columns: ColumnMap, _ workers: Workers) -> ArchiveReader {
    var reader = ArchiveReader(workers: workers)
    reader.options.columns = columns
    return reader
}

extension Shard {
    /// A field of an article, wherever it stands.
    func field(_ field: ArticleField, of article: Int) -> String {
        if let derived = derived[DerivedField(article, field)] { return derived }
        let article = articles[article]
        return switch field {
        case .title: string(article.title)
        case .subtitle: string(article.subtitle)
        case .author: string(article.author)
        case .pageName: string(article.pageName)
        case .column: string(article.column)
        }
    }

    /// The bytes of the file, as it was given, that a paragraph was made from.
    func source(ofParagraph index: Int, in file: String) -> String {
        let bytes = Array(file.utf8)
        let span = paragraphs[index]
        let (start, end) = (sourceOffset(span.start), sourceOffset(span.end))
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The line of each paragraph.
    var paragraphLines: [Int] { (0..<paragraphs.count).map { line(at: paragraphs[$0].start) } }
}
