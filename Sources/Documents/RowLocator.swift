/// Where rows stand. It remembers the paragraph and article of the last row, so that rows in text order cost their own
/// length and not that of all before them.
public struct RowLocator {
    private let archive: Archive
    private var splitParagraph = (shard: -1, paragraph: -1)
    private var split: [Span] = []
    private var countedArticle = (shard: -1, article: -1)
    private var sentencesBefore: [Int] = []
    private var lastLine = (shard: -1, article: -1, offset: UInt32(0), line: 0)

    /// A locator that remembers nothing yet.
    public init(_ archive: Archive) { self.archive = archive }

    /// The row's address: that of `Archive.address(of:)`, without splitting a paragraph again for each of its sentences.
    public mutating func address(of region: Region) -> Address {
        switch region.layer {
        case .article, .section, .paragraph: return archive.address(of: region)
        case .sentence, .span:
            var place = region
            place.layer = .paragraph
            var address = archive.address(of: place)
            address.sentence = sentenceIndex(of: region) + 1
            return address
        }
    }

    /// The number of a sentence or span within the article, from 1.
    public mutating func sentenceInArticle(of region: Region) -> Int {
        let shard = archive.shards[region.shard]
        let article = shard.article(of: region)
        if countedArticle != (region.shard, article) { countSentences(of: article, in: region.shard) }
        let first = Int(shard.articles[article].paragraphs.lowerBound)
        return sentencesBefore[region.unit - first] + sentenceIndex(of: region) + 1
    }

    /// The sentence that holds the row's beginning.
    public mutating func sentence(of region: Region) -> Span {
        let index = sentenceIndex(of: region)
        return index < split.count ? split[index] : region.span
    }

    /// The value of a field: that of `Archive.value`, without counting from the article's beginning for each row.
    public mutating func value(_ field: UnitField, of region: Region) -> Cell {
        switch field {
        case .line: .integer(line(of: region))
        case .sentence where region.layer >= .sentence: .integer(sentenceInArticle(of: region))
        case .title, .subtitle, .author, .date, .year, .month, .day, .page, .pageName, .column, .file, .section,
            .paragraph, .sentence, .length, .text:
            archive.value(field, of: region)
        }
    }

    /// The line, from 1, of the row's first byte.
    public mutating func line(of region: Region) -> Int {
        let shard = archive.shards[region.shard]
        guard !shard.hasLineMap(at: region.span.start) else { return shard.line(at: region.span.start) }
        let article = shard.article(of: region)
        let offset = region.span.start
        let isAhead = lastLine.shard == region.shard && lastLine.article == article && lastLine.offset <= offset
        let line =
            isAhead
            ? lastLine.line + lineEnds(in: shard.text, from: lastLine.offset, to: offset) : shard.line(at: offset)
        lastLine = (region.shard, article, offset, line)
        return line
    }

    private mutating func sentenceIndex(of region: Region) -> Int {
        if splitParagraph != (region.shard, region.unit) {
            let shard = archive.shards[region.shard]
            split = sentences(of: shard.paragraphs[region.unit], in: shard.text)
            splitParagraph = (region.shard, region.unit)
        }
        var low = 0
        var high = split.count
        while low < high {
            let middle = (low + high) / 2
            if split[middle].end <= region.span.start { low = middle + 1 } else { high = middle }
        }
        return max(0, min(low, split.count - 1))
    }

    private mutating func countSentences(of article: Int, in index: Int) {
        let shard = archive.shards[index]
        sentencesBefore = shard.articles[article].paragraphs.reduce(into: [0]) { counts, paragraph in
            let count = sentences(of: shard.paragraphs[Int(paragraph)], in: shard.text).count
            counts.append(counts[counts.count - 1] + count)
        }
        countedArticle = (index, article)
    }

    private func lineEnds(in text: Text, from start: UInt32, to end: UInt32) -> Int {
        var count = 0
        var previous = start == 0 ? 0 : text.bytes[Int(start) - 1]
        for byte in text.bytes[Int(start)..<Int(end)] {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
            previous = byte
        }
        return count
    }
}
