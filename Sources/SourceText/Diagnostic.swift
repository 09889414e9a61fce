/// A stable name for one kind of error, with what `help E31` says of it. Each code is declared beside the code that
/// finds the error; a table collects them for the help and the reference.
public struct DiagnosticCode: Hashable, Sendable {
    /// `E` and two digits; never reused for another meaning.
    public let name: String
    /// What went wrong in general, one sentence.
    public let title: LocalizedText
    /// Why it is an error and how it is cured in general.
    public let explanation: LocalizedText
    /// A query that gives this error, and the same query mended.
    public let example: (wrong: String, right: String)

    /// A code with all that is said of it.
    public init(
        _ name: String, _ title: LocalizedText, explanation: LocalizedText, wrong: String, right: String
    ) {
        self.name = name
        self.title = title
        self.explanation = explanation
        self.example = (wrong, right)
    }

    /// Codes are equal when their names are.
    public static func == (a: Self, b: Self) -> Bool { a.name == b.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What would make a diagnostic go away while typing goes on.
public enum Cure: Sendable, Hashable {
    /// Nothing typed after it: the text itself is wrong.
    case none
    /// More on the same line: the last token touches the end of the text.
    case moreOnThisLine
    /// Another line: an open bracket or quotation, or an operator at the end.
    case moreLines
}

/// A replacement of a stretch of the query.
public struct SourceEdit: Hashable, Sendable {
    /// What is replaced; empty to insert.
    public let range: SourceRange
    /// What stands there afterwards.
    public let replacement: String

    /// Replaces `range` by `replacement`.
    public init(_ range: SourceRange, _ replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}

/// One thing wrong with a query: where, what, and a fix that works when applied.
public struct Diagnostic: Hashable, Sendable {
    /// The kind of error.
    public let code: DiagnosticCode
    /// The place, in the text that was parsed.
    public let range: SourceRange
    /// What was found and what was expected; no capital, no full stop at the end.
    public let message: LocalizedText
    /// Advice where there is no mechanical fix, or text such as `Try: grep 党员 | count` in words.
    public let advice: LocalizedText?
    /// The fix: applied together, these edits give a query without this diagnostic.
    public let edits: [SourceEdit]
    /// Whether more input would cure it.
    public let cure: Cure

    /// A diagnostic with its place and, where there is one, its fix.
    public init(
        _ code: DiagnosticCode, at range: SourceRange, _ message: LocalizedText,
        advice: LocalizedText? = nil, edits: [SourceEdit] = [], cure: Cure = .none
    ) {
        self.code = code
        self.range = range
        self.message = message
        self.advice = advice
        self.edits = edits
        self.cure = cure
    }
}

extension String {
    /// This text with the edits made; edits are given in any order and must not overlap. Offsets are UTF-8 bytes.
    public func applying(_ edits: [SourceEdit]) -> String {
        var bytes = Array(utf8)
        for edit in edits.sorted(by: { $0.range.lower > $1.range.lower }) {
            let lower = min(max(edit.range.lower, 0), bytes.count)
            let upper = min(max(edit.range.upper, lower), bytes.count)
            bytes.replaceSubrange(lower..<upper, with: edit.replacement.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
