import Documents
import Glibc

/// A cell of a table: its bytes without the quotes around them.
struct DelimitedCell {
    var start: Int
    var end: Int
    /// Whether it stood in quotes: a doubled quote in it is one.
    var isQuoted = false
}

/// A row of a table.
struct DelimitedRow {
    var start: Int
    var end: Int
    /// The cells it has, of which only the first are kept.
    var count: Int
    /// Whether a quote was not closed, or text followed one that was.
    var isDamaged: Bool
}

/// The rows of comma- or tab-separated values: RFC 4180 with any line ends. A quote counts at the beginning of a cell; one
/// that is never closed is an ordinary character, and so is all of a cell in which text follows the closing quote.
struct DelimitedRows {
    private let view: ByteView
    private let separator: UInt8
    /// The cells that are kept of a row.
    private let most: Int
    /// Where the next row begins.
    private(set) var offset: Int
    /// The cells of the last row.
    private(set) var cells: [DelimitedCell] = []

    init(_ view: ByteView, separator: UInt8, from start: Int, most: Int) {
        self.view = view
        self.separator = separator
        self.most = most
        offset = start
    }

    /// In a table with tabs quoted cells end on their line.
    private var quotesMayHoldLines: Bool { separator != 0x09 }

    /// Reads the next row that is not blank; nil at the end.
    mutating func next() -> DelimitedRow? {
        while offset < view.count {
            let row = readRow()
            if row.count > 1 || cells.first.map({ $0.start < $0.end }) ?? false { return row }
        }
        return nil
    }

    private mutating func readRow() -> DelimitedRow {
        cells.removeAll(keepingCapacity: true)
        var row = DelimitedRow(start: offset, end: offset, count: 0, isDamaged: false)
        while true {
            let (cell, end, isWhole) = cell(at: offset)
            if cells.count < most { cells.append(cell) }
            row.count += 1
            row.isDamaged = row.isDamaged || !isWhole
            guard end < view.count, view[end] == separator else {
                row.end = end
                offset = view.line(at: end, limit: view.count).next
                return row
            }
            offset = end + 1
        }
    }

    /// The cell at `start`, the separator or line end behind it, and whether its quotes are in order.
    private func cell(at start: Int) -> (DelimitedCell, end: Int, isWhole: Bool) {
        var open = start
        while open < view.count, view[open] == 0x20 { open += 1 }
        guard open < view.count, view[open] == 0x22 else {
            let end = cellEnd(from: start)
            return (DelimitedCell(start: start, end: end), end, true)
        }
        let limit = quotesMayHoldLines ? view.count : view.lineEnd(from: open, limit: view.count)
        if let close = closingQuote(from: open + 1, limit: limit) {
            let end = cellEnd(from: close + 1)
            if view.skippingBlanks(from: close + 1, to: end) == end {
                return (DelimitedCell(start: open + 1, end: close, isQuoted: true), end, true)
            }
            return (DelimitedCell(start: start, end: end), end, !quotesMayHoldLines)
        }
        let end = cellEnd(from: start)
        return (DelimitedCell(start: start, end: end), end, !quotesMayHoldLines)
    }

    private func cellEnd(from start: Int) -> Int { view.first(of: separator, or: 0x0A, or: 0x0D, from: start, limit: view.count) }

    /// The first quote from `start` on that is not one of two.
    private func closingQuote(from start: Int, limit: Int) -> Int? {
        var place = start
        while place < limit, let found = memchr(view.base + place, 0x22, limit - place) {
            let quote = UnsafeRawPointer(found) - view.base
            guard quote + 1 < limit, view[quote + 1] == 0x22 else { return quote }
            place = quote + 2
        }
        return nil
    }
}

extension DelimitedCell {
    /// A mark of the line is set at least every so many bytes.
    private static let stretch = 1 << 12

    /// Adds the cell's characters to `text`, a doubled quote as one; `line` is that of its beginning.
    func put(into text: RecordText, from view: ByteView, line: Int) {
        var lines = LineCount(view, from: start, line: line)
        var offset = start
        while offset < end {
            text.mark(line: lines.line(at: offset))
            let stop = view.characterStart(atOrBefore: min(end, offset + DelimitedCell.stretch), after: offset)
            offset = isQuoted ? putUnquoting(from: offset, to: stop, view, into: text) : copy(from: offset, to: stop, view, into: text)
        }
    }

    private func copy(from offset: Int, to stop: Int, _ view: ByteView, into text: RecordText) -> Int {
        text.copy(view, from: offset, to: stop)
        return stop
    }

    /// Where it came: one beyond `stop` where a doubled quote stands across it.
    private func putUnquoting(from start: Int, to stop: Int, _ view: ByteView, into text: RecordText) -> Int {
        var offset = start
        while offset < stop {
            guard let found = memchr(view.base + offset, 0x22, stop - offset) else { break }
            let quote = UnsafeRawPointer(found) - view.base
            text.copy(view, from: offset, to: quote + 1)
            offset = quote + 2
        }
        text.copy(view, from: offset, to: stop)
        return max(offset, stop)
    }
}
