import Foundation

/// The same articles in every format that is read, made of the folder named by `WEN_LAWS`; none where it is not set.
enum FormatSample {
    /// A document: the name of its format, the path of its file, its size in bytes.
    struct Document {
        let format: String
        let path: String
        let bytes: Int
    }

    private struct Article {
        let title: String
        let body: String
    }

    /// The documents, in a folder of the system for temporary files.
    static func documents() -> [Document] {
        guard let laws = ProcessInfo.processInfo.environment["WEN_LAWS"] else {
            print("skipped: formats, as WEN_LAWS names no folder of articles")
            return []
        }
        let articles = articles(in: URL(fileURLWithPath: laws))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wen-bench-formats")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return writers.compactMap { format, name, write in
            let file = folder.appendingPathComponent(name)
            let data = Data(write(articles).utf8)
            guard (try? data.write(to: file)) != nil else { return nil }
            return Document(format: format, path: file.path, bytes: data.count)
        }
    }

    private static func articles(in folder: URL) -> [Article] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()
        return names.flatMap { name -> [Article] in
            let text = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
            return text.components(separatedBy: "### ").dropFirst().map { block in
                let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
                return Article(title: String(lines[0]), body: lines.dropFirst(5).joined(separator: "\n"))
            }
        }
    }

    private static let writers: [(String, String, @Sendable ([Article]) -> String)] = [
        ("article", "a.txt", { $0.map { "### \($0.title)\n\n1999-10-12\n第1版()\n专栏：\n\($0.body)\n" }.joined() }),
        ("JSON Lines", "a.jsonl", { $0.map { object($0, escaped: false) + "\n" }.joined() }),
        ("JSON Lines, escapes", "b.jsonl", { $0.map { object($0, escaped: true) + "\n" }.joined() }),
        ("JSON", "a.json", { "[\n" + $0.map { object($0, escaped: false) }.joined(separator: ",\n") + "\n]\n" }),
        ("CSV", "a.csv", { "title,date,text\r\n" + $0.map { "\(cell($0.title)),1999-10-12,\(cell($0.body))\r\n" }.joined() }),
        ("TSV", "a.tsv", { "title\tdate\ttext\n" + $0.map { "\($0.title)\t1999-10-12\t\(flat($0.body))\n" }.joined() }),
        ("Markdown", "a.md", { "# 全\n\n" + $0.map { "## \($0.title)\n\n\(apart($0.body))\n\n" }.joined() }),
        ("text", "plain.txt", { $0.map(\.body).joined(separator: "\n") }),
    ]

    private static func object(_ article: Article, escaped: Bool) -> String {
        func string(_ text: String) -> String {
            text.unicodeScalars.reduce(into: "") { result, scalar in
                switch scalar {
                case "\"", "\\": result += "\\\(scalar)"
                case "\n": result += "\\n"
                case "\t": result += "\\t"
                case let other where other.value < 0x20: result += " "
                case let other where escaped && (0x80..<0x10000).contains(other.value):
                    let digits = String(other.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
        return "{\"title\": \"\(string(article.title))\", \"date\": \"1999-10-12\", \"text\": \"\(string(article.body))\"}"
    }

    private static func cell(_ text: String) -> String { "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }

    private static func flat(_ text: String) -> String { text.map { $0 == "\n" || $0 == "\t" ? " " : String($0) }.joined() }

    private static func apart(_ text: String) -> String { text.replacingOccurrences(of: "\n", with: "\n\n") }
}
