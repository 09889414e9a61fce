import CLibEdit
import Glibc

/// How an entry of the history goes on from what is typed, shown behind the cursor.
struct Suggestion {
    /// What would be added to the line.
    let rest: String

    /// How the newest entry that begins with `typed` goes on. Nil where none does, and where next to nothing is typed: that
    /// begins too many. Cost: at most a comparison of a few bytes for each entry.
    init?(typed: String, entries: [HistoryEntry]) {
        guard typed.utf8.count > 1, typed.contains(where: { !$0.isWhitespace }) else { return nil }
        let begun = Array(typed.utf8)
        let fits = { (entry: HistoryEntry) in entry.text.utf8.count > begun.count && entry.text.utf8.starts(with: begun) }
        guard let found = entries.last(where: fits) else { return nil }
        rest = String(decoding: found.text.utf8.dropFirst(begun.count), as: UTF8.self)
    }

    /// The next word of it, with the blanks before it.
    var firstWord: String {
        let blanks = rest.prefix { $0.isWhitespace }
        return String(blanks + rest.dropFirst(blanks.count).prefix { !$0.isWhitespace })
    }

    /// As much as so many columns hold: one line of it, with `…` where it goes on. Empty where that would say nothing.
    func shown(columns: Int, width: (String) -> Int) -> String {
        let line = rest.prefix { !$0.isNewline }
        if line.count == rest.count, width(rest) <= columns { return rest }
        var (shown, used) = ("", width("…"))
        for character in line {
            used += width(String(character))
            if used > columns { break }
            shown.append(character)
        }
        return shown.isEmpty ? "" : shown + "…"
    }
}

// libedit knows nothing of it: it is drawn when libedit waits for a key, and wiped away before libedit hears of the key.
extension LineEditor {
    /// Waits for a key with the suggestion on the screen. A key that takes it becomes a virtual one.
    func nextKeySuggesting() -> KeyRead {
        guard let suggestion = drawSuggestion() else { return input.nextKey() }
        let decoded = input.decodedKeys
        input.decodedKeys.formUnion([.right, .end, .wordRight])
        self.suggestion = suggestion
        let read = input.nextKey()
        input.decodedKeys = decoded
        wipeSuggestion()
        guard case .key(let key) = read, let taking = takingKey(key) else { return read }
        taken = taking == .takeWord ? suggestion.firstWord : suggestion.rest
        return .key(taking.rawValue)
    }

    /// Ctrl-F and Ctrl-E move as the arrows do.
    private func takingKey(_ key: UInt32) -> VirtualKey? {
        switch key {
        case VirtualKey.right.rawValue, VirtualKey.end.rawValue: .takeAll
        case VirtualKey.wordRight.rawValue: .takeWord
        case 0x05, 0x06: wen_is_vi(handle) == 0 ? .takeAll : nil
        case _: nil
        }
    }

    /// Shows how the line could go on, faint, where the cursor stands at its end and something of it fits the row. Not while
    /// keys are waiting: a paste or fast typing would flicker.
    private func drawSuggestion() -> Suggestion? {
        guard suggests, !isAskingItself, !input.hasKeys, let history else { return nil }
        let buffer = EditBuffer(handle)
        let text = buffer.text
        guard buffer.cursor == text.unicodeScalars.count else { return nil }
        guard let suggestion = Suggestion(typed: linesAbove + text, entries: history.entries) else { return nil }
        // The last column stays free: a terminal that fills it may begin another row.
        let shown = suggestion.shown(columns: freeColumns - 1, width: width)
        guard !shown.isEmpty else { return nil }
        write("\u{1B}7\u{1B}[2m" + visible(shown) + "\u{1B}[22m\u{1B}8")
        return suggestion
    }

    /// Takes the suggestion from the screen, if one is there.
    func wipeSuggestion() {
        if suggestion != nil { write("\u{1B}[K") }
        suggestion = nil
    }

    /// Puts what was suggested at the end of the line.
    func takeSuggestion() -> Int32 {
        guard let text = taken else { return CC_ERROR }
        taken = nil
        EditBuffer(handle).insert(text)
        return CC_REFRESH
    }

    /// Entries come from a file that anybody may have written to: controls in them are not sent to the terminal.
    private func visible(_ text: String) -> String {
        String(text.unicodeScalars.map { [.control, .format].contains($0.properties.generalCategory) ? "\u{FFFD}" : $0 })
    }
}
