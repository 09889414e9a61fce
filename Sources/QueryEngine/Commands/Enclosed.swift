import Documents
import InformationExtraction
import QueryLanguage
import SourceText

let quotesCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("quotes", zh: "引文"), shape: .values,
        accepts: FlowKind.textUnits, gives: LocalizedText("spans with speaker", zh: "片段，带说话人"),
        output: { _, _ in .units(.span, attributes: [speakerColumn]) },
        summary: LocalizedText("quotations, with the speaker where the text names one", zh: "引文，文中写明说话人的一并给出"),
        explanation: LocalizedText(
            "Stretches between “ and ”, 「 and 」, 『 and 』, the outermost where they nest; a mark left open in its paragraph is ignored. The field speaker (说话人) is who says it, where the text names one: the subject of the verb of saying before it (江泽民总书记指出：“…”), or behind it (“…，”李明说。). It is given as written: 他 stays 他. A term in quotation marks has no speaker.",
            zh: "“ ”、「 」、『 』之间的文字，嵌套时取最外一层；段内未闭合的不计。字段 说话人 取本句中引文之前言说动词的主语，没有则空。"),
        examples: [
            Example("quotes | count", gives: "3"),
            Example("quotes | select para, speaker, len", gives: "para\tspeaker\tlen\n3\t江泽民总书记\t63\n10\t\t5\n12\t\t5"),
        ])
) { invocation in
    enclosed(attributes: [speakerColumn], invocation) { paragraph, text in
        quotations(in: Passage(paragraph, of: text)).map {
            ($0.span, [$0.speaker.map { .text(text.string($0)) } ?? .empty])
        }
    }
}

let titlesCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("titles", zh: "书名"), shape: .values,
        accepts: FlowKind.textUnits, gives: LocalizedText("spans", zh: "片段"),
        output: { _, _ in .units(.span) },
        summary: LocalizedText("titles of works and documents: 《…》", zh: "书名与文件名：《…》"),
        explanation: LocalizedText(
            "Stretches between 《 and 》, the outermost where they nest, with their marks.", zh: "《 》之间的文字，嵌套时取最外一层，含书名号。"),
        examples: [Example("titles", gives: "¶4s1\t《中共上海市委关于加强和改进社区党建工作的若干意见》")])
) { invocation in
    enclosed(invocation) { EnclosingMarks.titles.outermost(in: $0, of: $1).map { ($0, []) } }
}

let parensCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("parens", zh: "括注"), shape: .values,
        accepts: FlowKind.textUnits, gives: LocalizedText("spans", zh: "片段"),
        output: { _, _ in .units(.span) },
        summary: LocalizedText("notes in brackets: （…）", zh: "括号中的注：（…）"),
        explanation: LocalizedText(
            "Stretches between （ and ） or ( and ), the outermost where they nest, with their marks.",
            zh: "（ ）或 ( ) 之间的文字，嵌套时取最外一层，含括号。"),
        examples: [Example("parens | uniq", gives: "¶16s2\t（县）\n¶16s2\t（镇）\n¶18s3\t（作者系上海市委副书记）")])
) { invocation in
    enclosed(invocation) { EnclosingMarks.brackets.outermost(in: $0, of: $1).map { ($0, []) } }
}

private let speakerColumn = Column("speaker", zh: "说话人", .text)

/// Spans with their values that `find` gives for the paragraphs of what comes in, those that lie inside the rows.
private func enclosed(
    attributes: [Column] = [], _ invocation: Invocation, find: @escaping (Span, Text) -> [(Span, [Cell])]
) -> Outcome {
    invocation.mapping(to: .span, attributes: attributes) { batch in
        let shard = invocation.archive.shards[batch.shard]
        var spans = Regions(layer: .span, shard: batch.shard)
        spans.attributes = attributes.map { _ in [] }
        for row in 0..<batch.count {
            let region = batch[row]
            for paragraph in paragraphs(of: region, invocation) {
                for (span, values) in find(shard.paragraphs[paragraph], shard.text) {
                    guard region.layer < .sentence || region.span.contains(span) else { continue }
                    if batch.layer == .section, let last = spans.spans.last, span.start < last.end { continue }
                    spans.append(unit: UInt32(paragraph), span: span)
                    for (column, value) in values.enumerated() { spans.attributes[column].append(value) }
                }
            }
        }
        return spans
    }
}
