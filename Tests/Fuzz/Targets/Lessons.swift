import Rendering
import ShellSession

/// A document is read as a lesson: what nothing is found in stays as it is, and each exchange stands where it says.
func brokenLesson(_ input: [UInt8]) -> String? {
    // Line ends become those of the lesson's own.
    let text = String(decoding: input.filter { $0 != 0x0D }, as: UTF8.self)
    let lesson = Lesson(text)
    for block in lesson.blocks {
        var line = block.line
        for exchange in block.exchanges {
            guard exchange.line >= line, exchange.expectedLines.lowerBound > exchange.line,
                exchange.expectedLines.upperBound <= lesson.lines.count,
                exchange.expectedLines.isEmpty || Array(lesson.lines[exchange.expectedLines]) == exchange.expected
            else { return "an exchange is not where it says: line \(exchange.line)" }
            line = max(exchange.line + 1, exchange.expectedLines.upperBound)
        }
    }
    guard lesson.updated({ _, _ in nil }) == lesson.lines.joined(separator: "\n") else {
        return "an update without news changes the lesson"
    }
    let updated = lesson.updated { _, _ in ["found"] }
    guard Lesson(updated).updated({ _, _ in ["found"] }) == updated else { return "updated twice it is another" }
    let difference = unifiedDiff(text, updated, oldName: "a\u{1B}", newName: "b", context: 2)
    return harmfulScalar(in: difference, allowing: ["\n", "\t"]).map { "\($0) in a difference" }
}
