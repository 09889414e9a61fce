/// A character as the readers look at it: traditional, full-width and variant forms are the simplified or ASCII ones.
/// 0 is the end of the text, `0xFFFF` what is outside the basic plane or ill-formed.
typealias Glyph = UInt16

/// What each character of the basic plane counts as. Two tables, built once.
final class GlyphTable: @unchecked Sendable {
    // Safe to share: the memory is written before `init` returns and never after, and the one table lives for ever.

    static let shared = GlyphTable()

    /// The form that tables of words are written in.
    let folded: UnsafePointer<Glyph>
    /// The part that a folded glyph plays in numerals, as `NumeralGlyph` packs it.
    let numerals: UnsafePointer<UInt8>

    private init() {
        let folds = UnsafeMutablePointer<Glyph>.allocate(capacity: 1 << 16)
        for code in 0..<1 << 16 { folds[code] = Glyph(code) }
        for code in 0xFF01...0xFF5E { folds[code] = Glyph(code - 0xFEE0) }
        let pairs = GlyphTable.variants.unicodeScalars.filter { $0 != " " && $0 != "\n" }.map { Glyph($0.value) }
        for index in stride(from: 0, to: pairs.count - 1, by: 2) { folds[Int(pairs[index])] = pairs[index + 1] }
        folded = UnsafePointer(folds)

        let kinds = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 16)
        kinds.initialize(repeating: 0, count: 1 << 16)
        for (index, scalar) in "零一二三四五六七八九".unicodeScalars.enumerated() { kinds[Int(scalar.value)] = 0x10 | UInt8(index) }
        for (index, scalar) in "0123456789".unicodeScalars.enumerated() { kinds[Int(scalar.value)] = 0x20 | UInt8(index) }
        for (index, scalar) in "壹贰叁肆伍陆柒捌玖".unicodeScalars.enumerated() { kinds[Int(scalar.value)] = 0x71 + UInt8(index) }
        let single: [(Unicode.Scalar, UInt8)] = [
            ("〇", 0x10), ("两", 0x12), ("十", 0x31), ("百", 0x32), ("千", 0x33), ("万", 0x44), ("亿", 0x48), ("几", 0x50),
            ("数", 0x50), ("廿", 0x62), ("卅", 0x63), ("卌", 0x64), ("拾", 0x81), ("佰", 0x82), ("仟", 0x83),
        ]
        for (scalar, kind) in single { kinds[Int(scalar.value)] = kind }
        numerals = UnsafePointer(kinds)
    }

    /// Pairs: a form, and the one that counts. Only characters that occur in the tables of this target.
    private static let variants = """
        ○〇◯〇兩两萬万億亿幾几數数貳贰貮贰參叁叄叁陸陆時时後后當当來来間间個个號号點点餘余歲岁週周禮礼紀纪農农陰阴陽阳曆历歷历國国\
        緒绪統统啟启啓启禎祯慶庆順顺豐丰寧宁現现將将從从這这過过內内開开會会計计劃划規规條条項项種种張张輛辆隻只雙双對对戶户\
        噸吨畝亩頃顷層层棟栋屆届門门組组隊队縣县鄉乡鎮镇處处場场類类級级圓圆塊块釐厘盤盘頭头顆颗冊册課课節节頓顿陣阵聲声\
        輪轮師师團团營营連连軍军員员鐘钟晝昼淩凌單单專专歸归進进體体帶带樣样無无與与達达邊边繼继續续黨党動动亂乱樹树臺台\
        裡里裏里飯饭業业產产總总筆笔檔档聯联該该舊旧淺浅長长遠远觀观見见學学電电訊讯選选鎊镑線线圍围籠笼綱纲務务範范興兴樂乐\
        －-−-–—―—─—％%﹪%／/～~〜~•·・·．.，,：:
        """
}

/// The part that a character plays in numerals.
enum NumeralGlyph: Equatable {
    case none
    /// 〇 零 一…九 两
    case digit(Int)
    /// 0…9 of either width
    case arabic(Int)
    /// 十 百 千, as powers of ten
    case small(Int)
    /// 万 亿, as powers of ten
    case large(Int)
    /// 几 数: two to nine of something
    case vague
    /// 廿 卅 卌
    case tens(Int)
    /// 壹…玖
    case financialDigit(Int)
    /// 拾 佰 仟, as powers of ten
    case financialUnit(Int)

    /// Unpacks an entry of the table.
    init(packed: UInt8) {
        let low = Int(packed & 15)
        self =
            switch packed >> 4 {
            case 1: .digit(low)
            case 2: .arabic(low)
            case 3: .small(low)
            case 4: .large(low)
            case 5: .vague
            case 6: .tens(low)
            case 7: .financialDigit(low)
            case 8: .financialUnit(low)
            default: .none
            }
    }
}
