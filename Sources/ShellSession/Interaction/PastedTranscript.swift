/// The input lines of a pasted transcript; nil for anything else. A transcript begins with an input line: `> ` as lessons
/// have it, or the prompt `name> ` as it is copied from the screen. `. ` and the continuation prompt go on with an input.
func transcriptInput(_ entry: String, promptName name: String = "") -> String? {
    let lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, inputLine(first, name) != nil else { return nil }
    return lines.compactMap { inputLine($0, name) ?? continuedLine($0) }.joined(separator: "\n")
}

/// What the prompt of a continued entry is.
let continuationMark = "  … "

private func inputLine(_ line: Substring, _ name: String) -> Substring? {
    for mark in ["> ", "＞ "] where line.hasPrefix(mark) { return line.dropFirst(mark.count) }
    guard !name.isEmpty, line.hasPrefix(name) else { return nil }
    var rest = line.dropFirst(name.count)
    // The scope stands in brackets behind the name, and may hold brackets itself.
    if rest.hasPrefix(" ("), let end = rest.indices.first(where: { rest[$0...].hasPrefix(")> ") }) {
        rest = rest[rest.index(after: end)...]
    }
    return rest.hasPrefix("> ") ? rest.dropFirst(2) : nil
}

private func continuedLine(_ line: Substring) -> Substring? {
    for mark in [". ", continuationMark] where line.hasPrefix(mark) { return line.dropFirst(mark.count) }
    return nil
}
