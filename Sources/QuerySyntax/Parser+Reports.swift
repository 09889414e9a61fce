import SourceText

// What the parser says, one function an error. A message names what was found or what must be; edits make it go away.

extension Parser {
    mutating func report(
        _ code: DiagnosticCode, at range: SourceRange, _ message: LocalizedText, advice: LocalizedText? = nil,
        edits: [SourceEdit] = [], cure: Cure? = nil
    ) {
        guard findings.count < Limit.diagnostics else { return }
        findings.append(
            Finding(code: code, range: range, message: message, advice: advice, edits: edits, cure: cure))
    }

    /// What stands at the current token, for the end of a message.
    private var found: LocalizedText {
        switch current.kind {
        case .end: return LocalizedText("the end", zh: "结尾")
        case .newline: return LocalizedText("the end of the line", zh: "行尾")
        case .word, .string, .rawString, .regex, .variable, .pipe, .semicolon, .comma, .leftParen, .gluedLeftParen,
            .rightParen, .comparison, .stray, .comment, .blank:
            return LocalizedText(verbatim: excerpt(current.range))
        }
    }

    /// Source text, cut where it is long.
    private func excerpt(_ range: SourceRange) -> String {
        var end = range.lower
        while end < range.upper, end - range.lower < 48 { end += max(source.glyph(at: end).length, 1) }
        return source.text(SourceRange(range.lower, end)) + (end < range.upper ? "…" : "")
    }

    /// The current token, or where nothing more stands in the line the place after the last one.
    private var place: SourceRange { at(.end) || at(.newline) ? here : current.range }

    /// What one inserts to put a blank before the current token.
    private var blankBefore: SourceEdit { SourceEdit(SourceRange(current.range.lower, current.range.lower), " ") }

    private mutating func reportMissing(
        _ code: DiagnosticCode, _ english: String, _ chinese: String, advice: LocalizedText? = nil,
        edits: [SourceEdit] = []
    ) {
        let message = LocalizedText("\(english), found \(found.english)", zh: "\(chinese)，却是\(found.chinese)")
        report(code, at: place, message, advice: advice, edits: edits)
    }

    // MARK: Tokens

    /// What is wrong with a token by itself.
    mutating func report(_ flaw: TokenFlaw, of token: Token) {
        switch flaw {
        case .unclosed: token.kind == .regex ? reportUnclosedRegex(token) : reportUnclosedQuotation(token)
        case .gluedQuotation: reportGluedQuotation(token)
        case .runOn: reportRunOnRegex(token)
        case .nameless:
            report(.missingName, at: token.range, LocalizedText("a name must follow $", zh: "$ 后面要有名称"))
        }
    }

    private mutating func reportUnclosedQuotation(_ token: Token) {
        let opening = source.glyph(at: token.range.lower)
        guard let quotation = Quotation(opening: opening.value), let mark = Unicode.Scalar(quotation.closing) else { return }
        endsOpen = true
        report(
            .unclosedQuotation, at: SourceRange(token.range.lower, token.range.lower + opening.length),
            LocalizedText("the quotation is not closed by \(mark)", zh: "引号没有用 \(mark) 闭合"),
            edits: closingEdits(token, quotation, mark), cure: .moreLines)
    }

    /// The closing marks at the end of the text; none where a backslash or further lines make that doubtful.
    private func closingEdits(_ token: Token, _ quotation: Quotation, _ mark: Unicode.Scalar) -> [SourceEdit] {
        guard source.lineEnd(from: token.range.lower) == source.count, source.bytes.last != 0x5C else { return [] }
        var depth = 1
        var offset = content(token).lower
        while offset < token.range.upper, quotation.nests {
            let value = source.glyph(at: offset).value
            if value == 0x5C, !quotation.isRaw { offset += 1 }
            depth += value == quotation.opening ? 1 : value == quotation.closing ? -1 : 0
            offset += max(source.glyph(at: offset).length, 1)
        }
        var end = token.range.upper
        while end > content(token).lower, source.bytes[end - 1] == 0x20 { end -= 1 }
        return [SourceEdit(SourceRange(end, end), String(repeating: String(mark), count: depth))]
    }

    private mutating func reportUnclosedRegex(_ token: Token) {
        report(
            .badRegex, at: token.range,
            LocalizedText("the regular expression is not closed by / in this line", zh: "正则表达式在本行内没有用 / 闭合"),
            advice: LocalizedText("close it with /, or quote the text", zh: "请用 / 闭合，或给文字加引号"),
            edits: source.bytes[token.range.upper - 1] == 0x5C ? [] : [SourceEdit(token.range.end, "/")])
    }

    private mutating func reportRunOnRegex(_ token: Token) {
        report(
            .badRegex, at: token.range,
            LocalizedText(
                "after the closing / only the flags i, m, s and a blank can follow", zh: "结尾的 / 之后只能是 i、m、s 和空白"),
            advice: LocalizedText("write a slash inside as \\/, or quote the text", zh: "其中的斜杠请写作 \\/，或给文字加引号"),
            edits: [SourceEdit(token.range, quoted(text(token)))])
    }

    private mutating func reportGluedQuotation(_ token: Token) {
        let fix = quoted(text(token))
        report(
            .gluedQuotation, at: token.range,
            LocalizedText("a quotation touches \(excerpt(token.range)); quote all of it", zh: "引号紧贴着词；请把整个词括起来"),
            edits: [SourceEdit(token.range, fix)])
    }

    /// `grep“党员”`: a blank is missing after the command.
    mutating func reportGluedQuotation(after command: Name) {
        report(
            .gluedQuotation, at: current.range,
            LocalizedText("a blank is missing after \(command.kind)", zh: "\(command.kind) 后面缺少空格"),
            edits: [SourceEdit(command.range.end, " ")])
    }

    /// Backslashes in a string that begin no escape.
    mutating func reportBadEscapes(_ token: Token) {
        guard token.kind == .string else { return }
        for range in phrase(token).badEscapes {
            report(
                .badEscape, at: range,
                LocalizedText("\(source.text(range)) is no escape", zh: "\(source.text(range)) 不是转义"),
                advice: LocalizedText("write \\\\ for a backslash", zh: "反斜杠本身请写作 \\\\"),
                edits: [SourceEdit(SourceRange(range.lower, range.lower), "\\")])
        }
    }

    // MARK: Brackets

    /// The bracket at hand is glued to a name that is not called.
    mutating func reportGluedBracket() {
        let before = excerpt(stream.previous.range)
        report(
            .gluedBracket, at: current.range,
            LocalizedText("a blank is missing between \(before) and the bracket", zh: "\(before) 与括号之间缺少空格"),
            edits: [blankBefore])
    }

    /// Text with brackets in it.
    mutating func reportGluedRun(_ run: SourceRange) {
        let fix = quoted(source.text(run))
        report(
            .gluedBracket, at: run,
            LocalizedText("text with brackets needs quotes: \(fix)", zh: "含括号的文字要加引号：\(fix)"),
            edits: [SourceEdit(run, fix)])
    }

    /// A bracket that is open here. Where all must close, at `;` and at the end, the innermost stands for all; at `|` an
    /// outer one may go on.
    mutating func reportUnclosed(_ opening: Token) {
        if at(.end) { endsOpen = true }
        unclosedHere = unclosedAt == current.range.lower ? unclosedHere + 1 : 1
        unclosedAt = current.range.lower
        guard unclosedHere == 1 || at(.pipe) else { return }
        let count = at(.pipe) ? unclosedHere : max(stream.bracketDepth, 1)
        report(
            .unclosedBracket, at: opening.range,
            LocalizedText("the bracket is not closed before \(found.english)", zh: "括号在\(found.chinese)之前没有闭合"),
            edits: closingEdits(count), cure: at(.end) ? .moreLines : Cure.none)
    }

    /// Closing brackets after what was taken last; apart from a word, as a path would take them for its own.
    private func closingEdits(_ count: Int) -> [SourceEdit] {
        let last = stream.previous
        guard last.flaw != .unclosed else { return [] }
        let isPath =
            last.kind == .word && source.kind(at: last.range.lower) == .word
            && text(last).unicodeScalars.contains {
                Mark(rawValue: foldingWidth($0.value)) == .leftParen
            }
        return [SourceEdit(here, (isPath ? " " : "") + String(repeating: ")", count: count))]
    }

    mutating func reportStrayBracket(_ range: SourceRange) {
        report(
            .strayBracket, at: range, LocalizedText("the bracket closes nothing", zh: "没有与它相配的左括号"),
            edits: [SourceEdit(range, "")])
    }

    mutating func reportTooDeep() {
        report(.tooDeep, at: place, LocalizedText("this is nested too deeply", zh: "这里嵌套太深"))
    }

    // MARK: Stages and statements

    mutating func reportMissingCommand() {
        let isBetweenPipes = stream.previous.kind == .pipe
        let isRemovable = isBetweenPipes && !at(.end) && isAtStageEnd
        let extra = at(.pipe) ? SourceRange(here.upper, current.range.upper) : stream.previous.range
        reportMissing(
            .missingCommand, "a command must stand here", "这里应有命令", edits: isRemovable ? [SourceEdit(extra, "")] : [])
    }

    mutating func reportMissingName() {
        reportMissing(
            .missingName, "a name must stand here", "这里应有名称",
            advice: keyword == nil ? nil : LocalizedText("a keyword cannot be a name", zh: "关键字不能作名称"))
    }

    mutating func reportBadName() {
        report(
            .missingName, at: current.range,
            LocalizedText(
                "a name is letters, digits and _ only, found \(found.english)", zh: "名称只能含字母、数字、汉字和 _，却是\(found.chinese)"))
    }

    mutating func reportMissingEquals() {
        let isInsertable = !isAtStageEnd && stream.previous.kind != .comma
        reportMissing(
            .missingMark, "= must stand here", "这里应有 =", edits: isInsertable ? [SourceEdit(here, " =")] : [])
    }

    mutating func reportMissingParameters() {
        let edits = at(.comparison(.equal)) ? [SourceEdit(here, "()")] : []
        reportMissing(
            .missingMark, "the parameters in brackets must stand here", "这里应有括号和参数", edits: edits)
    }

    mutating func reportBlankBeforeParameters() {
        report(
            .missingMark, at: current.range,
            LocalizedText("the bracket must follow the name without a blank", zh: "括号要紧跟名称"),
            edits: [SourceEdit(SourceRange(here.upper, current.range.lower), "")])
    }

    // MARK: Arguments

    /// A value is missing here; without `commas` there need be none.
    mutating func reportMissingValue(removing commas: SourceRange? = nil) {
        let extra = commas ?? (stream.previous.kind == .comma ? stream.previous.range : nil)
        let edits = at(.end) || at(.comma) ? [] : extra.map { [SourceEdit($0, "")] } ?? []
        reportMissing(.missingValue, "a value must stand here", "这里应有值", edits: edits)
    }

    mutating func reportExtraCommas(_ commas: SourceRange) {
        report(
            .missingValue, at: commas,
            LocalizedText("a value must stand before \(excerpt(commas))", zh: "\(excerpt(commas)) 前面应有值"),
            edits: [SourceEdit(commas, "")])
    }

    mutating func reportMissingPattern() {
        let advice = keyword.map { word in
            LocalizedText(
                "to search for \(word.english), quote it: '\(text(current))'", zh: "要搜索“\(text(current))”，请加引号：'\(text(current))'")
        }
        reportMissing(.missingPattern, "a pattern must stand here", "这里应有搜索词", advice: advice)
    }

    mutating func reportEmptyPattern(_ token: Token) {
        report(.emptyPattern, at: token.range, LocalizedText("the pattern has no text", zh: "搜索词里没有文字"))
    }

    mutating func reportMissingOperand() {
        reportMissing(.missingOperand, "a field, value or bracket must stand here", "这里应有字段、值或括号")
    }

    /// `where title = 社区 党建`: text of several words on the right of a comparison.
    mutating func reportUnquotedText(after right: Expression?) {
        guard let right, case .word = right.kind, isPlainWord else { return }
        while isPlainWord { stream.advance() }
        let run = range(from: right.range.lower)
        let fix = quoted(source.text(run))
        report(
            .unexpected, at: run,
            LocalizedText("text with blanks needs quotes", zh: "含空格的文字要加引号"), edits: [SourceEdit(run, fix)])
    }

    /// At a word that is no operator, with nothing wrong about it.
    private var isPlainWord: Bool {
        guard at(.word), current.flaw == nil, spacedOperator(at: current) == nil else { return false }
        return keyword != .and && keyword != .or && source.mark(at: current.range.upper) != .leftParen
    }

    // MARK: The rest

    /// Whether the current token follows a word.
    var isAfterWord: Bool { stream.previous.kind == .word && stream.previous.flaw == nil }

    /// The current token does not belong here.
    mutating func reportUnexpected() {
        if at(.gluedLeftParen) { return reportGluedBracket() }
        if at(.comparison(.equal)), isAfterWord, takesNamed, here.upper < current.range.lower {
            return reportBlankBeforeEquals()
        }
        if !takesNamed, let edit = spacedOperator(at: current) ?? halfSpacedOperator(at: current) {
            return report(
                .gluedOperator, at: current.range,
                LocalizedText("operators stand between blanks", zh: "运算符两边要有空格"), edits: [edit])
        }
        if !takesNamed, isAfterWord, at(.word), let sign = Parser.foreignOperators[text(current).lowercased()] {
            return report(
                .unexpected, at: current.range,
                LocalizedText("\(text(current)) is written \(sign) here", zh: "\(text(current)) 在这里写作 \(sign)"),
                edits: [SourceEdit(current.range, sign)])
        }
        let advice =
            at(.pipe) || at(.comma)
            ? LocalizedText("alternatives are joined by or", zh: "几个词任选其一用 或 连接") : nil
        report(
            .unexpected, at: current.range,
            LocalizedText("\(found.english) does not belong here", zh: "此处不应有 \(found.chinese)"), advice: advice,
            edits: [alternativesForComma].compactMap { $0 })
    }

    /// `or` for a comma with a word before it and one behind it, where alternatives were meant: `grep 党员,群众`.
    private var alternativesForComma: SourceEdit? {
        guard at(.comma), isAfterWord, stream.context == .patterns else { return nil }
        var place = current.range.upper
        while place < source.count, source.glyph(at: place).value == 0x20 { place += 1 }
        var end = place
        while end < source.count, source.glyph(at: end).value > 0x20, source.mark(at: end) == nil { end += source.glyph(at: end).length }
        // What `=` follows is a parameter and no alternative.
        guard end > place, end == source.count || source.mark(at: end) != .equals else { return nil }
        return SourceEdit(SourceRange(stream.previous.range.upper, place), text(current) == "," ? " or " : " 或 ")
    }

    /// Comparisons as other languages write them.
    private static let foreignOperators = [
        "like": "has", "ilike": "has", "contains": "has", "includes": "has", "包含": "含", "is": "=", "eq": "=",
        "equals": "=", "等于": "=", "为": "=", "是": "=", "gt": ">", "大于": ">", "lt": "<", "小于": "<", "matches": "~",
        "不等于": "!=", "ne": "!=",
    ]

    private mutating func reportBlankBeforeEquals() {
        let name = text(stream.previous)
        report(
            .blankBeforeEquals, at: current.range,
            LocalizedText("no blank goes before =: \(name)=", zh: "等号前不能有空格：\(name)="),
            edits: [SourceEdit(SourceRange(here.upper, current.range.lower), "")])
    }
}
