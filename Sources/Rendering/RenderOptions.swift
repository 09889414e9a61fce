import SourceText

/// How text is set apart where results are shown.
public enum Emphasis: Hashable, Sendable {
    /// Colours, bold and faint.
    case colour
    /// Bold, faint and underlined, but no colour: a terminal under `NO_COLOR`.
    case monochrome
    /// Nothing: a pipe, a file or a dumb terminal. Hits are not marked then, so that what is shown is the original.
    case none
}

/// What renderers must know about where their output goes.
public struct RenderOptions: Hashable, Sendable {
    /// The display columns of a line; nil where lines are as long as they are: pipes and files.
    public var width: Int?
    /// How hits, headings and addresses are set apart.
    public var emphasis: Emphasis
    /// The columns of characters of ambiguous width (“ ” … — ·): 1 or 2, as the terminal draws them.
    public var ambiguousWidth: Int
    /// The language of headers, footers and messages.
    public var language: Language
    /// The most rows shown at a terminal, over a pipe or as JSON Lines; nil for all. Rows beyond it are still counted.
    /// Exports are never cut.
    public var limit: Int?
    /// What drawings and pages say of where the result is from; nil where that is not known.
    public var caption: ResultCaption?

    /// Options; as they stand, those of a pipe in English.
    public init(
        width: Int? = nil, emphasis: Emphasis = .none, ambiguousWidth: Int = 1, language: Language = .english,
        limit: Int? = nil, caption: ResultCaption? = nil
    ) {
        self.width = width
        self.emphasis = emphasis
        self.ambiguousWidth = ambiguousWidth
        self.language = language
        self.limit = limit
        self.caption = caption
    }
}

extension RenderOptions {
    /// The columns of a line: as given, but never so few that nothing can be laid out, or practically unlimited.
    var columns: Int { max(width ?? 1 << 30, RenderOptions.fewestColumns) }

    /// Narrower terminals are treated as this wide.
    static let fewestColumns = 16
}
