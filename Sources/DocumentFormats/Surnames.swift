/// Family names by which a lone name under a title is told from a heading.
enum Surnames {
    /// Each as three bytes of UTF-8.
    static let all: Set<UInt32> = {
        let common = """
            王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范\
            石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤尤郁柯茅艾冰穆季骆焦巴
            張劉陳楊黃趙吳孫馬羅鄭許韓馮鄧蕭葉蘇呂盧鍾譚陸賈韋鄒龍賀顧龔邵萬錢嚴湯駱
            """
        var names: Set<UInt32> = []
        for scalar in common.unicodeScalars where scalar.value > 0x3000 {
            names.insert(scalar.utf8.reduce(0) { $0 << 8 | UInt32($1) })
        }
        return names
    }()
}
