/// What speech is introduced with.
enum SayingWords {
    static let verbs = WordList(
        """
        说 讲 指出 强调 说道 讲道 写道 问道 答道 喊道 叫道 笑道 叹道 认为 表示 提出 要求 谈到 讲到 提到 宣布 声明 回答 题词 号召 重申 指示 批示 宣称 声称 称 问 答 高呼 大喊 喊 呼吁 讲话 发言 致词 致辞 建议 承认 解释 补充 感叹 赞扬 称赞 批评 教导 训示 论述 坦言 断言 告诫
        透露 规定 写着 答复 反问 追问 提问 质问 主张 要求道 强调指出 总结 概括 概括为 论断 写 唱道 念道 想 心想 下令 命令 电告 声言 扬言 叫嚷 嚷道 狂叫 供认 诬蔑
        """)
    /// Words that end like a verb of saying and are none.
    static let notVerbs = WordList(
        """
        小说 学说 传说 据说 听说 来说 比如说 例如说 就是说 也就是说 再说 解说 虽说 胡说 演说 不用说 可以说 应该说 应当说 总的说 一般说 具体说 换句话说 名称 简称 职称 号称 人称 统称 著称 通称 堪称 全称 总称 访问 慰问 疑问 学问 顾问 请问 试问 过问
        描写 编写 填写 书写 抄写 拼写 撰写 大写 小写 报答 演讲 理想 思想 设想 感想 幻想 梦想 联想 空想 着想
        """)
    /// Verbs with the one who is spoken to behind them.
    static let addressing = WordList("告诉 教导 教育 勉励 嘱咐 叮嘱 告诫 提醒 鼓励 号召 要求 警告 通知 质问 询问 指示 责问 安慰")
    /// Prepositions with the one who is spoken to, before the verb.
    static let prepositions = WordList("对 向 跟 同 给 冲着 对着 当着")
    /// Who is spoken to without a verb of saying behind: 教导我们.
    static let addressees = WordList(
        """
        我们 我 你们 你 他们 她们 他 她 大家 人们 人民 全党 同志 同志们 干部 群众 记者 战士 战士们 学生 学生们 孩子 孩子们 客人 代表 代表们 青年 党员 工人 农民 社员 官兵 全国人民 世人 后人 读者 听众 朋友 朋友们 青年们 工人们
        """)
    static let particles = WordList("着 了 过 道 的 所 那样 的那样 得好 得对 得很 过的 到 时")
    static let adverbs = WordList(
        """
        最近 今天 昨天 日前 近日 曾经 曾 又 还 也 一再 多次 反复 再三 深刻地 深刻 明确地 明确 特别 着重 同时 就 都 已 已经 接着 当时 一贯 郑重 郑重地 常 常常 经常 总是 总 再次 最后 首先 然后 这样 是这样 公开 严正 严肃 诚恳 庄严 高度 进一步 继续 连声 大声 高声 低声 轻声
        异口同声地 语重心长地 意味深长地 满怀深情地 满怀信心地 斩钉截铁地 激动地 高兴地 严肃地 热情地 风趣地 笑着 哭着 含着泪 所 早就 早 才 便 则 一致 亲切地 亲切 坚定地 幽默地 自豪地 感慨地 当即 随即 立即 马上 连忙 边走边 不止一次地 曾多次 经常这样 为此 由此 就此 因此
        非常 十分 兴奋地 兴奋 强烈 精辟地 精辟 英明地 一针见血地 尖锐地 不断 一语道破 清楚地 庄严地 气愤地 愤怒地 去年 今年 前天 早在 在会上 在讲话中 在报告中 在信中 在文章中 在会见时 会上
        """)
    static let openings = WordList(
        "据 正如 诚如 就像 像 如 例如 又如 比如 但是 但 而 而且 于是 因此 同时 所以 接着 然后 最后 这时 当时 有一次 用 按照 根据 随后 对此 为此 其中 正像 恰如 后来 近来 最近 今天 昨天 日前 近日 会上 现在 、 和 一是 二是 记得 从前 过去 无怪 难怪 可是 不过 可"
    )
    static let notNames = WordList("了 着 过 这 那 并 也 都 不 就 又 还 要 可以 能 应 应该 必须 有 没有 所 是 被 把 为 的 怎么 什么 如何 怎样 这里 可 该 一 一再 再 更 最 很 而 且 或 如 即 之")
    /// Words that 在 or 对 is a part of.
    static let notPrepositions = WordList(
        "存在 现在 正在 所在 内在 实在 潜在 反对 面对 针对 相对 绝对 敌对 对于 对象 对方 核对 同志 同学 同胞 同事 共同 合同 同盟 同人 方向 跟前 同乡 大同 胡同 陪同 会同 志向 向来 向导 向阳 一向")
    /// Behind 据: 据李明介绍.
    static let reports = WordList("介绍 透露 反映 报道 分析")
    static let labels = Characters("问答")
    /// Ends of clauses that only lead over to a quotation.
    static let links = Characters("是即话")
    /// Ends of 在……中.
    static let closers = Characters("上中时里后")
}
