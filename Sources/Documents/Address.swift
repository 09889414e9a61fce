/// The place of a row as it is printed and typed again: `¶13`, `¶13s2`, `§2`, `a7`, `a7¶13s2`.
public struct Address: Hashable, Sendable {
    /// The article's number in the archive, from 1; nil where the archive has one article or it was not typed.
    public var article: Int?
    /// The number of a section within the article; the lead is 0.
    public var section: Int?
    /// The number of a paragraph within the article, from 1.
    public var paragraph: Int?
    /// The number of a sentence within the paragraph, from 1.
    public var sentence: Int?

    /// An address of the parts given.
    public init(article: Int? = nil, section: Int? = nil, paragraph: Int? = nil, sentence: Int? = nil) {
        self.article = article
        self.section = section
        self.paragraph = paragraph
        self.sentence = sentence
    }

    /// Reads `¶13`, `p13`, `段13`, `¶13s2`, `p13句2`, `§2`, `a7`, `a7¶13s2` and the same with full-width digits; nil for anything else.
    public init?(parsing text: some StringProtocol) {
        var rest = Substring(text).unicodeScalars[...]
        func number(after marks: [Unicode.Scalar]) -> Int? {
            guard let mark = rest.first, marks.contains(mark) else { return nil }
            var value = 0
            var tail = rest.dropFirst()
            guard let head = tail.first, Address.digit(head) != nil else { return nil }
            while let next = tail.first, let digit = Address.digit(next), value < 100_000_000 {
                value = value * 10 + digit
                tail = tail.dropFirst()
            }
            rest = tail
            return value
        }
        self.init()
        article = number(after: ["a", "A", "文"])
        section = number(after: ["§"])
        paragraph = section == nil ? number(after: ["¶", "p", "P", "段"]) : nil
        sentence = paragraph != nil ? number(after: ["s", "S", "句"]) : nil
        guard rest.isEmpty, article != nil || section != nil || paragraph != nil else { return nil }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value) - 0x30
        case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
        default: nil
        }
    }
}

extension Address: CustomStringConvertible {
    /// The canonical spelling.
    public var description: String {
        (article.map { "a\($0)" } ?? "") + (section.map { "§\($0)" } ?? "") + (paragraph.map { "¶\($0)" } ?? "")
            + (sentence.map { "s\($0)" } ?? "")
    }
}

extension Archive {
    /// The address of a row; it names the article where the archive has several, and always for an article.
    public func address(of region: Region) -> Address {
        let shard = shards[region.shard]
        let index = shard.article(of: region)
        let article = articleCount > 1 || region.layer == .article ? number(ofArticle: index, inShard: region.shard) : nil
        switch region.layer {
        case .article: return Address(article: article)
        case .section: return Address(article: article, section: shard.sectionNumber(region.unit))
        case .paragraph: return Address(article: article, paragraph: shard.paragraphNumber(region.unit))
        case .sentence, .span:
            return Address(
                article: article, paragraph: shard.paragraphNumber(region.unit),
                sentence: shard.sentenceNumber(at: region.span.start, inParagraph: region.unit))
        }
    }
}

extension Shard {
    /// The number of a section within its article: the lead is 0, headings count from 1.
    public func sectionNumber(_ index: Int) -> Int {
        let first = Int(articles[Int(sections[index].article)].sections.lowerBound)
        let hasLead = sections[first].isLead
        return index - first + (hasLead ? 0 : 1)
    }
}
