import SourceText

/// A name in both languages, with other spellings that are understood.
public struct BilingualName: Hashable, Sendable {
    /// The canonical English spelling.
    public let english: String
    /// The canonical Chinese spelling.
    public let chinese: String
    /// Other spellings that are read but never written.
    public let aliases: [String]

    /// A name with its spellings.
    public init(_ english: String, zh chinese: String, aliases: [String] = []) {
        self.english = english
        self.chinese = chinese
        self.aliases = aliases
    }

    /// All spellings, canonical first.
    public var spellings: [String] { [english, chinese] + aliases }

    /// The canonical spelling in a language.
    public func callAsFunction(_ language: Language) -> String { language == .chinese ? chinese : english }
}

/// What a parameter takes. Words become this where they are bound; nothing else interprets them.
public enum ParameterKind: Hashable, Sendable {
    /// A whole number within bounds: `3`, `３`, `三`, `一百二十`.
    case integer(ClosedRange<Int>)
    /// A whole number within bounds, or one of some names: `5`, `sentence`.
    case integerOrChoice(ClosedRange<Int>, [BilingualName])
    /// `true` or `false`, 真 or 假.
    case boolean
    /// One of some names.
    case choice([BilingualName])
    /// A field or column of the rows that come in.
    case field
    /// A field, then perhaps `desc`.
    case sortKey
    /// Any text.
    case text
    /// A file or folder.
    case path
    /// A date, month, year or range of them.
    case date
    /// `n`, `a..b`, or an address as printed.
    case position
    /// A row number or an address as printed.
    case address
    /// Words and regular expressions to be found.
    case pattern
    /// A pipeline in brackets, or a name for one.
    case pipeline
    /// A number or text to compare a result with.
    case literal
}

/// A parameter of a command.
public struct Parameter: Hashable, Sendable {
    /// The name in both languages; of a positional one, what it is called in the help.
    public let name: BilingualName
    /// What it takes.
    public let kind: ParameterKind
    /// Whether it must be given.
    public let isRequired: Bool
    /// Whether it takes several values: separated by blanks or commas in place, by commas after `=`.
    public let isRepeated: Bool
    /// What stands in the help for the value used where none is given; empty for none.
    public let defaultText: String
    /// What it does, in one phrase.
    public let summary: LocalizedText

    /// A parameter.
    public init(
        _ name: BilingualName, _ kind: ParameterKind, required: Bool = false, repeated: Bool = false,
        default defaultText: String = "", _ summary: LocalizedText
    ) {
        self.name = name
        self.kind = kind
        isRequired = required
        isRepeated = repeated
        self.defaultText = defaultText
        self.summary = summary
    }

    /// `exact=`: the same for all commands that find.
    public static let exact = Parameter(
        BilingualName("exact", zh: "原样"), .boolean, default: "false",
        LocalizedText("match script and width exactly as typed", zh: "按原样匹配，不折合繁简与全半角"))
}
