/// An announced count: 四项主要任务, 以下三点, 几个方面的工作.
struct Announcement {
    /// From the number to the mark behind what is counted.
    let range: Range<Int>
    /// The same without a verb behind what is counted: 几个问题, of 几个问题规定如下.
    let name: Range<Int>
    /// How many; nil for 几 and 若干.
    let number: Int?
    /// Whether characters are counted, 八字方针.
    let countsCharacters: Bool
    /// Whether it says that points follow: 以下, 有, 抓好.
    let hasCue: Bool
}

extension Passage {
    /// What may be an announcement, in text order: a number from 2 on, a measure word, and what is counted.
    var announcements: [Announcement] {
        var found: [Announcement] = []
        var index = 0
        while index < count {
            if let announcement = announcement(at: index) {
                found.append(announcement)
                index = announcement.range.upperBound
            } else {
                index += max(1, numeral(at: index)?.length ?? 1)
            }
        }
        return found
    }

    private func announcement(at index: Int) -> Announcement? {
        let number = numeral(at: index)
        let length = number?.length ?? AnnouncementWords.indefinite.length(at: index, in: index..<count, of: self) ?? 0
        guard length > 0, number.map({ $0.value > 1 && $0.value < 100 }) ?? true, isFree(index) else { return nil }
        let start = index + length
        guard let measure = AnnouncementWords.measures.length(at: start, in: start..<count, of: self) else { return nil }
        let behind = start + measure
        guard AnnouncementWords.notCounted.length(at: behind, in: behind..<count, of: self) == nil else { return nil }
        guard isCount(index, number?.value, measure: start, behind) else { return nil }
        let countsCharacters = scalars[behind - 1] == 0x5B57
        // 红十字, 十字路口: of characters only those of a watchword are counted.
        guard !countsCharacters || AnnouncementWords.watchwords.length(at: behind, in: behind..<count, of: self) != nil else { return nil }
        let isTime = scalars[start] == 0x70B9 && AnnouncementWords.beforeHours.length(endingAt: index, in: 0..<index, of: self) != nil
        guard !isTime else { return nil }
        let end = endOfNoun(behind)
        // 三项费用用于以下方面: what is listed has no number.
        guard AnnouncementWords.listings.first(in: behind..<end, of: self) == nil else { return nil }
        return Announcement(
            range: index..<end, name: index..<(AnnouncementWords.verbs.first(in: behind..<end, of: self)?.lowerBound ?? end),
            number: number?.value,
            countsCharacters: countsCharacters, hasCue: hasCue(before: index))
    }

    /// 两 counts, 二 does so only behind a cue (二类口岸 are those of the second class); and 十六大 is a congress.
    private func isCount(_ index: Int, _ number: Int?, measure: Int, _ behind: Int) -> Bool {
        if scalars[index] == 0x4E8C, measure == index + 1 {
            return AnnouncementWords.leads.length(endingAt: index, in: 0..<index, of: self) != nil
        }
        guard scalars[measure] == 0x5927, let number, number > 6 else { return true }
        return number <= 10 && AnnouncementWords.behindCongress.length(at: behind, in: behind..<count, of: self) == nil
    }

    /// Not part of a longer number, an ordinal or a fraction: 第三个, 百分之三, 1.5.
    private func isFree(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = scalars[index - 1]
        guard !isDigit(before), !AnnouncementWords.notBefore.contains(before) else { return false }
        return !(before == Mark.pause && index > 1 && numeral(at: index - 2) != nil)
    }

    private func endOfNoun(_ start: Int) -> Int {
        var end = start
        while end < count, end - start < 16 {
            let scalar = scalars[end]
            let isMark = Mark.endsClause(scalar) || scalar == Mark.pause || Mark.isOpener(scalar) || Mark.isCloser(scalar)
            if isMark || Mark.isBlank(scalar) || scalar == 0xFF08 || scalar == 0x300A { break }
            end += 1
        }
        return end
    }

    private func hasCue(before index: Int) -> Bool {
        let near = max(0, index - 12)..<index
        let clause = (near.last { Mark.endsClause(scalars[$0]) }).map { $0 + 1..<index } ?? near
        return AnnouncementWords.cues.first(in: clause, of: self) != nil
    }
}

/// What announcements are written with.
private enum AnnouncementWords {
    static let notBefore = Characters("第之百千万亿零点.两几数余多年月上前后头近每同另")
    static let watchwords = WordList("方针 口号 诀 经 原则 精神 要求 真言 令 宪法 格言 校训 要诀 ： 的方针 的口号 的要求 的原则")
    static let behindCongress = WordList("和 以来 以后 精神 报告 提出 召开 上 的 、 会议 路线 关于 通过 文件 ， 。 代表")
    static let leads = WordList("以下 下列 如下 下面 下述 这")
    static let listings = WordList("以下 下列")
    /// Where what is counted ends, and a verb begins: 几个问题规定如下.
    static let verbs = WordList("作如下 规定如下 说明如下 通知如下 解释如下 批复如下 公告如下 决定如下 作出如下 如下")
    static let indefinite = WordList("几 若干")
    static let measures = WordList("个方面 方面 个 项 条 点 大 种 类 件 步 句话 句 个字 字 层 部分 阶段 环节")
    /// Units of time and quantity that stand behind 个 or 大 and are counted without being listed.
    static let notCounted = WordList("工作日 交易日 日 周 课时 学分 月 小时 星期 礼拜 世纪 季度 百分点 钟头 年头 学期 学年 昼夜 多 余 以上 以下 左右 之一 之多 钟 半 整 天")
    static let beforeHours = WordList("上午 下午 凌晨 早晨 早上 晚上 晚 中午 清晨 午夜 夜里")
    static let cues = WordList(
        """
        以下 下列 如下 下面 这 有 是 为 出现 实现 完成 抓好 抓住 抓 做好 搞好 处理好 做到 主要 包括 分 具体 提出 存在 着重 采取 规定 要求 坚持 明确 落实 突出 强调 围绕 注意 解决 注重 建立 通过 制定 达到 即 从 在 办 干
        """)
}
