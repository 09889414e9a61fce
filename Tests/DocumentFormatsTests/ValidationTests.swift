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
                let view = ByteView(text)
                #expect(view.undecodable(from: 0, to: bytes.count) == oneByOne(view))
            }
        }
    }

    private func oneByOne(_ view: ByteView) -> Undecodable {
        var result = Undecodable()
        var offset = 0
        while offset < view.count {
            let width = view.sequenceWidth(at: offset, before: view.count)
            if width == 0 { result.add(Undecodable(count: 1, first: offset)) }
            offset += max(1, width)
        }
        return result
    }

    @Test(arguments: 0..<40)
    func aContinuationTooManyAfterACharacterOfTwoBytesIsFound(place: Int) {
        let bytes = [UInt8](repeating: 0x61, count: place) + [0xC2, 0xB7, 0x80] + [UInt8](repeating: 0x61, count: 80)
        withExtendedLifetime(Text(copying: bytes)) { text in
            let found = ByteView(text).undecodable(from: 0, to: bytes.count)
            #expect(found == Undecodable(count: 1, first: place + 2))
        }
    }

    @Test func undecodableBytesAreCountedAndLocatedAndKept() {
        var bytes = Array(article("　　甲乙丙丁。\n　　戊己庚辛。\n").utf8)
        let place = bytes.count - 10
        bytes.insert(contentsOf: [0xFF, 0xFE, 0xC0], at: place)
        let shard = read(bytes: bytes)
        #expect(shard.file.undecodable == 3)
        #expect(shard.file.firstUndecodable == place)
        #expect(shard.paragraphs.count == 2)
        #expect(shard.text.count == bytes.count)
    }
}
