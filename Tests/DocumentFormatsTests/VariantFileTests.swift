import Documents
import Glibc
import Testing

@testable import DocumentFormats

/// A folder with a document for every kind that archives have, named by `WEN_VARIANTS`, with the figures in `expected.tsv`.
@Suite struct VariantFileTests {
    private struct Expected {
        let name: String
        let bytes: Int?
        let articles: Int?
        let isMadeOfTheSeed: Bool
    }

    private static let folder = getenv("WEN_VARIANTS").map { String(cString: $0) }

    private static func expected(_ folder: String) throws -> [Expected] {
        let table = try FileBytes(FilePath(folder + "/expected.tsv")) { false }.text
        return table.string(Span(0, table.count)).split(separator: "\n").dropFirst().map { row in
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let keepsLines = ["v01", "v04", "v05", "v06", "v07", "v08", "v09", "v11", "v12", "v13", "v14", "v15"]
            return Expected(
                name: cells[0], bytes: Int(cells[1]), articles: Int(cells[2]),
                isMadeOfTheSeed: keepsLines.contains(String(cells[0].prefix(3))))
        }
    }

    @Test func everyVariantHasTheBytesAndArticlesExpectedOfIt() throws {
        guard let folder = VariantFileTests.folder else {
            print("skipped: WEN_VARIANTS names no folder of variants")
            return
        }
        let archive = ArchiveReader().open([folder])
        let shards = Dictionary(
            archive.shards.map { (String($0.file.name.split(separator: "/").last ?? ""), $0) }, uniquingKeysWith: { first, _ in first })
        for expected in try VariantFileTests.expected(folder) {
            let shard = try #require(shards[expected.name], "\(expected.name)")
            #expect(shard.file.bytes == expected.bytes, "\(expected.name)")
            #expect(shard.file.articles == expected.articles, "\(expected.name)")
            if expected.isMadeOfTheSeed {
                #expect(shard.paragraphs.count == 18, "\(expected.name)")
                #expect(shard.paragraphStrings == seedShard()?.paragraphStrings, "\(expected.name)")
            }
        }
    }
}
