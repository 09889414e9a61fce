import Documents

/// A quotation, with who says it where the text names one.
public struct Quotation: Hashable, Sendable {
    /// The quotation with its marks.
    public let span: Span
    /// Who says it, as written; nil for a term in quotation marks, and where nobody is named.
    public let speaker: Span?
}

/// The quotations of a passage in text order: the outermost between “ ”, 「 」, 『 』, each with its speaker. He is the subject of the
/// verb of saying before it (江泽民总书记指出：“…”), or behind it (“…，”李明说。); 他 stays 他. Cost: one pass, and a look at the clauses around each.
public func quotations(in passage: Passage) -> [Quotation] {
    var found: [Quotation] = []
    let ranges = EnclosingMarks.quotations.outermost(in: passage.span, of: passage.text).map {
        passage.index(at: $0.start)..<passage.index(at: $0.end)
    }
    for (index, range) in ranges.enumerated() {
        let before = index > 0 ? ranges[index - 1].upperBound : 0
        let attribution = Attribution(passage: passage, quotation: range, gap: before..<range.lowerBound)
        var speaker = attribution.speaker
        // “…”“…”: one speech in two quotations.
        if speaker == nil, attribution.goesOn { speaker = found.last?.speaker }
        found.append(Quotation(span: passage.span(range), speaker: speaker))
    }
    return found
}

/// Finds the speaker of one quotation.
private struct Attribution {
    let passage: Passage
    let quotation: Range<Int>
    /// What stands between the quotation before, or the beginning of the paragraph, and this one.
    let gap: Range<Int>

    /// Whether nothing stands between this quotation and the one before.
    var goesOn: Bool { gap.isEmpty && gap.lowerBound > 0 }

    var speaker: Span? {
        let mark = gap.last.map { passage.scalars[$0] }
        if mark == Mark.colon, let name = introduction(skipsClauses: false) { return passage.span(name) }
        if isSpeech, let name = afterwards { return passage.span(name) }
        if mark == Mark.comma, isSpeech || endsSentence, let name = introduction(skipsClauses: true) { return passage.span(name) }
        return nil
    }

    /// Whether the quotation closes with a mark inside, as speech does and a term does not.
    private var isSpeech: Bool {
        guard quotation.count > 2 else { return false }
        let last = passage.scalars[quotation.upperBound - 2]
        return Mark.endsClause(last) || Mark.isCloser(last)
    }

    /// Whether the sentence ends with the quotation.
    private var endsSentence: Bool {
        quotation.upperBound >= passage.count || Mark.endsSentence(passage.scalars[quotation.upperBound])
    }

    // MARK: Before the quotation

    /// The subject in the clauses before the quotation, the nearest first, in its sentence. Behind a colon the last clause must have
    /// the verb; before a comma it may stand further off.
    private func introduction(skipsClauses: Bool) -> Range<Int>? {
        let from = gap.dropLast().last { Mark.endsSentence(passage.scalars[$0]) || passage.scalars[$0] == Mark.semicolon }.map { $0 + 1 }
        let sentence = (from ?? gap.lowerBound)..<gap.upperBound
        let clauses = passage.clauses.compactMap { clause -> Range<Int>? in
            let inside = clause.clamped(to: sentence)
            return inside.isEmpty ? nil : passage.trimmed(inside)
        }
        for (index, clause) in clauses.reversed().enumerated() {
            guard let before = SaidBy(passage: passage, clause: clause, isNearest: index == 0).subject else {
                if skipsClauses || isLink(clause) { continue }
                return nil
            }
            if !before.isEmpty { return before }
            if clause.lowerBound == 0 { return label(clause) }
        }
        return nil
    }

    /// 问：“…” and 答：“…”
    private func label(_ clause: Range<Int>) -> Range<Int>? {
        clause.count == 1 && SayingWords.labels.contains(passage.scalars[clause.lowerBound]) ? clause : nil
    }

    /// 他说过一句话：“…”: the clause between the verb and the quotation only leads over.
    private func isLink(_ clause: Range<Int>) -> Bool {
        clause.last.map { SayingWords.links.contains(passage.scalars[$0]) } ?? false
    }

    // MARK: Behind the quotation

    /// 李明说 in “…，”李明说。 — unless it introduces the next quotation.
    private var afterwards: Range<Int>? {
        let end =
            (quotation.upperBound..<passage.count).first {
                Mark.endsClause(passage.scalars[$0]) || Mark.isOpener(passage.scalars[$0])
            } ?? passage.count
        guard end > quotation.upperBound, end - quotation.upperBound <= 24 else { return nil }
        guard end >= passage.count || passage.scalars[end] != Mark.colon else { return nil }
        let name = SaidBy(passage: passage, clause: passage.trimmed(quotation.upperBound..<end), isNearest: false).subject
        return name.flatMap { $0.isEmpty ? nil : $0 }
    }
}
