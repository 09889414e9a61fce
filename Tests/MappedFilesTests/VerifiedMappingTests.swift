import Glibc
import MappedFiles
import Testing

/// A file of `size` bytes that goes when the test ends.
private struct ScratchFile: ~Copyable {
    let path: String
    let descriptor: Int32

    init(_ bytes: [UInt8]) throws {
        var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/wen-mapping-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try #require(descriptor >= 0 && bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count)
    }

    deinit {
        close(descriptor)
        unlink(path)
    }
}

private func someBytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) } }

private func checksums(_ bytes: [UInt8]) -> [UInt64] {
    stride(from: 0, to: bytes.count, by: VerifiedMapping.blockSize).map { start in
        bytes[start..<min(start + VerifiedMapping.blockSize, bytes.count)].withUnsafeBytes { checksum($0) }
    }
}

@Suite struct VerifiedMappingTests {
    private let size = VerifiedMapping.blockSize * 3 + 777

    @Test func whatIsSoundReadsAsItIs() throws {
        let bytes = someBytes(size)
        let file = try ScratchFile(bytes)
        let mapping = try #require(VerifiedMapping(file.descriptor, size: size, checksums: checksums(bytes)))
        #expect(mapping.bytes.elementsEqual(bytes))
        #expect(!mapping.isDamaged)
        #expect(mapping.damagedBlocks.isEmpty)
    }

    @Test(arguments: [0, 262_143, 262_144, 600_000, 787_208])
    func anAlteredByteIsNotedWhenItsBlockIsTouchedAndNotBefore(_ place: Int) throws {
        var bytes = someBytes(size)
        let sums = checksums(bytes)
        bytes[place] ^= 1
        let file = try ScratchFile(bytes)
        let mapping = try #require(VerifiedMapping(file.descriptor, size: size, checksums: sums))
        let block = place / VerifiedMapping.blockSize
        let other = (block + 1) % 4
        #expect(mapping.bytes[other * VerifiedMapping.blockSize] == bytes[other * VerifiedMapping.blockSize])
        #expect(!mapping.isDamaged)
        #expect(mapping.bytes[place] == bytes[place])
        #expect(mapping.isDamaged)
        #expect(mapping.damagedBlocks == [block])
        #expect(!mapping.verify(block) && mapping.verify(other))
    }

    @Test func aFileCutShortReadsAsZerosAndIsNoted() throws {
        let bytes = someBytes(size)
        let file = try ScratchFile(bytes)
        let mapping = try #require(VerifiedMapping(file.descriptor, size: size, checksums: checksums(bytes)))
        #expect(mapping.bytes[0] == bytes[0])
        try #require(ftruncate(file.descriptor, 4096) == 0)
        #expect(mapping.bytes[5000] == 0 && mapping.bytes[size - 1] == 0)
        #expect(mapping.isDamaged)
    }
}
