import Documents
import InformationExtraction
import QueryLanguage
import SourceText

let shiftsCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("shifts", zh: "转变"), shape: .values,
        accepts: FlowKind.textUnits, gives: LocalizedText("a table: what, from, to", zh: "表：什么、从、到"),
        output: { _, _ in .table(shiftColumns, hasRegions: true) },
        summary: LocalizedText("what changes into what: 从…向…转变, 由…转为…", zh: "什么变成什么：从…向…转变、由…转为…"),
        explanation: LocalizedText(
            "Reads changes of state: 从A向B转变 (转移, 过渡, 转化 and their like), 实现从A到B、从C到D的转变, 由A转为B (变为, 改为, 走向), 变A为B, and 由A到B of opposites (由弱到强). Ranges of place, time and number are none: 从上海到北京, 从1978年到1992年, 从小到大. Rows know their place: show, cite and select para work.",
            zh:
                "读出状态的改变：从A向B转变（转移、过渡、转化等），实现从A到B、从C到D的转变，由A转为B（变为、改为、走向），变A为B，以及对立之词的由A到B（由弱到强）。地点、时间与数量的起讫不算：从上海到北京、从1978年到1992年、从小到大。各行记得出处，可用 显示、出处、选 段号。"
        ),
        examples: [
            Example("section 新的探索 | shifts", gives: "what\tfrom\tto\n领导方式\t纵向的行政管理模式\t协调、指导、服务方面\n活动方式\t过去的以条为主、条块分割\t条块结合的网络化方向"),
            Example("shifts | count", gives: "2"),
        ])
) { invocation in
    statements(
        shiftColumns, invocation,
        isEmpty: {
            invocation.context.note(
                LocalizedText(
                    "no change from one state to another is stated here: help shifts lists the constructions that are read",
                    zh: "此处没有写明由什么变为什么：帮助 转变 列出所读的句式"))
        },
        find: { paragraph, shard in
            let text = invocation.archive.shards[shard].text
            return shifts(in: invocation.passage(paragraph, ofShard: shard)).map { shift in
                let cells = [shift.what, shift.from, shift.to].map { $0.map { Cell.text(text.string($0)) } ?? .empty }
                return invocation.statement(cells, at: shift.extent, in: paragraph, ofShard: shard)
            }
        })
}

private let shiftColumns = [
    Column("what", zh: "什么", .text), Column("from", zh: "从", .text), Column("to", zh: "到", .text),
]
