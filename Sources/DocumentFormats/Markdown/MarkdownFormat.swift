import Documents

/// Markdown: one article a file. Headings open sections of their level; what stands at the head in YAML, or the first
/// heading, says what the article is called.
public struct MarkdownFormat: DocumentFormat {
    /// The format; it has no settings.
    public init() {}

    /// `Markdown`.
    public var name: String { "Markdown" }

    /// Larger files, and those of more lines, are read as plain text: the parser takes hundreds of bytes a line.
    private static let longest = 1 << 26
    private static let mostLines = 1 << 19
    /// The bytes that are looked at.
    private static let sample = 1 << 16

    /// Whether there is front matter; or the file is called `.md` and has no article of the archive's form; or it is called
    /// a text and begins with a heading of the first level.
    public func recognises(_ text: Text, path: String) -> Bool {
        guard text.count <= MarkdownFormat.longest else { return false }
        let view = ByteView(text)
        let mayBe = FrontMatter(view)?.isWellFormed ?? false || MarkdownFormat.isCalledMarkdown(view, path)
        return mayBe && view.count(of: 0x0A, mask: 0xFF, from: 0, to: view.count) <= MarkdownFormat.mostLines
    }

    /// Whether the name and the first lines say so.
    private static func isCalledMarkdown(_ view: ByteView, _ path: String) -> Bool {
        let name = path.lowercased()
        if [".md", ".markdown", ".mkd", ".mdown"].contains(where: name.hasSuffix) { return !MarkdownFormat.isArchive(view) }
        guard name.hasSuffix(".txt") || !(name.split(separator: "/").last ?? "").contains(".") else { return false }
        return MarkdownFormat.beginsWithTitle(view) && view.firstArticle(within: MarkdownFormat.sample) == nil
    }

    /// Whether the first line that looks like a heading begins an article, or one with a page follows.
    private static func isArchive(_ view: ByteView) -> Bool {
        guard let first = view.firstArticle(within: sample) else { return false }
        if view.header(at: first).page != nil { return true }
        var offset = view.textStart
        while offset < first, view[offset] != 0x23 { offset = view.line(at: offset, limit: view.count).next }
        return offset >= first
    }

    /// Whether the first line that is not blank is `# TITLE`, and a blank line follows.
    private static func beginsWithTitle(_ view: ByteView) -> Bool {
        var offset = view.textStart
        while offset < min(view.count, sample) {
            let line = view.line(at: offset, limit: view.count)
            offset = line.next
            guard view.bodyLine(line) != nil else { continue }
            let next = view.line(at: min(offset, view.count), limit: view.count)
            return view.has("# ", at: line.start, before: line.end) && view.bodyLine(next) == nil
        }
        return false
    }

    /// Reads the document. Where it has no headings beside its title, its body is looked through for others as that of an
    /// article is.
    public func read(_ text: Text, report: FileReport, options: ReadingOptions, workers: Workers) -> Result<Shard, ReadFailure> {
        let view = ByteView(text)
        defer { withExtendedLifetime(text) {} }
        var document = MarkdownDocument(view, path: report.name)
        document.assemble()
        guard let entry = document.assembler.entries.first else { return document.assembler.shard(report, format: name, workers: workers) }
        let lines = document.lines
        let read: Result<Shard, ReadFailure>
        if lines.contains(where: { $0.level != nil }) {
            read = document.assembler.shard(report, format: name) { _ in
                var part = ShardPart()
                MarkdownSections.add(lines, of: entry.known, to: &part)
                return [part]
            }
        } else {
            read = document.assembler.shard(report, format: name, workers: workers)
        }
        return read.map { document.named($0) }
    }
}
