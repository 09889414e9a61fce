import SourceText

/// What is said behind the carets: code, message, advice, and the mended line where nothing else says it.
struct DiagnosticWording {
    let source: String
    let language: Language

    /// The sentence for `diagnostic`, without its code.
    func text(_ diagnostic: Diagnostic) -> String {
        var text = diagnostic.message(language)
        if let advice = diagnostic.advice { text = joined(text, advice(language)) }
        if let fix = suggestion(diagnostic, said: text) { text = joined(text, fix) }
        return visible(text)
    }

    private func joined(_ sentence: String, _ next: String) -> String {
        guard let last = sentence.unicodeScalars.last else { return next }
        if "。？！".unicodeScalars.contains(last) { return sentence + next }
        if ".?!".unicodeScalars.contains(last) { return sentence + " " + capitalised(next) }
        return sentence + LocalizedText(". ", zh: "。")(language) + capitalised(next)
    }

    /// A sentence begins with a capital; Han characters and code have none.
    private func capitalised(_ sentence: String) -> String {
        guard let first = sentence.unicodeScalars.first, first.isASCII else { return sentence }
        return first.properties.uppercaseMapping + sentence.unicodeScalars.dropFirst().map(String.init).joined()
    }

    /// `Try: ` with the mended lines, unless the message is such a suggestion itself: a question, a `Try:` of its own or
    /// the mended line.
    private func suggestion(_ diagnostic: Diagnostic, said: String) -> String? {
        guard !diagnostic.edits.isEmpty else { return nil }
        let mended = mendedLines(diagnostic.edits)
        // Nobody reads through more to see what has changed.
        guard mended.utf8.count <= 4096 else { return nil }
        let isQuestion = said.unicodeScalars.last.map { "?？".unicodeScalars.contains($0) } ?? false
        let isSaid = isQuestion || contains(said, "Try: ") || contains(said, "试试：") || contains(said, mended)
        return isSaid ? nil : LocalizedText("Try: ", zh: "试试：")(language) + mended
    }

    /// The lines that the edits touch, as they are afterwards.
    private func mendedLines(_ edits: [SourceEdit]) -> String {
        let before = SourceLines(source)
        let after = SourceLines(source.applying(edits))
        let lower = edits.map(\.range.lower).min() ?? 0
        let upper = edits.map(\.range.upper).max() ?? 0
        let first = min(before.index(at: lower), after.count - 1)
        let behind = before.count - 1 - before.index(at: upper)
        let last = max(first, after.count - 1 - behind)
        return (first...last).map { withoutIndent(after.text($0)) }.joined(separator: " ⏎ ")
    }

    private func withoutIndent(_ line: String) -> String {
        String(line.unicodeScalars.drop { $0 == " " || $0 == "\t" || $0 == "\u{3000}" })
    }

    private func contains(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard !part.isEmpty, text.count >= part.count else { return false }
        return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }
}
