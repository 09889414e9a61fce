import Documents

/// Lines that are short for other reasons than that they are headings, and the names of parts that always are.
extension ByteView {
    /// Captions, credits, bylines, datelines, salutations and notes: none is a heading.
    func isNotice(_ line: BodyLine) -> Bool {
        ShortLines.openings.contains { has($0, at: line.start, before: line.end) }
            || ShortLines.endings.contains { ends(line, with: $0) }
            || (hasBlank(line) && ShortLines.endingsBehindNames.contains { ends(line, with: $0) })
    }

    private func ends(_ line: BodyLine, with ending: StaticString) -> Bool {
        let start = line.end - ending.utf8CodeUnitCount
        return start >= line.start && has(ending, at: start, before: line.end)
    }

    private func hasBlank(_ line: BodyLine) -> Bool {
        skippingLetters(from: line.start, to: line.end) < line.end
    }

    private func skippingLetters(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end {
            if offset + 3 <= end, hanCharacter(at: offset) != nil {
                offset += 3
            } else if blankWidth(at: offset, before: end) == 0 {
                offset += 1
            } else {
                break
            }
        }
        return offset
    }

    /// Whether the line is something said: a quotation from its first character to its last, or the end of one.
    func isQuoted(_ line: BodyLine) -> Bool {
        let first =
            has(0xE2_809C, at: line.start, before: line.end) || has(0xE3_808C, at: line.start, before: line.end)
            || has(0xE3_808E, at: line.start, before: line.end) || self[line.start] == 0x22
        let last = threeBefore(line.end, from: line.start)
        let closes = last == 0xE2_809D || last == 0xE3_808D || last == 0xE3_808F || self[line.end - 1] == 0x22
        if first { return closes || quoteEnd(of: line) == nil }
        let inner = BodyLine(span: Span(line.start, max(line.start, line.end - 3)), indent: line.indent)
        return closes && !inner.span.isEmpty && endsClause(inner)
    }

    /// Where the quotation closes that the line begins with, or nil.
    private func quoteEnd(of line: BodyLine) -> Int? {
        first("”", from: line.start, to: line.end) ?? first("」", from: line.start, to: line.end)
    }

    /// Whether the line is a place and a name, or a row of names: parts of two to four characters between blanks, the last of
    /// which begins with a surname. Headings of two parts are longer.
    func isNameList(_ line: BodyLine) -> Bool {
        var offset = line.start
        var parts = 0
        var last = 0..<0
        while offset < line.end {
            let start = skippingBlanks(from: offset, to: line.end)
            offset = skippingLetters(from: start, to: line.end)
            last = start..<offset
            parts += 1
        }
        guard parts > 1, (3...12).contains(last.count), Surnames.all.contains(three(at: last.lowerBound)) else { return false }
        return characters(from: last.lowerBound, to: last.upperBound) <= 3
    }

    /// Whether the line is the name of a part that books, laws and papers have beside their chapters, without blanks: 序言,
    /// 附则, 结语, 附件一.
    func isNamedPart(_ line: BodyLine) -> Bool {
        guard line.span.count <= 40, NamedParts.initials.contains(three(at: line.start)) else { return false }
        var letters: [UInt8] = []
        var offset = line.start
        while offset < line.end {
            let blank = blankWidth(at: offset, before: line.end)
            if blank == 0 { letters.append(self[offset]) }
            offset += max(blank, 1)
        }
        return NamedParts.all.contains(letters) || NamedParts.isAppendix(letters)
    }
}

/// How lines begin and end that are short for other reasons than that they are headings.
private enum ShortLines {
    static let openings: [StaticString] = [
        "图", "圖", "附图", "照片", "本报", "本報", "新华社", "新華社", "据新华社", "——", "──", "—", "※", "·", "•", "★", "注：",
    ]
    /// 摄 and 电 close credits and datelines, 永垂不朽 and 万岁 slogans.
    static let endings: [StaticString] = [
        "摄", "攝", "电", "電", "摄影报道", "供稿", "编译", "整理", "同志", "先生", "此致", "敬礼", "永垂不朽", "万岁", "萬歲",
    ]
    /// These do so behind a name, which a blank sets off.
    static let endingsBehindNames: [StaticString] = ["作", "画", "畫", "文", "著", "译", "譯", "绘", "词", "曲"]
}

/// The names of parts that stand without a number beside numbered ones.
enum NamedParts {
    static let all: Set<[UInt8]> = {
        let names = """
            序 序言 序文 序论 序章 前言 引言 引子 导言 导论 导语 绪论 绪言 楔子 小引 总则 附则 附录 附件 附表 附注 附记 注释 注解 参考文献 参考书目 \
            结语 结论 结束语 结尾 尾声 余论 余话 后记 跋 编后 编后记 小结 序言 弁言 凡例 緒論 緒言 導言 導論 總則 附則 附錄 註釋 注釋 結語 結論 \
            結束語 尾聲 後記 餘論
            """
        return Set(names.split(separator: " ").map { Array($0.utf8) })
    }()

    /// The first characters of all: most lines have none of them.
    static let initials: Set<UInt32> = Set(all.map { UInt32($0[0]) << 16 | UInt32($0[1]) << 8 | UInt32($0[2]) })

    private static let appendices: [[UInt8]] = ["附件", "附录", "附錄", "附表"].map { Array($0.utf8) }
    private static let numerals: Set<[UInt8]> = Set("一二三四五六七八九十0123456789０１２３４５６７８９".unicodeScalars.map { Array($0.utf8) })

    /// 附件一, 附录2, 附表十二.
    static func isAppendix(_ letters: [UInt8]) -> Bool {
        guard appendices.contains(where: { letters.starts(with: $0) }) else { return false }
        var rest = letters[6...]
        if rest.isEmpty || rest.count > 6 { return rest.isEmpty }
        while let first = rest.first {
            let width = first < 0x80 ? 1 : 3
            guard rest.count >= width, numerals.contains(Array(rest.prefix(width))) else { return false }
            rest = rest.dropFirst(width)
        }
        return true
    }
}
