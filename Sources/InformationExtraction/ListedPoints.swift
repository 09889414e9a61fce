import Documents

/// Points in the paragraphs and sections behind the announcing paragraph.
extension EnumerationReader {
    /// Points listed behind the paragraph; `isOpen` where it ends with a colon, so that some list must follow.
    func listed(_ announcement: Announcement, isOpen: Bool) -> Enumeration? {
        let run = numberedParagraphs(nil, from: 1)
        if run.points.count > 1 {
            // Where numbering begins anew before all are there, it cannot be told which list goes on.
            let isCut = run.isCut && run.points.count < announcement.number ?? 0
            return isCut ? enumeration(announcement, nil, []) : enumeration(announcement, run.points.count, run.points)
        }
        let own = ownParagraphs
        guard own.isEmpty else { return isOpen ? unnumbered(own.map(paragraphPoint), announcement) : nil }
        let sections = sectionsBehind
        let ordinals = sections.compactMap { beginning(shard.sections[$0].heading) }
        guard ordinals.count == sections.count, let first = ordinals.first, first.value == 1 else {
            let isAnswer = isOpen && sections.count == announcement.number
            return isAnswer ? enumeration(announcement, sections.count, sections.map(sectionPoint)) : nil
        }
        var count = 1
        while count < ordinals.count, ordinals[count].follows(first, as: count + 1) { count += 1 }
        return count > 1 ? enumeration(announcement, count, sections.prefix(count).map(sectionPoint)) : nil
    }

    /// Paragraphs without numbers: as many as announced, or fewer. Of more it cannot be told where the points end.
    private func unnumbered(_ points: [EnumeratedPoint], _ announcement: Announcement) -> Enumeration? {
        guard let number = announcement.number, points.count > 1 else { return nil }
        return points.count > number ? enumeration(announcement, nil, []) : enumeration(announcement, points.count, points)
    }

    /// Paragraphs behind the announcing one in its section that begin with ordinals, from number `number` on; `like` is the first
    /// ordinal where it stood before them. Paragraphs between them belong to the point before. `isCut` where another list begins.
    func numberedParagraphs(_ like: Ordinal?, from number: Int) -> (points: [EnumeratedPoint], isCut: Bool) {
        var first = like
        var points: [EnumeratedPoint] = []
        for index in ownParagraphs {
            guard let ordinal = beginning(shard.paragraphs[index]) else {
                if points.isEmpty { return ([], false) }
                continue
            }
            if let first {
                if ordinal.follows(first, as: number + points.count) { points.append(paragraphPoint(index)) }
                if ordinal.value == 1, ordinal.style == first.style { return (points, true) }
            } else if ordinal.value == 1 {
                first = ordinal
                points.append(paragraphPoint(index))
            } else {
                return ([], false)
            }
        }
        return (points, first.map { goesOnInSections(like: $0) } ?? false)
    }

    /// Whether the next heading is numbered like the list: then its later points were taken for headings.
    private func goesOnInSections(like ordinal: Ordinal) -> Bool {
        guard let own = shard.section(ofParagraph: paragraph), own + 1 < shard.sections.count else { return false }
        let next = shard.sections[own + 1]
        return next.article == shard.sections[own].article && beginning(next.heading)?.style == ordinal.style
    }

    /// The ordinal that a paragraph or heading begins with.
    private func beginning(_ span: Span) -> Ordinal? {
        let start = Passage(Span(span.start, min(span.end, span.start + 48)), of: shard.text)
        let index = (0..<start.count).first { !Mark.isBlank(start.scalars[$0]) && !Mark.isOpener(start.scalars[$0]) }
        return index.flatMap { start.ordinal(at: $0) }
    }

    /// How many paragraphs behind an announcement are looked at: a book of one section is not read again for each announcement.
    private static let farthest = 400

    /// The paragraphs behind the announcing one that no other section governs.
    private var ownParagraphs: Range<Int> {
        let next = paragraph + 1
        guard let section = shard.section(ofParagraph: paragraph) else { return next..<next }
        let end = min(Int(shard.sections[section].paragraphs.upperBound), next + EnumerationReader.farthest)
        let own = (next..<max(next, end)).prefix { shard.section(ofParagraph: $0) == section }
        return next..<next + own.count
    }

    /// The sections that the announcing paragraph, the last before them, leads to: subsections, or behind the lead all of the highest level.
    private var sectionsBehind: [Int] {
        guard let own = shard.section(ofParagraph: paragraph) else { return [] }
        let section = shard.sections[own]
        let all = shard.articles[Int(section.article)].sections
        return all.map { Int($0) }.filter { index in
            let other = shard.sections[index]
            return section.isLead ? other.level == 1 : other.parent.map { Int($0) } == own
        }
    }

    private func paragraphPoint(_ index: Int) -> EnumeratedPoint {
        EnumeratedPoint(layer: .paragraph, unit: index, span: shard.paragraphs[index])
    }

    private func sectionPoint(_ index: Int) -> EnumeratedPoint {
        EnumeratedPoint(layer: .section, unit: index, span: shard.sections[index].heading)
    }
}
