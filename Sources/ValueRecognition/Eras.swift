/// Reign eras with the Gregorian years of their first and last year, after 方诗铭《中国历史纪年表》. A year of the old calendar is given
/// the Gregorian year in which most of it lies, as is the custom.
public struct Era: Sendable {
    /// The name in simplified characters.
    public let name: StaticString
    /// The Gregorian year of 元年.
    public let first: Int
    /// The Gregorian year of the last year.
    public let last: Int
    /// Whether its months are those of the Gregorian calendar.
    public let hasGregorianMonths: Bool

    private init(_ name: StaticString, _ first: Int, _ last: Int, gregorian: Bool = false) {
        self.name = name
        self.first = first
        self.last = last
        hasGregorianMonths = gregorian
    }

    /// 民国, and the eras of 明 and 清.
    public static let all: [Era] = [
        Era("民国", 1912, 2999, gregorian: true),
        Era("洪武", 1368, 1398), Era("建文", 1399, 1402), Era("永乐", 1403, 1424), Era("洪熙", 1425, 1425), Era("宣德", 1426, 1435),
        Era("正统", 1436, 1449), Era("景泰", 1450, 1457), Era("天顺", 1457, 1464), Era("成化", 1465, 1487), Era("弘治", 1488, 1505),
        Era("正德", 1506, 1521), Era("嘉靖", 1522, 1566), Era("隆庆", 1567, 1572), Era("万历", 1573, 1620), Era("泰昌", 1620, 1620),
        Era("天启", 1621, 1627), Era("崇祯", 1628, 1644),
        Era("顺治", 1644, 1661), Era("康熙", 1662, 1722), Era("雍正", 1723, 1735), Era("乾隆", 1736, 1795), Era("嘉庆", 1796, 1820),
        Era("道光", 1821, 1850), Era("咸丰", 1851, 1861), Era("同治", 1862, 1874), Era("光绪", 1875, 1908), Era("宣统", 1909, 1911),
    ]

    /// By name.
    static let lexicon = Lexicon(all.map { ($0.name, $0) })
}
