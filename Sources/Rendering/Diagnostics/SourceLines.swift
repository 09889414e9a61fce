/// The lines of a query, as byte ranges of its UTF-8 without their line ends (LF or CR LF). Never empty.
struct SourceLines {
    let bytes: [UInt8]
    private let lines: [Range<Int>]

    init(_ source: String) {
        bytes = Array(source.utf8)
        var lines: [Range<Int>] = []
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A {
            let hasReturn = index > start && bytes[index - 1] == 0x0D
            lines.append(start..<(hasReturn ? index - 1 : index))
            start = index + 1
        }
        self.lines = lines + [start..<bytes.count]
    }

    /// The number of lines.
    var count: Int { lines.count }

    /// The index of the line that holds `offset`; its line end belongs to it.
    func index(at offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// The bytes of line `index`.
    subscript(index: Int) -> Range<Int> { lines[index] }

    /// The text of line `index`.
    func text(_ index: Int) -> String { String(decoding: bytes[lines[index]], as: UTF8.self) }

    /// The text of line `index` within `reach` bytes of `offset`, in whole characters, and where in the source it begins.
    func text(_ index: Int, around offset: Int, reach: Int) -> (text: String, start: Int) {
        let line = lines[index]
        var start = max(line.lowerBound, offset - reach)
        var end = max(start, min(line.upperBound, offset + reach))
        while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return (String(decoding: bytes[start..<end], as: UTF8.self), start)
    }
}
