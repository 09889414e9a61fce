import Documents

/// A pattern that cannot be compiled.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which regular expression, as its source; nil where a literal or gap is at fault.
    public let source: String?
    /// Where in the source, in UTF-8 bytes from 0.
    public let byteOffset: Int
    /// Where in the source, in Unicode scalars from 0.
    public let scalarOffset: Int
    /// What is wrong; for a regular expression in PCRE2's words.
    public let message: String
    /// What to do about it, a short sentence, or empty.
    public let advice: String

    /// `message`, and where a regular expression is meant, at which character.
    public var description: String { source == nil ? message : "\(message) at character \(scalarOffset + 1)" }

    static func empty(_ what: String) -> PatternError {
        PatternError(source: nil, byteOffset: 0, scalarOffset: 0, message: "\(what) is empty", advice: "write what to find")
    }
}

/// A search that ended before its end. What it had found is dropped.
public enum MatchFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The cancellation flag was raised.
    case interrupted
    /// A regular expression used up its steps or its memory in this piece.
    case limitReached(source: String, piece: Span)

    /// What happened, without the place, which the caller can name better than by bytes.
    public var description: String {
        switch self {
        case .interrupted: "interrupted"
        case .limitReached(let source, _): "match limit reached by /\(source)/"
        }
    }
}
