import Documents
import QueryLanguage
import SourceText

let plotCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("plot", zh: "图"), shape: .values,
        named: [
            Parameter(
                BilingualName("kind", zh: "图类"),
                .choice([
                    BilingualName("bars", zh: "条"), BilingualName("lines", zh: "线"), BilingualName("strip", zh: "带"),
                    BilingualName("heat", zh: "热"),
                ]), LocalizedText("bars, lines, strip or heat; else what suits the columns", zh: "条、线、带、热；不写则看各列而定")),
            Parameter(
                BilingualName("x", zh: "横"), .field,
                LocalizedText("the column of the axis; of a strip section or title", zh: "作轴的列；带则为节名或标题")),
            Parameter(
                BilingualName("y", zh: "纵"), .field, repeated: true,
                LocalizedText("the columns of numbers to draw", zh: "要画的数列")),
            Parameter(
                BilingualName("file", zh: "文件"), .path,
                LocalizedText("an .svg or .html to write; else it is drawn where results go", zh: "写到 .svg 或 .html；不写则画在结果处")),
        ],
        accepts: FlowKind.rows, gives: LocalizedText("the same table, drawn", zh: "同一表，画成图"),
        output: { input, arguments in
            arguments.text("file") == nil ? PlotShape(input, arguments).output(input) : .nothing
        },
        summary: LocalizedText("draws a table: bars, lines, a strip or a heat map", zh: "把表画成图：条、线、带、热"),
        explanation: LocalizedText(
            """
            Draws numbers over the first column of text, dates or years: bars for text, lines for a course of time, a heat map where a second column of text or more than three series come in. Of frequencies it draws the rates, which compare groups of unequal size; y= chooses otherwise. Hits, and concordances, become a strip: where in each article they stand, or in each section where there is but one article, or with x=section.
            The rows stay rows, so that to csv writes the numbers. file=x.svg writes a drawing for print, file=x.html a page with the drawing and its table; a script may write only where --write DIR allows.
            """,
            zh: """
                以第一个文字、日期或年份列为轴画各数：文字为条，时间先后为线，再有一列文字或三个以上系列为热图。词频画比率，因各组大小不等；y= 可另选。命中与逐词索引画成带：在各篇何处；只有一篇或写 x=section 时，在各节何处。
                行仍是行，to csv 写出数目。file=x.svg 写出可印的图，file=x.html 写出连图带表的一页；脚本只能写到 --write 所许的目录。
                """),
        examples: [
            Example(
                "freq 群众 by=section | plot",
                gives:
                    """
                    群众 per 10,000 by section
                    引言       22.9 │█████████▎
                    新的探索   30.3 │████████████▎
                    新的目标   65.4 │██████████████████████████▌
                    新的任务  155.6 │███████████████████████████████████████████████████████████████
                    新的格局   68.0 │███████████████████████████▌
                                    └───────────────────┴───────────────────┴────────────────────┴──
                                    0                  50                  100                  150
                    freq 群众 by=section
                    seeds (1 article)
                    """),
            Example("find 群众 | plot | head 2 | to csv", gives: "in,position,of\n引言,97,437\n新的探索,295,660"),
        ]),
    usesHits: true
) { invocation in
    let drawing = try drawn(invocation)
    guard let file = invocation.arguments.text("file") else { return .result(drawing) }
    guard let format = ["svg", "html"].first(where: { file.hasSuffix(".\($0)") }) else {
        throw QueryFailure(
            .cannotPlot, at: invocation.range,
            LocalizedText("plot writes .svg and .html, not \(file)", zh: "图 只写 .svg 与 .html，不写 \(file)"),
            advice: LocalizedText("… | plot file=\(stem(file)).svg", zh: "… ｜ 图 文件=\(stem(file)).svg"))
    }
    return .effect(.export(drawing, format: format, file: file))
}

private func stem(_ file: String) -> String {
    guard let point = file.lastIndex(of: "."), !file[point...].contains("/") else { return file }
    return String(file[..<point])
}

/// What comes in as a table that is drawn; one that is drawn already stays as it is, unless the arguments say otherwise.
func drawn(_ invocation: Invocation) throws -> QueryResult {
    if case .table(let table) = invocation.input, case .plot = table.style, invocation.arguments.named.keys.allSatisfy({ $0 == "file" }) {
        return invocation.input
    }
    switch PlotShape(invocation.inputType, invocation.arguments) {
    case .columns(let plot):
        guard case .table(let table) = invocation.input else { return .nothing }
        return .table(TableResult(archive: table.archive, columns: table.columns, style: .plot(plot), next: table.next))
    case .positions:
        var positions = HitPositions(invocation)
        return .table(
            TableResult(
                archive: invocation.archive, columns: PlotShape.positionColumns, style: .plot(Plot(.strip, axis: 0, values: [1, 2])),
                rows: try positions.rows()))
    case .nothing:
        throw QueryFailure(
            .cannotPlot, at: invocation.range,
            LocalizedText("there is no column of numbers to draw", zh: "没有可画的数列"),
            advice: LocalizedText("count first: … | count by=section | plot", zh: "请先计数：… ｜ 计数 按=节名 ｜ 图"))
    }
}
