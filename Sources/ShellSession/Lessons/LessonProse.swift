import QueryLanguage

/// A paragraph of a lesson as it is shown at a terminal.
struct ProseParagraph: Hashable {
    /// What it is; an item has its mark, `-` or `1.`.
    enum Kind: Hashable { case title, heading, text, item(String), quotation, code, row }

    var kind: Kind
    var text: String
}

/// Reads Markdown into paragraphs: the lines of each are joined, comments are left out. Never fails.
func proseParagraphs(_ lines: [String]) -> [ProseParagraph] {
    var reader = ProseReader()
    for line in lines { reader.add(line) }
    return reader.paragraphs
}

private struct ProseReader {
    var paragraphs: [ProseParagraph] = []
    private var isOpen = false
    private var fence: Substring?
    private var isInComment = false

    mutating func add(_ line: String) {
        let bare = line.drop { $0 == " " }
        if let fence { return addCode(line, bare, fence) }
        if isInComment || bare.hasPrefix("<!--") {
            isInComment = !line.hasSuffix("-->")
        } else if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
            fence = bare.prefix { $0 == bare.first }
            isOpen = false
        } else if bare.allSatisfy(\.isWhitespace) {
            isOpen = false
        } else {
            addText(bare, isIndented: line.hasPrefix("  "))
        }
    }

    private mutating func addCode(_ line: String, _ bare: Substring, _ fence: Substring) {
        if bare.hasPrefix(fence) {
            self.fence = nil
        } else {
            paragraphs.append(ProseParagraph(kind: .code, text: "  " + line))
        }
    }

    private mutating func addText(_ bare: Substring, isIndented: Bool) {
        if bare.hasPrefix("#") {
            let level = bare.prefix { $0 == "#" }.count
            begin(level == 1 ? .title : .heading, bare.dropFirst(level))
            isOpen = false
        } else if bare.hasPrefix("|") {
            addRow(bare)
        } else if let mark = itemMark(bare) {
            begin(.item(mark), bare.dropFirst(mark.count))
        } else if bare.hasPrefix(">") {
            let text = bare.dropFirst().drop { $0 == " " }
            if isOpen, paragraphs.last?.kind == .quotation { goOn(text) } else { begin(.quotation, text) }
        } else if isOpen {
            goOn(bare)
        } else {
            begin(.text, bare)
        }
    }

    private mutating func begin(_ kind: ProseParagraph.Kind, _ text: Substring) {
        paragraphs.append(ProseParagraph(kind: kind, text: String(text.drop { $0 == " " })))
        isOpen = true
    }

    private mutating func goOn(_ text: Substring) {
        guard let last = paragraphs.indices.last else { return }
        paragraphs[last].text = joined(paragraphs[last].text, String(text))
    }

    /// A row of a table; the ruler below its head is left out.
    private mutating func addRow(_ line: Substring) {
        isOpen = false
        guard !line.allSatisfy({ "|-: ".contains($0) }) else { return }
        let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
        let texts = cells.map { String($0.reversed().drop { $0 == " " }.reversed()) }
        paragraphs.append(ProseParagraph(kind: .row, text: texts.filter { !$0.isEmpty }.joined(separator: "  ")))
    }
}

/// `-`, `*` or `12.` where a blank follows.
private func itemMark(_ line: Substring) -> String? {
    if line.hasPrefix("- ") || line.hasPrefix("* ") { return "-" }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < 4, line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
    return digits + "."
}

/// Two lines of a paragraph as one: a blank between them, but none between Han characters or their marks.
func joined(_ first: String, _ second: String) -> String {
    func isWide(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { $0.value >= 0x2E80 } ?? false }
    func isMark(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { "“”‘’—…·".unicodeScalars.contains($0) } ?? false }
    let (a, b) = (first.unicodeScalars.last, second.unicodeScalars.first)
    let touches = (isWide(a) && (isWide(b) || isMark(b))) || (isMark(a) && isWide(b))
    return first + (touches ? "" : " ") + second
}

/// A line of Markdown without marks of emphasis and the targets of links. Code keeps its marks, so that a query is told from prose.
func plainInline(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let next = rest.first {
        if next == "`", let end = rest.dropFirst().firstIndex(of: "`") {
            result += rest[...end]
            rest = rest[rest.index(after: end)...]
        } else if next == "*", !(result.last == " " && rest.dropFirst().first == " ") {
            rest = rest.drop { $0 == "*" }
        } else if next == "[", let link = linkText(rest) {
            result += link.text
            rest = link.rest
        } else {
            result.append(next)
            rest.removeFirst()
        }
    }
    return result
}

private func linkText(_ text: Substring) -> (text: Substring, rest: Substring)? {
    guard let close = text.firstIndex(of: "]"), text[close...].dropFirst().first == "(",
        let end = text[close...].firstIndex(of: ")")
    else { return nil }
    return (text[text.index(after: text.startIndex)..<close], text[text.index(after: end)...])
}

extension ProseParagraph {
    /// The paragraph as running text, with the blank line that belongs before it.
    func lines(after previous: ProseParagraph?) -> [TextResult.Line] {
        let isClose = (isTight && previous?.isTight == true && previous?.isItem == isItem)
        return (isClose ? [] : [TextResult.Line("")]) + [line]
    }

    private var isTight: Bool { kind == .code || kind == .row || isItem }

    private var isItem: Bool {
        if case .item = kind { true } else { false }
    }

    private var line: TextResult.Line {
        switch kind {
        case .title: TextResult.Line(plainInline(text), style: .title)
        case .heading: TextResult.Line(plainInline(text), style: .heading)
        case .text, .row: TextResult.Line(plainInline(text))
        case .item(let mark): TextResult.Line(plainInline(text), address: mark)
        case .quotation: TextResult.Line(plainInline(text), address: "│")
        case .code: TextResult.Line(text, style: .code)
        }
    }
}
