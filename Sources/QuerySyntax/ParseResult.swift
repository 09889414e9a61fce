import SourceText

/// A query as the parser understood it: always a tree, with whatever is wrong.
public struct ParseResult: Sendable {
    /// The tree; where something is missing, parts of it are empty.
    public let script: Script
    /// What is wrong, in text order; at most a hundred.
    public let diagnostics: [Diagnostic]
    /// The tokens as the parser read them; with their blanks and comments they tile the text.
    public let tokens: [Token]
    private let tail: SourceTail

    init(script: Script, findings: [Finding], tokens: [Token], tail: SourceTail) {
        self.script = script
        self.tokens = tokens
        self.tail = tail
        diagnostics = findings.map { $0.diagnostic(tail) }.sorted { $0.range.lower < $1.range.lower }
    }

    /// Whether the query goes on in the next line: a diagnostic is cured by more lines, and none is beyond cure.
    public var isIncomplete: Bool {
        diagnostics.contains { $0.cure == .moreLines } && !diagnostics.contains { $0.cure == .none }
    }

    /// What would make a diagnostic at `range` of this text go away: for whoever finds errors in the tree.
    public func cure(at range: SourceRange) -> Cure { tail.cure(at: range) }
}

/// How a text ends.
struct SourceTail: Sendable {
    /// Past the last token that is no blank, comment or line end.
    var contentEnd: Int
    /// Past the last token but for blanks: equal to the length of the text, if only blanks follow the content.
    var touchesEnd: Bool
    /// Whether the next line belongs to it: a bracket or quotation is open, or an operator stands at the end.
    var isOpen: Bool

    /// More lines where the end is open and something is missing there or may go on; more on this line where only blanks
    /// follow.
    func cure(at range: SourceRange) -> Cure {
        guard range.upper >= contentEnd else { return .none }
        if isOpen && (touchesEnd || range.count == 0) { return .moreLines }
        return touchesEnd ? .moreOnThisLine : .none
    }
}

/// A diagnostic before the end of the text is known.
struct Finding {
    let code: DiagnosticCode
    let range: SourceRange
    let message: LocalizedText
    let advice: LocalizedText?
    let edits: [SourceEdit]
    let cure: Cure?

    func diagnostic(_ tail: SourceTail) -> Diagnostic {
        Diagnostic(code, at: range, message, advice: advice, edits: edits, cure: cure ?? tail.cure(at: range))
    }
}
