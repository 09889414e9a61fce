// One form for all spellings of the characters that the constructions are written with, so that every word list is kept once.

/// Traditional characters with their simplified ones, those of the word lists of this target only.
private let simplified: [UInt32: UInt32] = {
    let pairs = """
        個个項项條条點点種种類类層层節节轉转變变從从為为爲为領领導导負负責责參参與与協协調调幹干體体隊队後后黨党軍军產产業业總总書书記记級级\
        揮挥帶带頭头繫系聯联現现實实過过達达進进動动員员開开關关係系發发這这幾几兩两萬万億亿數数説说說说講讲認认強强號号稱称報报寫写佈布聲声\
        訴诉問问應应話话談谈論论團团結结組组織织廣广據据眾众衆众農农權权長长當当擔担將将對对處处務务國国內内學学習习見见師师統统師师鈕钮紐纽橋桥\
        樑梁脈脉驅驱軸轴職职濟济劃划規规設设際际題题詞词會会們们無无陰阴陽阳貧贫窮穷勝胜敗败亂乱舊旧優优劣劣貴贵賤贱輕轻難难遠远內内單单雙双\
        來来還还時时間间間间則则嚴严鄭郑熱热風风趣趣囑嘱勵励勉勉鑒鉴賀贺復复覆复齊齐監监組组籌筹獻献歸归標标綱纲針针決决議议環环
        """.unicodeScalars.map(\.value)
    var table: [UInt32: UInt32] = [:]
    for index in stride(from: 0, to: pairs.count - 1, by: 2) { table[pairs[index]] = pairs[index + 1] }
    return table
}()

/// ASCII marks with the Chinese ones that mean the same.
private let marks: [UInt32: UInt32] = [
    0x21: 0xFF01, 0x28: 0xFF08, 0x29: 0xFF09, 0x2C: 0xFF0C, 0x3A: 0xFF1A, 0x3B: 0xFF1B, 0x3F: 0xFF1F, 0xFF0E: 0x2E,
    0xFF64: 0x3001, 0xFF61: 0x3002,
]

/// A scalar as the constructions are written: simplified where a word list has it, Chinese marks, narrow digits and letters.
/// `isBetweenDigits` leaves `1,000` and `10:30` alone.
func readingForm(_ scalar: UInt32, isBetweenDigits: Bool) -> UInt32 {
    if scalar < 0x80 { return isBetweenDigits ? scalar : marks[scalar] ?? scalar }
    if let mark = marks[scalar] { return mark }
    switch scalar {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return scalar - 0xFEE0
    case 0x4E00...0x9FFF: return simplified[scalar] ?? scalar
    default: return scalar
    }
}
