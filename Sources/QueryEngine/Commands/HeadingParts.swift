/// A heading taken apart: `第二章  总则` is 第二章 and 总则. Blanks do not count.
struct HeadingParts {
    /// As it stands.
    let text: String
    /// Without blanks.
    let all: String
    /// 第二章, 一、, （一）, 1., 甲、; empty where there is none.
    let numbering: String
    /// What follows the numbering.
    let title: String

    init(_ heading: String) {
        text = heading
        let scalars = Array(heading.unicodeScalars)
        let length = HeadingParts.numberingLength(scalars)
        numbering = HeadingParts.joined(scalars[..<length])
        title = HeadingParts.joined(scalars[length...])
        all = numbering + title
    }

    private static func joined(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars.filter { !$0.properties.isWhitespace }))
    }

    private static let numerals = Set("零〇一二三四五六七八九十百千0123456789０１２３４５６７８９甲乙丙丁戊己庚辛壬癸".unicodeScalars)
    private static let units = Set("编編章节節条條款篇卷回讲講幕场場".unicodeScalars)
    private static let stops = Set("、．.）)，,：:".unicodeScalars)

    /// How many scalars at the beginning are numbering; a numeral is one before a stop or a blank, or alone.
    private static func numberingLength(_ scalars: [Unicode.Scalar]) -> Int {
        var index = 0
        let isOrdinal = scalars.first == "第"
        let isBracketed = scalars.first == "（" || scalars.first == "("
        if isOrdinal || isBracketed { index = 1 }
        let first = index
        while index < scalars.count, numerals.contains(scalars[index]) { index += 1 }
        guard index > first else { return 0 }
        if isOrdinal { return ordinalLength(scalars, from: index) }
        guard index < scalars.count else { return isBracketed ? 0 : index }
        if scalars[index].properties.isWhitespace { return isBracketed ? 0 : index }
        return stops.contains(scalars[index]) ? index + 1 : 0
    }

    /// 第二 is none; 第二章, 第二分编 and 第二部分 are.
    private static func ordinalLength(_ scalars: [Unicode.Scalar], from index: Int) -> Int {
        guard index < scalars.count else { return 0 }
        if units.contains(scalars[index]) { return index + 1 }
        let pair = scalars[index...].prefix(2).map(Character.init)
        return pair == ["分", "编"] || pair == ["分", "編"] || pair == ["部", "分"] ? index + 2 : 0
    }
}
