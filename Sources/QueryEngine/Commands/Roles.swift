import Documents
import InformationExtraction
import QueryLanguage
import SourceText

let rolesCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("roles", zh: "角色"), shape: .values,
        accepts: FlowKind.textUnits, gives: LocalizedText("a table: who, role", zh: "表：谁、角色"),
        output: { _, _ in .table(roleColumns, hasRegions: true) },
        summary: LocalizedText("who is what: 以…为核心, 在…领导下, …共同参与", zh: "谁是什么：以…为核心、在…领导下、…共同参与"),
        explanation: LocalizedText(
            "Reads who is given which part: 以A为核心 with its list (、B为基础、C为主体), 在A领导下, A共同参与, 由A负责 or 牵头, A是…的基础, A任主席, A在…中的领导核心作用, and lists of three or more parts (党委领导、政府负责、社会协同). Means and ends are no roles: 以…为指导, 为重点, 为内容, 为宗旨 are left out; find 以…为… has them. Rows know their place: show, cite and select para work.",
            zh:
                "读出谁担当什么：以A为核心及其并列（、B为基础、C为主体），在A领导下，A共同参与，由A负责、牵头，A是…的基础，A任主席，A在…中的领导核心作用，以及三项以上的分工并列（党委领导、政府负责、社会协同）。手段与目的不算角色：以…为指导、为重点、为内容、为宗旨不列，可用 找 以…为…。各行记得出处，可用 显示、出处、选 段号。"
        ),
        examples: [
            Example("section 新的格局 | roles", gives: "who\trole\n区（县）委\t领导\n街道（镇）党工委\t核心\n居民区党组织\t基础\n社区全体党员\t主体\n社区内各类基层党组织\t共同参与"),
            Example("roles | where role = 领导核心 | select para, who", gives: "para\twho\n5\t街道党组织\n15\t街道党工委"),
        ])
) { invocation in
    statements(
        roleColumns, invocation,
        isEmpty: {
            invocation.context.note(
                LocalizedText(
                    "nobody is given a role here: help roles lists the constructions that are read", zh: "此处没有写明谁担当什么：帮助 角色 列出所读的句式"))
        },
        find: { paragraph, shard in
            let text = invocation.archive.shards[shard].text
            return roleAssignments(in: invocation.passage(paragraph, ofShard: shard)).map { assignment in
                invocation.statement(
                    [.text(text.string(assignment.who)), .text(text.string(assignment.role))], at: assignment.extent, in: paragraph,
                    ofShard: shard)
            }
        })
}

private let roleColumns = [Column("who", zh: "谁", .text), Column("role", zh: "角色", .text)]
