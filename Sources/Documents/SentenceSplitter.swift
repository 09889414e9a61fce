/// Splits paragraphs into sentences. Keeps its working memory: use one for many paragraphs.
///
/// A sentence ends after a run of 。！？…… and the closers ”’」』）》 that follow, and takes blanks behind them along. It
/// ends neither inside 《》 nor in a quotation nor in （…） — but a quotation that closes with 。” ends it where no other
/// bracket is open, and so does a （…） that begins the sentence and closes behind 。！？…….
public struct SentenceSplitter {
    private var marks = SentenceMarks()

    /// A splitter.
    public init() {}

    /// Appends the sentences of `paragraph` to `sentences`: successive spans that together are the paragraph. No span for
    /// an empty paragraph. Cost: linear in the bytes, whatever they are.
    public mutating func append(
        sentencesOf paragraph: Span, in text: Text, to sentences: inout ContiguousArray<Span>
    ) {
        marks.collect(paragraph, in: text.bytes)
        var walk = SentenceWalk(paragraph, text.bytes)
        var index = 0
        while index < marks.marks.count {
            let mark = marks.marks[index]
            let next = index + 1 < marks.marks.count ? marks.marks[index + 1] : nil
            index += 1
            guard walk.ends(after: mark, next) else { continue }
            var end = mark.end
            while index < marks.marks.count, marks.marks[index].offset == end, walk.isAbsorbed(marks.marks[index]) {
                end = marks.marks[index].end
                index += 1
            }
            sentences.append(walk.finish(at: end))
        }
        if let tail = walk.tail { sentences.append(tail) }
    }
}

/// The sentences of `paragraph`, as successive spans that together are the paragraph; none for an empty paragraph. For
/// many paragraphs use a `SentenceSplitter`. Cost: linear in the bytes.
public func sentences(of paragraph: Span, in text: Text) -> [Span] {
    var splitter = SentenceSplitter()
    var spans: ContiguousArray<Span> = []
    splitter.append(sentencesOf: paragraph, in: text, to: &spans)
    return Array(spans)
}

/// Where the walk over a paragraph's marks has come.
private struct SentenceWalk {
    private let bytes: UnsafeRawBufferPointer
    private let paragraph: Span
    /// Where the sentence at hand begins.
    private var start: UInt32
    /// How many matched brackets are open.
    private var depth = 0
    /// Whether the outermost open bracket is a （ that begins the sentence.
    private var isAside = false
    /// The run of 。！？… and closers at hand: where it ends, and the last of 。！？… in it.
    private var runEnd: UInt32 = .max
    private var runKind = SentenceMark.Kind.opener

    init(_ paragraph: Span, _ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        self.paragraph = paragraph
        start = paragraph.start
    }

    /// Takes `mark` into account and says whether the sentence ends after it; `next` is the mark that comes after.
    mutating func ends(after mark: SentenceMark, _ next: SentenceMark?) -> Bool {
        switch mark.kind {
        case .opener:
            open(mark)
            return false
        case .closer: return close(mark)
        case .stop, .cry, .ellipsis, .longEllipsis:
            runKind = mark.kind
            runEnd = mark.end
            return depth == 0 && isTerminator(mark, next)
        }
    }

    /// One … alone is a gap or a pause; two are the mark ……, and one before another terminator belongs to that.
    private func isTerminator(_ mark: SentenceMark, _ next: SentenceMark?) -> Bool {
        guard mark.kind == .ellipsis else { return true }
        guard let next, next.offset == mark.end else { return false }
        return next.kind == .ellipsis || next.kind == .longEllipsis
    }

    private mutating func open(_ mark: SentenceMark) {
        runEnd = .max
        guard mark.isMatched else { return }
        if depth == 0 { isAside = mark.bracket.isAside && mark.offset == start }
        depth += 1
    }

    private mutating func close(_ mark: SentenceMark) -> Bool {
        let followsRun = runEnd == mark.offset
        runEnd = followsRun ? mark.end : .max
        guard mark.isMatched else { return false }
        depth -= 1
        guard depth == 0, followsRun else { return false }
        return mark.bracket.isQuotation ? runKind == .stop : mark.bracket.isAside && isAside
    }

    /// Whether a mark that stands right behind the end of a sentence still belongs to it.
    func isAbsorbed(_ mark: SentenceMark) -> Bool {
        mark.endsSentence || (mark.kind == .closer && !mark.isMatched)
    }

    /// The sentence that ends at `end`, with the blanks behind it.
    mutating func finish(at end: UInt32) -> Span {
        let sentence = Span(start, skippingBlanks(end))
        start = sentence.end
        runEnd = .max
        return sentence
    }

    /// What is left behind the last end.
    var tail: Span? { start < paragraph.end ? Span(start, paragraph.end) : nil }

    private func skippingBlanks(_ offset: UInt32) -> UInt32 {
        var offset = Int(offset)
        let end = Int(paragraph.end)
        while offset < end {
            if bytes[offset] == 0x20 || bytes[offset] == 0x09 {
                offset += 1
            } else if offset + 3 <= end, bytes[offset] == 0xE3, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x80 {
                offset += 3
            } else {
                break
            }
        }
        return UInt32(truncatingIfNeeded: offset)
    }
}
