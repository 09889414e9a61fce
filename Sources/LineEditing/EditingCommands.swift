import CLibEdit
import Glibc

extension LineEditor {
    /// Ctrl-D: leaves on an empty line, lists at the end of a line, deletes the character under the cursor elsewhere.
    func deleteOrEnd() -> Int32 {
        let buffer = EditBuffer(handle)
        let count = buffer.scalars.count
        if count == 0 { return CC_EOF }
        return buffer.cursor == count ? listCandidates() : deleteForward()
    }

    /// The Delete key: deletes the character under the cursor. libedit's own command moves the cursor back where that was
    /// the last one, which only vi's commands want.
    func deleteForward() -> Int32 {
        let buffer = EditBuffer(handle)
        let cursor = buffer.cursor
        guard let character = String(buffer.scalars[cursor...]).first else { return CC_ERROR }
        let length = character.unicodeScalars.count
        buffer.moveCursor(to: cursor + length)
        buffer.deleteBackward(length)
        return CC_REFRESH
    }

    /// The terminal has announced a paste: inserts all of it, and runs nothing.
    func insertPaste() -> Int32 {
        let text = PastedText.cleaned(String(decoding: input.pastedBytes(), as: UTF8.self))
        if text.isEmpty { return CC_NORM }
        EditBuffer(handle).insert(text)
        return CC_REFRESH
    }

    /// Tab: takes the only candidate, or what all share; lists them where that adds nothing.
    func completeAtCursor() -> Int32 {
        let buffer = EditBuffer(handle)
        let (completion, typed) = completion(in: buffer)
        guard let first = completion.candidates.first else { return CC_ERROR }
        let isOnly = completion.candidates.count == 1
        let insertion = isOnly ? first.insertion + (first.endsWord ? " " : "") : completion.commonPrefix
        // Candidates may hold what is typed somewhere inside: what they share must not lose it.
        let isLonger = insertion.unicodeScalars.count > typed.unicodeScalars.count && insertion.contains(typed)
        if !isOnly, !isLonger { return list(completion) }
        buffer.deleteBackward(typed.unicodeScalars.count)
        buffer.insert(insertion)
        return CC_REFRESH
    }

    private func listCandidates() -> Int32 {
        let (completion, _) = completion(in: EditBuffer(handle))
        return completion.candidates.isEmpty ? CC_ERROR : list(completion)
    }

    /// The completion at the cursor and the text it would replace; none where its range is no part of the line.
    func completion(in buffer: EditBuffer) -> (Completion, typed: String) {
        let before = buffer.beforeCursor
        let bytes = Array(before.utf8)
        let above = linesAbove.utf8.count
        let completion = complete(linesAbove + buffer.text, above + bytes.count)
        let range = completion.replacing.lowerBound - above..<completion.replacing.upperBound - above
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return (.none, "") }
        // What stands between the range and the cursor is replaced too: it would otherwise stay behind the candidate.
        guard let typed = String(validating: bytes[range.lowerBound...], as: UTF8.self) else { return (.none, "") }
        return (completion, typed)
    }
}
