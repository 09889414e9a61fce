import Testing

@testable import ArchiveIndexing

/// The bytes of version 1, put together by hand from the description: they stay readable for good.
@Suite struct PostingLayoutTests {
    /// A little-endian number.
    private func bytes(_ number: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(number >> (8 * $0) & 0xFF) } }

    private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    private func entry(_ key: Int, _ postings: Int, _ seconds: Int, lists: Int, at begin: Int) -> [UInt8] {
        bytes(key, 4) + bytes(postings, 4) + bytes(seconds, 4) + bytes(lists, 4) + bytes(begin, 8)
    }

    private func trailer(_ firsts: Int, table: Int, _ postings: Int) -> [UInt8] {
        Array("WENPAIRS".utf8) + bytes(1, 4) + bytes(firsts, 4) + bytes(table, 8) + bytes(postings, 8)
    }

    /// Pieces `a党党党` at 1 and `党` at 13, behind an ill-formed byte at 12.
    private var short: [UInt8] {
        var part: [UInt8] = []
        part += [1]  // (a, 党): 1
        part += [0xDA, 0xA2, 0x01, 0]  // directory of a: 党 is U+515A, in sevens 1 0100010 1011010; a gap of one byte
        part += [0, 8, 4]  // (党, end): 8, 13
        part += [0, 2, 2]  // (党, 党): 2, 5
        part += [0, 4, 0, 0xDA, 0xA2, 0x01, 4, 0]  // directory of 党: end with 2 places, 党 with 2
        part += [12]  // (FF, 党): 12
        part += [0xDA, 0xA2, 0x01, 0]
        let table = part.count
        part += entry(0x61, 1, 1, lists: 1, at: 0)
        part += entry(0x515A, 4, 2, lists: 6, at: 5)
        part += entry(0x1100FF, 1, 1, lists: 1, at: 19)
        return part + trailer(3, table: table, 6)
    }

    private let shortSample = Sample([Array("a党党党".utf8), [0xFF] + Array("党".utf8)])

    /// A piece of 300 x at 1: a list of two blocks, 256 and 43 gaps.
    private var long: [UInt8] {
        var part: [UInt8] = bytes(300, 2)  // (x, end): 300
        part += zeros(64) + [1] + zeros(255) + zeros(11) + zeros(43)  // (x, x): 1, 2, … 299
        part += bytes(257, 4) + bytes(320, 4)  // the second block is behind 256 and begins at 320
        part += [0, 1, 0x78, 0xAD, 0x02, 0]  // the directory: end with a gap of 2 bytes; x with 299 + 2, no byte more than one a gap
        return part + entry(0x78, 300, 2, lists: 384, at: 0) + trailer(1, table: 390, 300)
    }

    private let longSample = Sample([String(repeating: "x", count: 300)])

    @Test func partsAreWrittenAsDescribed() throws {
        #expect(try shortSample.part(runsOf: 2) == short)
        #expect(try longSample.part(runsOf: 1) == long)
    }

    @Test func partsOfVersionOneAreRead() throws {
        let index = try #require(PartMemory(short).index(textCount: shortSample.bytes.count))
        #expect(index.places([["党"]], 0..<16) == [2, 5, 8, 13])
        #expect(index.places([["党"], ["党"]], 0..<16) == [2, 5])
        #expect(index.places([["a"], ["党"], ["党"], ["党"]], 0..<16) == [1])
        let other = try #require(PartMemory(long).index(textCount: 301))
        #expect(other.places([["x"], ["x"], ["x"]], 250..<301) == Array(250...298))
    }

    @Test func anotherVersionIsRefused() {
        var part = short
        part[part.count - PostingLayout.trailerSize + 8] = 2
        #expect(PartMemory(part).index(textCount: shortSample.bytes.count) == nil)
    }

    /// A directory of more entries than stand between two steps: step by step where the description says.
    @Test func directoriesHaveAStepForEachSixtyFourthEntry() throws {
        let seconds = (0..<130).map { UInt32(0x4E00 + $0) }
        let sample = Sample(seconds.map { "x\(Unicode.Scalar($0).map { String($0) } ?? "")" })
        let part = try sample.part(runsOf: 130)
        let memory = PartMemory(part)
        let table = try #require(PostingTable(UnsafeRawBufferPointer(memory.bytes)))
        let first = try #require(table.first(0x78))
        // Pieces begin each fifth byte; places below 256 take one byte. The first key takes three bytes, the others' differences one.
        let sizes = seconds.indices.map { 1 + $0 * 5 < 256 ? 1 : 2 }
        var expected: [UInt8] = []
        for step in [64, 128] {
            expected += bytes(Int(seconds[step - 1]), 4) + bytes(4 + 2 * (step - 1), 4) + bytes(sizes[..<step].reduce(0, +), 4)
        }
        #expect(Array(part[first.directory].prefix(24)) == expected)
    }
}
