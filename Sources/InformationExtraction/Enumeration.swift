import Documents

/// A point of an enumeration: a stretch of the announcing paragraph or of a later one, a paragraph, or a section.
public struct EnumeratedPoint: Hashable, Sendable {
    /// `span`, `paragraph` or `section`.
    public let layer: Layer
    /// The index of the section, or of the paragraph it lies in.
    public let unit: Int
    /// Its bytes; of a section its heading.
    public let span: Span
}

/// A count that a text announces, with the points that follow.
public struct Enumeration: Hashable, Sendable {
    /// The number and what is counted, as written: 四项主要任务.
    public let announcement: Span
    /// How many are announced; nil for 几 and 若干.
    public let announced: Int?
    /// How many there are; nil where points follow but nothing tells where they end.
    public let found: Int?
    /// The points, in text order.
    public let points: [EnumeratedPoint]

    /// Whether there are as many as announced; nil where one of the two is not known.
    public var agrees: Bool? {
        guard let announced, let found else { return nil }
        return announced == found
    }
}

/// What a paragraph announces.
public struct EnumerationReading: Sendable {
    /// The enumerations whose points follow, in text order.
    public let enumerations: [Enumeration]
    /// How many counts nothing follows: 三个代表 is a name, and 五项原则 may only be mentioned.
    public let unanswered: Int
}

/// The enumerations that are announced in a paragraph (an index in `Shard.paragraphs`) and whose points follow, in it or in
/// the paragraphs and sections behind it. Cost: a pass over the paragraph, and a look at the beginnings of those behind it.
public func enumerations(announcedIn paragraph: Int, of shard: Shard) -> EnumerationReading {
    let passage = Passage(shard.paragraphs[paragraph], of: shard.text)
    let announcements = passage.announcements
    guard !announcements.isEmpty else { return EnumerationReading(enumerations: [], unanswered: 0) }
    let reader = EnumerationReader(passage: passage, paragraph: paragraph, shard: shard)
    var found: [Enumeration] = []
    var unanswered = 0
    for announcement in announcements {
        guard let enumeration = reader.read(announcement) else {
            unanswered += 1
            continue
        }
        // Of two announcements before one list the nearer one announces it.
        if let last = found.last, last.points.first == enumeration.points.first, !last.points.isEmpty {
            found.removeLast()
            unanswered += 1
        }
        found.append(enumeration)
    }
    return EnumerationReading(enumerations: found, unanswered: unanswered)
}
