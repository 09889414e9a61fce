import Documents
import QueryLanguage
import SourceText

/// How many rows are wanted.
private let rowCount = Parameter(
    BilingualName("n", zh: "行数"), .integer(0...1_000_000_000), default: "10", LocalizedText("how many rows", zh: "要几行"))

/// `limit`: the first rows. Nothing behind them is read.
let headCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("head", zh: "前"), shape: .values,
        positional: [rowCount],
        accepts: FlowKind.rows, gives: LocalizedText("the same", zh: "同类"), output: FlowType.same,
        summary: LocalizedText("the first rows", zh: "开头的若干行"),
        explanation: LocalizedText(
            "Gives the first n rows, ten where n is left out. What comes after them is not even looked for.",
            zh: "给出前 n 行，不写则十行。其后的内容根本不去查找。"),
        examples: [
            Example(
                "sents | head 2",
                gives: "¶1s1\t编者的话：江泽民同志最近在上海考察社区党建工作时指出：社区党建，大有可为。\n¶1s2\t他强调在改革开放和发展社会主义市场经济的新形势下，要适应新的情况，切实加强社区建设，尤其要把社区党建抓好。"),
            Example("sents | head 三 | count", gives: "3"),
        ])
) { invocation in
    let wanted = invocation.arguments.firstInteger ?? 10
    if case .table(let table) = invocation.input { return head(wanted, of: table, invocation) }
    var left = wanted
    let units = invocation.units
    return .units(
        UnitResult(archive: invocation.archive, layer: units.layer, attributes: units.attributes) {
            guard left > 0, let batch = try units.next() else { return nil }
            if batch.count <= left {
                left -= batch.count
                return batch
            }
            defer { left = 0 }
            return batch.selecting(0..<left)
        })
}

private func head(_ wanted: Int, of table: TableResult, _ invocation: Invocation) -> Outcome {
    var left = wanted
    return .table(
        TableResult(archive: invocation.archive, columns: table.columns, style: table.style) {
            guard left > 0, let rows = try table.next() else { return nil }
            defer { left -= min(left, rows.count) }
            return Array(rows.prefix(left))
        })
}

let tailCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("tail", zh: "后"), shape: .values,
        positional: [rowCount],
        accepts: FlowKind.rows, gives: LocalizedText("the same", zh: "同类"), output: FlowType.same,
        summary: LocalizedText("the last rows", zh: "末尾的若干行"),
        explanation: LocalizedText(
            "Gives the last n rows, ten where n is left out, in their order.", zh: "给出后 n 行，不写则十行，次序不变。"),
        examples: [Example("sections | tail 2", gives: "§3\t新的任务\n§4\t新的格局")])
) { invocation in
    let wanted = invocation.arguments.firstInteger ?? 10
    return try invocation.choosingRows { Array($0.indices.suffix(wanted)) }
}

let sampleCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("sample", zh: "抽样"), shape: .values,
        positional: [rowCount],
        named: [
            Parameter(
                BilingualName("seed", zh: "种子"), .integer(0...Int.max), default: "1",
                LocalizedText("the same seed gives the same rows", zh: "种子相同则所抽相同"))
        ],
        accepts: FlowKind.rows, gives: LocalizedText("the same", zh: "同类"), output: FlowType.same,
        summary: LocalizedText("rows drawn at random, in text order", zh: "随机抽取若干行，次序不变"),
        explanation: LocalizedText(
            "Draws n rows without replacement, each as likely as the others, and gives them in their order. The seed decides which: the same seed draws the same rows of the same archive on every machine.",
            zh: "不放回地抽取 n 行，机会均等，按原次序给出。种子决定所抽：同一语料、同一种子，处处相同。"),
        examples: [
            Example("sents | sample 5 seed=42 | count", gives: "5"),
            Example(
                "paras | sample 2 seed=7",
                gives:
                    "¶2\t近几年来，上海市认真贯彻落实党的十五大精神，社区党建工作取得了可喜的成绩。今天，我们编发的就是上海市各级党组织和广大共产党员加强新形势下社区党建工作的可贵探索和实践经验。希望各级党组织都能重视新形势下的社区党建这个新课题，并在不断的探索和实践中创造更多的新经验、好方法。\n¶11\t今后一个时期，上海社区党建工作将着重抓好以下四项主要任务："
            ),
        ])
) { invocation in
    let wanted = invocation.arguments.firstInteger ?? 10
    var random = SplitMix64(state: UInt64(bitPattern: Int64(invocation.arguments.integer("seed") ?? 1)))
    return try invocation.choosingRows { rows in
        var chosen: [Int] = []
        // Selection sampling (Knuth, The Art of Computer Programming, vol. 2, algorithm 3.4.2 S): in order, one pass.
        for index in rows.indices where chosen.count < wanted {
            let left = UInt64(rows.count - index)
            if random.next(upperBound: left) < UInt64(wanted - chosen.count) { chosen.append(index) }
        }
        return chosen
    }
}

/// A small generator that gives the same numbers everywhere (Steele, Lea, Flood: Fast splittable pseudorandom number
/// generators, 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
