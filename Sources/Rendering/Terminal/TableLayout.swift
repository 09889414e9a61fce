import Documents
import QueryLanguage

/// A column as it is laid out.
struct LaidOutColumn {
    /// Its place among the cells of a row.
    let index: Int
    let width: Int
    let isRightAligned: Bool
}

/// Which columns of a table fit a width and how wide each is.
struct TableLayout {
    private(set) var columns: [LaidOutColumn] = []
    /// The places of the columns that did not fit.
    private(set) var dropped: [Int] = []

    /// Blanks between columns.
    static let gap = 2
    /// Text columns are not made narrower than this before whole columns are dropped.
    private static let leastTextWidth = 8

    /// Lays out columns that would like to be `natural` wide. Numbers keep their width; text columns give way, the widest
    /// first; where that is not enough the last columns are dropped, but never the first.
    init(natural: [Int], kinds: [CellKind], room: Int) {
        var count = natural.count
        while count > 1, TableLayout.least(natural[..<count], kinds) > room { count -= 1 }
        dropped = Array(count..<max(count, natural.count))
        let gaps = TableLayout.gap * max(0, count - 1)
        let widths = TableLayout.widths(Array(natural.prefix(count)), kinds, room: room - gaps)
        columns = widths.enumerated().map { index, width in
            LaidOutColumn(index: index, width: width, isRightAligned: kinds[index] == .number)
        }
    }

    private static func least(_ natural: ArraySlice<Int>, _ kinds: [CellKind]) -> Int {
        let widths = natural.indices.map { kinds[$0] == .text ? min(natural[$0], leastTextWidth) : natural[$0] }
        return widths.reduce(gap * (natural.count - 1), +)
    }

    /// Lowers a ceiling over the text columns until everything fits.
    private static func widths(_ natural: [Int], _ kinds: [CellKind], room: Int) -> [Int] {
        let fixed = natural.indices.reduce(0) { kinds[$1] == .text ? $0 : $0 + natural[$1] }
        var free = max(room - fixed, 1)
        var widths = natural
        var pending = natural.indices.filter { kinds[$0] == .text }.sorted { natural[$0] < natural[$1] }
        while let narrowest = pending.first {
            widths[narrowest] = min(natural[narrowest], max(1, free / pending.count))
            free -= widths[narrowest]
            pending.removeFirst()
        }
        return natural.count == 1 ? [min(widths[0], max(room, 1))] : widths
    }
}
