import Documents
import FuzzTargets
import Glibc
import Testing

@testable import DocumentFormats

@Suite struct ArchiveReaderTests {
    private let document = article("　　正文。\n")

    @Test func foldersAreReadBelowInTheOrderOfBytes() throws {
        let folder = try #require(TemporaryFolder())
        folder.makeFolder("b")
        folder.makeFolder(".git")
        for name in ["c.txt", "b/z.txt", "b/a.txt", "B.txt", ".hidden.txt", ".git/x.txt", "一.txt"] { folder.write(name, document) }
        folder.link("b/circle", to: folder.path)
        let archive = ArchiveReader(workers: Workers(count: 3)).open([folder.path + "/"])
        #expect(archive.failures.isEmpty)
        #expect(archive.shards.map { $0.file.name.dropFirst(folder.path.count + 1) } == ["B.txt", "b/a.txt", "b/z.txt", "c.txt", "一.txt"])
    }

    @Test func whatCannotBeReadIsNamedAndTheRestIsRead() throws {
        let folder = try #require(TemporaryFolder())
        folder.write("good.txt", document)
        folder.makePipe("pipe")
        folder.link("broken", to: "nowhere")
        folder.write("binary.bin", Array(repeating: [0, 1, 2, 0, 0, 7], count: 50).flatMap { $0 })
        folder.write("plain.txt", "只有一行\n")
        folder.write("empty.txt", "")
        let archive = ArchiveReader().open([folder.path, folder.path + "/missing.txt"])
        #expect(archive.shards.map { $0.file.name.dropFirst(folder.path.count + 1) } == ["empty.txt", "good.txt", "plain.txt"])
        var reasons: [String: String] = [:]
        for failure in archive.failures { reasons[String(failure.name.dropFirst(folder.path.count + 1))] = failure.failure?.english }
        #expect(reasons.count == 4)
        #expect(reasons["missing.txt"] == "No such file or directory")
        #expect(reasons["broken"] == "No such file or directory")
        #expect(reasons["pipe"] == "is no regular file: skipped")
        #expect(reasons["binary.bin"] == "looks like binary data: not read")

    }

    @Test func aFileThatSeveralPathsLeadToIsReadOnce() throws {
        let folder = try #require(TemporaryFolder())
        folder.write("a.txt", document)
        #expect(ArchiveReader().open([folder.path, folder.path + "/a.txt"]).articleCount == 1)
    }

    @Test func filesThatAreTooLargeAreNamedAndTheRestIsRead() throws {
        let folder = try #require(TemporaryFolder())
        folder.write("good.txt", String(repeating: article("　　正文。\n") + "\n", count: 20_000))
        folder.write("huge.txt", "")
        truncate(folder.path + "/huge.txt", 5 << 30)
        folder.write("small.txt", document)
        let archive = ArchiveReader().open([folder.path])
        #expect(archive.shards.map(\.articles.count) == [20_000, 1])
        #expect(archive.shards.map { brokenInvariant($0) } == [nil, nil])
        #expect(archive.failures.map(\.failure?.english) == ["has 4 GiB or more: split it, by year for instance"])
    }

    @Test func aLargeFileIsReadByAllThreads() throws {
        let folder = try #require(TemporaryFolder())
        let body = String(repeating: "　　今后一个时期，上海社区党建工作将着重抓好以下四项主要任务。\n", count: 50)
        folder.write("large.txt", String(repeating: article(body) + "\n", count: 1200))
        folder.write("small.txt", document)
        let archive = ArchiveReader(workers: Workers(count: 2)).open([folder.path])
        #expect(archive.shards.map(\.articles.count) == [1200, 1])
        #expect(archive.shards.map(\.paragraphs.count) == [60_000, 1])
        #expect(archive.shards.first?.file.bytes == archive.shards.first?.text.count)
    }

    @Test func aFileThatShrinksWhileItIsOpenIsNoticedAndHarmsNothing() throws {
        guard let folder = TemporaryFolder() else { return }
        let article = "### 甲\n张三\n1999-10-12\n第1版\n\n　　社区党建工作的探索。\n\n"
        folder.write("large.txt", String(repeating: article, count: 20_000))
        let archive = ArchiveReader().open([folder.path])
        let shard = try #require(archive.shards.first)
        #expect(shard.paragraphs.count == 20_000)
        #expect(isUnchanged(shard.file))
        #expect(truncate(folder.path + "/large.txt", 100) == 0)
        #expect(!isUnchanged(shard.file))
        // Every byte can be looked at: what is gone is zero.
        let last = shard.paragraphs[19_999]
        #expect(shard.text.bytes[Int(last.start)..<Int(last.end)].allSatisfy { $0 == 0 })
    }

    @Test(arguments: [4096 * 64, 4096 * 64 - 1, 4096 * 64 - 63, 4096 * 64 + 1])
    func zerosFollowAMappedFileOfAnySize(size: Int) throws {
        guard let folder = TemporaryFolder() else { return }
        let head = "### 甲\n张三\n1999-10-12\n第1版\n\n"
        folder.write("sized.txt", Array(head.utf8) + [UInt8](repeating: 0x61, count: size - head.utf8.count))
        let shard = try #require(ArchiveReader().open([folder.path]).shards.first)
        #expect(shard.text.count == size)
        let behind = UnsafeRawBufferPointer(start: shard.text.bytes.baseAddress?.advanced(by: size), count: Text.padding)
        #expect(behind.allSatisfy { $0 == 0 })
    }
}
