import Documents
import Glibc

extension ByteView {
    /// The bytes that are looked at.
    static let sample = 1 << 16

    /// What the bytes look like if they are no UTF-8 text, as advice; nil for text. Looks at the first 64 KiB.
    func whyNoText() -> String? {
        let end = min(count, ByteView.sample)
        if let unicode = wideUnicodeMark() { return advice(looksLike: unicode, convertFrom: unicode) }
        let undecodable = Undecodable(in: UnsafeRawBufferPointer(start: base, count: end)).count
        // Nearly every file: two quick looks settle it. The end of the sample may cut a character.
        if undecodable <= 8, memchr(base, 0, end) == nil { return nil }
        let (nuls, others) = tally(to: end)
        if nuls * 20 > end { return nuls * 3 > end ? wideOrBinary(to: end) : "looks like binary data: not read" }
        guard ByteView.isMostlyInvalid(undecodable, of: others) else { return nil }
        return advice(looksLike: "GB18030 or another older encoding", convertFrom: "GB18030")
    }

    /// Whether more than 30 % of what is not ASCII cannot be decoded, and not only a few bytes.
    static func isMostlyInvalid(_ undecodable: Int, of total: Int) -> Bool {
        undecodable > 8 && undecodable * 10 > total * 3
    }

    private func advice(looksLike encoding: String, convertFrom name: String) -> String {
        "looks like \(encoding); only UTF-8 is read so far: convert with iconv -f \(name) -t UTF-8"
    }

    private func wideUnicodeMark() -> String? {
        let mark = count >= 2 ? (self[0], self[1]) : (0, 0)
        if mark == (0xFF, 0xFE) { return count >= 4 && self[2] == 0 && self[3] == 0 ? "UTF-32" : "UTF-16" }
        return mark == (0xFE, 0xFF) ? "UTF-16" : nil
    }

    private func tally(to end: Int) -> (nuls: Int, others: Int) {
        (count(of: 0, mask: 0xFF, from: 0, to: end), count(of: 0x80, mask: 0x80, from: 0, to: end))
    }

    /// Text of ASCII in UTF-16 has a NUL in every other byte, all at odd or all at even offsets.
    private func wideOrBinary(to end: Int) -> String {
        var odd = 0
        var even = 0
        for offset in 0..<end where self[offset] == 0 {
            if offset % 2 == 0 { even += 1 } else { odd += 1 }
        }
        if odd > 8 * even { return advice(looksLike: "UTF-16", convertFrom: "UTF-16LE") }
        if even > 8 * odd { return advice(looksLike: "UTF-16", convertFrom: "UTF-16BE") }
        return "looks like binary data: not read"
    }
}
