/// What a class does at one place of a lesson.
struct LessonStep {
    /// Whether the lesson's query is shown, or is to be found.
    enum Kind: Hashable {
        case example
        /// A task by its number in the lesson, from 1.
        case task(Int)
    }

    /// What it is.
    let kind: Kind
    /// The lines of Markdown that stand before it, without its hints.
    let prose: [String]
    /// The lesson's query, and what it prints.
    let exchange: Lesson.Exchange
    /// What the author says to those who ask for help, from the least to the most.
    let hints: [String]
    /// The paragraph before it, as a line: what is asked.
    let question: String

    /// The number of the task; nil for an example.
    var task: Int? {
        switch kind {
        case .task(let number): number
        case .example: nil
        }
    }
}

extension Lesson {
    /// The queries of the document in their order, each with the text before it. Queries in blocks tagged `task` are tasks; in a
    /// document without such a block every query is one.
    var steps: [LessonStep] {
        let hasTasks = blocks.contains { $0.tags.contains("task") }
        var steps: [LessonStep] = []
        var tasks = 0
        var shown = 0
        for block in blocks {
            let isTask = !hasTasks || block.tags.contains("task")
            let before = Array(lines[min(shown, block.line - 1)..<block.line - 1])
            var (prose, hints) = isTask ? separatingHints(before) : (before, [])
            let question = proseParagraphs(prose).last { $0.kind == .text }.map { plainInline($0.text) } ?? ""
            for exchange in block.exchanges {
                if isTask { tasks += 1 }
                steps.append(
                    LessonStep(
                        kind: isTask ? .task(tasks) : .example, prose: prose, exchange: exchange, hints: hints, question: question))
                (prose, hints) = ([], [])
            }
            shown = block.end
        }
        return steps
    }

    /// What stands behind the last query.
    var closing: [String] { Array(lines[min(blocks.last?.end ?? 0, lines.count)...]) }
}

/// Takes the hints out of a text: quotations that begin with `Hint:` or `提示：`.
private func separatingHints(_ lines: [String]) -> (prose: [String], hints: [String]) {
    var prose: [String] = []
    var hints: [String] = []
    var isInHint = false
    for line in lines {
        guard line.hasPrefix(">") else {
            isInHint = false
            prose.append(line)
            continue
        }
        let text = line.dropFirst().drop { $0 == " " }
        if let hint = hintText(text) {
            hints.append(hint)
            isInHint = true
        } else if isInHint, !text.isEmpty {
            hints[hints.count - 1] = joined(hints[hints.count - 1], String(text))
        } else {
            isInHint = false
            prose.append(line)
        }
    }
    return (prose, hints.map(plainInline))
}

/// What stands behind `Hint:`, `**Hint 2.**`, `提示：`; nil where a line begins otherwise.
private func hintText(_ line: Substring) -> String? {
    let bare = line.drop { $0 == "*" }
    guard let word = ["Hint", "提示"].first(where: { bare.hasPrefix($0) }) else { return nil }
    let rest = bare.dropFirst(word.count).drop { $0 == " " || $0.isNumber }
    guard let mark = rest.first, ":：.。".contains(mark) else { return nil }
    return String(rest.dropFirst().drop { $0 == "*" || $0 == " " })
}
