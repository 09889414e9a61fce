/// What a region is a region of, from the widest to the finest; `span` is anything found inside.
public enum Layer: Int, CaseIterable, Sendable, Comparable {
    case article, section, paragraph, sentence, span

    /// Wider layers come first.
    public static func < (a: Layer, b: Layer) -> Bool { a.rawValue < b.rawValue }

    /// The English name of one.
    public var name: String {
        switch self {
        case .article: "article"
        case .section: "section"
        case .paragraph: "paragraph"
        case .sentence: "sentence"
        case .span: "span"
        }
    }

    /// The English name of `count` of them.
    public func name(count: Int) -> String { count == 1 ? name : name + "s" }

    /// The Chinese name.
    public var chinese: String {
        switch self {
        case .article: "文章"
        case .section: "节"
        case .paragraph: "段"
        case .sentence: "句"
        case .span: "片段"
        }
    }
}
