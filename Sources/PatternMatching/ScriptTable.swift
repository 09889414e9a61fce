/// The classes of `scriptClasses` by character: a page for each 256 code points that have any, made at first use in some ten
/// microseconds.
struct ScriptTable: Sendable {
    static let shared = ScriptTable()

    /// Where the page of a code point's upper bits begins in `cells`; page 0 has no entries.
    private var pages: ContiguousArray<UInt32>
    /// One more than where the class begins in `scriptClasses`, in bytes; 0 for characters without one.
    private var cells: ContiguousArray<UInt16>

    private static let blank = UInt32(UInt8(ascii: " "))

    private init() {
        pages = ContiguousArray(repeating: 0, count: 0x110000 >> 8)
        cells = ContiguousArray(repeating: 0, count: 256)
        var offset = 0
        var start = 0
        while offset < scriptClasses.utf8CodeUnitCount {
            let (scalar, width) = ScriptTable.scalar(at: offset)
            offset += width
            if scalar == ScriptTable.blank { start = offset } else { enter(scalar, UInt16(truncatingIfNeeded: start + 1)) }
        }
    }

    private mutating func enter(_ scalar: UInt32, _ entry: UInt16) {
        let page = Int(scalar >> 8)
        guard page < pages.count else { return }
        if pages[page] == 0 {
            pages[page] = UInt32(cells.count)
            cells.append(contentsOf: repeatElement(0, count: 256))
        }
        cells[Int(pages[page]) + Int(scalar & 0xFF)] = entry
    }

    /// The number at `offset` of the classes, and its width. They are well-formed UTF-8 of one, three and four bytes.
    private static func scalar(at offset: Int) -> (UInt32, Int) {
        scriptClasses.withUTF8Buffer { bytes in
            let lead = bytes[offset]
            let width = lead < 0x80 ? 1 : lead < 0xF0 ? 3 : 4
            var value = width == 1 ? UInt32(lead) : UInt32(lead) & (width == 3 ? 0x0F : 0x07)
            for next in offset + 1..<offset + width { value = value << 6 | UInt32(bytes[next] & 0x3F) }
            return (value, width)
        }
    }

    private func entry(_ scalar: Unicode.Scalar) -> Int {
        Int(cells[Int(pages[Int(scalar.value >> 8)]) + Int(scalar.value & 0xFF)])
    }

    /// The first character of the class, or nil where there is none.
    func representative(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let entry = entry(scalar)
        return entry == 0 ? nil : Unicode.Scalar(ScriptTable.scalar(at: entry - 1).0)
    }

    /// All characters of the class; empty where there is none.
    func members(ofClassOf scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        var members: [Unicode.Scalar] = []
        var offset = entry(scalar) - 1
        while offset >= 0, offset < scriptClasses.utf8CodeUnitCount {
            let (value, width) = ScriptTable.scalar(at: offset)
            guard value != ScriptTable.blank, let member = Unicode.Scalar(value) else { break }
            members.append(member)
            offset += width
        }
        return members
    }
}
