/// What a region is a region of, from the widest to the finest; `span` is anything found inside.
public enum Layer: Int, CaseIterable, Sendable, Comparable {
    case article, section, paragraph, sentence, span

    /// Wider layers come first.
    public static func < (a: Layer, b: Layer) -> Bool { a.rawValue < b.rawValue }
}
