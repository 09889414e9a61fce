import Documents
import Testing

@testable import DocumentFormats

/// Offsets of a text that was converted lead to the bytes of the file.
@Suite struct SourceOffsetTests {
    private let seed = seedShard().map { String(decoding: $0.text.bytes, as: UTF8.self) } ?? ""

    /// Characters of every width there is in any of the encodings.
    private func mixed(_ encoding: TextEncoding) -> String {
        let base = encoding == .big5 ? traditionalArticle : seed
        let wide = encoding == .big5 ? "A中b文" : "A中𠀀é😀བོད𠮷\u{E000}ñ〇文"
        return String(repeating: base + "\n" + wide + "\n" + String(repeating: wide, count: 50) + "\n", count: 3)
    }

    @Test(arguments: foreignEncodings.map(\.name))
    func everyCharacterLeadsToWhereItStandsInTheFile(name: String) throws {
        let encoding = try #require(foreignEncodings.first { $0.name == name }?.encoding)
        let text = mixed(encoding)
        let shard = try #require(decodedShard(encoded(text, name), encoding))
        var offset: UInt32 = 0
        var source = 0
        for scalar in text.unicodeScalars {
            #expect(shard.sourceOffset(offset) == source)
            // Inside a character: its beginning.
            if scalar.value > 0x7F { #expect(shard.sourceOffset(offset + 1) == source) }
            offset += UInt32(String(scalar).utf8.count)
            source += encoded(String(scalar), name).count
        }
        #expect(shard.sourceOffset(offset) == source)
    }

    @Test func theyLeadAroundMarksAndDamage() throws {
        let bytes: [UInt8] = [0x84, 0x31, 0x95, 0x33, 0xFF, 0x61, 0xD6, 0xD0, 0x81, 0x0A, 0xCE, 0xC4, 0x81, 0x39, 0xEF]
        let shard = try #require(decodedShard(bytes, .gb18030))
        #expect(shard.text.string(Span(0, shard.text.count)) == "\u{FFFD}a中\u{FFFD}\n文\u{FFFD}9\u{FFFD}")
        let places: [Int] = [0, 3, 4, 7, 10, 11, 14, 17, 18].map { shard.sourceOffset(UInt32($0)) }
        #expect(places == [4, 5, 6, 8, 9, 10, 12, 13, 14])
        #expect(shard.sourceOffset(21) == bytes.count)
        #expect(shard.file.undecodable == 4)
    }

    @Test func charactersThatAreTwoCodePointsInHongKongLeadToTheirPair() throws {
        let bytes: [UInt8] = [0x61, 0x88, 0x62, 0xA4, 0xA4, 0x88, 0xA5, 0x62]
        let shard = try #require(decodedShard(bytes, .big5HongKong))
        #expect(shard.text.string(Span(0, shard.text.count)) == "a\u{CA}\u{304}中\u{EA}\u{30C}b")
        #expect([0, 1, 5, 8, 12].map { shard.sourceOffset(UInt32($0)) } == [0, 1, 3, 5, 7])
    }

    /// Any bytes at all: what each stands for lies inside the file, in order, and the end is the end.
    @Test func offsetsOfAnyBytesStayInOrder() throws {
        var dice = Dice(3)
        for encoding in [TextEncoding.gb18030, .big5, .big5HongKong, .utf16LittleEndian, .utf16BigEndian] {
            for length in [0, 1, 2, 3, 5, 100, 5000, 70_000, 140_000] {
                let bytes = (0..<length).map { _ in UInt8(dice.roll(256)) }
                let shard = try #require(decodedShard(bytes, encoding))
                #expect(Undecodable(in: shard.text.bytes).count == 0)
                var last = 0
                for offset in stride(from: 0, through: shard.text.count, by: max(1, shard.text.count / 500)) {
                    let source = shard.sourceOffset(UInt32(offset))
                    #expect(source >= last && source <= length)
                    last = source
                }
                #expect(shard.sourceOffset(UInt32(shard.text.count)) == length, "\(encoding) \(length)")
            }
        }
    }

    /// A shard without structure: the map is what is tested.
    private func decodedShard(_ bytes: [UInt8], _ encoding: TextEncoding) -> Shard? {
        let source = Text(copying: bytes)
        let mark = (try? ByteView(source).markedEncoding())?.length ?? 0
        guard let decoded = try? DecodedText(source, from: mark, encoding, isStopped: { false }) else { return nil }
        var shard = Shard(text: decoded.text, file: FileReport(name: "test"))
        shard.file.undecodable = decoded.undecodable.count
        shard.offsetMaps = [decoded.map]
        return shard
    }
}
