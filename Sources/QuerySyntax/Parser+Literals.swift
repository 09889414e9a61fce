import SourceText

extension Parser {
    /// What stands between the marks of a quotation.
    func content(_ token: Token) -> SourceRange {
        let opening = source.glyph(at: token.range.lower)
        let closing = token.flaw == .unclosed ? 0 : Quotation(opening: opening.value).map { closingLength($0) } ?? 0
        let lower = token.range.lower + opening.length
        return SourceRange(lower, max(lower, token.range.upper - closing))
    }

    private func closingLength(_ quotation: Quotation) -> Int { quotation.closing < 0x80 ? 1 : 3 }

    /// A string or word, escapes resolved and gaps found.
    func phrase(_ token: Token) -> Phrase {
        let isString = token.kind == .string
        var decoder = PhraseDecoder(
            source, isString ? content(token) : token.range, resolvesEscapes: isString,
            isUnclosed: token.flaw == .unclosed)
        return decoder.decode()
    }

    /// The source and flags of `/…/ims`; `\/` inside is a slash.
    func regex(_ token: Token) -> Regex {
        guard token.flaw == nil else {
            return Regex(source: source.text(SourceRange(token.range.lower + 1, token.range.upper)))
        }
        var end = token.range.upper
        while isRegexFlag(source.bytes[end - 1]) { end -= 1 }
        let flags = Set(source.bytes[end..<token.range.upper]).sorted()
        return Regex(
            source: unescapingSlashes(SourceRange(token.range.lower + 1, end - 1)),
            flags: String(decoding: flags, as: UTF8.self))
    }

    private func unescapingSlashes(_ range: SourceRange) -> String {
        var bytes: [UInt8] = []
        var offset = range.lower
        while offset < range.upper {
            let isEscape = source.bytes[offset] == 0x5C && offset + 1 < range.upper
            if isEscape, source.bytes[offset + 1] != 0x2F { bytes.append(0x5C) }
            offset += isEscape ? 1 : 0
            bytes.append(source.bytes[offset])
            offset += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Text with brackets in it, such as `区（县）委`: reported, and taken whole if the brackets close nearby. Otherwise the
    /// bracket is read as one that stands alone.
    mutating func lexGluedBrackets(after token: Token) -> SourceRange? {
        guard at(.gluedLeftParen) else { return nil }
        guard let end = endOfGluedRun() else {
            reportGluedBracket()
            stream.separateBracket()
            return nil
        }
        let run = SourceRange(token.range.lower, end)
        reportGluedRun(run)
        while current.range.lower < end, !at(.end) { stream.advance() }
        return run
    }

    /// Past the word that the glued bracket belongs to: brackets in pairs and what touches them, in this line.
    private func endOfGluedRun() -> Int? {
        var depth = 0
        var offset = current.range.lower
        while offset < current.range.lower + Limit.lookahead {
            switch source.kind(at: offset) {
            case .end, .newline: return depth == 0 ? offset : nil
            case .mark(.pipe), .mark(.semicolon): return depth == 0 ? offset : nil
            case .blank where depth == 0: return offset
            case .mark(.leftParen): depth += 1
            case .mark(.rightParen) where depth == 0: return offset
            case .mark(.rightParen): depth -= 1
            case .mark where depth == 0: return offset
            case .mark, .word, .quotation, .blank: break
            }
            offset += source.glyph(at: offset).length
        }
        return nil
    }
}
