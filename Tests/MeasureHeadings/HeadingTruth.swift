import Documents
import Glibc

/// Where a heading stands: file, title and date of its article, and which line of the body it is.
struct HeadingPlace: Hashable {
    var article: String
    var line: Int
}

/// A heading as the table or the reader has it.
struct NamedHeading {
    var level: String
    var text: String
}

/// The table `headings_truth.tsv`: file, title, date, body line, level, heading, with a first line that names them. Body
/// lines count from 0 and leave out blank ones; the body begins with the sixth line of an article.
struct HeadingTruth {
    private(set) var headings: [HeadingPlace: NamedHeading] = [:]

    /// The table in `folder`, or nil where there is none.
    init?(folder: String) {
        guard let table = contents(ofFile: folder + "/headings_truth.tsv") else { return nil }
        for row in table.split(separator: "\n").dropFirst() {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count >= 6, let line = Int(cells[3]) else { continue }
            let place = HeadingPlace(article: cells[0...2].joined(separator: "\t"), line: line)
            headings[place] = NamedHeading(level: cells[4], text: cells[5])
        }
    }
}

/// The headings that the reader found in `shard`, each at its place.
func headingsFound(in shard: Shard) -> [HeadingPlace: NamedHeading] {
    var found: [HeadingPlace: NamedHeading] = [:]
    let file = shard.file.name.split(separator: "/").last.map(String.init) ?? ""
    for article in shard.articles {
        let name = "\(file)\t\(shard.text.string(article.title))\t\(article.date?.description ?? "")"
        let lines = bodyLines(of: article, in: shard.text)
        for index in article.sections where !shard.sections[Int(index)].isLead {
            let section = shard.sections[Int(index)]
            let place = HeadingPlace(article: name, line: lines[section.heading.start] ?? -1)
            found[place] = NamedHeading(level: String(section.level), text: shard.text.string(section.heading))
        }
    }
    return found
}

/// The number of each body line under the offset of its first character that is no blank.
private func bodyLines(of article: Article, in text: Text) -> [UInt32: Int] {
    var numbers: [UInt32: Int] = [:]
    var number = 0
    var start = Int(article.block.start)
    for line in 0... where start < Int(article.block.end) {
        var end = start
        while end < Int(article.block.end), text.bytes[end] != 0x0A { end += 1 }
        if let first = firstLetter(from: start, to: end, in: text), line >= 5 {
            numbers[UInt32(first)] = number
            number += 1
        }
        start = end + 1
        if start >= Int(article.block.end) { break }
    }
    return numbers
}

private func firstLetter(from start: Int, to end: Int, in text: Text) -> Int? {
    var offset = start
    while offset < end {
        if text.bytes[offset] <= 0x20 {
            offset += 1
        } else if offset + 3 <= end, text.bytes[offset] == 0xE3, text.bytes[offset + 1] == 0x80, text.bytes[offset + 2] == 0x80 {
            offset += 3
        } else {
            return offset
        }
    }
    return nil
}

private func contents(ofFile path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}
