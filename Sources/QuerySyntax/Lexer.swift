import SourceText

/// Cuts a query into tokens, one at a time, each in the context that the parser is in.
struct Lexer {
    let source: SourceBytes
    private(set) var position = 0
    private var touchesWord = false
    /// By quotation: no closing mark stands before this offset. Keeps the search for closing marks linear.
    private var unclosedUntil = [Int](repeating: 0, count: Quotation.allCases.count)

    init(_ source: SourceBytes) { self.source = source }

    /// The next token, trivia included; at the end of the text always an empty `.end`.
    mutating func next(_ context: LexicalContext) -> Token {
        let start = position
        let (kind, flaw) = lexToken(context)
        touchesWord = kind.isWordLike
        return Token(kind, SourceRange(start, position), flaw: flaw)
    }

    private mutating func lexToken(_ context: LexicalContext) -> (TokenKind, TokenFlaw?) {
        let glyph = source.glyph(at: position)
        switch GlyphKind(glyph.value) {
        case .end: return (.end, nil)
        case .newline: return (lexNewline(), nil)
        case .blank:
            skip { $0 == .blank }
            return (.blank, nil)
        case .quotation: return lexQuotation(glyph)
        case .mark(let mark):
            position += glyph.length
            return (lexMark(mark), nil)
        case .word: return lexWordLike(foldingWidth(glyph.value), context)
        }
    }

    private mutating func skip(while belongs: (GlyphKind) -> Bool) {
        while true {
            let glyph = source.glyph(at: position)
            guard belongs(GlyphKind(glyph.value)) else { return }
            position += glyph.length
        }
    }

    private mutating func lexNewline() -> TokenKind {
        let isPair = source.glyph(at: position).value == 0x0D && source.glyph(at: position + 1).value == 0x0A
        position += isPair ? 2 : 1
        return .newline
    }

    // MARK: Marks

    private mutating func lexMark(_ mark: Mark) -> TokenKind {
        switch mark {
        case .pipe: return .pipe
        case .semicolon: return .semicolon
        case .comma: return .comma
        case .rightParen: return .rightParen
        case .leftParen: return touchesWord ? .gluedLeftParen : .leftParen
        case .equals:
            _ = lexEquals()
            return .comparison(.equal)
        case .less: return .comparison(lexEquals() ? .lessOrEqual : .less)
        case .greater: return .comparison(lexEquals() ? .greaterOrEqual : .greater)
        case .bang: return lexEquals() ? .comparison(.notEqual) : .stray
        }
    }

    /// Takes a `=` that belongs to the mark before it.
    private mutating func lexEquals() -> Bool {
        guard source.mark(at: position) == .equals else { return false }
        position += source.glyph(at: position).length
        return true
    }

    // MARK: Words

    private mutating func lexWordLike(_ first: UInt32, _ context: LexicalContext) -> (TokenKind, TokenFlaw?) {
        switch first {
        case 0x23:  // #
            position = source.lineEnd(from: position)
            return (.comment, nil)
        case 0x24: return lexVariable()
        case 0x2F where context != .paths: return lexRegex(context) ?? lexWord()
        case _ where context == .paths: return lexPath()
        case _: return lexWord()
        }
    }

    /// `$` and name characters.
    private mutating func lexVariable() -> (TokenKind, TokenFlaw?) {
        position += source.glyph(at: position).length
        let start = position
        while true {
            let glyph = source.glyph(at: position)
            guard isNameCharacter(glyph.value) else { break }
            position += glyph.length
        }
        return (.variable, position == start ? .nameless : nil)
    }

    private mutating func lexWord() -> (TokenKind, TokenFlaw?) {
        skip { $0 == .word }
        return lexGluedRun() ? (.word, .gluedQuotation) : (.word, nil)
    }

    /// A word in which marks are letters, but those that can end a path: a comma before a blank, a `=` after a name, `|`,
    /// `;` and a `)` that it did not open.
    private mutating func lexPath() -> (TokenKind, TokenFlaw?) {
        var isName = true
        var depth = 0
        while true {
            let glyph = source.glyph(at: position)
            switch GlyphKind(glyph.value) {
            case .end, .newline, .blank: return (.word, nil)
            case .quotation: return lexGluedRun() ? (.word, .gluedQuotation) : (.word, nil)
            case .mark(let mark):
                guard continuesPath(mark, glyph, isName: isName, depth: &depth) else { return (.word, nil) }
                isName = false
            case .word: isName = isName && isNameCharacter(glyph.value)
            }
            position += glyph.length
        }
    }

    private func continuesPath(_ mark: Mark, _ glyph: Glyph, isName: Bool, depth: inout Int) -> Bool {
        switch mark {
        case .pipe, .semicolon: return false
        case .leftParen: depth += 1
        case .rightParen:
            depth -= 1
            return depth >= 0
        case .comma: return source.kind(at: position + glyph.length) == .word
        case .equals: return !isName
        case .less, .greater, .bang: break
        }
        return true
    }

    // MARK: Regular expressions

    /// `/…/ims`, or nil where a slash is only a letter.
    private mutating func lexRegex(_ context: LexicalContext) -> (TokenKind, TokenFlaw?)? {
        guard let end = endOfRegex() else {
            guard context == .patterns else { return nil }
            position = source.lineEnd(from: position)
            while position > 0, source.bytes[position - 1] == 0x20 { position -= 1 }
            return (.regex, .unclosed)
        }
        let next = source.kind(at: end)
        let isRunOn = next == .word || next == .quotation
        guard !isRunOn || context == .patterns else { return nil }
        position = end
        skip { $0 == .word || $0 == .quotation }
        return (.regex, isRunOn ? .runOn : nil)
    }

    /// Past the closing slash and the flags, in the same line.
    private func endOfRegex() -> Int? {
        var end = position + 1
        while end < source.count {
            switch source.bytes[end] {
            case 0x0A, 0x0D: return nil
            case 0x5C where end + 1 < source.count && source.kind(at: end + 1) != .newline: end += 2
            case 0x2F:
                end += 1
                while end < source.count, isRegexFlag(source.bytes[end]) { end += 1 }
                return end
            case _: end += 1
            }
        }
        return nil
    }

    // MARK: Quotations

    private mutating func lexQuotation(_ mark: Glyph) -> (TokenKind, TokenFlaw?) {
        guard let quotation = Quotation(opening: mark.value) else {
            position += mark.length
            return (.stray, nil)
        }
        let kind: TokenKind = quotation.isRaw ? .rawString : .string
        guard lexQuotation(quotation) else { return (kind, .unclosed) }
        return lexGluedRun() ? (.word, .gluedQuotation) : (kind, nil)
    }

    /// From the opening mark past the closing one, or to the end of the text.
    private mutating func lexQuotation(_ quotation: Quotation) -> Bool {
        var depth = 0
        repeat {
            let glyph = source.glyph(at: position)
            guard glyph.length > 0 else { return false }
            position += glyph.length
            if glyph.value == 0x5C, !quotation.isRaw {
                position += source.glyph(at: position).length
            } else if glyph.value == quotation.closing, quotation.nests || depth > 0 {
                depth -= 1
            } else if glyph.value == quotation.opening {
                depth += 1
            }
        } while depth > 0
        return true
    }

    /// A word or quotation that touches another: all of it, up to a blank or a mark, or false where nothing touches.
    private mutating func lexGluedRun() -> Bool {
        let start = position
        while true {
            let glyph = source.glyph(at: position)
            let kind = GlyphKind(glyph.value)
            guard kind == .word || kind == .quotation else { return position > start }
            position += glyph.length
            if let quotation = Quotation(opening: glyph.value), let end = closingMark(of: quotation) { position = end }
        }
    }

    /// Past the next closing mark in this line.
    private mutating func closingMark(of quotation: Quotation) -> Int? {
        guard position >= unclosedUntil[quotation.rawValue] else { return nil }
        var offset = position
        while true {
            let glyph = source.glyph(at: offset)
            let kind = GlyphKind(glyph.value)
            guard kind != .end, kind != .newline else { break }
            offset += glyph.length
            if glyph.value == quotation.closing { return offset }
        }
        unclosedUntil[quotation.rawValue] = offset
        return nil
    }
}

/// `i`, `m` and `s`.
func isRegexFlag(_ byte: UInt8) -> Bool { byte == 0x69 || byte == 0x6D || byte == 0x73 }
