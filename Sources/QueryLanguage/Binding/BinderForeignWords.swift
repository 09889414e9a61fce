import QuerySyntax
import SourceText

// What people write who come from other programs: options with a hyphen, `sort by`.

extension Binder {
    // MARK: In values

    /// `head -n 5`, `sort len -r`
    private func foreignOption(_ value: Value) -> (word: String, range: SourceRange)? {
        guard case .word(let word) = value.kind, isOption(word) else { return nil }
        return (word, value.range)
    }

    private func isOption(_ word: String) -> Bool {
        word.utf8.count == 2 && word.hasPrefix("-") && word.utf8.last.map { (0x41...0x7A).contains($0) } == true
    }

    /// Reports the words that other programs want, and gives the values without them.
    mutating func reportingForeignWords(_ values: [Value], of declaration: CommandDeclaration, _ name: Name) -> [Value] {
        var kept: [Value] = []
        for (index, value) in values.enumerated() {
            if let option = foreignOption(value) {
                reportOption(option, of: declaration, after: index > 0 ? values[index - 1].range : name.range)
            } else if index == 0, values.count > 1, declaration.positional.first?.kind == .sortKey, isWord(value, "by") {
                reportBy(value, before: values[1])
            } else {
                kept.append(value)
            }
        }
        return kept
    }

    private mutating func reportOption(
        _ option: (word: String, range: SourceRange), of declaration: CommandDeclaration, after previous: SourceRange
    ) {
        let isReverse = option.word == "-r" && declaration.positional.first?.kind == .sortKey
        report(
            .foreignOption, at: option.range,
            LocalizedText(
                "\(option.word) is an option of another program" + (isReverse ? ": descending is written desc" : ""),
                zh: "\(option.word) 是别的程序的选项" + (isReverse ? "：降序写作 降" : "")),
            edits: [
                isReverse
                    ? SourceEdit(option.range, "desc") : SourceEdit(SourceRange(previous.upper, option.range.upper), "")
            ])
    }

    private func isWord(_ value: Value, _ word: String) -> Bool {
        if case .word(let text) = value.kind { text.lowercased() == word } else { false }
    }

    /// `sort by len`
    private mutating func reportBy(_ value: Value, before next: Value) {
        report(
            .unknownField, at: value.range,
            LocalizedText("the fields follow without by", zh: "直接写字段，不用 by"),
            edits: [SourceEdit(SourceRange(value.range.lower, next.range.lower), "")])
    }

    // MARK: In patterns

    /// `-v`, `-i`, `-c`, `-l` as the first word: nobody looks for those in a Chinese document.
    func foreignOption(_ pattern: Pattern) -> (word: String, range: SourceRange)? {
        switch pattern.kind {
        case .and(let parts): return parts.first.flatMap(foreignOption)
        case .phrase(let parts):
            guard parts.count == 1, case .text(let word) = parts[0], isOption(word) else { return nil }
            return (word, pattern.range)
        case .raw, .regex, .variable, .or, .not: return nil
        }
    }

    mutating func report(_ option: (word: String, range: SourceRange), _ command: Command, end: SourceRange) {
        let hints: [String: (LocalizedText, String?)] = [
            "-v": (LocalizedText("what must not be there is written not", zh: "不含者用 非"), command.name.kind.isHan ? "非" : "not"),
            "-c": (LocalizedText("to count, end with | count", zh: "要计数，末尾加 | 计数"), nil),
            "-i": (LocalizedText("case is ignored by /…/i", zh: "忽略大小写用 /…/i"), nil),
        ]
        // The option goes with the blank before it.
        let without = SourceEdit(SourceRange(command.name.range.upper, option.range.upper), "")
        let counting = option.word == "-c" ? [SourceEdit(end, " | count")] : []
        let hint =
            hints[option.word] ?? (
                LocalizedText("options are written name=value; quote it to search for it", zh: "选项写作 名=值；要查它请加引号"),
                "'\(option.word)'"
            )
        report(
            .foreignOption, at: option.range,
            LocalizedText(
                "\(option.word) is an option of another program: \(hint.0.english)",
                zh: "\(option.word) 是别的程序的选项：\(hint.0.chinese)"),
            edits: hint.1.map { [SourceEdit(option.range, $0)] } ?? [without] + counting)
    }
}
