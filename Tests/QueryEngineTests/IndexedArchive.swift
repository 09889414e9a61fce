import ArchiveIndexing
import DocumentFormats
import Documents
import Testing

/// Documents in which phrases stand often and rarely, in both scripts and widths, within each other, and at the ends of paragraphs.
struct MixedDocuments {
    private var numbers: SeededNumbers
    private let words = [
        "党", "党员", "黨員", "人人", "人人人", "群众", "以人为本", "以爲", "为", "以", "A1", "Ａ１", "社会主义", "社會主義", "从头入手", "，", "。", "；", "、", "！", "a",
        "12", "３", "年", "臺", "台", "𪨧", "不", "和", "的的", "\u{80}",
    ]

    init(seed: UInt64) { numbers = SeededNumbers(seed) }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }

    private mutating func line(_ length: ClosedRange<Int>) -> String {
        (0..<number(length)).map { _ in words[number(0...words.count - 1)] }.joined()
    }

    private mutating func article(_ index: Int) -> String {
        let date = "19\(number(49...60))-0\(number(1...9))-1\(number(0...9))"
        var lines = ["### 题目\(index)\(line(0...4))", line(1...2)]
        lines.append(number(0...6) == 0 ? "" : date)
        for part in 0..<number(0...3) {
            if part > 0 { lines.append("　　\("一二三四".map { String($0) }[part - 1])、\(line(1...3))") }
            for _ in 0..<number(1...9) { lines.append("　　" + line(1...number(1...60))) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A document of so many articles.
    mutating func document(_ articles: Int) -> String { (0..<articles).map { article($0) }.joined() }
}

/// The same documents without and with indexes.
struct IndexedArchive {
    let plain: Archive
    let indexed: Archive

    init(_ documents: [String]) throws {
        let reader = ArchiveReader()
        let read = documents.enumerated().reduce(Archive()) { whole, file in
            whole.adding(reader.open(Text(copying: file.element.utf8), named: "\(file.offset).txt"))
        }
        plain = read
        indexed = Archive(shards: try read.shards.map { try IndexedArchive.indexed($0) })
    }

    private static func indexed(_ shard: Shard) throws -> Shard {
        var shard = shard
        shard.bodyIndex = try index(shard.paragraphs, of: shard.text)
        let outside = shard.outsideBody
        if outside.count <= 1 { shard.outsideIndex = try index(outside.first ?? SpanColumn(), of: shard.text) }
        return shard
    }

    private static func index(_ pieces: SpanColumn, of text: Text) throws -> PostingIndex {
        var sorter = PostingSorter()
        let run = try pieces.starts.withUnsafeBufferPointer { starts in
            try pieces.ends.withUnsafeBufferPointer { ends in try sorter.run(text: text.bytes, starts: starts, ends: ends) }
        }
        let part = PostingPart()
        try PostingRun.write([run]) { part.bytes += $0 }
        return try #require(part.index(textCount: text.count))
    }
}

/// The bytes of an index. A class because the index points into them.
private final class PostingPart: @unchecked Sendable {
    // Safe to share: written before the index is made and never after.

    var bytes: ContiguousArray<UInt8> = []
    private var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    func index(textCount: Int) -> PostingIndex? {
        memory = .allocate(byteCount: bytes.count, alignment: 8)
        memory.copyBytes(from: bytes)
        return PostingIndex(bytes: UnsafeRawBufferPointer(memory), textCount: textCount, owner: self)
    }

    deinit { memory.deallocate() }
}
