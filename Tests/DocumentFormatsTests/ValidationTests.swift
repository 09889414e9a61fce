import Documents
import Testing

@testable import DocumentFormats

/// A reproducible source of numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct ValidationTests {
    @Test func blocksAndSingleCharactersCountTheSameUndecodableBytes() {
        var random = Seeded(state: 7)
        let good: [[UInt8]] = ["中", "文字社区党建", "abc\n", "·", "𠮷", "한", "ก"].map { Array($0.utf8) }
        let bad: [[UInt8]] = [
            [0xE4], [0xB8], [0xE4, 0xB8], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80], [0xF5, 0x80],
            [0xF0, 0x9F], [0xFF], [0xF4, 0x90, 0x80, 0x80],
        ]
        for _ in 0..<4000 {
            var bytes: [UInt8] = []
            let pieces = Int.random(in: 0..<60, using: &random)
            let pool = Bool.random(using: &random) ? good : good + bad
            for _ in 0..<pieces {
                bytes += Int.random(in: 0..<4, using: &random) > 0 ? good[1] : pool.randomElement(using: &random) ?? []
            }
            withExtendedLifetime(Text(copying: bytes)) { text in
                #expect(Undecodable(in: text.bytes) == oneByOne(bytes))
            }
        }
    }

    private func oneByOne(_ bytes: [UInt8]) -> Undecodable {
        var result = Undecodable()
        var offset = 0
        while offset < bytes.count {
            let width = wellFormedWidth(bytes[offset...])
            if width == 0 {
                result.count += 1
                result.first = result.first ?? offset
            }
            offset += max(1, width)
        }
        return result
    }

    /// The width of the sequence at the beginning, by the standard library's decoder; 0 where it is ill-formed.
    private func wellFormedWidth(_ bytes: ArraySlice<UInt8>) -> Int {
        for width in 1...4 where bytes.count >= width {
            if let text = String(validating: bytes.prefix(width), as: UTF8.self), text.unicodeScalars.count == 1 { return width }
        }
        return 0
    }

    @Test(arguments: 0..<40)
    func aContinuationTooManyAfterACharacterOfTwoBytesIsFound(place: Int) {
        let bytes = [UInt8](repeating: 0x61, count: place) + [0xC2, 0xB7, 0x80] + [UInt8](repeating: 0x61, count: 80)
        withExtendedLifetime(Text(copying: bytes)) { text in
            #expect(Undecodable(in: text.bytes) == Undecodable(count: 1, first: place + 2))
        }
    }

    @Test func undecodableBytesAreCountedAndLocatedAndKept() {
        var bytes = Array(article("　　甲乙丙丁。\n　　戊己庚辛。\n").utf8)
        let place = bytes.count - 10
        bytes.insert(contentsOf: [0xFF, 0xFE, 0xC0], at: place)
        let shard = read(bytes: bytes)
        #expect(shard.examined.undecodable == 3)
        #expect(shard.examined.firstUndecodable == place)
        #expect(shard.paragraphs.count == 2)
        #expect(shard.text.count == bytes.count)
    }
}
