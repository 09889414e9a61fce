import QuerySyntax

// Writing text so that the lexer reads the same text.

/// A name of the data (a heading, an author) as it can be typed: in quotes where the lexer would not read it as one word of
/// text, or would take an ellipsis in it for a gap.
public func quotedName(_ name: String) -> String {
    let isPlain = Formatter.isPlainWord(name) && !name.contains("…") && !name.contains("...")
    return isPlain ? name : Formatter.quoted(raw: name)
}

extension Formatter {
    private static let breakers = Set("\"“”「」'‘’『』|｜;；()（）,，=＝<＜>＞!！".unicodeScalars)

    /// A word as it stands where it can, otherwise in quotes.
    static func word(_ text: String, inPatterns: Bool) -> String {
        isPlainWord(text) ? text : quoted(text, gaps: inPatterns)
    }

    /// Whether the lexer reads `text` as one word that is no keyword, comment, variable or regular expression.
    static func isPlainWord(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, Keyword(spelling: text) == nil else { return false }
        guard !"#＃$＄/".unicodeScalars.contains(first) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isWhitespace && !breakers.contains(scalar) && scalar.value >= 0x20 && scalar.value != 0x7F
        }
    }

    /// A phrase of a pattern: a word where it can be, else a string with its gaps.
    static func phrase(_ parts: [PhrasePart]) -> String {
        let plain = parts.map { if case .text(let text) = $0 { text } else { "…" } }.joined()
        let hasDots = parts.contains { if case .text(let text) = $0 { text.contains("…") || text.contains("...") } else { false } }
        if !hasDots, isPlainWord(plain) { return plain }
        let inside = parts.map { if case .text(let text) = $0 { escaped(text, gaps: false) } else { "…" } }.joined()
        return "\"\(inside)\""
    }

    /// A string in double quotes; `gaps`: an ellipsis in it is a gap and stays one.
    static func quoted(_ text: String, gaps: Bool) -> String { "\"\(escaped(text, gaps: gaps))\"" }

    private static func escaped(_ text: String, gaps: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "\"": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "…" where !gaps: result += "\\…"
            case "." where !gaps && text.contains("..."): result += "\\u{2e}"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    result += "\\u{\(String(scalar.value, radix: 16))}"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    /// A raw string in the first kind of raw quotes that its text does not close; a string where every kind does.
    static func quoted(raw text: String) -> String {
        if !text.contains("'") { return "'\(text)'" }
        if !text.contains("‘"), !text.contains("’") { return "‘\(text)’" }
        if !text.contains("『"), !text.contains("』") { return "『\(text)』" }
        return "\"\(escaped(text, gaps: false))\""
    }

    /// A regular expression with its slashes escaped.
    static func regex(_ regex: Regex) -> String {
        var source = ""
        var isEscaped = false
        for scalar in regex.source.unicodeScalars {
            if scalar == "/", !isEscaped { source += "\\" }
            source.unicodeScalars.append(scalar)
            isEscaped = scalar == "\\" && !isEscaped
        }
        return "/\(source)/\(regex.flags)"
    }
}
