import Documents
import QueryLanguage
import SourceText

private let otherSide = Parameter(
    BilingualName("(pipeline) or $name", zh: "（管道）或 $名"), .pipeline, required: true,
    LocalizedText("the other side; it begins from the scope, not from the incoming rows", zh: "另一边；从范围开始，不读前面的行"))

private func setCommand(
    _ name: BilingualName, summary: LocalizedText, explanation: LocalizedText, examples: [Example],
    choose: @escaping @Sendable (_ left: GatheredRows, _ right: GatheredRows, Cancellation) throws -> [Int]
) -> CommandImplementation {
    CommandImplementation(
        CommandDeclaration(
            name, shape: .values, positional: [otherSide], accepts: FlowKind.unitsAndSpans,
            gives: LocalizedText("the same", zh: "同类"),
            output: { input, _ in if case .units(let layer, _) = input { .units(layer) } else { input } },
            summary: summary, explanation: explanation, examples: examples)
    ) { invocation in
        guard let plan = invocation.arguments.plan else { return .result(.nothing) }
        let right = try invocation.replacing(input: invocation.run(plan)).gathered()
        let left = try invocation.gathered()
        return try invocation.regrouped(left.joined(with: right), choose(left, right, invocation.context.cancellation))
    }
}

/// The regions of rows, for looking them up.
private func regions(_ rows: GatheredRows) -> Set<Region> { Set((0..<rows.count).map { rows.region($0) }) }

/// The rows of the left side that are, or are not, on the right.
private func rows(
    of left: GatheredRows, thatAre isWanted: Bool, in right: GatheredRows, _ cancellation: Cancellation
) throws -> [Int] {
    let others = regions(right)
    return try (0..<left.count).filter { index in
        try cancellation.check()
        return others.contains(left.region(index)) == isWanted
    }
}

let unionCommand = setCommand(
    BilingualName("union", zh: "并"),
    summary: LocalizedText("rows of either side", zh: "两边之行，合并"),
    explanation: LocalizedText(
        "The regions that are in one or the other, each once, in text order. Both sides must be of the same layer.",
        zh: "在此或在彼的区域，各取一次，按原文次序。两边须同层。"),
    examples: [Example("paras | grep 核心 | union (paras | grep 主体) | count", gives: "4")]
) { left, right, cancellation in
    let both = left.joined(with: right)
    let regions = (0..<both.count).map { both.region($0) }
    let inOrder = try regions.indices.sorted { a, b in
        try cancellation.check()
        let (x, y) = (regions[a], regions[b])
        if x.shard != y.shard { return x.shard < y.shard }
        // The left one comes first where both have a region, and is kept.
        return x.span != y.span ? x.span < y.span : a < b
    }
    var seen = Set<Region>()
    return inOrder.filter { seen.insert(regions[$0]).inserted }
}

let intersectCommand = setCommand(
    BilingualName("intersect", zh: "交"),
    summary: LocalizedText("rows of both sides", zh: "两边共有之行"),
    explanation: LocalizedText(
        "The regions that are in both, in the order of the left. Both sides must be of the same layer.",
        zh: "两边都有的区域，按左边次序。两边须同层。"),
    examples: [Example("sents | grep 党员 | intersect (sents | grep 群众) | count", gives: "4")]
) { left, right, cancellation in
    try rows(of: left, thatAre: true, in: right, cancellation)
}

let minusCommand = setCommand(
    BilingualName("minus", zh: "差"),
    summary: LocalizedText("rows of the left side only", zh: "只在左边之行"),
    explanation: LocalizedText(
        "The regions of the left that are not on the right. Both sides must be of the same layer.",
        zh: "左边有而右边没有的区域。两边须同层。"),
    examples: [Example("sents | grep 党员 | minus (sents | grep 群众) | count", gives: "5")]
) { left, right, cancellation in
    try rows(of: left, thatAre: false, in: right, cancellation)
}
