import Documents

/// Dates and pages as tables write them.
extension ByteView {
    /// The date in `span`: those that headers have, with `/` and `.` too, a time behind it, a month or a year alone.
    func recordDate(_ span: Span) -> PartialDate? {
        let end = Int(span.end)
        guard let first = number(at: Int(span.start), before: end) else { return nil }
        if first.end - Int(span.start) == 8 {
            let (year, month, day) = (first.value / 10_000, first.value / 100 % 100, first.value % 100)
            return endsDay(at: first.end, before: end) ? PartialDate(year: year, month: month, day: day) : nil
        }
        guard first.end - Int(span.start) == 4 else { return nil }
        guard let month = part(after: first.end, mark: "年", before: end) else {
            return isOver(first.end, mark: "年", end) ? PartialDate(year: first.value) : nil
        }
        guard let day = part(after: month.end, mark: "月", before: end) else {
            return isOver(month.end, mark: "月", end) ? PartialDate(year: first.value, month: month.value) : nil
        }
        let rest = has("日", at: day.end, before: end) ? day.end + 3 : day.end
        return rest > day.end || endsDay(at: rest, before: end)
            ? PartialDate(year: first.value, month: month.value, day: day.value) : nil
    }

    /// One or two digits behind a separator, or behind `mark`.
    private func part(after offset: Int, mark: StaticString, before end: Int) -> (value: Int, end: Int)? {
        guard offset < end else { return nil }
        let isSeparator = self[offset] == 0x2D || self[offset] == 0x2F || self[offset] == 0x2E
        let start = isSeparator ? offset + 1 : has(mark, at: offset, before: end) ? offset + 3 : end
        guard let found = number(at: start, before: end), found.end - start <= 2 else { return nil }
        return found
    }

    private func isOver(_ offset: Int, mark: StaticString, _ end: Int) -> Bool {
        offset == end || (has(mark, at: offset, before: end) && offset + 3 == end)
    }

    /// Whether a day may end here: at the end, before a `T` or a blank with a time behind it, or before six digits of one.
    private func endsDay(at offset: Int, before end: Int) -> Bool {
        guard offset < end else { return true }
        if self[offset] == 0x54 || self[offset] == 0x74 || blankWidth(at: offset, before: end) > 0 { return true }
        return number(at: offset, before: end).map { $0.end == end && (4...6).contains(end - offset) } ?? false
    }

    /// The page in `span`: `11`, `第11版`, `11版 党的建设`, `第11版(党的建设)`; anything else is a name without a number.
    func recordPage(_ span: Span) -> PageLine? {
        let end = Int(span.end)
        if span.isEmpty { return nil }
        let digits = has("第", at: Int(span.start), before: end) ? Int(span.start) + 3 : Int(span.start)
        guard let page = number(at: digits, before: end) else { return PageLine(number: -1, name: span) }
        let mark = has("版", at: page.end, before: end) || has("页", at: page.end, before: end)
        guard mark || page.end == end else { return PageLine(number: -1, name: span) }
        return PageLine(number: Int32(page.value), name: bareName(from: page.end + (mark ? 3 : 0), to: end))
    }

    /// A name without blanks, brackets and colons around it.
    private func bareName(from start: Int, to end: Int) -> Span {
        var name = trimmed(from: start, to: end)
        for mark: StaticString in ["(", "（", "：", ":", "·"] where has(mark, at: Int(name.start), before: end) {
            name = trimmed(from: Int(name.start) + mark.utf8CodeUnitCount, to: Int(name.end))
            break
        }
        if name.count > 0, self[Int(name.end) - 1] == 0x29 { name.end -= 1 }
        if threeBefore(Int(name.end), from: Int(name.start)) == 0xEF_BC89 { name.end -= 3 }
        return name
    }
}
