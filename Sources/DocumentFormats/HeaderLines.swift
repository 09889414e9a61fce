import Documents

/// The line `第11版(党的建设)`.
struct PageLine {
    var number: Int32
    var name: Span
}

/// A line that has the shape of a date; `date` is nil where there is no such day (`1999-02-30`, `0000-00-00`).
struct DateLine {
    var date: PartialDate?
}

extension ByteView {
    /// Whether a line begins here that can open an article.
    @inline(__always) func isTitleLine(at start: Int, limit: Int) -> Bool {
        word(at: start) == 0x2023_2323 && start + 4 <= limit
    }

    /// A decimal number of ASCII digits from `offset` on, at most eight of them, and where it ends.
    func number(at offset: Int, before end: Int) -> (value: Int, end: Int)? {
        var value = 0
        var position = offset
        while position < end, position - offset < 8, self[position] &- 0x30 < 10 {
            value = value * 10 + Int(self[position] &- 0x30)
            position += 1
        }
        return position == offset ? nil : (value, position)
    }

    /// The line as a date: `1999-10-12`, `1999-1-2`, `1999年10月12日`, `19991012`, with blanks behind it.
    func dateLine(_ line: Line) -> DateLine? {
        let start = skippingBlanks(from: line.start, to: line.end)
        let end = droppingBlanks(from: start, to: line.end)
        guard let year = number(at: start, before: end) else { return nil }
        if year.end == end, end - start == 8 {
            return day(year.value / 10_000, year.value / 100 % 100, year.value % 100)
        }
        guard year.end - start == 4 else { return nil }
        guard let afterYear = skipping("-", or: "年", at: year.end, before: end),
            let month = number(at: afterYear, before: end), month.end - afterYear <= 2,
            let afterMonth = skipping("-", or: "月", at: month.end, before: end),
            let dayNumber = number(at: afterMonth, before: end), dayNumber.end - afterMonth <= 2
        else { return nil }
        let rest = has("日", at: dayNumber.end, before: end) ? dayNumber.end + 3 : dayNumber.end
        return rest == end ? day(year.value, month.value, dayNumber.value) : nil
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> DateLine {
        DateLine(date: PartialDate(year: year, month: month, day: day))
    }

    private func skipping(_ one: StaticString, or other: StaticString, at offset: Int, before end: Int) -> Int? {
        if has(one, at: offset, before: end) { return offset + one.utf8CodeUnitCount }
        return has(other, at: offset, before: end) ? offset + other.utf8CodeUnitCount : nil
    }

    /// The line as a page: `第11版(党的建设)`, `第1版()`, in both widths of brackets; `第11版` alone.
    func pageLine(_ line: Line) -> PageLine? {
        let start = skippingBlanks(from: line.start, to: line.end)
        guard has("第", at: start, before: line.end),
            let page = number(at: start + 3, before: line.end),
            has("版", at: page.end, before: line.end)
        else { return nil }
        let end = droppingBlanks(from: start, to: line.end)
        guard page.end + 3 < end else { return PageLine(number: Int32(page.value), name: Span(end, end)) }
        guard let name = skipping("(", or: "（", at: page.end + 3, before: end) else { return nil }
        return PageLine(number: Int32(page.value), name: trimmed(from: name, to: closingBracket(from: name, to: end)))
    }

    private func closingBracket(from start: Int, to end: Int) -> Int {
        if end > start, self[end - 1] == 0x29 { return end - 1 }
        return threeBefore(end, from: start) == 0xEF_BC89 ? end - 3 : end
    }

    /// What follows `专栏：` or `专栏:` at the start of the line.
    func columnLine(_ line: Line) -> Span? {
        let start = skippingBlanks(from: line.start, to: line.end)
        guard has("专栏", at: start, before: line.end),
            let value = skipping("：", or: ":", at: start + 6, before: line.end)
        else { return nil }
        return trimmed(from: value, to: line.end)
    }

    /// The stretch without blanks at either end.
    func trimmed(from start: Int, to end: Int) -> Span {
        let first = skippingBlanks(from: start, to: end)
        return Span(first, droppingBlanks(from: first, to: end))
    }
}
