import Documents
import QueryLanguage
import SourceText
import ValueRecognition

let datesCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("dates", zh: "时间"), shape: .values,
        named: [
            Parameter(
                BilingualName("kind", zh: "类"), .choice(TemporalKind.allCases.map { BilingualName($0.rawValue, zh: $0.chinese) }),
                LocalizedText("absolute, relative or duration; all where it is left out", zh: "绝对、相对、时段；不写则全部"))
        ],
        accepts: FlowKind.textUnits, gives: LocalizedText("spans with kind and value", zh: "片段，带类与值"),
        output: { _, _ in .units(.span, attributes: temporalColumns) },
        summary: LocalizedText("dates and times, with their value", zh: "时间词语及其值"),
        explanation: LocalizedText(
            "Finds dates (1997年7月, 民国三十八年, 四月九日), words for time (今天, 去年底, 最近) and lengths of time (两年来, 半个月). The field value (值) is written as in ISO 8601: 1997-07, 1978/1992, P2Y; X stands for digits that the text does not give, ~ for “about”. What is relative is resolved against the article's date: 昨天, 去年, and dates without a year. Names of eras (新时期), festivals and recurring times (每年) are not dates.",
            zh:
                "找出日期（1997年7月、民国三十八年、四月九日）、时间词（今天、去年底、最近）与时段（两年来、半个月）。字段 值 依 ISO 8601：1997-07、1978/1992、P2Y；X 为文中未言之数，~ 为约数。相对者以文章日期推定：昨天、去年，以及不写年份的日期。时代之名（新时期）、节日与循环时间（每年）不算。"
        ),
        examples: [
            Example("dates | count", gives: "14"),
            Example("dates kind=absolute", gives: "¶4s1\t1997年7月"),
            Example("dates | where value = 1997-07 | select text, kind, section", gives: "text\tkind\tsection\n1997年7月\tabsolute\t新的探索"),
            Example("dates | count by=kind", gives: "kind\tcount\nrelative\t10\nabsolute\t1\nduration\t3"),
        ])
) { invocation in
    let wanted = invocation.arguments.choice("kind")
    return recognised(attributes: temporalColumns, invocation) { scanner, piece, reference, add in
        scanner.temporalExpressions(in: piece, reference: reference) { found in
            guard wanted == nil || wanted == found.kind.rawValue else { return }
            add(found.span, [.text(found.kind.rawValue), .text(found.value)])
        }
    }
}

private let temporalColumns = [Column("kind", zh: "类", .text), Column("value", zh: "值", .text)]

/// Spans that a scanner finds in the paragraphs or sentences that come in, batch by batch. Attributes are made for what is found only.
func recognised(
    attributes: [Column], _ invocation: Invocation,
    find: @escaping (ValueScanner, Span, PartialDate?, (Span, [Cell]) -> Void) -> Void
) -> Outcome {
    invocation.mapping(to: .span, attributes: attributes) { batch in
        let shard = invocation.archive.shards[batch.shard]
        let scanner = ValueScanner(shard.text)
        var spans = Regions(layer: .span, shard: batch.shard)
        spans.attributes = attributes.map { _ in [] }
        for row in 0..<batch.count {
            try invocation.context.cancellation.check()
            let region = batch[row]
            let date = shard.articles[shard.article(of: region)].date
            for paragraph in paragraphs(of: region, invocation) {
                let piece = batch.layer < .sentence ? shard.paragraphs[paragraph] : region.span
                // A section and its subsection share paragraphs, which count once.
                if batch.layer == .section, let last = spans.spans.last, piece.start < last.end { continue }
                find(scanner, piece, date) { span, cells in
                    spans.append(unit: UInt32(paragraph), span: span)
                    for (column, cell) in cells.enumerated() { spans.attributes[column].append(cell) }
                }
            }
        }
        return spans
    }
}
