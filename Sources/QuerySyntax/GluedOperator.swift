import SourceText

/// `len * 2` for `len*2`: a word that is two names or numbers with an operator between them, blanks put in; nil for any
/// other word.
///
/// Such a word may well be text or a value (`1999-10`, `中-英`), so the parser reports it only on the left of a comparison,
/// where there can be no text. Whoever knows the fields asks this wherever a word turns out to be none. A word that begins
/// with a digit may be a number or date and is left alone, unless `numbersFirst`. `/` is advised as `÷`.
public func spacingOperators(in word: String, numbersFirst: Bool = false) -> String? {
    let scalars = Array(word.unicodeScalars)
    guard let first = scalars.first, isNameCharacter(first.value), numbersFirst || first.properties.numericType == nil,
        let place = scalars.firstIndex(where: { operatorSign($0) != nil }), place + 1 < scalars.count,
        let sign = operatorSign(scalars[place]),
        scalars[..<place].allSatisfy({ isNameCharacter($0.value) }),
        scalars[(place + 1)...].allSatisfy({ isNameCharacter($0.value) || $0 == "." })
    else { return nil }
    let parts = [scalars[..<place], scalars[(place + 1)...]].map { part in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: part)
        return String(view)
    }
    return "\(parts[0]) \(sign) \(parts[1])"
}

private func operatorSign(_ scalar: Unicode.Scalar) -> String? {
    switch foldingWidth(scalar.value) {
    case 0x2B: "+"
    case 0x2D: "-"
    case 0x2A: "*"
    case 0x25: "%"
    case 0x2F, 0xF7: "÷"
    case _: nil
    }
}

extension Parser {
    /// A glued operator somewhere on the left of a comparison.
    mutating func reportGluedOperators(in left: Expression?) {
        var expression = left
        while let operand = expression {
            switch operand.kind {
            case .arithmetic(let inner, _, let right):
                reportGluedOperator(right)
                expression = inner
            case .word:
                reportGluedOperator(operand)
                expression = nil
            case .or, .and, .not, .comparison, .membership, .call, .patternCall, .string, .raw, .regex, .variable:
                expression = nil
            }
        }
    }

    private mutating func reportGluedOperator(_ operand: Expression) {
        guard case .word(let word) = operand.kind, word.utf8.count <= Limit.lookahead,
            let spaced = spacingOperators(in: word)
        else { return }
        report(
            .gluedOperator, at: operand.range,
            LocalizedText("\(word) is one word; operators stand between blanks", zh: "\(word) 是一个词；运算符两边要有空格"),
            edits: [SourceEdit(operand.range, spaced)])
    }

    /// `len(text)*2`: the fix for a word that begins with an operator right after an operand.
    func spacedOperator(at token: Token) -> SourceEdit? {
        guard token.range.lower == stream.previous.range.upper, let (sign, range) = leadingOperator(of: token) else { return nil }
        return SourceEdit(range, " \(sign) ")
    }

    /// `len *2`: the fix for a word that begins with an operator behind a blank.
    func halfSpacedOperator(at token: Token) -> SourceEdit? {
        leadingOperator(of: token).map { SourceEdit($0.range, "\($0.sign) ") }
    }

    /// The operator that a longer word begins with.
    private func leadingOperator(of token: Token) -> (sign: String, range: SourceRange)? {
        let glyph = source.glyph(at: token.range.lower)
        guard token.kind == .word, glyph.length < token.range.count, let scalar = Unicode.Scalar(glyph.value),
            let sign = operatorSign(scalar)
        else { return nil }
        return (sign, SourceRange(token.range.lower, token.range.lower + glyph.length))
    }
}
