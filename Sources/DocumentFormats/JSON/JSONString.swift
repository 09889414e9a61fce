import Documents
import Glibc

/// The inside of a JSON string, put into a text with its escapes decoded.
struct JSONString {
    let view: ByteView
    let start: Int
    let end: Int

    /// Adds the characters to `text`. An escape that is none stays as it is written; half a pair becomes U+FFFD.
    func put(into text: RecordText) {
        var offset = start
        while offset < end {
            guard let found = memchr(view.base + offset, 0x5C, end - offset) else { break }
            let escape = UnsafeRawPointer(found) - view.base
            text.copy(view, from: offset, to: escape)
            offset = putEscape(at: escape, into: text)
        }
        text.copy(view, from: offset, to: end)
    }

    /// Adds what the escape at `offset` stands for and returns where it ends.
    private func putEscape(at offset: Int, into text: RecordText) -> Int {
        guard offset + 1 < end else {
            text.copy(view, from: offset, to: end)
            return end
        }
        if let plain = JSONString.plain(view[offset + 1]) {
            text.put(plain, count: 1, from: offset)
            return offset + 2
        }
        guard let unit = codeUnit(at: offset) else {
            text.copy(view, from: offset, to: offset + 2)
            return offset + 2
        }
        if isWide(unit) { return putWide(from: offset, into: text) }
        if unit < 0x800 {
            let wide = (0xC0 | unit >> 6) | (0x80 | unit & 0x3F) << 8
            text.put(unit < 0x80 ? unit : wide, count: unit < 0x80 ? 1 : 2, from: offset)
            return offset + 6
        }
        return putPair(at: offset, unit, into: text)
    }

    /// Adds as many characters of three bytes as follow each other from `offset` on.
    private func putWide(from offset: Int, into text: RecordText) -> Int {
        var count = 1
        while let unit = codeUnit(at: offset + count * 6), isWide(unit) { count += 1 }
        text.putEscapes(from: offset, count) { index in
            JSONString.utf8(codeUnit(at: offset + index * 6) ?? 0xFFFD)
        }
        return offset + count * 6
    }

    private func putPair(at offset: Int, _ high: UInt32, into text: RecordText) -> Int {
        guard high < 0xDC00, let low = codeUnit(at: offset + 6), (0xDC00..<0xE000).contains(low) else {
            text.put(JSONString.utf8(0xFFFD), count: 3, from: offset)
            return offset + 6
        }
        let scalar = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        let first = (0xF0 | scalar >> 18) | (0x80 | scalar >> 12 & 0x3F) << 8
        text.put(first | (0x80 | scalar >> 6 & 0x3F) << 16 | (0x80 | scalar & 0x3F) << 24, count: 4, from: offset)
        return offset + 12
    }

    /// Whether the code unit is a character of three bytes by itself.
    private func isWide(_ unit: UInt32) -> Bool { unit >= 0x800 && !(0xD800..<0xE000).contains(unit) }

    private static func utf8(_ unit: UInt32) -> UInt32 {
        (0xE0 | unit >> 12) | (0x80 | unit >> 6 & 0x3F) << 8 | (0x80 | unit & 0x3F) << 16
    }

    /// The number behind `\u` at `offset`, or nil where no such escape is.
    private func codeUnit(at offset: Int) -> UInt32? {
        guard offset + 6 <= end, view[offset] == 0x5C, view[offset + 1] == 0x75 else { return nil }
        var unit: UInt32 = 0
        for place in offset + 2..<offset + 6 {
            switch view[place] {
            case let digit where digit &- 0x30 < 10: unit = unit << 4 | UInt32(digit - 0x30)
            case let letter where (letter | 0x20) &- 0x61 < 6: unit = unit << 4 | UInt32((letter | 0x20) - 0x57)
            default: return nil
            }
        }
        return unit
    }

    /// What one of `"\/bfnrt` stands for behind a backslash.
    private static func plain(_ letter: UInt8) -> UInt32? {
        switch letter {
        case 0x22, 0x5C, 0x2F: UInt32(letter)
        case 0x6E: 0x0A
        case 0x74: 0x09
        case 0x72: 0x0D
        case 0x62: 0x08
        case 0x66: 0x0C
        default: nil
        }
    }
}
