import Documents
import Glibc
import Testing

@testable import DocumentFormats

@Suite struct ContainerTests {
    private func open(_ bytes: [UInt8], named name: String = "test") -> Archive {
        ArchiveReader().open(Text(copying: bytes), named: name)
    }

    private func failure(_ bytes: [UInt8]) -> String? {
        let archive = open(bytes)
        return archive.shards.isEmpty ? archive.failures.first?.failure?.english : nil
    }

    private func changed(_ bytes: [UInt8], at place: Int) -> [UInt8] {
        var bytes = bytes
        bytes[place] ^= 0x55
        return bytes
    }

    @Test func gzipAndXZAreRecognisedByTheirBytesAndOffsetsCountUnpacked() throws {
        let gzip = try #require(open(PackedSamples.gzip, named: "no-name").shards.first)
        #expect(gzip.text.string(Span(0, gzip.text.count)) == PackedSamples.article)
        #expect(gzip.file.encoding == "GB18030")
        #expect(gzip.file.bytes == encoded(PackedSamples.article, "GB18030").count)
        #expect(gzip.sourceOffset(UInt32(gzip.text.count)) == gzip.file.bytes)
        let xz = try #require(open(PackedSamples.xz).shards.first)
        #expect(xz.text.string(Span(0, xz.text.count)) == PackedSamples.article)
        #expect(xz.file.bytes == PackedSamples.article.utf8.count)
    }

    @Test func partsThatAreJoinedAreOneText() {
        #expect(open(PackedSamples.gzip + PackedSamples.gzip).articleCount == 2)
        #expect(open(PackedSamples.gzip + [UInt8](repeating: 0, count: 512)).articleCount == 1)
        #expect(open(PackedSamples.xz + PackedSamples.xz).articleCount == 2)
    }

    @Test func everyCutIsAFailureAndNothingOfItIsUsed() {
        for length in stride(from: 4, to: PackedSamples.gzip.count, by: 5) {
            #expect(open(Array(PackedSamples.gzip.prefix(length))).shards.isEmpty, "\(length)")
        }
        for length in stride(from: 7, to: PackedSamples.xz.count, by: 7) {
            #expect(open(Array(PackedSamples.xz.prefix(length))).shards.isEmpty, "\(length)")
        }
        // Three bytes less, and the directory is whole all the same.
        for length in stride(from: 4, to: PackedSamples.zip.count - 3, by: 17) {
            #expect(open(Array(PackedSamples.zip.prefix(length))).shards.isEmpty, "\(length)")
        }
        #expect(failure(Array(PackedSamples.gzip.dropLast(9))) == "is a damaged gzip file: it ends too soon; nothing of it is used")
        #expect(failure(Array(PackedSamples.xz.dropLast(9))) == "is a damaged xz file: it ends too soon; nothing of it is used")
    }

    /// A changed byte is noticed, or is one that says nothing of the text: a time, a name, a flag.
    @Test func aChangedByteNeverChangesTheText() {
        for sample in [PackedSamples.gzip, PackedSamples.xz] {
            for place in stride(from: 10, to: sample.count, by: 3) {
                for shard in open(changed(sample, at: place)).shards {
                    #expect(shard.text.string(Span(0, shard.text.count)) == PackedSamples.article, "\(place)")
                }
            }
        }
        for place in stride(from: 4, to: PackedSamples.zip.count, by: 7) {
            for shard in open(changed(PackedSamples.zip, at: place)).shards where shard.text.count > 1 {
                #expect(shard.text.string(Span(0, shard.text.count)) == PackedSamples.article, "\(place)")
            }
        }
    }

    @Test func whatStandsBehindTheEndIsNotPassedOver() {
        #expect(failure(PackedSamples.gzip + [1, 2, 3])?.contains("something else stands behind its end") == true)
        #expect(failure(PackedSamples.xz + [1, 2, 3])?.hasPrefix("is a damaged xz file") == true)
    }

    @Test func eachMemberOfAZipIsAFile() {
        let archive = open(PackedSamples.zip, named: "1999.zip")
        #expect(archive.failures.isEmpty)
        #expect(archive.shards.map(\.file.name) == ["1999.zip/1999/a.txt", "1999.zip/文件.txt", "1999.zip/in.gz"])
        #expect(archive.shards.map(\.file.encoding) == ["UTF-8", "GB18030", "GB18030"])
        #expect(archive.shards.allSatisfy { $0.paragraphStrings.count == 1 })
        let nothing = open(PackedSamples.nothing)
        #expect(nothing.shards.isEmpty && nothing.failures.isEmpty)
    }

    @Test func anEncryptedMemberIsNamed() {
        var bytes = PackedSamples.zip
        // The flag stands 8 bytes behind the mark of a directory entry, 6 behind that of the member.
        for place in bytes.indices.dropLast(9) where bytes[place...].starts(with: [0x50, 0x4B, 1, 2]) { bytes[place + 8] |= 1 }
        let archive = open(bytes, named: "a.zip")
        #expect(archive.shards.isEmpty)
        #expect(archive.failures.first?.name == "a.zip/1999/a.txt")
        #expect(archive.failures.first?.failure?.english == "is encrypted: unpack it with its password")
    }

    @Test func documentsOfOfficeProgramsAndOtherPackingAreNamed() {
        #expect(failure(PackedSamples.office)?.hasPrefix("is a document of an office program") == true)
        #expect(failure([0x28, 0xB5, 0x2F, 0xFD, 0, 0])?.hasPrefix("is a zstd file") == true)
        #expect(failure(Array("%PDF-1.4\n".utf8))?.hasPrefix("is a PDF file") == true)
        #expect(failure(Array("BZh91AY".utf8))?.hasPrefix("is a bzip2 file") == true)
    }

    @Test func whatUnpacksOutOfProportionIsRefused() {
        let bomb = Array(repeatElement(PackedSamples.zeros, count: 80).joined())
        #expect(failure(bomb) == "unpacks to more than 1000 times its size: not read")
        // As long as it does no harm, it is only what it is.
        #expect(failure(PackedSamples.zeros) == "looks like binary data: not read")
    }

    @Test func theLimitIsForAllMembersTogether() throws {
        var limit = UnpackLimit(packed: 100_000)
        try limit.take(50_000_000)
        try limit.take(50_000_000)
        #expect(throws: ReadFailure.self) { try limit.take(1) }
    }

    @Test func packingInPackingEnds() throws {
        let folder = try #require(TemporaryFolder())
        folder.write("a.txt", PackedSamples.article)
        // One layer more than are read, packed by the program that everybody has.
        let layers = "gzip -c '\(folder.path)/a.txt' | gzip | gzip | gzip > '\(folder.path)/deep.gz' && rm '\(folder.path)/a.txt'"
        guard system(layers) == 0 else {
            print("skipped: this system has no gzip")
            return
        }
        let archive = ArchiveReader().open([folder.path])
        unlink(folder.path + "/deep.gz")
        #expect(archive.failures.map(\.failure?.english) == ["is packed in too many layers: unpack it first"])
    }
}
