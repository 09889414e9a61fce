/// What 变A为B and 化A为B are told by.
enum ChangedWords {
    /// What may stand before 变 where it is a verb of its own.
    private static let before = WordList("要 使 将 能 能够 可以 可 就 而 来 去 并 应 应当 必须 努力 积极 逐步 善于 真正 切实 尽快 一定 、 “ 「 ” 从而 及时 主动 于 是 和")
    /// Words that begin with 变 or 化 and take no object here.
    private static let words = WordList(
        "变化 变动 变成 变为 变得 变了 变更 变革 变形 变换 变迁 变质 变幻 变数 变异 变态 变电 变相 变卖 变压器 变造 变法 变种 变局 变故 变通 变本 化学 化工 化肥 化验 化石 化解 化妆 化纤 化疗 化名 化身 化装 化作 化为 化成 变作")

    private static let notInThing = Characters("了着过是、")

    /// Whether the 变 or 化 at `index` begins the construction.
    static func mayBegin(_ index: Int, in clause: Range<Int>, of passage: Passage) -> Bool {
        guard words.length(at: index, in: clause, of: passage) == nil else { return false }
        return index == clause.lowerBound || before.length(endingAt: index, in: clause, of: passage) != nil
    }

    /// Whether A is one thing and no statement.
    static func isOneThing(_ range: Range<Int>, of passage: Passage) -> Bool {
        !range.contains { Mark.isBlank(passage.scalars[$0]) || notInThing.contains(passage.scalars[$0]) }
    }

    /// B ends with its part of the clause; and at a 的, where A has none: 变人治为法治的重要途径.
    static func goal(_ range: Range<Int>, like from: Range<Int>, of passage: Passage) -> Range<Int> {
        let end = range.first { passage.scalars[$0] == Mark.pause || passage.scalars[$0] == 0x800C } ?? range.upperBound
        var goal = range.lowerBound..<end
        if !passage.holds(Han.particle, in: from), let particle = goal.first(where: { passage.scalars[$0] == Han.particle }) {
            goal = goal.lowerBound..<particle
        }
        return passage.trimmed(ShiftWords.endings.trimmingEnd(goal, of: passage))
    }
}
