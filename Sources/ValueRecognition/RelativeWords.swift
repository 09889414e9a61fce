/// A word whose date depends on the article's, or on what was said before.
enum RelativeWord {
    /// So many days from the article's, with the part of the day.
    case day(Int, StaticString)
    case year(Int)
    case month(Int)
    case week(Int)
    /// 上周末
    case weekend(Int)
    /// 今春: a season of the year so many years away.
    case season(Int, CalendarPart)
    /// 年底, 下半年, 第一季度: of the article's year.
    case yearPart(CalendarPart)
    /// 月底: of the article's month.
    case monthPart(CalendarPart)
    /// 当年, 次日: of what was said before.
    case anaphor(StaticString)
    case past, present, future
    /// 建国以来: from, or up to, a day that is known.
    case since(Int, Int, Int), before(Int, Int, Int)
    /// 本世纪: the century so many away.
    case century(Int)

    /// In folded characters; of those at one place the longest counts.
    static let words = Lexicon<RelativeWord>([
        ("今天", .day(0, "")), ("今日", .day(0, "")), ("今晨", .day(0, "MO")), ("今早", .day(0, "MO")), ("今晚", .day(0, "EV")),
        ("今夜", .day(0, "NI")),
        ("即日", .day(0, "")), ("本日", .day(0, "")), ("昨天", .day(-1, "")), ("昨日", .day(-1, "")), ("昨晚", .day(-1, "EV")),
        ("昨夜", .day(-1, "NI")),
        ("昨晨", .day(-1, "MO")), ("前天", .day(-2, "")), ("前日", .day(-2, "")), ("前晚", .day(-2, "EV")), ("大前天", .day(-3, "")),
        ("明天", .day(1, "")), ("明日", .day(1, "")), ("明晨", .day(1, "MO")), ("明早", .day(1, "MO")), ("明晚", .day(1, "EV")), ("后天", .day(2, "")),
        ("大后天", .day(3, "")),
        ("今年", .year(0)), ("本年度", .year(0)), ("本年", .year(0)), ("今年度", .year(0)), ("年内", .year(0)), ("去年", .year(-1)), ("上年", .year(-1)),
        ("上一年", .year(-1)), ("前年", .year(-2)), ("大前年", .year(-3)), ("明年", .year(1)), ("来年", .year(1)), ("后年", .year(2)),
        ("本月", .month(0)), ("这个月", .month(0)), ("月内", .month(0)), ("上月", .month(-1)), ("上个月", .month(-1)), ("下月", .month(1)),
        ("下个月", .month(1)),
        ("本周", .week(0)), ("本星期", .week(0)), ("这个星期", .week(0)), ("上周", .week(-1)), ("上星期", .week(-1)), ("上个星期", .week(-1)),
        ("下周", .week(1)), ("下星期", .week(1)), ("下个星期", .week(1)), ("本周末", .weekend(0)), ("上周末", .weekend(-1)), ("下周末", .weekend(1)),
        ("周末", .weekend(0)),
        ("今春", .season(0, .spring)), ("今夏", .season(0, .summer)), ("今秋", .season(0, .autumn)), ("今冬", .season(0, .winter)),
        ("去春", .season(-1, .spring)), ("去夏", .season(-1, .summer)), ("去秋", .season(-1, .autumn)), ("去冬", .season(-1, .winter)),
        ("明春", .season(1, .spring)),
        ("年底", .yearPart(.end)), ("年终", .yearPart(.end)), ("年末", .yearPart(.end)), ("岁末", .yearPart(.end)), ("年初", .yearPart(.start)),
        ("年中", .yearPart(.middle)), ("上半年", .yearPart(.half(1))), ("下半年", .yearPart(.half(2))), ("第一季度", .yearPart(.quarter(1))),
        ("第二季度", .yearPart(.quarter(2))), ("第三季度", .yearPart(.quarter(3))), ("第四季度", .yearPart(.quarter(4))),
        ("一季度", .yearPart(.quarter(1))), ("二季度", .yearPart(.quarter(2))), ("三季度", .yearPart(.quarter(3))), ("四季度", .yearPart(.quarter(4))),
        ("月底", .monthPart(.end)), ("月末", .monthPart(.end)), ("月初", .monthPart(.start)),
        ("当年", .anaphor("XXXX")), ("同年", .anaphor("XXXX")), ("次年", .anaphor("XXXX")), ("翌年", .anaphor("XXXX")),
        ("当月", .anaphor("XXXX-XX")), ("同月", .anaphor("XXXX-XX")), ("次月", .anaphor("XXXX-XX")),
        ("当天", .anaphor("XXXX-XX-XX")), ("当日", .anaphor("XXXX-XX-XX")), ("同日", .anaphor("XXXX-XX-XX")), ("次日", .anaphor("XXXX-XX-XX")),
        ("翌日", .anaphor("XXXX-XX-XX")), ("当晚", .anaphor("XXXX-XX-XXTEV")),
        ("最近", .past), ("近来", .past), ("近日", .past), ("近期", .past), ("近些年来", .past), ("近些年", .past), ("近年来", .past), ("近年", .past),
        ("日前", .past), ("不久前", .past), ("前不久", .past), ("前几年", .past), ("前些年", .past), ("这些年来", .past), ("这些年", .past),
        ("前一时期", .past), ("前一段时间", .past), ("前一阶段", .past), ("前一段", .past), ("长期以来", .past), ("多年以来", .past), ("一个时期以来", .past),
        ("一段时间以来", .past), ("最近一个时期", .past), ("最近一段时间", .past), ("近一个时期", .past), ("往年", .past), ("昔日", .past), ("从前", .past),
        ("以往", .past),
        ("当前", .present), ("目前", .present), ("现在", .present), ("如今", .present), ("当今", .present), ("眼下", .present), ("目下", .present),
        ("现今", .present),
        ("现阶段", .present), ("迄今", .present), ("至今", .present),
        ("今后", .future), ("将来", .future), ("未来", .future), ("今后一个时期", .future), ("今后一段时期", .future), ("今后一段时间", .future),
        ("今后一个阶段", .future), ("今后相当长一个时期", .future), ("今后若干年", .future), ("未来一个时期", .future), ("不久的将来", .future), ("往后", .future),
        ("建国以来", .since(1949, 10, 1)), ("新中国成立以来", .since(1949, 10, 1)), ("中华人民共和国成立以来", .since(1949, 10, 1)), ("建国后", .since(1949, 10, 1)),
        ("新中国成立后", .since(1949, 10, 1)), ("建国前", .before(1949, 10, 1)), ("新中国成立前", .before(1949, 10, 1)),
        ("改革开放以来", .since(1978, 12, 0)), ("十一届三中全会以来", .since(1978, 12, 0)),
        ("本世纪", .century(0)), ("上世纪", .century(-1)), ("上个世纪", .century(-1)), ("下世纪", .century(1)), ("下个世纪", .century(1)),
    ])

    /// Words that a length may follow: 近两年, 过去五年, 今后三年; true where it lies ahead.
    static let anchors = Lexicon<Bool>([
        ("近", false), ("最近", false), ("过去", false), ("前", false), ("这", false), ("今后", true), ("未来", true), ("以后", true), ("下一个", true),
    ])

    /// A word is another one behind these characters: 过|去年, 光|明天, 生|日前.
    static let notBehind = Lexicon<StaticString>([
        ("去年", "过"), ("前年", "以之从目生"), ("前日", "以之从目"), ("前天", "以之从目"), ("后年", "以之今此"), ("后天", "以之今此"), ("明天", "光"), ("明日", "光"),
        ("日前", "生节假之"),
        ("当年", "相适"), ("来年", "近以"), ("近来", "走靠接附将"), ("近日", "接靠"), ("近期", "接"), ("最近", "离距"), ("上周", "晚早身"), ("上年", "以"), ("至今", "甚"),
        ("从前", "自"), ("上月", "晚"), ("将来", "即"), ("本年", "成基日"), ("本月", "成基日"), ("本周", "成基日"), ("本日", "日"), ("现在", "体出表实发"), ("今后", "从"),
        ("往后", "以"),
    ])

    /// A word is another one before these characters: 后天|性, 年终|奖.
    static let notBefore = Lexicon<StaticString>([
        ("后天", "性下"), ("年终", "奖"), ("年初", "一二三四五六"), ("上月", "亮光球"), ("周末", "版"), ("现在", "于"), ("上周", "围"), ("下周", "围边"), ("本周", "期转"),
        ("当年", "画"),
        ("前年", "度"), ("未来", "学派主"), ("年内", "外"), ("当前", "进"),
    ])
}
