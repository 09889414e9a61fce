import SourceText
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("grep", 4), ("党员", 4), ("入节　新的任务　｜　含　党员", 28), ("ａｂｃ", 6), ("カナ", 4), ("한글", 4),
        ("𠮷", 2), ("😀", 2), ("é", 1), ("e\u{301}", 1), ("葛\u{E0100}", 2), ("a\u{200B}b\u{200D}c\u{FEFF}", 3),
        ("¶13s2", 5), ("\u{3099}", 0), ("〿", 1), ("「」『』、。", 12), ("ㄅ", 2), ("\u{31350}", 2),
    ])
    func `text takes the columns of its scalars`(text: String, columns: Int) {
        #expect(displayWidth(text) == columns)
    }

    @Test(arguments: ["“", "”", "…", "—", "·", "×", "○", "□", "①"])
    func `ambiguous marks take what the setting says`(mark: String) {
        #expect(displayWidth(mark, ambiguous: 1) == 1)
        #expect(displayWidth(mark, ambiguous: 2) == 2)
    }

    @Test func `the setting changes neither Han nor ASCII nor marks that combine`() {
        for text in ["党员", "grep", "\u{300}", "｜"] {
            #expect(displayWidth(text, ambiguous: 1) == displayWidth(text, ambiguous: 2))
        }
    }

    @Test func `controls take no column of their own`() {
        #expect(displayWidth("\u{1B}\u{0}\n\t\u{7F}\u{85}") == 0)
    }

    @Test func `the shortcuts agree with the tables`() {
        for value in UInt32(0x80)..<0x30000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(displayWidth(String(scalar)) == displayWidth(scalar))
        }
        #expect(displayWidth(Unicode.Scalar(0x302A) ?? " ") == 0)
    }

    @Test func `broken bytes are one column each and nothing is read past the end`() {
        let bytes: [UInt8] = [0xE5, 0x85, 0x41, 0xFF, 0xC0, 0xE5]
        #expect(bytes.withUnsafeBytes { displayWidth(utf8: $0) } == 6)
    }
}
