/// What encoding bytes are in, told from the bytes.
///
/// 1. A byte order mark decides.
/// 2. What is UTF-8 but for a few bytes is UTF-8: no other encoding makes so many well-formed sequences by chance.
/// 3. UTF-16 without a mark shows in its units: most are Han, ASCII or Chinese punctuation in one byte order, few in the other.
/// 4. GB18030 and Big5 use the same bytes. Samples are decoded as each, and `EncodingEvidence` weighs what comes out.
///
/// Anything else is refused, with advice: a guess that nothing speaks for would only make false text.
struct EncodingDetection {
    private let view: ByteView
    private let samples: TextSamples

    /// The encoding, and the bytes of the mark before the text.
    static func find(_ view: ByteView) throws(ReadFailure) -> (encoding: TextEncoding, mark: Int) {
        if let marked = try view.markedEncoding() { return (marked.encoding, marked.length) }
        return (try EncodingDetection(view: view, samples: TextSamples(view)).unmarked(), 0)
    }

    /// The byte order of UTF-16, and the bytes of the mark.
    static func byteOrder(_ view: ByteView) -> (encoding: TextEncoding, mark: Int) {
        if let marked = try? view.markedEncoding(), marked.encoding.isWide { return (marked.encoding, marked.length) }
        let samples = TextSamples(view)
        let isBig = samples.wideShare(.utf16BigEndian) > samples.wideShare(.utf16LittleEndian)
        return (isBig ? .utf16BigEndian : .utf16LittleEndian, 0)
    }

    private func unmarked() throws(ReadFailure) -> TextEncoding {
        let undecodable = samples.undecodable
        let nuls = samples.count(of: 0, mask: 0xFF)
        // Nearly every file: two quick looks settle it.
        if undecodable == 0, nuls * 20 <= samples.count { return .utf8 }
        if let wide = samples.wideEncoding() { return wide }
        if nuls * 20 > samples.count || samples.controls > 8 && samples.controls * 20 > samples.count { throw .binary }
        let others = samples.count(of: 0x80, mask: 0x80)
        if undecodable * 10 <= others * 3 { return .utf8 }
        if let older = EncodingEvidence.best(view, samples.aligned, thanUndecodable: undecodable) { return older }
        // A few bad bytes in ASCII.
        guard undecodable <= 8 || undecodable * 100 < samples.count else { throw .unknownEncoding }
        return .utf8
    }
}

extension TextSamples {
    /// UTF-16 in the byte order in which most units are what Chinese texts have; nil where neither stands out.
    fileprivate func wideEncoding() -> TextEncoding? {
        let little = wideShare(.utf16LittleEndian)
        let big = wideShare(.utf16BigEndian)
        guard max(little, big) >= 0.8, abs(little - big) >= 0.3 else { return nil }
        return little > big ? .utf16LittleEndian : .utf16BigEndian
    }

    /// Of the units of two bytes the share that is Han, ASCII, or punctuation of Chinese texts.
    fileprivate func wideShare(_ encoding: TextEncoding) -> Double {
        var usual = 0
        var units = 0
        for range in ranges {
            for offset in stride(from: range.lowerBound & ~1, to: range.upperBound - 1, by: 2) {
                let (first, second) = (UInt32(view[offset]), UInt32(view[offset + 1]))
                units += 1
                usual += TextSamples.isUsual(encoding == .utf16BigEndian ? first << 8 | second : second << 8 | first) ? 1 : 0
            }
        }
        return units == 0 ? 0 : Double(usual) / Double(units)
    }

    private static func isUsual(_ unit: UInt32) -> Bool {
        switch unit {
        case 0x09...0x0D, 0x20...0x7E, 0x2010...0x2027, 0x3000...0x301F, 0x4E00...0x9FFF, 0xFF00...0xFF5E: true
        default: false
        }
    }
}

extension ReadFailure {
    fileprivate static let binary = ReadFailure("looks like binary data: not read", zh: "像是二进制数据：未读")
    fileprivate static let unknownEncoding = ReadFailure(
        "is in no encoding that can be told from it: name one, such as encoding=gb18030",
        zh: "看不出是什么编码：请指明，例如 编码=gb18030")
}
