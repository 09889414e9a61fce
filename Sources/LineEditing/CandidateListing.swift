import CLibEdit
import Glibc

/// Where candidates were listed: the same once more asks for more of them.
struct ListedPlace: Equatable {
    let line: String
    let cursor: Int
}

// Candidates below the line: names in columns first, and with another Tab what each is.
extension LineEditor {
    func list(_ completion: Completion) -> Int32 {
        let buffer = EditBuffer(handle)
        let place = ListedPlace(line: buffer.text, cursor: buffer.cursor)
        let isRepeated = listed == place
        let size = Terminal(descriptor: fileno(files.output)).size
        let list = CandidateList(candidates: completion.candidates, columns: size.columns, width: width)
        leaveLine()
        if isRepeated, list.hasSummaries {
            show(list.describedRows, height: size.rows)
        } else {
            listed = offer(list, height: size.rows) ? place : nil
        }
        redraw()
        return CC_NORM
    }

    /// At once where it fits; otherwise the names alone, or a question. Whether they were listed.
    private func offer(_ list: CandidateList, height: Int) -> Bool {
        var rows = list.rows(fitting: height)
        if list.hasSummaries, list.candidates.count >= height {
            rows += wrapped(wording.listAgain, columns: list.columns, width: width)
        }
        guard rows.count < height || confirm(wording.listAll(list.candidates.count)) else { return false }
        write(rows.map { $0 + "\r\n" }.joined())
        return true
    }

    /// Screen by screen.
    private func show(_ rows: [String], height: Int) {
        let portion = max(1, height - 2)
        var next = 0
        while next < rows.count {
            if next > 0, !confirm(wording.listMore) { return }
            write(rows[next..<min(rows.count, next + portion)].map { $0 + "\r\n" }.joined())
            next += portion
        }
    }

    /// On a terminal without keys: a line that ends in a Tab asks what could stand there. It is to be typed again, or what is said.
    func listPlainly(for line: String) {
        let typed = linesAbove + String(line.dropLast())
        let completion = complete(typed, typed.utf8.count)
        let size = Terminal(descriptor: fileno(files.output)).size
        let list = CandidateList(candidates: completion.candidates, columns: max(size.columns, 20), width: width)
        write(list.rows(fitting: size.rows).map { $0 + "\n" }.joined())
    }

    /// Asks a question that one key answers: y, a blank or another Tab is yes; a key that is no answer is no, and is taken
    /// as typed to the line.
    private func confirm(_ question: String) -> Bool {
        write(question)
        var key: wchar_t = 0
        isAskingItself = true
        defer { isAskingItself = false }
        let isRead = el_wgetc(handle, &key) == 1
        write("\r\u{1B}[K")
        guard isRead, let scalar = Unicode.Scalar(UInt32(bitPattern: key)) else { return false }
        if "yY \t".unicodeScalars.contains(scalar) { return true }
        if !"nNqQ\u{3}\u{7F}\u{1B}\r\n".unicodeScalars.contains(scalar) { el_wpush(handle, [key, 0]) }
        return false
    }
}
