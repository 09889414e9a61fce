import Documents

/// The leading body lines that repeat title, subtitle and author: how many they are, and what they tell.
struct HeadMatter {
    /// The number of leading lines.
    var count = 0
    /// The first that begins with ——, without the dashes.
    var subtitle: Span?
    /// A name that stands where the author does, for articles without an author line.
    var author: Span?
}

/// Finds head matter. Holds the title and author without blanks, dashes and colons, reused from article to article.
struct HeadMatterScanner {
    private static let mostLines = 12
    private static let longestSubtitle = 60
    private static let longestByline = 30

    private let view: ByteView
    private var title: [UInt8] = []
    private var author: [UInt8] = []
    private var line: [UInt8] = []
    /// Where in `title` the part that has not been repeated begins.
    private var repeated = 0

    init(_ view: ByteView) { self.view = view }

    /// Where the head matter ends of an article that ends at `limit`. Cost: a look at its first lines, which are put into `lines`.
    mutating func end(of header: ArticleHeader, limit: Int, _ lines: inout BodyLines) -> Int {
        lines.removeAll()
        var offset = header.body
        // Of the last line that may belong to it the next is asked for too.
        while offset < limit, lines.count <= HeadMatterScanner.mostLines {
            let line = view.line(at: offset, limit: limit)
            if let body = view.bodyLine(line) { lines.append(body) }
            offset = line.next
        }
        let count = scan(lines.view, title: header.title, author: header.author).count
        return count == 0 ? header.body : lines.view[count - 1].end
    }

    /// The head matter at the start of `lines`.
    mutating func scan(
        _ lines: BodyLines.View, title titleSpan: Span, author authorSpan: Span
    ) -> HeadMatter {
        view.letters(of: titleSpan, into: &title)
        view.letters(of: authorSpan, into: &author)
        repeated = 0
        var matter = HeadMatter()
        while matter.count < min(lines.count, HeadMatterScanner.mostLines) {
            let next = matter.count + 1 < lines.count ? lines[matter.count + 1] : nil
            guard take(lines[matter.count], next, into: &matter) else { break }
            matter.count += 1
        }
        return matter
    }

    /// Whether `candidate` is head matter; notes what it tells.
    private mutating func take(_ candidate: BodyLine, _ next: BodyLine?, into matter: inout HeadMatter) -> Bool {
        guard candidate.span.count <= max(title.count * 2, HeadMatterScanner.longestSubtitle * 4) else { return false }
        if let text = subtitle(candidate) {
            matter.subtitle = matter.subtitle ?? text
            _ = repeatsTitle(candidate)
            return true
        }
        if repeatsTitle(candidate) || repeatsAuthor(candidate) { return true }
        guard author.isEmpty, matter.author == nil, matter.count > 0 else { return false }
        guard view.isByline(candidate) || view.isLoneName(candidate, before: next) else { return false }
        matter.author = candidate.span
        return true
    }

    private func subtitle(_ candidate: BodyLine) -> Span? {
        let text = view.skippingDashes(from: candidate.start, to: candidate.end)
        guard text >= candidate.start + 6, text < candidate.end, !view.endsSentence(candidate) else { return nil }
        let length = view.characters(from: text, to: candidate.end)
        return length <= HeadMatterScanner.longestSubtitle ? view.trimmed(from: text, to: candidate.end) : nil
    }

    /// Whether the line is the title, the next part of it, or a part of four characters and more; each is repeated once.
    private mutating func repeatsTitle(_ candidate: BodyLine) -> Bool {
        guard beginsInTitle(candidate) else { return false }
        view.letters(of: candidate.span, into: &line)
        guard !line.isEmpty, let place = place(of: line, in: title, from: repeated) else { return false }
        guard place == repeated || line.count >= 12 else { return false }
        repeated = place + line.count
        return true
    }

    /// Whether the title has the line's first character; spares most lines the comparison.
    private func beginsInTitle(_ candidate: BodyLine) -> Bool {
        let first = view[candidate.start]
        guard (0xE4...0xE9).contains(first), candidate.span.count >= 3 else { return true }
        let (second, third) = (view[candidate.start + 1], view[candidate.start + 2])
        for offset in title.indices.dropLast(2) where title[offset] == first {
            if title[offset + 1] == second && title[offset + 2] == third { return true }
        }
        return false
    }

    /// Whether the line is the author, one of several, or a short line with the author's name in it.
    private mutating func repeatsAuthor(_ candidate: BodyLine) -> Bool {
        guard author.count >= 6, candidate.span.count >= 6, !view.endsClause(candidate) else { return false }
        let length = view.characters(from: candidate.start, to: candidate.end)
        guard length <= max(HeadMatterScanner.longestByline, author.count) else { return false }
        view.letters(of: candidate.span, into: &line)
        guard line.count >= 6 else { return false }
        if place(of: line, in: author, from: 0) != nil { return true }
        return length <= HeadMatterScanner.longestByline && place(of: author, in: line, from: 0) != nil
    }

    /// Where `part` is in `whole` at or after `start`.
    private func place(of part: [UInt8], in whole: [UInt8], from start: Int) -> Int? {
        var offset = start
        while offset + part.count <= whole.count {
            if whole[offset] == part[0], whole[offset..<offset + part.count].elementsEqual(part) { return offset }
            offset += 1
        }
        return nil
    }
}
