import Documents
import Glibc

@testable import DocumentFormats

/// The repository's root, found from this file's place in it.
let repository = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

/// The seed, read from `seeds/`.
func seedShard() -> Shard? {
    ArchiveReader().open([repository + "/seeds"]).shards.first
}

/// The shard of a document given as text.
func read(_ document: String, workers: Workers = .alone) -> Shard {
    read(bytes: Array(document.utf8), workers: workers)
}

/// The shard of a document given as bytes.
func read(bytes: [UInt8], workers: Workers = .alone) -> Shard {
    let text = Text(copying: bytes)
    let format: any DocumentFormat = WebCopyFormat().recognises(text, path: "") ? WebCopyFormat() : ArticleFormat()
    let report = FileReport(name: "test")
    return (try? format.read(text, report: report, options: ReadingOptions(), workers: workers).get()) ?? Shard(text: text, file: report)
}

/// An article with `body` under a header of the seed's form.
func article(_ body: String, title: String = "试验", author: String = "", date: String = "1999-10-12") -> String {
    "### \(title)\n\(author)\n\(date)\n第11版(党的建设)\n专栏：本期特稿\n\n\(body)"
}

extension Shard {
    func string(_ span: Span) -> String { text.string(span) }
    var paragraphStrings: [String] { (0..<paragraphs.count).map { string(paragraphs[$0]) } }
    var headMatterStrings: [String] { (0..<headMatter.count).map { string(headMatter[$0]) } }
    var headings: [String] { sections.filter { !$0.isLead }.map { string($0.heading) } }
    /// Level and heading, such as `1 新的探索`; the lead is `0 `.
    var outline: [String] { sections.map { "\($0.level) \(string($0.heading))" } }
}

/// A folder that is removed, with what was made in it, when it goes.
final class TemporaryFolder {
    let path: String
    private var made: [String] = []

    init?() {
        var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/wen-formats-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func write(_ name: String, _ bytes: [UInt8]) {
        guard let file = fopen(place(name), "w") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }
    func makeFolder(_ name: String) { mkdir(place(name), 0o755) }
    func link(_ name: String, to target: String) { symlink(target, place(name)) }
    func makePipe(_ name: String) { mkfifo(place(name), 0o644) }

    private func place(_ name: String) -> String {
        made.append(path + "/" + name)
        return path + "/" + name
    }

    deinit {
        for entry in made.reversed() { remove(entry) }
        rmdir(path)
    }
}
