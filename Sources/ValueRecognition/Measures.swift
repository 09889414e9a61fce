import Documents

/// Measure words and units that may follow a number, in folded characters. Single ones that mostly mean something else (方, 国, 大, 日) are left out.
enum Measures {
    static let words: [StaticString] = [
        // Money.
        "元", "角", "分钱", "美元", "港元", "日元", "欧元", "马克", "英镑", "法郎", "卢布", "人民币", "块钱", "块", "毛钱", "美分", "圆",
        // Length, area, volume, weight.
        "公里", "里地", "里", "米", "厘米", "毫米", "微米", "海里", "英里", "英尺", "英寸", "华里", "市里", "千米", "丈", "尺", "寸",
        "平方公里", "平方米", "平方厘米", "平方千米", "亩", "公顷", "顷", "市亩", "立方米", "立方公尺", "公尺", "公分", "公升", "毫升", "升",
        "公斤", "斤", "克", "千克", "毫克", "两", "吨", "市斤", "磅", "担", "盎司", "石",
        // Energy, computing, temperature.
        "瓦", "千瓦", "千瓦时", "兆瓦", "千伏", "伏", "马力", "摄氏度", "度", "卡", "千卡", "赫兹", "兆", "字节", "分贝", "级", "℃", "°C",
        "km", "kg", "cm", "mm", "kw", "m", "g", "t", "KW", "MW", "GB", "MB", "KB",
        // People and institutions.
        "人次", "人", "名", "位", "口人", "口", "户", "家", "所", "个", "员", "对", "双", "伙", "帮", "群", "代人", "代", "届", "班", "营", "团",
        "师", "军", "连", "排", "支", "队", "组", "县", "市", "省", "区", "乡", "镇", "村", "州",
        // Kinds and parts.
        "方面", "种", "类", "项", "条", "点", "件", "样", "层", "级", "等", "款", "章", "节", "篇", "部分", "部", "卷", "册", "本", "页", "段", "句", "字",
        "行", "首", "期", "版", "集", "幅", "张", "份", "封", "则", "道", "门", "课", "栏", "号", "大", "步", "面", "边", "角",
        // Things.
        "只", "匹", "头", "条", "棵", "株", "朵", "颗", "粒", "根", "枝", "把", "台", "架", "辆", "艘", "列", "节", "座", "栋", "幢", "间", "套", "堵",
        "扇", "盏", "件", "副", "顶", "块", "片", "面", "枚", "发", "门", "挺", "杆", "杯", "碗", "瓶", "盒", "袋", "箱", "桶", "包", "筐", "串",
        "批", "堆", "束", "股", "线", "笔", "宗", "起", "桩", "处", "眼", "口", "孔", "滴",
        // Times and turns.
        "次", "回", "遍", "趟", "场", "局", "盘", "轮", "番", "顿", "声", "下", "圈", "手", "票", "分", "倍", "成", "折", "岁", "周岁", "席", "桌", "家人",
        "百分点", "个百分点", "标准箱", "时区", "度",
    ]

    /// Measures that with a bare 一 mostly make another word: 一道, 一度, 一下, 一线.
    static let notBehindOne: [StaticString] = [
        "起", "道", "面", "边", "度", "手", "口", "头", "下", "番", "点", "回", "线", "级", "大", "发", "股", "样", "等", "行", "角", "身", "把", "连", "号",
        "字", "步", "片", "样", "代", "员", "军", "师", "团", "帮", "成", "类", "分", "眼", "里", "方", "市", "省", "县", "区", "乡", "镇", "石", "章",
        "排", "声",
    ]

    /// Measures that are names of kinds of place or rank, or parts of words, when they stand behind a single numeral: 四川 is not
    /// in the list above at all; 三里(屯), 五台(山) are excluded as words.
    static let notBehindSingle: [StaticString] = ["分", "成", "角", "等", "军", "师", "连", "排", "团", "省", "市", "县", "区", "州", "里", "石", "员", "折"]
}

extension GlyphReader {
    /// The measure word at `offset`, the longest there is.
    func measure(at offset: Int) -> Int? { MeasureTable.words.longest(at: offset, in: self)?.end }
}

enum MeasureTable {
    static let words = Lexicon(Measures.words.map { ($0, true) })
    static let notBehindOne = Lexicon(Measures.notBehindOne.map { ($0, true) })
    static let notBehindSingle = Lexicon(Measures.notBehindSingle.map { ($0, true) })
}
