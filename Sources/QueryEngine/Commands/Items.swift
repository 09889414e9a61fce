import Documents
import InformationExtraction
import QueryLanguage
import SourceText

let itemsCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("items", zh: "列举"), shape: .values,
        named: [
            Parameter(
                BilingualName("points", zh: "各点"), .boolean, default: "false",
                LocalizedText("a row a point, with its text, instead of a row an announcement", zh: "每点一行，附其文字，而非每一列举一行"))
        ],
        accepts: FlowKind.textUnits, gives: LocalizedText("a table", zh: "表"),
        output: { _, arguments in .table(itemColumns(arguments), hasRegions: true) },
        summary: LocalizedText("announced counts and the points that follow: 四项主要任务 4 = 4", zh: "所告之数与随后各点：四项主要任务 4 = 4"),
        explanation: LocalizedText(
            "Reads a number with what it counts (以下四项主要任务, 三个转变, 几点意见) and looks for the points: behind a colon between ；, or between 、 ，。 where there are as many as announced; numbered 一、 （一） 1. 第一， 一是 首先 in the paragraph or at the beginning of later ones; the paragraphs of the section behind a colon at the end; or sections. Where the numbers differ the row says so: where found != announced. An announcement that nothing follows is no enumeration. found is empty where it cannot be told where the points end, announced for 几 and 若干. Points may stand outside the rows that come in.",
            zh:
                "读出数目及其所数（以下四项主要任务、三个转变、几点意见），再找各点：冒号之后以；相隔，或以、，。相隔而恰如其数；以一、（一）1. 第一，一是 首先 编号，在本段或后面各段之首；段末冒号之后本节各段；或各节。两数不合则该行写明：条件 found != announced。其后并无各点的不算列举。各点止于何处无从判断时 found 为空；“几”“若干”则 announced 为空。各点可在来行之外。"
        ),
        examples: [
            Example(
                "items | select announcement, announced, found, agrees",
                gives: "announcement\tannounced\tfound\tagrees\n三个转变\t3\t3\ttrue\n四项主要任务\t4\t4\ttrue\n四方面工作内容\t4\t4\ttrue"),
            Example("items | where found != announced | count", gives: "0"),
            Example(
                "section 新的任务 | items points=true | select para, number, len",
                gives: "para\tnumber\tlen\n12\t1\t145\n13\t2\t209\n14\t3\t164\n15\t4\t160"),
        ])
) { invocation in
    let isByPoint = invocation.arguments.boolean("points")
    var unanswered = 0
    return statements(
        itemColumns(invocation.arguments), invocation, isEmpty: { noteUnanswered(unanswered, invocation) },
        find: { paragraph, number in
            let shard = invocation.archive.shards[number]
            let reading = enumerations(announcedIn: paragraph, of: shard)
            unanswered += reading.unanswered
            return reading.enumerations.map { enumeration in
                Statement(
                    anchor: enumeration.announcement,
                    rows: isByPoint
                        ? pointRows(enumeration, shard, number) : [itemRow(enumeration, paragraph, shard, number)])
            }
        })
}

private func itemColumns(_ arguments: BoundArguments) -> [Column] {
    let announcement = Column("announcement", zh: "所告", .text)
    if arguments.boolean("points") {
        return [announcement, Column("number", zh: "序", .number), Column("point", zh: "点", .text)]
    }
    return [
        announcement, Column("announced", zh: "所告数", .number), Column("found", zh: "所见数", .number),
        Column("agrees", zh: "相符", .boolean), Column("points", zh: "各点", .text),
    ]
}

private func itemRow(_ enumeration: Enumeration, _ paragraph: Int, _ shard: Shard, _ number: Int) -> TableRow {
    let beginnings = enumeration.points.map { beginning($0.span, shard.text) }
    let end = enumeration.points.last { $0.layer == .span }?.span.end ?? enumeration.announcement.end
    let region = Region(layer: .span, shard: number, unit: paragraph, span: Span(enumeration.announcement.start, end))
    return TableRow(
        [
            .text(shard.text.string(enumeration.announcement)), enumeration.announced.map(Cell.integer) ?? .empty,
            enumeration.found.map(Cell.integer) ?? .empty, enumeration.agrees.map(Cell.boolean) ?? .empty,
            .text(beginnings.joined(separator: " / ")),
        ], region: region, hit: enumeration.announcement)
}

private func pointRows(_ enumeration: Enumeration, _ shard: Shard, _ number: Int) -> [TableRow] {
    enumeration.points.enumerated().map { index, point in
        let region = Region(
            layer: point.layer, shard: number, unit: point.unit,
            span: point.layer == .section ? shard.span(ofSection: point.unit) : point.span)
        return TableRow(
            [.text(shard.text.string(enumeration.announcement)), .integer(index + 1), .text(shard.text.string(point.span))], region: region)
    }
}

/// The first characters of a point, which tell it from the others.
private func beginning(_ span: Span, _ text: Text) -> String {
    let most = 10
    let end = text.offset(most, scalarsAfter: span.start, notAfter: span.end)
    return text.string(Span(span.start, end)) + (end < span.end ? "…" : "")
}

private func noteUnanswered(_ count: Int, _ invocation: Invocation) {
    invocation.context.note(
        count == 0
            ? LocalizedText("no count of points is announced here", zh: "此处没有预告若干点的话")
            : LocalizedText(
                "\(count) count\(count == 1 ? "" : "s") such as 三个… or 几项…, but no points follow: 三个代表 may be a name",
                zh: "有“三个…”“几项…”之类 \(count) 处，但其后并无各点：可能只是名称"))
}
