import Documents
import FuzzTargets
import Testing

@testable import DocumentFormats

/// The body bytes of the text, from each article's first body line on, that are in several parts or in none and no blank.
private func unaccounted(_ shard: Shard, from body: Int) -> [Int] {
    var uses = [Int](repeating: 0, count: shard.text.count)
    let parts = (0..<shard.paragraphs.count).map { shard.paragraphs[$0] } + (0..<shard.headMatter.count).map { shard.headMatter[$0] }
    for span in parts + shard.sections.map(\.heading) { for byte in Int(span.start)..<Int(span.end) { uses[byte] += 1 } }
    let view = ByteView(shard.text)
    var separators = Set<Int>()
    var offset = body
    while offset < view.count {
        let line = view.line(at: offset, limit: view.count)
        let text = view.bodyLine(line)?.span ?? Span(line.end, line.end)
        for byte in offset..<line.next where byte < Int(text.start) || byte >= Int(text.end) { separators.insert(byte) }
        offset = line.next
    }
    return (body..<shard.text.count).filter { uses[$0] + (separators.contains($0) ? 1 : 0) != 1 }
}

@Suite struct InvariantTests {
    @Test func everyBodyByteOfTheSeedIsInExactlyOnePart() throws {
        let shard = try #require(seedShard())
        let header = ByteView(shard.text).header(at: 0)
        #expect(unaccounted(shard, from: header.body).isEmpty)
        #expect(brokenInvariant(shard) == nil)
    }

    @Test func mutationsOfTheSeedKeepEveryInvariant() throws {
        let seed = Array(try #require(seedShard()).text.bytes)
        var random = Seeded(state: 1)
        for round in 0..<2000 {
            let shard = read(bytes: mutated(seed, &random))
            #expect(brokenInvariant(shard) == nil, "round \(round)")
            guard round % 10 == 0 else { continue }
            for index in 0..<shard.paragraphs.count {
                expectJoined(sentences(of: shard.paragraphs[index], in: shard.text), shard.paragraphs[index])
            }
        }
    }

    private func mutated(_ seed: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = seed
        let pieces: [[UInt8]] =
            [
                "\n", "\r\n", "\r", "### ", "###", "1999-10-12\n", "第3版(甲)\n", "专栏：", "　　", "\0", "\u{1B}[31m", "。", "”", "第一章 总则\n",
                "一、甲\n", "（一）乙\n", "——", "\u{200B}\n",
            ]
            .map { Array($0.utf8) } + [[0xFF], [0xE4], [0xE4, 0xB8]]
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 200)], at: Int.random(in: 0...place, using: &random))
            default: bytes.removeLast(Int.random(in: 0...min(50, bytes.count), using: &random))
            }
        }
        return bytes
    }

    @Test func theResultDoesNotDependOnTheNumberOfThreads() {
        let body = String(repeating: "　　今后一个时期，上海社区党建工作将着重抓好以下四项主要任务。\n", count: 40)
        let one = article(body + "　　一、新的任务\n" + body, title: "甲") + "\n"
        let document = String(repeating: one + article(body, title: "乙", date: "") + "\n", count: 250)
        let alone = read(document)
        let shared = read(document, workers: Workers(count: 3))
        #expect(alone.file == shared.file)
        #expect(alone.articles.count == 500)
        #expect(alone.articles.map(\.block) == shared.articles.map(\.block))
        #expect(alone.articles.map(\.line) == shared.articles.map(\.line))
        #expect(alone.articles.map(\.paragraphs) == shared.articles.map(\.paragraphs))
        #expect(alone.sections.map(\.paragraphs) == shared.sections.map(\.paragraphs))
        #expect(alone.sections.map(\.article) == shared.sections.map(\.article))
        #expect(alone.sections.map(\.parent) == shared.sections.map(\.parent))
        #expect(alone.paragraphs.starts == shared.paragraphs.starts)
        #expect(alone.paragraphs.ends == shared.paragraphs.ends)
        #expect(brokenInvariant(shared) == nil)
    }
}
