import Documents

/// Looks for the points behind an announcement.
struct EnumerationReader {
    let passage: Passage
    let paragraph: Int
    let shard: Shard

    /// The enumeration, where there is evidence that one follows.
    func read(_ announcement: Announcement) -> Enumeration? {
        let behind = announcement.range.upperBound
        let sentenceEnd = (behind..<passage.count).first { Mark.endsSentence(passage.scalars[$0]) } ?? passage.count
        if let colon = (behind..<sentenceEnd).first(where: { passage.scalars[$0] == Mark.colon }) {
            let start = skippingBlanks(colon + 1)
            if start >= passage.count { return sure(listed(announcement, isOpen: true), isNear: colon == behind) }
            if let points = numbered(from: start, announcement) { return sure(points, isNear: colon == behind) }
            return colon == behind ? separated(start, sentenceEnd, announcement) : nil
        }
        for start in clauseStarts(behind, through: sentenceEnd) {
            if let points = numbered(from: start, announcement) { return sure(points, isNear: start <= behind + 2) }
        }
        guard skippingBlanks(sentenceEnd + 1) >= passage.count else { return nil }
        return sure(listed(announcement, isOpen: false), isNear: sentenceEnd == behind)
    }

    /// Where words stand between the announcement and the list, as many as announced must follow: 为贯彻“三个代表”重要思想，决定如下：一、….
    private func sure(_ enumeration: Enumeration?, isNear: Bool) -> Enumeration? {
        isNear || enumeration?.agrees == true ? enumeration : nil
    }

    private func skippingBlanks(_ index: Int) -> Int {
        var index = index
        while index < passage.count, Mark.isBlank(passage.scalars[index]) || Mark.isCloser(passage.scalars[index]) { index += 1 }
        return index
    }

    /// Where clauses begin behind the announcement, the beginning of the next sentence included.
    private func clauseStarts(_ start: Int, through sentenceEnd: Int) -> [Int] {
        let last = min(sentenceEnd, passage.count - 1)
        guard start <= last else { return [] }
        return (start...last).filter { Mark.endsClause(passage.scalars[$0]) }.map { skippingBlanks($0 + 1) }
    }

    /// What was found, for an announcement.
    func enumeration(_ announcement: Announcement, _ found: Int?, _ points: [EnumeratedPoint]) -> Enumeration {
        Enumeration(
            announcement: passage.span(passage.trimmed(announcement.name)), announced: announcement.number, found: found, points: points)
    }

    private func point(_ range: Range<Int>) -> EnumeratedPoint {
        EnumeratedPoint(layer: .span, unit: paragraph, span: passage.span(range))
    }

    // MARK: Points with numbers

    /// Points that begin 一是, 第一， and so on, the first of them at `start`; at least two. They may go on in later paragraphs.
    private func numbered(from start: Int, _ announcement: Announcement) -> Enumeration? {
        let first = start < passage.count && Mark.isOpener(passage.scalars[start]) ? start + 1 : start
        guard let ordinal = passage.ordinal(at: first), ordinal.value == 1 else { return nil }
        var starts = [first]
        for index in first + ordinal.length..<max(passage.count, first + ordinal.length) where beginsClause(index) {
            if let next = passage.ordinal(at: index), next.follows(ordinal, as: starts.count + 1) { starts.append(index) }
        }
        var points = zip(starts, starts.dropFirst() + [end(ofLast: starts)]).map { point(bare($0..<$1)) }
        points += numberedParagraphs(ordinal, from: points.count + 1).points
        return points.count > 1 ? enumeration(announcement, points.count, points) : nil
    }

    private func beginsClause(_ index: Int) -> Bool {
        let before = passage.scalars[index - 1]
        return Mark.endsClause(before) || Mark.isBlank(before) || Mark.isCloser(before) || Mark.isOpener(before) || before == Mark.pause
    }

    /// Points that stand in one sentence end with it; others with the paragraph.
    private func end(ofLast starts: [Int]) -> Int {
        guard let first = starts.first, let last = starts.last else { return passage.count }
        let isOneSentence = !(first..<last).contains { Mark.endsSentence(passage.scalars[$0]) }
        guard isOneSentence, starts.count > 1 else { return passage.count }
        return (last..<passage.count).first { Mark.endsSentence(passage.scalars[$0]) } ?? passage.count
    }

    /// A point without the marks and blanks behind it.
    private func bare(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let last = range.last,
            Mark.endsClause(passage.scalars[last]) || Mark.isBlank(passage.scalars[last])
                || passage.scalars[last] == Mark.pause
        {
            range = range.lowerBound..<last
        }
        return range
    }

    // MARK: Points between marks

    /// Points behind a colon between ；, or as many as announced between other marks.
    private func separated(_ start: Int, _ sentenceEnd: Int, _ announcement: Announcement) -> Enumeration? {
        let rest = start..<max(start, sentenceEnd)
        if announcement.countsCharacters { return characters(rest, announcement) }
        let parts = parts(rest, between: Mark.semicolon)
        if parts.count > 1 {
            // Where the numbers differ, something must say that it is these that were announced.
            guard announcement.number == parts.count || announcement.hasCue else { return nil }
            return enumeration(announcement, parts.count, parts.map(point))
        }
        guard let number = announcement.number else { return nil }
        for mark in [Mark.pause, Mark.comma] {
            let parts = self.parts(rest, between: mark)
            if parts.count == number { return enumeration(announcement, number, parts.map(point)) }
        }
        let sentences = sentences(from: start)
        return sentences.count == number ? enumeration(announcement, number, sentences.map(point)) : nil
    }

    /// 八个字：团结、紧张、严肃、活泼
    private func characters(_ range: Range<Int>, _ announcement: Announcement) -> Enumeration? {
        let count = range.filter { (0x3400...0x9FFF).contains(passage.scalars[$0]) }.count
        return count == announcement.number ? enumeration(announcement, count, [point(bare(range))]) : nil
    }

    /// The parts of a range between a mark, outside quotations, brackets and titles.
    private func parts(_ range: Range<Int>, between mark: UInt32) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var depth = 0
        for index in range {
            let scalar = passage.scalars[index]
            if Mark.isOpener(scalar) || scalar == 0xFF08 || scalar == 0x300A { depth += 1 }
            if Mark.isCloser(scalar) || scalar == 0xFF09 || scalar == 0x300B { depth = max(0, depth - 1) }
            guard scalar == mark, depth == 0 else { continue }
            parts.append(start..<index)
            start = index + 1
        }
        parts.append(start..<range.upperBound)
        return parts.map(bare).filter { !$0.isEmpty }
    }

    private func sentences(from start: Int) -> [Range<Int>] {
        (start..<passage.count).split { Mark.endsSentence(passage.scalars[$0]) }.compactMap { sentence in
            guard let first = sentence.first, let last = sentence.last else { return nil }
            let range = bare(skippingBlanks(first)..<max(last + 1, skippingBlanks(first)))
            return range.isEmpty ? nil : range
        }
    }
}
