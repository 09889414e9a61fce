import Documents
import FuzzTargets
import Testing

@testable import DocumentFormats

/// Documents of every format with random damage: whatever the bytes, what is made of them holds together.
@Suite struct DamagedFormatsTests {
    private static let documents: [(name: String, text: String)] = [
        (
            "a.jsonl",
            String(repeating: #"{"title": "题", "meta": {"date": "1999-10-12"}, "text": "　　一。\n\u4e00\ud840\udc00二\"三\""}"# + "\n", count: 4)
        ),
        ("a.json", "[\n" + String(repeating: #" {"title": "题", "text": ["一。", "二。"], "page": 3},"# + "\n", count: 4) + "{}]"),
        ("a.csv", "title,date,text\r\n" + String(repeating: "题,1999-10-12,\"一。\r\n\"\"二\"\"。\"\r\n", count: 4)),
        ("a.tsv", "标题\t日期\t正文\n" + String(repeating: "题\t1999-10-12\t\"一\"。\n", count: 4)),
        ("a.md", "---\ntitle: 题\nauthor: [甲, 乙]\n---\n\n# 题\n\n## 一\n\n> 引\n> 文\n\n- 项\n  - 项\n\n```\n码\n```\n\n|a|b|\n|-|-|\n|c|d|\n"),
        ("1999-10-12 题.txt", "题\n\n　　一。\n\n一、新的任务\n　　二。\n"),
    ]

    @Test(arguments: documents.indices) func damageBreaksNoInvariant(index: Int) {
        let (name, text) = DamagedFormatsTests.documents[index]
        var random = Seeded(state: UInt64(index))
        for round in 0..<1500 {
            let bytes = damaged(Array(text.utf8), &random)
            guard let shard = opened(bytes, named: name) else { continue }
            #expect(brokenInvariant(shard) == nil, "\(name), round \(round)")
            #expect(leadsBack(shard, to: bytes.count), "\(name), round \(round)")
            for index in 0..<shard.paragraphs.count {
                expectJoined(sentences(of: shard.paragraphs[index], in: shard.text), shard.paragraphs[index])
            }
        }
    }

    /// Whether offsets lie in the file and lines are lines of it.
    private func leadsBack(_ shard: Shard, to count: Int) -> Bool {
        (0..<shard.paragraphs.count).allSatisfy { index in
            let span = shard.paragraphs[index]
            let (start, end) = (shard.sourceOffset(span.start), shard.sourceOffset(span.end))
            return start < count && end <= count && start <= end && (1...count + 1).contains(shard.line(at: span.start))
        }
    }

    private func damaged(_ whole: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = whole
        let pieces: [[UInt8]] =
            [
                "\n", "\r\n", "\r", "\"", "\\", "\\u", "{", "}", "[", "]", ",", ":", "\t", ";", "#", "---\n", "> ", "- ", "`", "|", "　",
                "\0", "\u{1B}", "&a", "*a",
            ]
            .map { Array($0.utf8) } + [[0xFF], [0xE4], [0xE4, 0xB8]]
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: Int.random(in: 0...place, using: &random))
            default: bytes.removeLast(Int.random(in: 0...min(30, bytes.count), using: &random))
            }
        }
        return bytes
    }

    @Test func everyCharacterOfAStringLeadsBackToItsEscape() throws {
        var random = Seeded(state: 11)
        let characters: [(plain: String, escapes: [String])] = [
            ("一", ["一", "\\u4e00", "\\u4E00"]), ("é", ["é", "\\u00e9"]), ("a", ["a", "\\u0061"]), ("𠀀", ["𠀀", "\\ud840\\udc00"]),
            ("/", ["/", "\\/"]),
            ("\"", ["\\\"", "\\u0022"]), ("。", ["。", "\\u3002"]),
        ]
        for _ in 0..<300 {
            var (file, expected) = (#"{"text": ""#, [(character: String, offset: Int)]())
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                guard let one = characters.randomElement(using: &random), let written = one.escapes.randomElement(using: &random) else {
                    continue
                }
                expected.append((one.plain, file.utf8.count))
                file += written
            }
            let shard = try #require(opened(file + "\"}", named: "a.jsonl"))
            #expect(shard.paragraphStrings == [expected.map(\.character).joined()])
            var place = shard.paragraphs[0].start
            for (character, offset) in expected {
                #expect(shard.sourceOffset(place) == offset)
                place += UInt32(character.utf8.count)
            }
        }
    }
}
