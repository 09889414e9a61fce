import QueryEngine
import QueryLanguage
import QuerySyntax
import Rendering
import SourceText

private let environment = BindingEnvironment(commands: commandTable)

/// The tokens stand one after the other from the beginning to the end, in every context.
func brokenTokens(_ input: [UInt8]) -> String? {
    let source = String(decoding: input, as: UTF8.self)
    for context in LexicalContext.allCases {
        var end = 0
        for token in lex(source, context: context) {
            guard token.range.lower == end, token.range.count > 0 else { return "tokens do not join at \(end)" }
            end = token.range.upper
        }
        guard end == source.utf8.count else { return "tokens end at \(end)" }
    }
    return nil
}

/// The parser and the binder judge any text: places lie inside it, an edit cures what it is for, the drawing is harmless,
/// and what is right can be rewritten.
func brokenBinding(_ input: [UInt8]) -> String? {
    let source = String(decoding: input, as: UTF8.self)
    let bound = bind(source, in: environment)
    for diagnostic in bound.diagnostics {
        if let broken = brokenPlace(diagnostic, in: source) { return broken }
    }
    // Each costs the judging of two texts; a list that was cut cannot get shorter.
    let isWhole = bound.diagnostics.count < 100
    for diagnostic in bound.diagnostics.filter({ isWhole && !$0.edits.isEmpty }).prefix(3) {
        if let broken = brokenEdits(diagnostic, in: source) { return broken }
    }
    for language in Language.allCases where !bound.diagnostics.isEmpty {
        let drawing = draw(bound.diagnostics, source: source, fileName: source, RenderOptions(width: 80, language: language))
        if let harmful = harmfulScalar(in: drawing) { return "a drawing with \(harmful)" }
    }
    return bound.diagnostics.isEmpty ? brokenFormat(source) : nil
}

private func brokenPlace(_ diagnostic: Diagnostic, in source: String) -> String? {
    for range in [diagnostic.range] + diagnostic.edits.map(\.range) {
        guard range.lower >= 0, range.lower <= range.upper, range.upper <= source.utf8.count else {
            return "\(diagnostic.code.name) at \(range)"
        }
    }
    let texts = [diagnostic.message.english, diagnostic.message.chinese]
    return texts.contains("") ? "\(diagnostic.code.name) says nothing" : nil
}

/// After its edits fewer diagnostics say the same, in all or up to this place: what is mended may bring to light the same
/// further on.
private func brokenEdits(_ diagnostic: Diagnostic, in source: String) -> String? {
    guard !diagnostic.edits.isEmpty else { return nil }
    func places(_ text: String) -> [Int] {
        bind(text, in: environment).diagnostics.filter { $0.code == diagnostic.code && $0.message == diagnostic.message }.map(\.range.lower)
    }
    let mended = source.applying(diagnostic.edits)
    let (before, after) = (places(source), places(mended))
    let place = diagnostic.range.lower
    if after.count < before.count || after.count(where: { $0 <= place }) < before.count(where: { $0 <= place }) { return nil }
    return "\(diagnostic.code.name): the fix mends nothing: \(visible(mended))"
}

/// A query in order, written anew, stays in order; written twice it is what it is written once, in each language.
private func brokenFormat(_ source: String) -> String? {
    for name in ["", "en ", "zh "] {
        guard let once = formatted(source, name) else { continue }
        guard let twice = formatted(once, name) else { return "what fmt \(name)writes has errors: \(visible(once))" }
        guard twice == once else { return "fmt of fmt \(name)is another: \(visible(once)) ⇒ \(visible(twice))" }
    }
    guard let english = formatted(source, "en "), let chinese = formatted(english, "zh ") else { return nil }
    return formatted(chinese, "en ") == english ? nil : "to Chinese and back: \(visible(english)) ⇒ \(visible(chinese))"
}

/// One statement as `fmt` writes it; nil where it is none, or has errors.
private func formatted(_ query: String, _ name: String) -> String? {
    let bound = bind("fmt \(name)\(query)", in: environment)
    guard bound.diagnostics.isEmpty, bound.statements.count == 1, case .format(_, let text?)? = bound.statements.first else { return nil }
    return text
}

/// The first scalar of `text` that a terminal would act upon, apart from line ends, as it is named.
func harmfulScalar(in text: String, allowing kept: Set<Unicode.Scalar> = ["\n"]) -> String? {
    guard let scalar = text.unicodeScalars.first(where: { !kept.contains($0) && visible(String(Character($0))) != String(Character($0)) })
    else { return nil }
    return visible(String(Character(scalar)))
}
