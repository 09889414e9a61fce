import CLibEdit
import Pinyin

/// A search through the history while it is typed. libedit has one, but it looks up every character of the pattern by
/// its lowest byte: 不 (U+4E0D) would be Enter, and 一 (U+4E00) would end the search. An entry is found by what it says, in
/// capitals or small letters and in either script, and by how it sounds: `dangy` and `dy` find 党员.
struct HistorySearch {
    let entries: [HistoryEntry]
    private let variants: CharacterVariants
    private(set) var pattern = ""
    /// The entry found, and where in it the pattern begins, in scalars.
    private(set) var found: (index: Int, offset: Int)?
    /// Whether the pattern occurs nowhere further in the direction last gone.
    private(set) var isFailing = false

    init(entries: [HistoryEntry], variants: @escaping CharacterVariants = { _ in [] }) {
        self.entries = entries
        self.variants = variants
    }

    /// Another pattern: searches from the entry shown, this one included.
    mutating func setPattern(_ pattern: String, _ direction: HistoryDirection) {
        self.pattern = pattern
        search(direction, from: found?.index)
    }

    /// The next entry that has the pattern.
    mutating func step(_ direction: HistoryDirection) {
        guard let index = found?.index else { return search(direction, from: nil) }
        search(direction, from: direction == .older ? index - 1 : index + 1)
    }

    private mutating func search(_ direction: HistoryDirection, from start: Int?) {
        guard !pattern.isEmpty else { return }
        let wanted = HistoryPattern(pattern, variants)
        let start = start ?? (direction == .older ? entries.count - 1 : 0)
        let shown = found.map { entries[$0.index].text }
        let indices =
            direction == .older
            ? stride(from: min(start, entries.count - 1), through: 0, by: -1)
            : stride(from: max(start, 0), through: entries.count - 1, by: 1)
        for index in indices where index == found?.index || entries[index].text != shown {
            if let offset = wanted.offset(in: entries[index].text) {
                found = (index, offset)
                isFailing = false
                return
            }
        }
        isFailing = true
    }
}

/// What is searched for, as it is written and as it sounds.
struct HistoryPattern {
    private let written: [Unicode.Scalar]
    private let key: PinyinKey?

    init(_ pattern: String, _ variants: CharacterVariants) {
        written = Array(pattern.unicodeScalars)
        // One letter is the initial of a character in nearly every entry.
        let isLetter = written.count == 1 && pattern.utf8.count == 1
        key = isLetter ? nil : PinyinKey(pattern, variants: variants)
    }

    /// Where an entry has it, in scalars; nil where it does not.
    func offset(in text: String) -> Int? {
        if let offset = offset(of: written, in: Array(text.unicodeScalars)) { return offset }
        guard let found = key?.range(in: text) else { return nil }
        return String(decoding: text.utf8.prefix(found.lowerBound), as: UTF8.self).unicodeScalars.count
    }

    private func offset(of wanted: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> Int? {
        guard scalars.count >= wanted.count else { return nil }
        return (0...(scalars.count - wanted.count)).first { scalars[$0...].starts(with: wanted) }
    }
}

extension LineEditor {
    /// Ctrl-R and Ctrl-S: shows the pattern as the prompt and what is found as the line, until a key ends it. Ctrl-G and
    /// Ctrl-C bring the old line back; Escape keeps what is found; any other key keeps it and does its own work.
    func searchHistory(_ first: HistoryDirection) -> Int32 {
        let buffer = EditBuffer(handle)
        let old = (prompt: storedPromptText, line: buffer.text, cursor: buffer.cursor)
        let decoded = input.decodedKeys
        input.decodedKeys = Set(VirtualKey.allCases)
        isAskingItself = true
        var search = HistorySearch(entries: history?.entries ?? [], variants: options.variants)
        let ending = runSearch(&search, first)
        input.decodedKeys = decoded
        isAskingItself = false
        erase()
        setPrompt(old.prompt)
        if ending == .cancel { buffer.replace(with: old.line, cursor: old.cursor) }
        redraw()
        if case .key(let key) = ending { el_wpush(handle, [wchar_t(bitPattern: key), 0]) }
        return ending == .endOfInput ? CC_EOF : CC_NORM
    }

    private enum SearchEnding: Equatable {
        case keep
        case cancel
        case endOfInput
        case key(UInt32)
    }

    private func runSearch(_ search: inout HistorySearch, _ first: HistoryDirection) -> SearchEnding {
        var direction = first
        while true {
            show(search)
            var wide: wchar_t = 0
            guard el_wgetc(handle, &wide) == 1 else { return .endOfInput }
            let key = UInt32(bitPattern: wide)
            switch key {
            case 0x12, 0x13:
                direction = key == 0x12 ? .older : .newer
                search.step(direction)
            case 0x08, 0x7F: search.setPattern(String(search.pattern.dropLast()), direction)
            case 0x07, 0x03: return .cancel
            case 0x1B: return .keep
            case VirtualKey.paste.rawValue:
                let text = PastedText.cleaned(String(decoding: input.pastedBytes(), as: UTF8.self))
                search.setPattern(search.pattern + text, direction)
            case 0..<0x20, 0x80..<0xA0: return .key(key)
            case _:
                let typed = Unicode.Scalar(key).map { String($0) } ?? ""
                search.setPattern(search.pattern + typed, direction)
            }
        }
    }

    private func show(_ search: HistorySearch) {
        erase()
        let pattern = search.pattern.split(separator: "\n").joined(separator: "⏎")
        setPrompt((search.isFailing ? wording.searchFailed : wording.search) + pattern + " │ ")
        if let found = search.found {
            EditBuffer(handle).replace(with: search.entries[found.index].text, cursor: found.offset)
        }
        redraw()
    }
}
