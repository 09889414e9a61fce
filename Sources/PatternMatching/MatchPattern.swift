/// What is looked for in units of text. Bytes are UTF-8. No part may be empty: `Matcher.init` refuses it.
///
/// - Example: `从…入手` is `.gapped(leading: false, parts: [从, 入手], trailing: false)`, `党员 非 群众` is
///   `.and([.literal(党员), .not(.literal(群众))])`.
public indirect enum MatchPattern: Hashable, Sendable {
    /// The characters in any of their forms; the bytes as they stand where matching is exact.
    case literal([UInt8])
    /// Parts with a gap between each two, and perhaps before the first and behind the last.
    case gapped(leading: Bool, parts: [[UInt8]], trailing: Bool)
    /// A regular expression in PCRE2's syntax.
    case regex(source: String, flags: RegexFlags)
    /// A unit satisfies all; with none, every unit does.
    case and([MatchPattern])
    /// A unit satisfies at least one; with none, no unit does.
    case or([MatchPattern])
    /// A unit does not satisfy it. It contributes no hits.
    case not(MatchPattern)
}

extension MatchPattern {
    /// The characters that have other forms and stand for them where matching is not exact, in order, as often as they occur.
    public var foldingCharacters: [Unicode.Scalar] {
        switch self {
        case .literal(let bytes): MatchPattern.folding(bytes)
        case .gapped(_, let parts, _): parts.flatMap { MatchPattern.folding($0) }
        case .regex(let source, _): RegexFolding.characters(of: source)
        case .and(let patterns), .or(let patterns): patterns.flatMap(\.foldingCharacters)
        case .not(let pattern): pattern.foldingCharacters
        }
    }

    private static func folding(_ bytes: [UInt8]) -> [Unicode.Scalar] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { Folding.variants(of: $0).count > 1 }
    }
}

/// The flags behind a regular expression.
public struct RegexFlags: OptionSet, Hashable, Sendable {
    /// One bit a flag.
    public let rawValue: UInt8

    /// The flags of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `i`: upper and lower case are the same.
    public static let ignoresCase = RegexFlags(rawValue: 1)
    /// `m`: `^` and `$` match at line ends inside a piece too.
    public static let multiline = RegexFlags(rawValue: 2)
    /// `s`: `.` matches a line end too.
    public static let dotMatchesNewline = RegexFlags(rawValue: 4)

    /// The flags that `letters` name, or nil where a letter is none of `i`, `m`, `s`.
    public init?(letters: String) {
        self = []
        for letter in letters.unicodeScalars {
            switch letter {
            case "i": insert(.ignoresCase)
            case "m": insert(.multiline)
            case "s": insert(.dotMatchesNewline)
            default: return nil
            }
        }
    }
}

/// How texts are compared.
public struct MatchOptions: Hashable, Sendable {
    /// Whether script and width must be the same. Otherwise each character stands for all of `Folding.variants(of:)`.
    public var exact: Bool

    /// Options; folding is the default.
    public init(exact: Bool = false) { self.exact = exact }
}
