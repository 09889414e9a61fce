import Documents

/// Makes the text of an article of a Markdown document: its fields, and each block on a line.
struct MarkdownDocument {
    private let view: ByteView
    private let front: FrontMatter?
    private let file: FileTitle
    private(set) var assembler: RecordAssembler
    /// The paragraphs and headings of the text that is made.
    private(set) var lines: [MarkdownSections.Line] = []
    /// The title that stands at the head, in the text that is made.
    private var title = Span(0, 0)
    private var isTitled: Bool { !title.isEmpty }

    init(_ view: ByteView, path: String) {
        self.view = view
        front = FrontMatter(view)
        file = FileTitle(path: path)
        assembler = RecordAssembler(capacity: view.count, countsLineEnds: false)
    }

    /// Reads the document into the assembler, as one article.
    mutating func assemble() {
        let start = front?.end ?? view.textStart
        let document = MarkdownLines(view, from: start, to: view.count)
        var blocks = MarkdownBlocks.find(view, from: start, to: view.count)
        let before = front?.lines ?? 0
        assembler.begin(line: 1)
        addFront()
        takeTitle(from: &blocks, document, linesBefore: before)
        addBody(blocks, document, linesBefore: before)
        assembler.end()
    }

    /// Takes the first heading out, where it is of the first level: it is the title, or repeats it.
    private mutating func takeTitle(from blocks: inout [MarkdownBlock], _ document: MarkdownLines, linesBefore: Int) {
        guard let place = blocks.firstIndex(where: \.isHeading), blocks[place].level == 1 else { return }
        let pieces = document.paragraphs(of: blocks[place])
        guard !pieces.allSatisfy(\.isEmpty) else { return }
        if !isTitled {
            assembler.add(.title) { text in pieces.forEach { MarkdownDocument.put($0, document, linesBefore, into: text) } }
        } else if !repeatsTitle(pieces) {
            return
        }
        blocks.remove(at: place)
    }

    private func repeatsTitle(_ pieces: [[MarkdownLines.Piece]]) -> Bool {
        var (heading, known): ([UInt8], [UInt8]) = ([], [])
        for piece in pieces.joined() {
            var letters: [UInt8] = []
            view.letters(of: piece.span, into: &letters)
            heading += letters
        }
        assembler.text.view.letters(of: title, into: &known)
        return heading == known
    }

    private mutating func addFront() {
        guard let front else { return }
        if !front.isWellFormed { assembler.stray(line: 1) }
        let choice = ColumnMap().guess(among: front.values.map { TableColumn(name: $0.key, holdsValues: !$0.spans.isEmpty) })
        for field in TableField.allCases where field != .text {
            guard let index = choice[field] else { continue }
            let (view, spans, start) = (view, front.values[index].spans, assembler.text.count)
            assembler.add(field) { text in
                for (number, span) in spans.enumerated() {
                    if number > 0 { text.put(0x20, count: 1) }
                    text.copy(view, from: Int(span.start), to: Int(span.end))
                }
            }
            if field == .title { title = assembler.text.view.trimmed(from: start, to: assembler.text.count) }
        }
    }

    private mutating func addBody(_ blocks: [MarkdownBlock], _ document: MarkdownLines, linesBefore: Int) {
        var lines: [MarkdownSections.Line] = []
        assembler.add(.text) { text in
            for block in blocks {
                for paragraph in document.paragraphs(of: block) where !paragraph.isEmpty {
                    let start = text.count
                    MarkdownDocument.put(paragraph, document, linesBefore, into: text)
                    let line = Line(start: start, end: text.count, next: text.count)
                    if let body = text.view.bodyLine(line) { lines.append(MarkdownSections.Line(span: body.span, level: block.level)) }
                    text.put(0x0A, count: 1)
                }
            }
        }
        self.lines = lines
    }

    /// Puts pieces on one line: with nothing between them where Chinese stands on both sides, a blank elsewhere.
    private static func put(_ pieces: [MarkdownLines.Piece], _ document: MarkdownLines, _ before: Int, into text: RecordText) {
        for (number, piece) in pieces.enumerated() {
            let (start, end) = (Int(piece.span.start), Int(piece.span.end))
            let isChinese = number > 0 && text.view[text.count - 1] >= 0x80 && document.view[start] >= 0xE2
            if number > 0, !isChinese { text.put(0x20, count: 1) }
            text.mark(line: before + piece.line + 1)
            text.copy(document.view, from: start, to: end)
        }
    }

    /// The shard with what only the name of the file says.
    func named(_ shard: Shard) -> Shard {
        var shard = shard
        guard !shard.articles.isEmpty else { return shard }
        if shard.articles[0].title.isEmpty { shard.derived[DerivedField(0, .title)] = file.title }
        if shard.articles[0].date == nil, let date = file.date {
            shard.articles[0].date = date
            shard.file.withoutDate = 0
        }
        return shard
    }
}

extension MarkdownBlock {
    /// The level of a heading, from 1.
    var level: Int? {
        if case .heading(let level) = kind { level } else { nil }
    }

    var isHeading: Bool { level != nil }
}
