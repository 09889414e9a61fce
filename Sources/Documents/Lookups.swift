extension Shard {
    /// The index of the article that paragraph `index` belongs to. Cost: a binary search.
    public func articleIndex(ofParagraph index: Int) -> Int {
        lastIndex(in: articles) { $0.paragraphs.lowerBound <= index }
    }

    /// The index of the article whose block holds `offset`; the first one for an offset before all. Cost: a binary search.
    public func articleIndex(at offset: UInt32) -> Int {
        lastIndex(in: articles) { $0.block.start <= offset }
    }

    /// The index of the paragraph that holds `offset`, or the last one before it. Cost: a binary search.
    public func paragraphIndex(at offset: UInt32) -> Int { paragraphs.last(startingAtOrBefore: offset) ?? 0 }

    /// The index of the innermost section that governs paragraph `index`. Cost: a binary search and a walk over the
    /// sections of one article.
    public func sectionIndex(ofParagraph index: Int) -> Int? {
        let range = articles[articleIndex(ofParagraph: index)].sections
        return range.last { sections[Int($0)].paragraphs.contains(UInt32(index)) }.map(Int.init)
    }

    private func lastIndex(in articles: ContiguousArray<Article>, where begins: (Article) -> Bool) -> Int {
        var low = 0
        var high = articles.count
        while low < high {
            let middle = (low + high) / 2
            if begins(articles[middle]) { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// The line, from 1, that `offset` is on; CR LF is one line end. Cost: the bytes from the article's beginning.
    public func lineNumber(at offset: UInt32) -> Int {
        guard !articles.isEmpty else { return 1 }
        let article = articles[articleIndex(at: offset)]
        var line = Int(article.line)
        var previous: UInt8 = 0
        for byte in text.bytes[Int(article.block.start)..<max(Int(article.block.start), Int(offset))] {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
            previous = byte
        }
        return line
    }
}
