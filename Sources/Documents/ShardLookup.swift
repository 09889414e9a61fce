/// From a place in a text to what it belongs to.
extension Shard {
    /// The index of the article whose block holds the byte at `offset`, or nil before the first. Cost: a binary search.
    public func article(at offset: UInt32) -> Int? {
        guard let index = lastIndex(of: articles, where: { $0.block.start <= offset }) else { return nil }
        return offset < articles[index].block.end ? index : nil
    }

    /// The index of the article of paragraph number `paragraph`, an index in `paragraphs`; nil where there is no such
    /// paragraph. Cost: a binary search.
    public func article(ofParagraph paragraph: Int) -> Int? {
        guard let place = UInt32(exactly: paragraph) else { return nil }
        guard let index = lastIndex(of: articles, where: { $0.paragraphs.lowerBound <= place }) else { return nil }
        return articles[index].paragraphs.contains(place) ? index : nil
    }

    /// The index in `sections` of the innermost section of a paragraph; nil where there is no such paragraph. Cost: a
    /// binary search. Of the sections that begin at or before the paragraph the last is the innermost, because every
    /// section has a paragraph of its own or of a subsection.
    public func section(ofParagraph paragraph: Int) -> Int? {
        guard let place = UInt32(exactly: paragraph) else { return nil }
        guard let index = lastIndex(of: sections, where: { $0.paragraphs.lowerBound <= place }) else { return nil }
        return sections[index].paragraphs.contains(place) ? index : nil
    }

    /// The index in `paragraphs` of the paragraph that holds the byte at `offset`, or nil: in a heading, head matter or
    /// between lines. Cost: a binary search.
    public func paragraph(at offset: UInt32) -> Int? {
        guard let index = paragraphs.last(startingAtOrBefore: offset) else { return nil }
        return offset < paragraphs.ends[index] ? index : nil
    }

    /// The number, from 1, of the line that holds the byte at `offset`; a line ends with LF, CRLF or CR. Cost: the bytes
    /// between the start of the article, or of the text before the first, and `offset`. Where the text was made from the
    /// file, the line of the file.
    public func line(at offset: UInt32) -> Int {
        let part = filePart(at: offset)
        if let lineMap = part.lineMap { return lineMap.line(at: Int(offset) - Int(part.start), in: text, from: Int(part.start)) }
        let end = min(Int(offset), text.count)
        let article = lastIndex(of: articles) { $0.block.start <= offset }.map { articles[$0] }
        var line = article.map { Int($0.line) } ?? 1
        for place in Int(article?.block.start ?? 0)..<end where text.endsLine(place) { line += 1 }
        return line
    }

    /// The index of the last element that satisfies `holds`, which must hold up to some element and then no more.
    private func lastIndex<Element: BitwiseCopyable & Sendable>(
        of elements: PackedColumn<Element>, where holds: (Element) -> Bool
    ) -> Int? {
        var low = 0
        var high = elements.count
        while low < high {
            let middle = (low + high) / 2
            if holds(elements[middle]) { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }
}
