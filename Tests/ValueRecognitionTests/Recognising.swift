import Documents
import ValueRecognition

/// What `dates` finds in a line, as `text=value` with the kind's first letter.
func dates(_ line: String, on date: PartialDate? = PartialDate(year: 1999, month: 10, day: 12)) -> [String] {
    let text = Text(copying: line.utf8)
    var found: [String] = []
    ValueScanner(text).temporalExpressions(in: Span(0, text.count), reference: date) {
        found.append("\(text.string($0.span))=\($0.value)")
    }
    return found
}

/// What `numbers` finds in a line: `text=value`, `text=low..high`, with `:measure` behind.
func numbers(_ line: String) -> [String] {
    let text = Text(copying: line.utf8)
    var found: [String] = []
    ValueScanner(text).numericExpressions(in: Span(0, text.count)) {
        let high = $0.high == .empty ? "" : ".." + $0.high.plainText()
        let measure = $0.measure.isEmpty ? "" : ":" + text.string($0.measure)
        found.append("\(text.string($0.span))=\($0.value.plainText())\(high)\(measure)")
    }
    return found
}
