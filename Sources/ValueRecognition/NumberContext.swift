import Documents

/// Words that begin with a numeral and write no number: they are passed over whole. In folded characters.
enum NumeralWords {
    static let excluded: [StaticString] = [
        // Adverbs and pronouns.
        "一些", "一般", "一样", "一定", "一起", "一直", "一切", "一向", "一贯", "一旦", "一律", "一致", "一概", "一再", "一共", "一同", "一齐", "一并",
        "一经", "一度", "一道", "一边", "一面", "一方面", "一时", "一下", "一阵", "一番", "一会", "一味", "一举", "一生", "一身", "一路", "一带", "一体",
        "一点", "一部分", "一系列", "一连串", "一心", "一手", "一口气", "一头", "一旁", "一行人", "一家人", "一席话", "一席之地", "一把手", "一线", "一流", "一等",
        "一个劲", "一对一", "一次性", "一揽子", "一窝蜂", "一股脑", "一块儿", "一号文件", "一级", "一代", "一两", "十分", "十足", "十字", "百般", "万一", "万岁", "万分", "千万",
        // Idioms.
        "一心一意", "一点一滴", "一举一动", "一言一行", "一模一样", "一年一度", "一成不变", "一席", "一分为二", "一石二鸟", "一步一个脚印", "一手一足", "两面派", "两口子",
        "两面三刀", "三三两两", "三心二意", "三言两语", "三番五次", "三番两次", "三令五申", "三五成群", "三位一体", "三头六臂", "三级跳", "三天两头", "三年五载",
        "四面八方", "四分五裂", "四通八达", "五花八门", "五颜六色", "五光十色", "五湖四海", "五体投地", "七手八脚", "七上八下", "七嘴八舌", "八面玲珑", "八仙过海",
        "九牛二虎", "九死一生", "十全十美", "十万火急", "十万八千里", "百里挑一", "千方百计", "千家万户", "千军万马", "千言万语", "千千万万", "千条万条", "万里长征",
        "万里长城", "万水千山", "成千上万", "一五一十", "一清二楚", "一穷二白", "二十四节气", "三十六计", "百分点", "三十而立",
        // Names.
        "三个代表", "四人帮", "八路军", "三角", "四边形", "两院院士", "三军", "三里屯", "三里河", "八里庄", "三元里", "五台山", "三门峡", "五门", "七台河", "九台",
        "六盘", "六盘水", "六盘山", "八宝山", "十三陵", "九寨沟", "二道江", "二道河", "三道沟", "五指山", "五棵松", "一号", "四部", "三部曲", "三八", "五一", "六一",
        "七一", "八一", "十一期间", "十一长假", "十一黄金周", "十字街", "十里堡", "九三学社", "四书五经", "三字经", "百家姓", "千岛湖", "二人转", "二号人物", "三号人物",
        "三轮车", "三节棍", "三本书", "四合院", "五月花", "一日千里", "四环素", "三环", "二环", "四环", "九层塔", "五角",
    ]

    static let lexicon = Lexicon(excluded.map { ($0, true) })
}

extension GlyphReader {
    /// Characters behind which 一 is a part of a word or a determiner: 统一, 进一步, 这一年, 每一个.
    private static let beforeOne: Set<Glyph> = Set(
        "统唯惟同单专逐万其之不划某每这那另任进初哪".unicodeScalars.map { Glyph($0.value) })

    /// The numeric expression at `offset` if what stands around it allows one; otherwise nil, and where to go on.
    func numericExpression(at offset: Int) -> (found: NumericExpression?, next: Int) {
        if let word = NumeralWords.lexicon.longest(at: offset, in: self) { return (nil, word.end) }
        guard let reading = number(at: offset) else { return (nil, afterNumeral(at: offset)) }
        guard !isInsideWord(reading) else { return (nil, max(reading.end, afterNumeral(at: offset))) }
        let measure = measure(at: reading.end)
        guard reading.standsAlone || isCounted(reading, measure) else { return (nil, afterNumeral(at: offset)) }
        let expression = NumericExpression(
            span: Span(reading.start, reading.end), kind: reading.kind, value: reading.low, high: reading.high,
            measure: Span(reading.end, reading.kind == .percent ? reading.end : measure ?? reading.end))
        return (expression, reading.end)
    }

    /// Behind the numeral characters at `offset`; behind one character where it is none.
    private func afterNumeral(at offset: Int) -> Int {
        var place = glyph(at: offset).next
        guard numeral(at: offset).kind != .none else { return place }
        while numeral(at: place).kind != .none { place = glyph(at: place).next }
        return place
    }

    /// Whether letters, digits or numerals stand so close that the number is a part of something else: F-16, 1.2.3, 十二五.
    private func isInsideWord(_ reading: NumberReading) -> Bool {
        let before = glyph(before: reading.start)
        let after = glyph(at: reading.end).glyph
        if glyph(at: reading.start).glyph == 0x2D {
            return !(before == 0 || before == 0x20 || before == 0x28 || before == 0x3A || before == 0x3001 || before == 0x4E3A)
        }
        if reading.isArabic {
            if before.isLetter || before == 0x5F { return true }
            if before == 0x2D || before == 0x2E || before == 0x2F {
                let earlier = glyph(before: self.offset(before: reading.start))
                if earlier.isLetter || earlier.isDigit { return true }
            }
            if after.isLetter, measure(at: reading.end) == nil { return true }
            let next = glyph(at: glyph(at: reading.end).next).glyph
            return (after == 0x2E || after == 0x2D) && next.isDigit && reading.kind != .range
        }
        if reading.kind == .ordinal { return false }
        return isInsideHanWord(reading, before, after)
    }

    private func isInsideHanWord(_ reading: NumberReading, _ before: Glyph, _ after: Glyph) -> Bool {
        let first = numeral(at: reading.start).kind
        if case .digit(1) = first, reading.glyphs == 1, GlyphReader.beforeOne.contains(before) { return true }
        if reading.glyphs == 1, before == 0x521D { return true }
        switch numeral(at: self.offset(before: reading.start)).kind {
        case .none, .arabic, .vague: break
        case .digit, .small, .large, .tens, .financialDigit, .financialUnit: if reading.start > start { return true }
        }
        switch numeral(at: reading.end).kind {
        case .digit, .tens, .small, .large, .arabic: return true
        // 十五大: the fifteenth congress.
        case .none: return after == 0x5927 && reading.glyphs > 1
        case .vague, .financialDigit, .financialUnit: return false
        }
    }

    /// Whether a short numeral is made a number by the measure word behind it.
    private func isCounted(_ reading: NumberReading, _ measure: Int?) -> Bool {
        if reading.isPlaces, reading.glyphs > 1 { return isPlaceNumber(reading, measure) }
        guard let measure else { return false }
        guard reading.glyphs == 1, reading.kind == .integer else { return true }
        if let weak = MeasureTable.notBehindSingle.longest(at: reading.end, in: self), weak.end == measure { return false }
        let isOne = has("一", at: reading.start)
        if isOne, let weak = MeasureTable.notBehindOne.longest(at: reading.end, in: self), weak.end == measure { return false }
        return true
    }

    /// 二○三, 一九九九: three digits with a zero or a measure, or four and more. Two digits are names: 五四, 七七.
    private func isPlaceNumber(_ reading: NumberReading, _ measure: Int?) -> Bool {
        guard reading.glyphs > 2 else { return false }
        return reading.glyphs > 3 || measure != nil || containsZero(reading)
    }

    private func containsZero(_ reading: NumberReading) -> Bool {
        var place = reading.start
        while place < reading.end {
            let (kind, next) = numeral(at: place)
            if kind == .digit(0) || kind == .arabic(0) { return true }
            place = next
        }
        return false
    }
}

extension Glyph {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}
