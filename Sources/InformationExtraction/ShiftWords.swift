/// What shifts are written with.
enum ShiftWords {
    static let origins = WordList("从 由 自")
    /// Words with 从, 由 or 自 that begin no shift.
    static let notOrigins = WordList(
        """
        从事 从而 从此 从来 从容 从属 从前 从中 从业 从军 从政 从头 从未 服从 听从 顺从 随从 遵从 盲从 跟从 无从 自从 信从 侍从 依从
        由于 由此 由来 由衷 自由 理由 缘由 事由 经由 因由 不由 任由 案由 来由 根由 情由 自己 自然 自我 自身 自治 自主 自觉 自力 自动 自愿 自卫 自立 自强 自信 自行 自杀
        各自 独自 亲自 私自 擅自 来自 出自 源自 发自 自上 自下 自古 自始 自发 自产 自救 自决 自居 自重 自制 自学 自费 自给 自食 自尊 自豪 自满 自留 自负 自选 自筹
        """)
    static let connectors = WordList("向着 朝着 向 到 往 朝")
    static let notConnectors = WordList(
        """
        方向 倾向 面向 导向 走向 动向 趋向 去向 转向 志向 内向 外向 意向 向往 向上 向下 向前 向后 向来 一向 偏向 定向 流向 风向 奔向 通向 指向 推向 引向 投向 纵向 横向 双向 单向 逆向 向心力 向阳
        达到 得到 受到 看到 做到 感到 遇到 找到 直到 到达 到处 到底 到位 到期 到来 到会 想到 提到 收到 见到 听到 起到 等到 没到 谈到 碰到 回到 来到 办到 学到 用到 说到 拿到 认识到 周到 遭到 迟到 签到 报到 接到 占到 涉及到
        往来 往往 以往 交往 来往 前往 向往 往事 往年 往后 过往 朝鲜 朝代 王朝 今朝 清朝 明朝
        """)
    /// Verbs and nouns of change that stand behind 从A向B.
    static let changes = WordList("转变 转移 过渡 转化 转型 转轨 转换 演变 演化 飞跃 跨越 转折 嬗变 蜕变 升华")
    /// Behind these the change is a transfer of property or money.
    static let transfers = WordList("支付 登记 申请 手续 所有权 财产 资金 使用权 占有")
    /// Verbs that stand between A and B themselves, as in 由A转为B.
    static let becoming = WordList(
        """
        修改为 更改为 变更为 调整为 改组为 改编为 转变为 转变成 转变到 转化为 转化成 转换为 转换成 转移到 转为 转成 转到 转向 转入 变为 变成 变作 改为 改成 改造为 改造成 走向 过渡到 过渡为 演变为 演变成 演变到 上升为 升华为 升华到 飞跃到
        转移至 转变至 跨入 步入
        """)
    /// What may stand between B and the noun of change behind 的.
    static let changeQualities = WordList(
        "历史性 历史 根本性 根本 重大 伟大 战略性 战略 深刻 全面 巨大 两个 双重 成功 顺利 彻底 新的 这一 这个 具有 决定意义 决定性 两次 三个 初步 平稳 逐步 的 一次 一个 又一次")
    /// Nouns that 的 joins to a whole shift: 由农业国变为工业国的过程.
    static let heads = WordList(
        """
        过程 历史过程 历史 道路 时期 阶段 关键 标志 问题 目标 方针 情况 情况下 条件 途径 重要途径 必由之路 原因 可能 可能性 趋势 必要性 根本 成就 经验 设想 步伐 要求 进程 历史进程 任务 时代 重要性 意义 主张 局面 时候 办法 措施
        """)
    /// Words that show that 到B is a range and no goal: 从思想到行动都要转变.
    static let inclusives = WordList("都 也 均 全 皆 无不 必须 要 应 应当 进行 开始 不断 实行")
    /// Ends of what comes before the origin that are no part of what changes.
    static let predicates = WordList(
        """
        正在 正 逐步 逐渐 逐步地 已经 已 早已 开始 必须 应当 应该 应 将要 将 实现了 实现 完成了 完成 发生了 发生 经历了 经历 也 都 还 就 才 又 能够 能 可以 可 迅速 尽快 加快 基本 基本上 初步 要 需要 了 均 全面 真正 着 顺利 成功地 今后 现在 由 从 尽可能 一定要 一定 正处在 处在 处于 正处于 正在经历 面临 对于 指 因
        """)
    /// Behind these begins what is changed: 把工作重点从…, 推动经济增长方式由….
    static let causatives = WordList("把 使 将 让 令 推动 促进 促使 加快 加速 实现 完成 引导 推进 带动 为了 通过 表明 说明 标志着 关于 意味着 是 了")
    /// Beginnings of clauses that are no part of what changes.
    static let openings = WordList(
        "因此 因而 而且 并且 但是 但 而 并 同时 于是 所以 要 必须 一是 二是 三是 四是 五是 六是 一要 二要 三要 第一 第二 第三 第四 第五 即 就是 也 如 比如 例如 其中 、 和 与 及 以及 或 还 又 目前 当前 近年来 现在"
    )
    static let endings = WordList("上来 上去 中来 中去 了 上 的")
    /// With 由…到…, opposites that name a change without a verb.
    static let opposites: [(Phrase, Phrase)] = {
        let pairs = """
            弱强 乱治 穷富 贫富 衰盛 小大 少多 低高 旧新 败胜 退进 劣优 无有 散聚 粗精 浅深 慢快 被动主动 落后先进 封闭开放 分散集中 单一多样 贫穷富裕 贫弱富强 软弱坚强 幼稚成熟 无序有序 粗放集约 失败胜利 分裂统一 人治法治
            """
        return pairs.split { $0 == " " || $0.isNewline }.map { String($0).phrase }.map {
            (Phrase($0[..<($0.count / 2)]), Phrase($0[($0.count / 2)...]))
        }
    }()
    /// Behind these 从 says since when.
    static let sinces = WordList("起 以来 以后 之后 开始 后 时 之日")
    /// In B these show that 从 counts from a day: 从决定转为普通程序次日起计算.
    static let countings = WordList("日起 起算 起计算 起执行 起施行")
    /// Where B ends and something else begins.
    static let ends = WordList("或者 从而 并且 以及 而且 、由 、从 ，")
    static let one = WordList("一个 一种 一次")
    static let another = WordList("另一个 另一种 又一个 又一种 新的 一个 一种 又一次 另一次")
    /// Letters of quantities and times: what is made of these alone is no state.
    static let quantity = Set("0123456789０一二两三四五六七八九十百千万亿零〇年月日号时分秒岁元角吨亩斤米里倍个几多余世纪初末底前后代以第期季度旬上中下半％%‰.点人次名".phrase)
    /// What may stand behind opposites, and between the parts of a list.
    static let afterOpposite = Characters("、的地和与并而再")
    static let joints = Characters("、和与及再")
    /// In A these show somebody who acts, and no state: 由国务院决定转为….
    static let acts = WordList("决定 批准 下达 按照 依照 根据 有计划 经地质 宣布")
    static let doers = Characters("将把")
}
