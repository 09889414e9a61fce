import Documents
import QueryLanguage
import SourceText

let freqCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("freq", zh: "词频"), shape: .series,
        positional: [
            Parameter(
                BilingualName("patterns", zh: "模式"), .pattern, required: true, repeated: true,
                LocalizedText("what to count; commas between several", zh: "要计的模式，几个之间用逗号"))
        ],
        named: [
            byParameter,
            Parameter(
                BilingualName("per", zh: "每"),
                .choice([BilingualName("万字", zh: "万字", aliases: ["10000"]), BilingualName("units", zh: "单位")]), default: "万字",
                LocalizedText("what rates are per: 10,000 characters or units", zh: "比率的分母：万字或单位")),
            exceptParameter, .exact,
        ],
        accepts: FlowKind.textUnits, gives: LocalizedText("a table", zh: "表"),
        output: { _, arguments in .table(freqColumns(arguments), hasRegions: false) },
        summary: LocalizedText("how often, with the denominator", zh: "出现次数，连同分母"),
        explanation: LocalizedText(
            "Counts the hits of each pattern, by the values of fields where by= is given, with the number of characters they are found in and the rate per 10,000 of them (or per unit). Groups without a hit are listed with 0.",
            zh: "计各模式的命中次数，有 by= 则按字段分组，并给出所在文字的字数与每万字（或每单位）之比。没有命中的组也列出，为 0。"),
        examples: [
            Example(
                "freq 群众 by=section",
                gives:
                    "section\t群众\tcharacters\tper 10,000\n引言\t1\t437\t22.8833\n新的探索\t2\t660\t30.303\n新的目标\t3\t459\t65.3595\n新的任务\t11\t707\t155.587\n新的格局\t3\t441\t68.0272"
            ), Example("freq 党员, 群众", gives: "pattern\thits\tcharacters\tper 10,000\n党员\t14\t2704\t51.7751\n群众\t20\t2704\t73.9645"),
        ])
) { invocation in
    let arguments = invocation.arguments
    let fields = arguments.fields("by")
    let tally = try GroupTally(arguments.patterns, invocation, of: fields) { row, _ in
        fields.map { row.value($0) }
    }
    try noteAbsent(arguments.patterns, hits: { index in tally.hits.reduce(0) { $0 + $1[index] } }, invocation)
    let perUnit = arguments.choice("per") == "units"
    let rows =
        fields.isEmpty
        ? freqRows(arguments.patterns, tally, perUnit) : freqRows(by: fields, arguments.patterns, tally, perUnit)
    return .table(TableResult(archive: invocation.archive, columns: freqColumns(arguments), rows: rows))
}

private func freqRows(_ patterns: [BoundPattern], _ tally: GroupTally, _ perUnit: Bool) -> [TableRow] {
    patterns.enumerated().map { index, pattern in
        guard tally.groups.count > 0 else { return TableRow([.text(pattern.label), .integer(0), .integer(0), .empty]) }
        return TableRow([
            .text(pattern.label), .integer(tally.hits[0][index]), .integer(tally.denominator(0, perUnit: perUnit)),
            tally.rate(index, 0, perUnit: perUnit),
        ])
    }
}

private func freqRows(
    by fields: [FieldReference], _ patterns: [BoundPattern], _ tally: GroupTally, _ perUnit: Bool
) -> [TableRow] {
    tally.groups.sorted(kinds: fields.map(\.column.kind)).map { key, place in
        var cells = key + tally.hits[place].map(Cell.integer)
        cells.append(.integer(tally.denominator(place, perUnit: perUnit)))
        cells += patterns.indices.map { tally.rate($0, place, perUnit: perUnit) }
        return TableRow(cells)
    }
}

private func freqColumns(_ arguments: BoundArguments) -> [Column] {
    let perUnit = arguments.choice("per") == "units"
    let denominator = perUnit ? Column("units", zh: "单位数", .number) : Column("characters", zh: "字数", .number)
    let rate = perUnit ? ("per unit", "每单位") : ("per 10,000", "每万字")
    let fields = arguments.fields("by").map(\.column)
    guard !fields.isEmpty else {
        return [
            Column("pattern", zh: "模式", .text), Column("hits", zh: "次数", .number), denominator,
            Column(rate.0, zh: rate.1, .number),
        ]
    }
    let labels = arguments.patterns.map(\.label)
    let rates =
        labels.count == 1
        ? [Column(rate.0, zh: rate.1, .number)]
        : labels.map { Column("\($0) \(rate.0)", zh: "\($0) \(rate.1)", .number) }
    return fields + labels.map { Column(verbatim: $0, .number) } + [denominator] + rates
}
