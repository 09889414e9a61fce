import CLibEdit

/// Which way through the history.
enum HistoryDirection {
    case older
    case newer
}

/// Where Up and Down stand in the history while one line is edited.
struct HistoryNavigation {
    /// The entry shown; nil for the line being written.
    private var index: Int?
    /// The line as it was before the first Up.
    private var draft = ""
    /// What the entries begin with: the line before the first Up.
    private var prefix = ""
    /// What was shown last; when the line is another now, it was edited and becomes the draft.
    private var shown: String?

    /// The text to show next, if there is one. `line` is what stands in the buffer.
    mutating func move(_ direction: HistoryDirection, line: String, through entries: [HistoryEntry]) -> String? {
        if index == nil || shown != line {
            if index == nil || line.isEmpty { index = nil }
            draft = line
            prefix = line
        }
        let found = next(direction, entries, besides: line)
        if let found {
            index = found
            shown = entries[found].text
            return shown
        }
        guard direction == .newer, index != nil else { return nil }
        index = nil
        shown = nil
        return draft
    }

    private func next(_ direction: HistoryDirection, _ entries: [HistoryEntry], besides line: String) -> Int? {
        let fits = { (i: Int) in entries[i].text != line && entries[i].text.hasPrefix(prefix) }
        let from = min(index ?? entries.count, entries.count)
        switch direction {
        case .older: return (0..<from).last(where: fits)
        case .newer: return index == nil ? nil : (min(from + 1, entries.count)..<entries.count).first(where: fits)
        }
    }
}

extension LineEditor {
    /// Up or Down: within an entry of several lines from line to line, at its edge through the history.
    func moveVertically(_ direction: HistoryDirection) -> Int32 {
        let buffer = EditBuffer(handle)
        let scalars = buffer.scalars
        if let place = LogicalLines(scalars).place(from: buffer.cursor, direction) {
            buffer.moveCursor(to: place)
            return CC_CURSOR
        }
        let entries = history?.entries ?? []
        guard let text = navigation.move(direction, line: String(scalars), through: entries) else { return CC_ERROR }
        buffer.replace(with: text)
        return CC_REFRESH
    }
}

/// The lines of an entry, between newlines.
struct LogicalLines {
    private let scalars: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// The offset as far into the line above or below as `cursor` is in its own; nil at the edge.
    func place(from cursor: Int, _ direction: HistoryDirection) -> Int? {
        let start = lineStart(cursor)
        switch direction {
        case .older:
            guard start > 0 else { return nil }
            let above = lineStart(start - 1)
            return min(above + cursor - start, start - 1)
        case .newer:
            guard let end = scalars[cursor...].firstIndex(of: "\n") else { return nil }
            let below = scalars[(end + 1)...].firstIndex(of: "\n") ?? scalars.count
            return min(end + 1 + cursor - start, below)
        }
    }

    private func lineStart(_ offset: Int) -> Int {
        scalars[..<offset].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    }
}
