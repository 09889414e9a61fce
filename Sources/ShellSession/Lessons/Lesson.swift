/// A Markdown document with query blocks: fences tagged `wen`.
public struct Lesson {
    /// An input of a block and what is expected of it.
    public struct Exchange {
        /// The query, continuation lines joined by newlines.
        public var input: String
        /// The line of the document, from 0, that the input begins on.
        public let line: Int
        /// The lines of the document that hold what is expected.
        public var expectedLines: Range<Int>
        /// What is expected, line by line.
        public var expected: [String]
    }

    /// A query block.
    public struct Block {
        /// The words behind ```` ```wen ````: `pipe` asks for output as over a pipe, `task` for answers by the class.
        public let tags: [String]
        /// Its inputs in order.
        public var exchanges: [Exchange]
        /// The line, from 0, of its first line.
        public let line: Int
        /// The line behind the fence that closes it.
        public var end: Int
    }

    /// All lines of the document.
    public let lines: [String]
    /// Its query blocks.
    public let blocks: [Block]

    /// Reads a document. Never fails: what is no query block is prose.
    public init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
        var blocks: [Block] = []
        var open: (fence: String, block: Block?)?
        for (index, line) in lines.enumerated() {
            let bare = line.drop { $0 == " " }
            if let current = open {
                if bare.hasPrefix(current.fence), bare.dropFirst(current.fence.count).allSatisfy({ $0 == " " || $0 == "`" }) {
                    if var block = current.block {
                        block.end = index + 1
                        blocks.append(block)
                    }
                    open = nil
                } else {
                    open?.block?.add(line, at: index)
                }
            } else if let fence = Lesson.fence(bare) {
                let words = bare.dropFirst(fence.count).split(separator: " ").map(String.init)
                let block = Block(tags: Array(words.dropFirst()), exchanges: [], line: index + 1, end: lines.count)
                open = (fence, words.first == "wen" ? block : nil)
            }
        }
        // A block that nobody closed reaches to the end, as Markdown has it.
        if let block = open?.block { blocks.append(block) }
        self.blocks = blocks
    }

    private static func fence(_ line: Substring) -> String? {
        for mark in ["`", "~"] as [Character] {
            let run = line.prefix { $0 == mark }
            if run.count >= 3 { return String(run) }
        }
        return nil
    }

    /// The document with what was found in the place of what was expected. `found` has the lines for each exchange, by
    /// block and place; nil leaves it as it is.
    public func updated(_ found: (_ block: Int, _ exchange: Int) -> [String]?) -> String {
        var result = lines
        for (b, block) in blocks.enumerated().reversed() {
            for (e, exchange) in block.exchanges.enumerated().reversed() {
                if let new = found(b, e) { result.replaceSubrange(exchange.expectedLines, with: new) }
            }
        }
        return result.joined(separator: "\n")
    }
}

extension Lesson.Block {
    fileprivate mutating func add(_ line: String, at index: Int) {
        if line.hasPrefix("> ") || line.hasPrefix("＞ ") || line == ">" {
            exchanges.append(
                Lesson.Exchange(input: String(line.dropFirst(2)), line: index, expectedLines: index + 1..<index + 1, expected: []))
        } else if let last = exchanges.indices.last {
            if line.hasPrefix(". "), exchanges[last].expected.isEmpty {
                exchanges[last].input += "\n" + line.dropFirst(2)
                exchanges[last].expectedLines = index + 1..<index + 1
            } else {
                exchanges[last].expected.append(line)
                exchanges[last].expectedLines = exchanges[last].expectedLines.lowerBound..<index + 1
            }
        }
    }
}

/// Whether the lines found are those expected: blanks at line ends aside, and `[...]` standing for any lines.
func matches(_ found: [String], _ expected: [String]) -> Bool {
    func trimmed(_ lines: [String]) -> [Substring] {
        var lines = lines.map { line in line[..<(line.lastIndex { !$0.isWhitespace }.map(line.index(after:)) ?? line.startIndex)] }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
    let found = trimmed(found)
    let pieces = trimmed(expected).split(separator: "[...]", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return found == trimmed(expected) }
    // The first piece begins, the last one ends, and each between is taken where it first fits.
    guard let first = pieces.first, let last = pieces.last, found.starts(with: first) else { return false }
    var rest = found.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
        guard let place = rest.indices.first(where: { rest[$0...].starts(with: piece) }) else { return false }
        rest = rest[(place + piece.count)...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
}
