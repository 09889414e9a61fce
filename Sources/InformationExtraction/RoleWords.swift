/// What role assignments are written with.
enum RoleWords {
    /// Nouns that name what somebody is among others. Means and ends (指导, 重点, 内容, 宗旨, 目标, 中心, 根据, 动力) are not among them.
    static let nouns = WordList(
        """
        领导核心 政治核心 核心力量 领导力量 领导阶级 核心 主体 主体力量 主导 主导力量 主力 主力军 生力军 先锋 先锋队 先遣队 先锋模范 战斗堡垒 堡垒 骨干 骨干力量 中坚 中坚力量 中流砥柱 柱石 支柱 顶梁柱
        基础 组织基础 阶级基础 群众基础 后盾 坚强后盾 依托 依靠力量 纽带 桥梁 桥梁和纽带 桥梁纽带 领袖 领导者 组织者 领路人 统帅 旗手 龙头 主角 后备军 助手 榜样 模范 表率 示范表率 领导 主人 主人翁 同盟军 支撑 首 班长 带头人
        """)
    /// What may stand between 为 or 是 and the noun.
    static let qualities = WordList(
        "主要 坚强 牢固 根本 共同 重要 直接 唯一 主要的 坚强的 重要的 根本的 我们的 我们党的 直接的 当然的 得力 忠实 最可靠的 最坚定的 基本 强大 强大的 最大 可靠 坚实 坚实的 广泛 雄厚的 组织 政治 群众 阶级")
    /// Behind these the noun is part of a longer one: 核心价值, 基础设施, 基础上.
    static let longer = WordList(
        "要 先 都 席 价值 设施 上 性 地位 工程 教育 科学 知识 产业 理论 工业 课 部分 内容 问题 结构 竞争 技术 利益 之上 作 区 工作 环节 任务 目标 原则 思想 内涵 要义 下 权 干部 班子 人 同志 集体 群众 机关 素质 能力 水平 研究 建设 体制 制度 层 作用"
    )
    /// A behind 以 that begins so is something done: a means, and nobody.
    static let doings = WordList(
        """
        加强 提高 建立 推进 推动 增强 实现 完善 改革 调整 维护 促进 满足 保障 培养 坚持 学习 贯彻 落实 开展 扩大 改善 改进 深化 优化 强化 健全 保持 保证 保护 保卫 解决 抓好 抓 搞好 做好 反对 克服 消灭 消除 团结 组织 动员 发动 发挥
        依靠 吸引 鼓励 争取 取得 形成 构建 创建 创新 发展壮大 巩固 防止 防范 打击 服务 信仰 为 有利于 是否 能否 不 什么
        """)
    /// 在A的……领导下: what may stand between A and the noun.
    static let leadingQualities = WordList("的 坚强 正确 统一 直接 亲切 集中统一 集中 英明 亲自 具体 共同 坚强有力 的 绝对 全面 有力 精心 得力 政治 思想")
    static let leading = WordList("领导 带领 率领 指挥 主持 统率")
    /// Verbs of taking part, behind who does.
    static let joining = WordList("共同参与 积极参与 广泛参与 共同参加 踊跃参与 共同负责")
    /// Verbs of parts in a list: 党委领导、政府负责、社会协同、公众参与.
    static let parts = WordList(
        """
        领导 统一领导 负责 全面负责 具体负责 组织协调 协调 协同 参与 共同参与 积极参与 广泛参与 保障 监督 民主监督 主导 引导 牵头 配合 密切配合 支持 齐抓共管 各负其责 主管 承办 主办 协办 组织实施 监管 统筹 自治 服务 调节 推动 运作
        经营 管理 调控 执行 落实 实施 协作 共治 主抓 具体抓 总负责 包办 指导
        """)
    /// Verbs behind 由A.
    static let charges = WordList("负责 全面负责 具体负责 统一负责 牵头 主持 承办 主办 主管 领导 统一领导 统一指挥 统一协调 统一协调指挥 协调指挥 组织实施 统一管理 归口管理 主编 执笔 带队 挂帅 组织协调 指挥")
    /// Of these verbs those that are said of parts.
    static let tellingParts = WordList(
        "领导 统一领导 负责 全面负责 具体负责 主导 牵头 协同 参与 共同参与 积极参与 广泛参与 齐抓共管 各负其责 配合 密切配合 组织协调 自治 支持 主抓 总负责 共治")
    /// What may stand between A and its verb.
    static let manners = WordList("分别 共同 联合 直接 主要 亲自 专门 全权 依法 具体 统一 全面 各自 一并")
    /// What no name begins with: verbs and links to be taken off.
    static let openings = WordList(
        "因此 因而 所以 但是 但 而 而且 并且 并 必须 应当 应该 应 需要 需 要 使 让 请 由 在 把 将 是 坚持 确保 形成了 形成 建立 建立健全 实行 的 和 以及 又 也 还 都 今后 目前 当前 同时 其中 发展 完善 健全 党的十九大提出 做到 以 即 一是 二是 三是 四是 五是 为 于 、 实施 构建 加强 努力 引导 鼓励 动员 吸引 号召"
    )
    /// 发挥 and the like, before 党员的先锋模范作用.
    static let plays = WordList("发挥 充分发挥 发挥好 发挥了 更好地发挥 进一步发挥 充分发挥了 有效发挥 积极发挥 切实发挥 增强 强化 突出 确立 巩固 起 起着 起到")
    /// Behind the last of these begins the first of a list of parts: 要按照党委统一领导、….
    static let framings = WordList(
        "按照 坚持 形成 形成了 建立 健全 完善 实行 构建 要 应 应当 必须 确保 做到 由 让 使 推动 实现 即 完善了 在")
    static let pronouns = WordList(
        "可以 不再 依法 遵循 综合 公共 这 那 它 它们 其 此 这些 那些 什么 谁 这里 这就 这也 那就 也 就 都 不 才 又 却 还 并 尤其 特别 正 正因为 但 而 一个 之所以 问题 关键 原因 目的 结果 主要 首先 因为 如果 凡 只要 如 或者 无论 不论 不管 的"
    )
    static let offices = WordList(
        """
        主席 副主席 书记 副书记 总书记 总理 副总理 主任 副主任 部长 副部长 省长 副省长 市长 副市长 县长 副县长 委员长 副委员长 组长 副组长 团长 副团长 会长 副会长 理事长 院长 副院长 校长 副校长 局长 副局长 司令员 副司令员 政治委员 政委 总司令 总指挥 副总指挥 秘书长
        副秘书长 总统 副总统 首相 大使 公使 主编 总编辑 社长 经理 总经理 厂长 队长 委员 代表 检察长 审判长 董事长 班长 连长 营长 师长 军长 总工程师 顾问 处长 科长 乡长 镇长 村长 支部书记 发言人 外长 国防部长
        """)
    static let holds = WordList("担任 兼任 出任 就任 继任 连任 任 当选为 当选 被选为 被推选为")
    static let notHolds = WordList("任务 任何 信任 责任 任意 任期 任命 任免 任职 任凭 主任 上任 历任 任性 任教 任用 胜任 现任 委任 聘任 离任 卸任 常任 放任 重任 前任 后任 大任 担任着 任人 任由 任重")
    /// In A of 由A负责 these show that A has a verb of its own.
    static let notInCharge = Characters("将把对向为按依据自")
    static let afterCharge = Characters("、的”』」）")
    /// Ends of 在……中.
    static let closers = Characters("中上里内间下")
    static let notInPart = Characters("在把对的以是为了与向")
    static let function = "作用".phrase
}
