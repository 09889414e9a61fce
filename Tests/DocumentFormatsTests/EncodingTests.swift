import Documents
import Testing

@testable import DocumentFormats

@Suite struct EncodingTests {
    private let seed = seedShard().map { String(decoding: $0.text.bytes, as: UTF8.self) } ?? ""

    private func open(_ bytes: [UInt8], as encoding: TextEncoding? = nil) -> Archive {
        var reader = ArchiveReader()
        reader.options.encoding = encoding
        return reader.open(Text(copying: bytes), named: "test.txt")
    }

    private func found(_ bytes: [UInt8]) throws -> TextEncoding {
        let text = Text(copying: bytes)
        defer { withExtendedLifetime(text) {} }
        return try EncodingDetection.find(ByteView(text)).encoding
    }

    @Test(arguments: foreignEncodings.map(\.name).filter { $0 != "CP950" }, ["\n", "\r\n", "\r"])
    func theSeedIsTheSameInEveryEncodingAndWithEveryLineEnd(name: String, lineEnd: String) throws {
        let wanted = try #require(seedShard())
        let text = seed.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
        for mark in ["", "\u{FEFF}"] {
            let bytes = encoded(mark + text, name)
            let shard = try #require(open(bytes).shards.first, "\(name)")
            #expect(shard.file.encoding == name)
            #expect(shard.file.bytes == bytes.count)
            #expect(shard.paragraphStrings == wanted.paragraphStrings)
            #expect(shard.headings == wanted.headings)
            #expect(shard.examined.undecodable == 0)
        }
    }

    @Test func traditionalTextsAreToldInBig5AndInGBK() throws {
        let big5 = try #require(open(encoded(traditionalArticle, "CP950")).shards.first)
        #expect(big5.file.encoding == "Big5")
        #expect(big5.paragraphStrings.last?.hasSuffix("約翰‧甘迺迪說：「不要問國家能為你做什麼。」") == true)
        let gbk = try #require(open(encoded(traditionalArticle.filter { $0 != "‧" }, "GBK")).shards.first)
        #expect(gbk.file.encoding == "GB18030")
        #expect(gbk.paragraphStrings.first == big5.paragraphStrings.first)
    }

    @Test func theCharactersOfHongKongSelectItsTable() throws {
        let text = traditionalArticle.filter { $0 != "‧" } + "\n　　佢哋喺度做嘢，唔知點解咁夜都未瞓，我哋嗰個朋友話冇問題，啲人嚟咗好耐喇。\n"
        let shard = try #require(open(encoded(text, "BIG5-HKSCS")).shards.first)
        #expect(shard.file.encoding == "Big5-HKSCS")
        #expect(shard.paragraphStrings.last?.hasPrefix("佢哋喺度做嘢") == true)
    }

    /// Random lines of forty Han characters and more, with no header to help.
    @Test func aTextOfFortyCharactersIsEnough() throws {
        let simplified = Array(seed.unicodeScalars.filter { $0.value > 0x2000 })
        let traditional = Array(traditionalArticle.unicodeScalars.filter { $0.value > 0x2000 })
        var dice = Dice(20)
        for round in 0..<60 {
            for (encoding, name) in foreignEncodings {
                let source = encoding == .big5 ? traditional : simplified
                let length = 40 + dice.roll(60)
                let start = dice.roll(source.count)
                var text = String.UnicodeScalarView()
                for index in 0..<length {
                    text.append(source[(start + index) % source.count])
                    if dice.roll(30) == 0 { text.append("\n") }
                }
                let bytes = encoded(String(text), name)
                #expect(try found(bytes) == encoding, "round \(round), \(name): \(String(text))")
            }
        }
    }

    @Test func aTextThatBeginsWithLongASCIIIsToldByTheRest() throws {
        let plain = [UInt8](repeating: 0x61, count: 300_001)
        for (encoding, name) in foreignEncodings where !encoding.isWide {
            let text = encoding == .big5 ? traditionalArticle : seed
            #expect(try found(plain + encoded(text, name)) == encoding)
            #expect(try found(plain + encoded(text, name) + plain) == encoding)
        }
        #expect(try found(plain + Array(seed.utf8) + plain) == .utf8)
    }

    @Test func aLongLineWithoutAnEndIsToldTheSame() throws {
        let line = String(String.UnicodeScalarView(seed.unicodeScalars.filter { $0.value > 0x2000 }))
        let long = String(repeating: line, count: 200)
        for (encoding, name) in foreignEncodings where encoding != .big5 { #expect(try found(encoded(long, name)) == encoding) }
        #expect(try found(Array(long.utf8)) == .utf8)
    }

    @Test func unicodeOfFourBytesAUnitIsRefusedByName() {
        for name in ["UTF-32LE", "UTF-32BE"] {
            let failure = open(encoded("\u{FEFF}" + seed, name)).failures.first?.failure
            #expect(failure?.english.hasPrefix("is in UTF-32, which is not read: convert it with iconv -f \(name)") == true)
            #expect(failure?.chinese.hasPrefix("是 UTF-32") == true)
        }
    }

    @Test func binaryDataIsRefused() {
        var dice = Dice(7)
        let noise = (0..<100_000).map { _ in UInt8(dice.roll(256)) }
        #expect(open(noise).failures.first?.failure?.english == "looks like binary data: not read")
        #expect(open(noise.filter { $0 > 0x1F && $0 != 0x7F }).shards.isEmpty)
    }

    @Test func aFewDamagedBytesLeaveUTF8WhatItIs() throws {
        var bytes = Array(seed.utf8)
        bytes.replaceSubrange(3000..<3000, with: [0xFF, 0xFE])
        bytes.replaceSubrange(5000..<5000, with: [0xC0])
        let shard = try #require(open(bytes).shards.first)
        #expect(shard.file.encoding == "UTF-8")
        #expect(shard.examined.undecodable >= 3)
        #expect((2998...3000).contains(shard.examined.firstUndecodable ?? 0))
    }

    @Test(arguments: foreignEncodings.map(\.name))
    func whatCannotBeDecodedIsCountedAndLocated(name: String) throws {
        let text = name == "CP950" ? traditionalArticle : seed
        let isWide = name.hasPrefix("UTF-16")
        // A lone surrogate, or a byte that is no character.
        let bad: [UInt8] =
            name == "UTF-16LE" ? [0x00, 0xDC] : name == "UTF-16BE" ? [0xDC, 0x00] : name == "CP950" ? [0xA0, 0x0A] : [0xFF]
        let head = encoded(String(text.prefix(60)), name)
        let tail = encoded(String(text.dropFirst(60)), name)
        let shard = try #require(open(head + bad + tail + bad).shards.first)
        #expect(shard.file.undecodable == (isWide ? 4 : 2))
        #expect(shard.examined.undecodable == shard.file.undecodable)
        #expect(shard.file.firstUndecodable == head.count)
        let marks = shard.text.string(Span(0, shard.text.count)).unicodeScalars.filter { $0 == "\u{FFFD}" }
        #expect(marks.count == 2)
    }

    @Test func aCharacterCutAtTheEndIsCounted() throws {
        for (encoding, name) in foreignEncodings {
            let bytes = Array(encoded((encoding == .big5 ? traditionalArticle : seed) + "中", name).dropLast())
            let shard = try #require(open(bytes).shards.first)
            #expect(shard.file.encoding == encoding.name)
            #expect(shard.file.undecodable == 1)
            #expect(shard.file.firstUndecodable == bytes.count - 1)
        }
    }

    @Test func nulsAndControlsStay() throws {
        let text = seed.replacing("新的任务", with: "新\0的\u{1B}[2J任务")
        for (encoding, name) in foreignEncodings where encoding != .big5 {
            let shard = try #require(open(encoded(text, name)).shards.first)
            #expect(shard.file.encoding == encoding.name)
            #expect(shard.headings.contains("新\0的\u{1B}[2J任务"))
        }
    }

    @Test func aForcedEncodingIsForced() throws {
        let bytes = encoded(seed, "GB18030")
        let big5 = try #require(open(bytes, as: .big5).shards.first, "a header of ASCII and dates is enough")
        #expect(big5.file.encoding == "Big5")
        #expect(big5.paragraphStrings != seedShard()?.paragraphStrings)
        let wrong = try #require(open(Array(seed.utf8), as: .gb18030).shards.first)
        #expect(wrong.file.encoding == "GB18030")
        #expect(wrong.file.undecodable > 0)
        let utf8 = open(bytes, as: .utf8)
        #expect((utf8.shards.first?.examined ?? utf8.failures.first)?.encoding == "UTF-8")
        #expect(open(bytes, as: .gb18030).shards.first?.file.undecodable == 0)
        for name in ["UTF-16LE", "UTF-16BE"] {
            for mark in ["", "\u{FEFF}"] {
                #expect(open(encoded(mark + seed, name), as: .utf16).shards.first?.file.encoding == name)
            }
        }
    }

    @Test func encodingsHaveTheNamesThatPeopleUse() {
        for (name, encoding) in [("GBK", TextEncoding.gb18030), ("gb2312", .gb18030), ("Big5", .big5), ("UTF8", .utf8), ("utf-16", .utf16)]
        {
            #expect(TextEncoding(named: name) == encoding)
        }
        for encoding in TextEncoding.allCases { #expect(TextEncoding(named: encoding.name) == encoding) }
        #expect(TextEncoding(named: "latin1") == nil)
    }
}
